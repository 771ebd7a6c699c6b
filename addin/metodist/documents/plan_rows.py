"""The roadmap and the plan as rows of tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Annotated

from metodist.documents.numbers import date_digits
from metodist.documents.source import From
from metodist.documents.typography import capitalised, clean
from metodist.domain.plans import Plan, PlanEntry, PlanItem, State
from metodist.domain.programme import Programme
from metodist.domain.roadmap import Activity, ActivityKind, Fulfilment
from metodist.domain.wording import DASH
from metodist.messages import say

#: More dates than this of one row are told by the words of the programme: «раз в квартал».
_FEW_DATES = 2


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One activity."""

    number: Annotated[str, From("«Дорожная карта», графа «№»; «—», где номера нет")]
    title: Annotated[str, From("«Дорожная карта», графа «Мероприятие»; «Мониторинги», графа «Мониторинг»")]
    term: Annotated[str, From("«Дорожная карта», графа «Срок», или её даты; «—», где срок не указан")]
    responsible: Annotated[str, From("«Дорожная карта», графа «Ответственный»; «—», где не указан")]
    expected: Annotated[str, From("«Дорожная карта», графа «Ожидаемый результат»; «—», где не указан")]


@dataclass(frozen=True, slots=True)
class MarkedRow(PlanRow):
    """One activity with what has been done of it."""

    done: Annotated[str, From("статус, дата и подтверждение из книги программы и «План.xlsx»; «—», где не отмечено")]


@dataclass(frozen=True, slots=True)
class PlanSection:
    """Activities under one heading."""

    title: Annotated[str, From("«Дорожная карта», графа «Раздел»; у решений и анализа — с названием вида")]
    rows: Annotated[tuple[PlanRow, ...], From("мероприятия раздела")]


@dataclass(frozen=True, slots=True)
class MarkedSection:
    """Activities under one heading, with what has been done of them."""

    title: Annotated[str, From("«Дорожная карта», графа «Раздел»; у решений и анализа — с названием вида")]
    rows: Annotated[tuple[MarkedRow, ...], From("мероприятия раздела")]


def roadmap_sections(programme: Programme) -> tuple[PlanSection, ...]:
    """The whole roadmap in the programme's order and words."""
    grouped = groupby(programme.roadmap, key=lambda one: (one.kind, one.section))
    return tuple(
        PlanSection(section_title(kind.value, section), tuple(_roadmap_row(one) for one in rows))
        for (kind, section), rows in grouped
    )


def _roadmap_row(one: Activity) -> PlanRow:
    return PlanRow(
        number=one.number or DASH,
        title=sentence(one.title),
        term=sentence(one.term),
        responsible=shown_people(one.responsible),
        expected=sentence(one.expected),
    )


def plan_sections(plan: Plan) -> tuple[PlanSection, ...]:
    """What belongs to the reporting period: rows with a date in it, and rows without a date at all."""
    return tuple(
        PlanSection(title, tuple(_plan_row(item, entries) for item, entries in members))
        for title, members in sections_of_period(plan)
    )


def sections_of_period(plan: Plan) -> tuple[tuple[str, tuple[tuple[PlanItem, tuple[PlanEntry, ...]], ...]], ...]:
    """The rows of the reporting period under their headings, each with its dates in the period."""
    rows = [(item, entries) for item, entries in items_of_period(plan) if entries or _is_undated(plan, item)]
    grouped = groupby(rows, key=lambda pair: (pair[0].kind, pair[0].section))
    return tuple((section_title(kind, section), tuple(members)) for (kind, section), members in grouped)


def items_of_period(plan: Plan) -> tuple[tuple[PlanItem, tuple[PlanEntry, ...]], ...]:
    """Every row of the plan with its dates that touch the reporting period."""
    return tuple(
        (item, tuple(entry for entry in entries_of_period(plan) if entry.item.key == item.key)) for item in plan.items
    )


def entries_of_period(plan: Plan) -> tuple[PlanEntry, ...]:
    """The dated times that touch the reporting period, by their dates."""
    period = plan.years.period
    return tuple(
        entry for entry in plan.entries if entry.occurrence.start <= period.end and entry.occurrence.end >= period.start
    )


def _is_undated(plan: Plan, item: PlanItem) -> bool:
    return not any(entry.item.key == item.key for entry in plan.entries)


def _plan_row(item: PlanItem, entries: tuple[PlanEntry, ...]) -> PlanRow:
    return PlanRow(
        number=item.number or DASH,
        title=sentence(item.title),
        term=dates_text(item, entries),
        responsible=shown_people(item.responsible),
        expected=sentence(item.expected),
    )


def dates_text(item: PlanItem, entries: tuple[PlanEntry, ...]) -> str:
    """The dates in the period where they are few, else the programme's own words for the term."""
    labels = tuple(entry.occurrence.label for entry in entries)
    return ", ".join(labels) if 0 < len(labels) <= _FEW_DATES else sentence(item.term)


def sentence(text: str) -> str:
    """A cell's text: capital first, no full stop at its end; «—» for none."""
    return capitalised(clean(text).rstrip(" .;")) or DASH


def shown_people(text: str) -> str:
    """Who answers, and after «/» who takes part, as the programme words it; «—» for none."""
    return ", ".join(part.strip(" ,") for part in clean(text).split("/") if part.strip(" ,")) or DASH


def fulfilment_text(entered: Iterable[Fulfilment]) -> str:
    """«выполнено 12.11.2026, протокол № 3»; several dates one after another; «—» where nothing is entered."""
    texts = (_one_fulfilment(one) for one in entered)
    return "; ".join(dict.fromkeys(text for text in texts if text)) or DASH


def _one_fulfilment(one: Fulfilment) -> str:
    status = one.status.value if one.status else ""
    done = status or (State.DONE.value if one.day else "")
    dated = f"{done} {date_digits(one.day)}" if one.day else done
    return ", ".join(part for part in (dated, clean(one.document).rstrip(".")) if part)


def section_title(kind: str, section: str) -> str:
    """Decisions and analyses say what they are: their sections are named like those of activities."""
    title = sentence(section)
    if kind == ActivityKind.DECISION.value:
        return say("documents.section_decision", section=title)
    if kind == ActivityKind.EFFECT.value:
        return say("documents.section_effect", section=title)
    return title


def months_of(start: date, end: date) -> tuple[date, ...]:
    """The first days of the months from ``start`` to ``end``."""
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    return tuple(
        date(start.year + (start.month - 1 + step) // 12, (start.month - 1 + step) % 12 + 1, 1) for step in range(count)
    )


def month_end(first: date) -> date:
    """The last day of the month that begins on ``first``."""
    return months_of(first, first + timedelta(days=31))[1] - timedelta(days=1)
