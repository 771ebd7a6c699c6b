"""Обзор адресных рекомендаций: what was recommended to whom, over the whole municipality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.advice_rows import (
    AdviceRow,
    Common,
    advice_row,
    common_of,
    direction_of,
    needed_advice,
    sentence,
    without_stop,
)
from metodist.documents.built import Built
from metodist.documents.completeness import completeness_text
from metodist.documents.grammar import programme_words
from metodist.documents.inputs import Inputs
from metodist.documents.numbers import date_words
from metodist.documents.recommendations import day_of
from metodist.documents.requisites import Properties, Signature, act_genitive, properties, signature
from metodist.documents.source import From
from metodist.documents.typography import clean
from metodist.domain.outcome_tests import is_yes_no
from metodist.domain.recommendations import Advice, AdvicePlan, SchoolAdvice
from metodist.domain.summary import Summary
from metodist.domain.wording import DASH, number_text, plural
from metodist.messages import say

#: How many practices are named beside one recommendation.
_PRACTICES = 3


@dataclass(frozen=True, slots=True)
class AdvisedRow:
    """One recommendation and everybody it was given to."""

    code: Annotated[str, From("«Показатели», графа «Код»")]
    title: Annotated[str, From("«Показатели», графа «Показатель»")]
    district: Annotated[str, From("свод: значение муниципалитета и цель")]
    action: Annotated[str, From("«Правила рекомендаций», графа «Рекомендация»; нет правил — общее правило")]
    schools: Annotated[str, From("кому дана: краткие названия школ со значением показателя")]
    number: Annotated[str, From("скольким школам дана: «6 школам»")]
    practice: Annotated[str, From("успешные практики, названные в рекомендациях", optional=True)]
    material: Annotated[str, From("«Правила рекомендаций», графа «Материал»", optional=True)]
    deadline: Annotated[str, From("«Правила рекомендаций», графа «Срок»", optional=True)]


@dataclass(frozen=True, slots=True)
class AdvisedGroup:
    """Recommendations of one direction."""

    title: Annotated[str, From("«Показатели», графа «Направление»; нет направления — «Группа»")]
    rows: Annotated[tuple[AdvisedRow, ...], From("рекомендации направления")]


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One school of the table."""

    number: Annotated[str, From("порядковый номер")]
    school: Annotated[str, From("«Организации», графа «Краткое название»")]
    count: Annotated[str, From("сколько рекомендаций дано школе")]
    codes: Annotated[str, From("коды показателей, по которым они даны; «—», если их нет")]
    reached: Annotated[str, From("сколько целей школа достигла")]


@dataclass(frozen=True, slots=True)
class RecommendationsOverview:
    """Everything that the overview says."""

    properties: Annotated[Properties, From("свойства файла")]
    body: Annotated[str, From("«Паспорт», строка «Орган управления образованием»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба»")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    monitoring_order: Annotated[str, From("приказ о проведении мониторинга с датой и номером, в родительном падеже")]
    built: Annotated[str, From("когда построен свод")]
    completeness: Annotated[str, From("свод: от скольких организаций приняты таблицы и какая это доля")]
    number: Annotated[str, From("сколько всего рекомендаций")]
    advised: Annotated[str, From("скольким школам они даны")]
    generic: Annotated[bool, From("«Правила рекомендаций»: строк нет, действуют общие правила", optional=True)]
    common: Annotated[Common, From("общий срок и общая форма отчёта рекомендаций школам")]
    groups: Annotated[tuple[AdvisedGroup, ...], From("рекомендации школам по направлениям", optional=True)]
    district: Annotated[tuple[AdviceRow, ...], From("рекомендации адресатам в муниципалитете", optional=True)]
    district_common: Annotated[Common, From("общий срок и общая форма отчёта рекомендаций муниципалитету")]
    schools: Annotated[tuple[SchoolRow, ...], From("школы и сколько рекомендаций им дано")]
    signature: Annotated[Signature, From("«Люди», роль «исполняет» (нет — «отвечает за сбор», «подписывает»)")]
    dated: Annotated[str, From("дата обзора; в проекте — строка для заполнения")]


def build_recommendations_overview(inputs: Inputs) -> Built[RecommendationsOverview]:
    """The context of the overview.

    Raises:
        NotMadeError: Nothing is accepted yet.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    summary = inputs.accepted(say("documents.kind_recommendations_overview"))
    needed_advice(summary)
    plan = summary.advice or AdvicePlan((), generic=True, schools=())
    common = common_of([item for school in plan.schools for item in school.items])
    aside = common_of(plan.district)
    signed, unsigned = signature(programme, "исполняет", "отвечает за сбор", "подписывает")
    title = say("documents.title_recommendations_overview", period=passport.period.label)
    context = RecommendationsOverview(
        properties=properties(passport, title, summary.built),
        body=passport.body,
        service=passport.service,
        programme=programme_words(passport),
        period=passport.period.label,
        monitoring_order=act_genitive(passport, inputs.monitoring_order),
        built=date_words(summary.built.date()),
        completeness=completeness_text(summary),
        number=number_text(sum(len(school.items) for school in plan.schools)),
        advised=number_text(sum(bool(school.items) for school in plan.schools)),
        generic=plan.generic,
        common=common,
        groups=_groups(summary, plan, common),
        district=tuple(advice_row(item, aside) for item in plan.district),
        district_common=aside,
        schools=tuple(_school(school, place) for place, school in enumerate(plan.schools, start=1)),
        signature=signed,
        dated=day_of(inputs.requisites),
    )
    return Built(context, unsigned)


def _groups(summary: Summary, plan: AdvicePlan, common: Common) -> tuple[AdvisedGroup, ...]:
    """By direction, then by indicator and rule: what one rule says of one indicator stands once."""
    given: dict[tuple[str, str], list[tuple[SchoolAdvice, Advice]]] = {}
    for school in plan.schools:
        for item in school.items:
            given.setdefault((item.indicator.code, item.rule.number), []).append((school, item))
    order = {indicator.code: place for place, indicator in enumerate(summary.programme.indicators)}
    rows: dict[str, list[AdvisedRow]] = {}
    for key in sorted(given, key=lambda pair: order[pair[0]]):
        members = given[key]
        rows.setdefault(direction_of(members[0][1].indicator), []).append(_row(members, plan, common))
    return tuple(AdvisedGroup(title, tuple(found)) for title, found in rows.items())


def _row(members: list[tuple[SchoolAdvice, Advice]], plan: AdvicePlan, common: Common) -> AdvisedRow:
    first = members[0][1]
    practices = dict.fromkeys(_for_all(item.practice_text) for _, item in members if item.practice_text)
    noun = plural(len(members), say("advice.school_dative"), *(say("advice.schools_dative"),) * 2)
    return AdvisedRow(
        code=first.indicator.code,
        title=clean(first.indicator.title).rstrip(" .:;"),
        district=first.district_ground,
        action=sentence(first.general),
        schools=_named(members, plan),
        number=say("advice.to_schools", number=number_text(len(members)), noun=noun),
        practice="; ".join(without_stop(text) for text in list(practices)[:_PRACTICES]),
        material=without_stop(first.material),
        deadline="" if common.deadline else without_stop(first.deadline),
    )


def _for_all(practice: str) -> str:
    """Without «из той же группы школ», which is true for one addressee only."""
    return practice.replace(say("advice.practice_cluster"), "")


def _named(members: list[tuple[SchoolAdvice, Advice]], plan: AdvicePlan) -> str:
    """Who gets it, each with its value; values that are only «нет», and lists, are not repeated."""
    first = members[0][1]
    if first.outcome.value is None or is_yes_no(first.indicator):
        names = ", ".join(clean(school.name) for school, _ in members)
        return say("advice.all_schools") if len(members) == len(plan.schools) > 1 else names
    return "; ".join(say("advice.named", school=clean(school.name), value=item.value) for school, item in members)


def _school(school: SchoolAdvice, number: int) -> SchoolRow:
    codes = dict.fromkeys(item.indicator.code for item in school.items)
    return SchoolRow(
        number=str(number),
        school=clean(school.name),
        count=str(len(school.items)),
        codes=", ".join(codes) or DASH,
        reached=str(len(school.reached)),
    )
