"""Адресные рекомендации: to one school, each with the numbers that it follows from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.advice_rows import (
    AdviceGroup,
    Common,
    FormRow,
    advice_groups,
    common_of,
    foremost,
    form_rows,
    needed_advice,
)
from metodist.documents.built import Built
from metodist.documents.completeness import completeness_text
from metodist.documents.grammar import programme_words
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.numbers import date_words
from metodist.documents.requisites import Properties, Requisites, Signature, act_genitive, properties, signature
from metodist.documents.source import From
from metodist.documents.typography import clean
from metodist.domain.summary import SchoolResult, Summary
from metodist.messages import say

_BLANK_DATE = "_" * 20


@dataclass(frozen=True, slots=True)
class Recommendations:
    """Everything that the recommendations to one school say."""

    properties: Annotated[Properties, From("свойства файла")]
    body: Annotated[str, From("«Паспорт», строка «Орган управления образованием»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба»")]
    service_genitive: Annotated[str, From("«Паспорт», строка «Методическая служба (кого, чего)»")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    monitoring_order: Annotated[str, From("приказ о проведении мониторинга с датой и номером, в родительном падеже")]
    school: Annotated[str, From("«Организации», графа «Полное название»")]
    short_name: Annotated[str, From("«Организации», графа «Краткое название»")]
    cluster: Annotated[str, From("свод: группа похожих школ", optional=True)]
    received: Annotated[str, From("свод: когда получена таблица школы")]
    built: Annotated[str, From("когда построен свод")]
    completeness: Annotated[str, From("свод: от скольких организаций приняты таблицы и какая это доля")]
    foremost: Annotated[str, From("коды показателей, дальше всего отстающих от цели", optional=True)]
    groups: Annotated[tuple[AdviceGroup, ...], From("рекомендации по направлениям; пусто — их нет", optional=True)]
    common: Annotated[Common, From("общий срок и общая форма отчёта")]
    form: Annotated[tuple[FormRow, ...], From("форма ответа: строка на рекомендацию", optional=True)]
    reached: Annotated[tuple[str, ...], From("свод: показатели, по которым школа достигла цели", optional=True)]
    values: Annotated[tuple[str, ...], From("свод: значения показателей, если рекомендовать нечего", optional=True)]
    unknown: Annotated[str, From("свод: коды показателей с целью, по которым у школы нет данных", optional=True)]
    signature: Annotated[Signature, From("«Люди», роль «исполняет» (нет — «отвечает за сбор», «подписывает»)")]
    dated: Annotated[str, From("дата рекомендаций; в проекте — строка для заполнения")]


def build_recommendations(inputs: Inputs) -> Built[Recommendations]:
    """The context of the recommendations to ``inputs.school``.

    Raises:
        NotMadeError: Nothing is accepted yet, or no table of that school.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    summary = inputs.accepted(say("documents.kind_recommendations"))
    needed_advice(summary)
    result = _accepted(inputs, summary)
    advice = summary.advice.of(result.organisation.code) if summary.advice else None
    items = advice.items if advice else ()
    common = common_of(items)
    signed, unsigned = signature(programme, "исполняет", "отвечает за сбор", "подписывает")
    title = say("documents.title_recommendations", school=result.organisation.short_name, period=passport.period.label)
    context = Recommendations(
        properties=properties(passport, title, summary.built),
        body=passport.body,
        service=passport.service,
        service_genitive=passport.service_genitive,
        programme=programme_words(passport),
        period=passport.period.label,
        monitoring_order=act_genitive(passport, inputs.monitoring_order),
        school=clean(result.organisation.name),
        short_name=clean(result.organisation.short_name),
        cluster=advice.cluster if advice else "",
        received=date_words(result.received.date()),
        built=date_words(summary.built.date()),
        completeness=completeness_text(summary),
        foremost=foremost(items),
        groups=advice_groups(items, common),
        common=common,
        form=form_rows(items),
        reached=advice.reached if advice else (),
        values=advice.values if advice else (),
        unknown=", ".join(advice.unknown) if advice else "",
        signature=signed,
        dated=day_of(inputs.requisites),
    )
    return Built(context, unsigned)


def day_of(requisites: Requisites) -> str:
    """The day in words, in a draft a line to fill in."""
    return date_words(requisites.day) if requisites.day else _BLANK_DATE


def _accepted(inputs: Inputs, summary: Summary) -> SchoolResult:
    code = inputs.school.code if inputs.school else ""
    for result in summary.schools:
        if result.organisation.code == code:
            return result
    name = inputs.school.short_name if inputs.school else ""
    raise NotMadeError(say("advice.not_accepted", school=name), say("advice.not_accepted_action"))
