"""Аналитическая справка одной школы: its own values beside the municipality's, without anybody's name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.completeness import findings_text
from metodist.documents.grammar import programme_words
from metodist.documents.indicators import group_title, target_shown
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.numbers import counted, date_words
from metodist.documents.requisites import Properties, Signature, act_genitive, properties, signature
from metodist.documents.source import From
from metodist.documents.typography import clean
from metodist.domain.findings import Severity
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.summary import SchoolResult, Summary
from metodist.domain.wording import DASH, counted_text, number_text, value_text
from metodist.errors import UserError
from metodist.messages import say

_LISTS = (IndicatorKind.DISTRIBUTION, IndicatorKind.RANKING)
_TOP_LINES = 3


@dataclass(frozen=True, slots=True)
class SchoolIndicator:
    """One indicator of the school."""

    code: Annotated[str, From("«Показатели», графа «Код»")]
    title: Annotated[str, From("«Показатели», графа «Показатель»")]
    value: Annotated[str, From("свод: значение школы; у перечней — первые три строки")]
    counted: Annotated[str, From("свод: числитель и знаменатель школы", optional=True)]
    municipality: Annotated[str, From("свод: значение по муниципалитету")]
    target: Annotated[str, From("«Показатели», графа «Целевое значение»; «—», где цели нет")]
    rank: Annotated[str, From("свод: место среди школ со значением; «—», где школы не сравниваются")]


@dataclass(frozen=True, slots=True)
class SchoolGroup:
    """A group of indicators, as the programme names it."""

    title: Annotated[str, From("«Показатели», графа «Группа»")]
    rows: Annotated[tuple[SchoolIndicator, ...], From("показатели группы, у которых у школы есть данные")]


@dataclass(frozen=True, slots=True)
class NoteSchool:
    """Everything that the note of a school says."""

    properties: Annotated[Properties, From("свойства файла")]
    body: Annotated[str, From("«Паспорт», строка «Орган управления образованием»")]
    service: Annotated[str, From("«Паспорт», строка «Методическая служба»")]
    school: Annotated[str, From("«Организации», графа «Полное название»")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    period: Annotated[str, From("«Паспорт», строки «Отчётный год» и «Вид периода»")]
    monitoring_order: Annotated[str, From("приказ о проведении мониторинга с датой и номером, в родительном падеже")]
    received: Annotated[str, From("архив: когда принята таблица школы")]
    rows: Annotated[str, From("сколько строк в реестрах таблицы")]
    findings: Annotated[str, From("сколько предупреждений осталось; «нет», если их нет")]
    groups: Annotated[tuple[SchoolGroup, ...], From("показатели школы по группам")]
    reached: Annotated[tuple[str, ...], From("показатели, по которым школа достигла цели", optional=True)]
    missed: Annotated[tuple[str, ...], From("показатели, по которым цель не достигнута", optional=True)]
    doubtful: Annotated[tuple[str, ...], From("предупреждения к таблице, без имён", optional=True)]
    signature: Annotated[Signature, From("«Люди», роль «отвечает за сбор» (нет — «исполняет», «подписывает»)")]
    dated: Annotated[str, From("дата справки; в проекте — строка для заполнения")]


def build_note_school(inputs: Inputs) -> Built[NoteSchool]:
    """The context of the note of ``inputs.school``.

    Raises:
        NotMadeError: The programme has no indicators.
        UserError: No school is chosen, or its table is not accepted.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    title = say("papers.title_note_school", period=passport.period.label)
    summary = inputs.accepted(title)
    if not programme.indicators:
        raise NotMadeError(say("papers.no_indicators"), say("papers.no_indicators_action"))
    school = _chosen(inputs, summary)
    signed, unsigned = signature(programme, "отвечает за сбор", "исполняет", "подписывает")
    context = NoteSchool(
        properties=properties(passport, f"{title}: {clean(school.organisation.short_name)}", summary.built),
        body=passport.body,
        service=passport.service,
        school=clean(school.organisation.name),
        programme=programme_words(passport),
        period=passport.period.label,
        monitoring_order=act_genitive(passport, inputs.monitoring_order),
        received=date_words(school.received.date()),
        rows=_rows_text(school),
        findings=findings_text(school.findings),
        groups=_groups(summary, school),
        reached=tuple(_against_target(summary, school, reached=True)),
        missed=tuple(_against_target(summary, school, reached=False)),
        doubtful=_doubtful(school),
        signature=signed,
        dated=date_words(inputs.requisites.day) if inputs.requisites.day else "_" * 20,
    )
    return Built(context, unsigned)


def _chosen(inputs: Inputs, summary: Summary) -> SchoolResult:
    code = inputs.school.code if inputs.school else ""
    for one in summary.schools:
        if one.organisation.code == code:
            return one
    raise UserError(say("documents.school_not_accepted", school=code), say("documents.school_not_accepted_action"))


def _rows_text(school: SchoolResult) -> str:
    registers = ((name, len(rows)) for name, rows in school.data.registers.items())
    found = ", ".join(say("papers.register_rows", name=name, rows=counted(rows, "строка")) for name, rows in registers)
    return found or say("papers.no_rows")


def _groups(summary: Summary, school: SchoolResult) -> tuple[SchoolGroup, ...]:
    known = [
        (indicator, school.outcomes[indicator.code])
        for indicator in summary.programme.indicators
        if indicator.code in school.outcomes and _says_anything(school.outcomes[indicator.code])
    ]
    return tuple(
        SchoolGroup(group_title(title), tuple(_row(summary, school, *pair) for pair in members))
        for title, members in groupby(known, key=lambda pair: pair[0].group)
    )


def _says_anything(outcome: Outcome) -> bool:
    return outcome.value is not None or any(ratio.numerator for ratio in outcome.breakdown.values())


def _row(summary: Summary, school: SchoolResult, indicator: Indicator, outcome: Outcome) -> SchoolIndicator:
    municipal = summary.municipality.get(indicator.code)
    return SchoolIndicator(
        code=indicator.code,
        title=clean(indicator.title),
        value=_value(indicator, outcome),
        counted="" if indicator.kind in (*_LISTS, IndicatorKind.PRESENCE) else counted_text(outcome),
        municipality=_value(indicator, municipal) if municipal else DASH,
        target=_target(indicator),
        rank=_rank(summary, school, indicator),
    )


def _value(indicator: Indicator, outcome: Outcome) -> str:
    """A list is told by its greatest lines with their numbers."""
    if indicator.kind in _LISTS:
        lines = sorted(outcome.breakdown.items(), key=lambda line: -line[1].numerator)[:_TOP_LINES]
        return (
            ", ".join(f"{clean(label)} — {number_text(one.numerator)}" for label, one in lines if one.numerator) or DASH
        )
    return _shown(indicator, outcome.value)


def _shown(indicator: Indicator, value: float | None) -> str:
    """A presence of one school is «есть» or «нет», of the municipality a share of its schools."""
    if indicator.kind is IndicatorKind.PRESENCE and value in (0, 1):
        return say("documents.present" if value else "documents.absent")
    return value_text(indicator, value)


def _target(indicator: Indicator) -> str:
    if indicator.kind is IndicatorKind.PRESENCE and indicator.target:
        return say("documents.present")
    return target_shown(indicator)


def _rank(summary: Summary, school: SchoolResult, indicator: Indicator) -> str:
    ranks = summary.ranks.get(indicator.code, {})
    rank = ranks.get(school.organisation.code)
    if rank is None or not indicator.compares_schools or len(ranks) < 2:
        return DASH
    return say("papers.rank", rank=rank, among=len(ranks))


def _against_target(summary: Summary, school: SchoolResult, *, reached: bool) -> Iterator[str]:
    for indicator in summary.programme.indicators:
        outcome = school.outcomes.get(indicator.code)
        if outcome is None or indicator.reached(outcome.value) is not reached:
            continue
        municipal = summary.municipality.get(indicator.code)
        yield say(
            "papers.school_against_target",
            code=indicator.code,
            title=clean(indicator.title),
            value=_shown(indicator, outcome.value),
            target=_target(indicator),
            municipality=value_text(indicator, municipal.value if municipal else None),
        )


def _doubtful(school: SchoolResult) -> tuple[str, ...]:
    """How many warnings of each kind, by sheet: the messages themselves may hold names."""
    sheets: dict[str, int] = {}
    for one in school.findings:
        if one.severity is Severity.WARNING:
            sheets[one.sheet] = sheets.get(one.sheet, 0) + 1
    return tuple(
        say(
            "papers.warnings_of_sheet", sheet=sheet or say("papers.whole_table"), count=counted(count, "предупреждение")
        )
        for sheet, count in sheets.items()
    )
