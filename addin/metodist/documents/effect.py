"""Анализ эффективности мер: the measure, when it is analysed, its indicators before and after, the problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from metodist.documents.analysis_parts import compared_with
from metodist.documents.before_and_now import BeforeAndNow, before_and_now
from metodist.documents.built import Built
from metodist.documents.grammar import programme_words
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.plan_rows import dates_text, fulfilment_text, items_of_period, sentence
from metodist.documents.requisites import Properties, Signature, properties, signature
from metodist.documents.source import From
from metodist.documents.typography import clean
from metodist.domain.findings import ProgrammeIssue, Severity
from metodist.domain.indicators import Indicator
from metodist.domain.plans import Plan, PlanEntry, PlanItem
from metodist.domain.programme import Programme
from metodist.domain.roadmap import Activity, ActivityKind
from metodist.domain.summary import Summary
from metodist.domain.values import fold
from metodist.domain.wording import DASH
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One analysis."""

    number: Annotated[str, From("«Дорожная карта», графа «№»")]
    measure: Annotated[str, From("«Дорожная карта», графа «Раздел» строки анализа: какая мера оценивается")]
    analysis: Annotated[str, From("«Дорожная карта», графа «Мероприятие» строки анализа")]
    dated: Annotated[str, From("«Дорожная карта», графа «Срок», или её даты; отметка об исполнении, где она есть")]
    indicators: Annotated[
        tuple[BeforeAndNow, ...], From("свод: показатели меры, какими были и какими стали", optional=True)
    ]
    unlinked: Annotated[str, From("сказано, если показатели меры в программе не указаны", optional=True)]
    problem: Annotated[str, From("«Дорожная карта», графа «Ожидаемый результат» строки анализа")]


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """One measure or recommendation of the period before, and what became of its indicator."""

    measure: Annotated[str, From("«Дорожная карта» или архив рекомендаций: что было сделано или рекомендовано")]
    addressee: Annotated[str, From("школа или муниципалитет")]
    indicator: Annotated[str, From("«Показатели», графа «Код»")]
    before: Annotated[str, From("архив: значение прошлого периода; «—», где его нет")]
    now: Annotated[str, From("свод: значение; «—», где его нет")]
    verdict: Annotated[str, From("что стало с показателем, проверено на случайность")]


@dataclass(frozen=True, slots=True)
class EffectAnalysis:
    """Everything that the analysis says."""

    properties: Annotated[Properties, From("свойства файла")]
    body: Annotated[str, From("«Паспорт», строка «Орган управления образованием»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба»")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    compared: Annotated[str, From("с каким периодом сравниваются показатели; нет прежних — сказано, что не с чем")]
    rows: Annotated[tuple[EffectRow, ...], From("строки дорожной карты вида «анализ эффективности»", optional=True)]
    measured: Annotated[
        tuple[MeasuredRow, ...], From("меры и рекомендации прошлого периода с их показателями", optional=True)
    ]
    problems: Annotated[tuple[str, ...], From("проблемы, которые остались, от худшей", optional=True)]
    signature: Annotated[Signature, From("«Люди», роль «исполняет» (нет — «отвечает за сбор», «подписывает»)")]


def build_effect(inputs: Inputs) -> Built[EffectAnalysis]:
    """The context of the analysis.

    Raises:
        NotMadeError: The roadmap plans no analysis and no earlier period is compared, or nothing is accepted yet.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    title = say("papers.title_effect", period=passport.period.label)
    summary = inputs.accepted(title)
    if not (any(one.kind is ActivityKind.EFFECT for one in programme.roadmap) or _measured(summary)):
        raise NotMadeError(say("papers.no_effects"), say("papers.no_effects_action"))
    rows = tuple(_rows(inputs.dated(title), summary))
    signed, unsigned = signature(programme, "исполняет", "отвечает за сбор", "подписывает")
    context = EffectAnalysis(
        properties=properties(passport, title, summary.built),
        body=passport.body,
        service=passport.service,
        programme=programme_words(passport),
        period=passport.period.label,
        compared=compared_with(summary),
        rows=rows,
        measured=_measured(summary),
        problems=_problems(summary),
        signature=signed,
    )
    return Built(context, (*unsigned, *_unlinked(rows)))


def _measured(summary: Summary) -> tuple[MeasuredRow, ...]:
    """Measures, then recommendations, as they were measured; nothing where there is no earlier period."""
    if summary.effect is None or summary.effect.reason:
        return ()
    return tuple(
        MeasuredRow(
            measure=sentence(one.measure),
            addressee=clean(one.addressee) or DASH,
            indicator=one.indicator.code,
            before=clean(one.before_text) or DASH,
            now=clean(one.now_text) or DASH,
            verdict=one.verdict.value,
        )
        for one in summary.effect.everything
    )


def _problems(summary: Summary) -> tuple[str, ...]:
    found = summary.effect.problems if summary.effect and not summary.effect.reason else ()
    return tuple(clean(one).rstrip(".") for one in found)


def _rows(plan: Plan, summary: Summary) -> Iterator[EffectRow]:
    activities = {(one.number, one.title): one for one in plan.programme.roadmap if one.kind is ActivityKind.EFFECT}
    for item, entries in items_of_period(plan):
        activity = activities.get((item.number, item.title))
        if item.kind != ActivityKind.EFFECT.value or activity is None:
            continue
        lines = tuple(before_and_now(summary, one) for one in measured_by(plan.programme, activity, summary))
        yield EffectRow(
            number=item.number or DASH,
            measure=sentence(item.section),
            analysis=sentence(item.title),
            dated=_dated(item, entries),
            indicators=lines,
            unlinked="" if lines else say("papers.no_indicators_of_measure"),
            problem=sentence(item.expected) if item.expected.strip() else say("papers.no_problem"),
        )


def _dated(item: PlanItem, entries: tuple[PlanEntry, ...]) -> str:
    done = fulfilment_text([entry.fulfilment for entry in entries] or [item.fulfilment])
    term = dates_text(item, entries)
    return term if done == DASH else f"{term}; {done}"


def measured_by(programme: Programme, activity: Activity, summary: Summary) -> tuple[Indicator, ...]:
    """The indicators with a value that show a measure: of its goals, else of the direction of its decision.

    Those with a target are enough where there are any.
    """
    decisions = (one for one in programme.roadmap if fold(one.title) == fold(activity.section))
    directions = {fold(activity.section), *(fold(one.section) for one in decisions)}
    found = [
        one
        for one in programme.indicators
        if _has_value(summary, one)
        and (set(one.goals) & set(activity.goals) if activity.goals else fold(one.direction) in directions)
    ]
    return tuple(one for one in found if one.target is not None) or tuple(found)


def _has_value(summary: Summary, indicator: Indicator) -> bool:
    outcome = summary.municipality.get(indicator.code)
    return outcome is not None and outcome.value is not None


def _unlinked(rows: tuple[EffectRow, ...]) -> tuple[ProgrammeIssue, ...]:
    numbers = ", ".join(row.number for row in rows if row.unlinked)
    if not numbers:
        return ()
    return (
        ProgrammeIssue(
            Severity.WARNING,
            say("papers.unlinked", numbers=numbers),
            sheet="Дорожная карта",
            column="Цели",
            suggestion=say("papers.unlinked_action"),
        ),
    )
