"""Информационное письмо: schools are told of the monitoring. Needs the programme only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.cases import Case
from metodist.documents.grammar import programme_words
from metodist.documents.heads import Head, head_of
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.numbers import counted, date_words, of_counted
from metodist.documents.requisites import Properties, Signature, act_reference, properties, signature
from metodist.documents.source import From
from metodist.documents.subject import matter_words, monitored_words
from metodist.documents.typography import clean
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything that the letter says."""

    properties: Annotated[Properties, From("свойства файла")]
    head: Annotated[Head, From("бланк письма")]
    monitoring_order: Annotated[str, From("приказ о проведении мониторинга с датой и номером, в творительном падеже")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    matter: Annotated[str, From("«показателей»; нет показателей — «реализации»")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    municipality: Annotated[str, From("«Паспорт», строка «Муниципалитет (кого, чего)»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба (кого, чего)»")]
    organisations: Annotated[str, From("«Организации»: сколько организаций сдают таблицы")]
    indicators: Annotated[str, From("«Показатели»: сколько показателей", optional=True)]
    deadline: Annotated[str, From("«Паспорт», строка «Срок сдачи таблиц», словами", optional=True)]
    contact: Annotated[str, From("«Паспорт», строка «Вопросы по заполнению»", optional=True)]
    signature: Annotated[Signature, From("«Люди», роль «исполняет» (нет — «подписывает»)")]


def build_letter(inputs: Inputs) -> Built[Letter]:
    """The context of the letter.

    Raises:
        NotMadeError: No school hands in a table.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    if not programme.reporting:
        raise NotMadeError(say("services.no_schools"), say("services.no_schools_action"))
    signed, unsigned = signature(programme, "исполняет", "подписывает")
    title = say("documents.title_monitoring", monitored=monitored_words(programme), period=passport.period.label)
    context = Letter(
        properties=properties(passport, title, inputs.made),
        head=head_of(passport, inputs.requisites),
        monitoring_order=act_reference(passport, inputs.monitoring_order, Case.INSTRUMENTAL),
        programme=programme_words(passport),
        matter=matter_words(programme),
        period=passport.period.label,
        municipality=passport.municipality_genitive,
        service=passport.service_genitive,
        organisations=counted(len(programme.reporting), "организация"),
        indicators=of_counted(len(programme.indicators), "показатель") if programme.indicators else "",
        deadline=date_words(passport.deadline) if passport.deadline else "",
        contact=clean(passport.contact),
        signature=signed,
    )
    return Built(context, unsigned)
