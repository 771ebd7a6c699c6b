"""«О проведении мониторинга»: who hands in what until when. Needs the programme only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.cases import Case
from metodist.documents.grammar import programme_genitive
from metodist.documents.indicators import group_title
from metodist.documents.numbers import date_words
from metodist.documents.requisites import (
    DRAFT,
    Corner,
    Letterhead,
    Properties,
    Requisites,
    Signature,
    act_words,
    approvals,
    corner,
    letterhead,
    programme_act,
    properties,
    signature,
    somebody,
)
from metodist.documents.source import From
from metodist.documents.typography import capitalised, clean
from metodist.domain.findings import ProgrammeIssue, Severity
from metodist.domain.programme import Programme
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class SchoolTerm:
    """One school of the annex."""

    number: Annotated[str, From("порядковый номер")]
    name: Annotated[str, From("«Организации», графа «Полное название»")]
    deadline: Annotated[str, From("«Паспорт», строка «Срок сдачи таблиц»")]


@dataclass(frozen=True, slots=True)
class CollectedIndicator:
    """One indicator of the annex."""

    code: Annotated[str, From("«Показатели», графа «Код»")]
    title: Annotated[str, From("«Показатели», графа «Показатель»")]


@dataclass(frozen=True, slots=True)
class CollectedGroup:
    """A group of indicators, as the programme names it."""

    title: Annotated[str, From("«Показатели», графа «Группа»")]
    rows: Annotated[tuple[CollectedIndicator, ...], From("показатели группы")]


@dataclass(frozen=True, slots=True)
class OrderMonitoring:
    """Everything that the order on holding the monitoring says."""

    properties: Annotated[Properties, From("свойства файла")]
    letterhead: Annotated[Letterhead, From("бланк")]
    grounds: Annotated[str, From("акт, которым утверждена программа, в родительном падеже", optional=True)]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    municipality: Annotated[str, From("«Паспорт», строка «Муниципалитет (кого, чего)»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба (кого, чего)»")]
    verb: Annotated[str, From("«приказываю», «постановляю» или «обязываю» — по виду акта; разрядку даёт стиль")]
    act: Annotated[str, From("вид акта с прописной буквы")]
    this_act: Annotated[str, From("«настоящего приказа» — по виду акта")]
    deadline: Annotated[str, From("«Паспорт», строка «Срок сдачи таблиц», словами")]
    responsible: Annotated[
        str, From("«Люди», роль «отвечает за сбор» (нет — «исполняет»), в дательном падеже", optional=True)
    ]
    controller: Annotated[str, From("«Люди», роль «контролирует», в винительном падеже", optional=True)]
    contact: Annotated[str, From("«Паспорт», строка «Вопросы по заполнению»", optional=True)]
    signature: Annotated[Signature, From("«Люди», роль «подписывает»")]
    approvals: Annotated[tuple[Signature, ...], From("«Люди», роль «согласует»", optional=True)]
    schools_corner: Annotated[Corner, From("угловая отметка приложения со школами")]
    schools: Annotated[tuple[SchoolTerm, ...], From("«Организации», где «Сдаёт таблицу» не «нет»")]
    indicators_corner: Annotated[Corner, From("угловая отметка приложения с показателями")]
    groups: Annotated[tuple[CollectedGroup, ...], From("показатели по группам")]


def build_order_monitoring(
    programme: Programme, made: datetime, requisites: Requisites = DRAFT
) -> Built[OrderMonitoring]:
    """The context of the order on holding the monitoring.

    Args:
        programme: Whose monitoring.
        made: When the document is made, local time.
        requisites: The order's own number and date; a draft has none.
    """
    passport = programme.passport
    words = act_words(passport)
    responsible = somebody(programme, Case.DATIVE, "отвечает за сбор", "исполняет")
    controller = somebody(programme, Case.ACCUSATIVE, "контролирует")
    signed, unsigned = signature(programme, "подписывает")
    deadline = date_words(passport.deadline) if passport.deadline else "_" * 12
    title = say("documents.title_monitoring", period=passport.period.label)
    context = OrderMonitoring(
        properties=properties(passport, title, made),
        letterhead=letterhead(passport, requisites),
        grounds=programme_act(passport),
        programme=programme_genitive(passport.title),
        period=passport.period.label,
        municipality=passport.municipality_genitive,
        service=passport.service_genitive,
        verb=words.verb,
        act=capitalised(words.nominative),
        this_act=words.this,
        deadline=deadline,
        responsible=capitalised(responsible.text),
        controller=controller.text,
        contact=clean(passport.contact),
        signature=signed,
        approvals=approvals(programme),
        schools_corner=corner(passport, requisites, 1),
        schools=_schools(programme, deadline),
        indicators_corner=corner(passport, requisites, 2),
        groups=_groups(programme),
    )
    return Built(context, (*responsible.issues, *controller.issues, *unsigned, *_no_deadline(programme)))


def _schools(programme: Programme, deadline: str) -> tuple[SchoolTerm, ...]:
    schools = enumerate(programme.reporting, start=1)
    return tuple(SchoolTerm(str(number), clean(school.name), deadline) for number, school in schools)


def _groups(programme: Programme) -> tuple[CollectedGroup, ...]:
    grouped = groupby(programme.indicators, key=lambda indicator: indicator.group)
    return tuple(
        CollectedGroup(group_title(title), tuple(CollectedIndicator(one.code, clean(one.title)) for one in members))
        for title, members in grouped
    )


def _no_deadline(programme: Programme) -> tuple[ProgrammeIssue, ...]:
    if programme.passport.deadline:
        return ()
    row = "Срок сдачи таблиц"
    text, action = say("documents.no_deadline"), say("documents.no_deadline_action")
    return (ProgrammeIssue(Severity.WARNING, text, sheet="Паспорт", column=row, suggestion=action),)
