"""Parts of a programme as tables and lists: what an order that approves it has as annex."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from metodist.documents.indicators import group_title, target_shown
from metodist.documents.plan_rows import sentence
from metodist.documents.source import From
from metodist.documents.typography import capitalised, clean
from metodist.domain.programme import Passport, Programme
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal."""

    number: Annotated[str, From("«Цели», графа «№»")]
    title: Annotated[str, From("«Цели», графа «Цель»")]
    description: Annotated[str, From("«Цели», графа «Содержание»; «—», где не указано")]


@dataclass(frozen=True, slots=True)
class AimRow:
    """One indicator of the programme."""

    code: Annotated[str, From("«Показатели», графа «Код»")]
    title: Annotated[str, From("«Показатели», графа «Показатель»")]
    kind: Annotated[str, From("«Показатели», графа «Вид»")]
    target: Annotated[str, From("«Показатели», графа «Целевое значение»; «—», где цели нет")]


@dataclass(frozen=True, slots=True)
class AimGroup:
    """A group of indicators, as the programme names it."""

    title: Annotated[str, From("«Показатели», графа «Группа»")]
    rows: Annotated[tuple[AimRow, ...], From("показатели группы")]


@dataclass(frozen=True, slots=True)
class MonitoringRow:
    """One monitoring of the programme."""

    number: Annotated[str, From("«Мониторинги», графа «№»")]
    title: Annotated[str, From("«Мониторинги», графа «Мониторинг»")]
    term: Annotated[str, From("«Мониторинги», графа «Срок»; «—», где не указан")]
    use: Annotated[str, From("«Мониторинги», графа «Использование результатов»; «—», где не указано")]


@dataclass(frozen=True, slots=True)
class FreeSection:
    """A free section of the passport."""

    title: Annotated[str, From("«Паспорт», графа «Раздел»")]
    lines: Annotated[tuple[str, ...], From("«Паспорт», графы «Название» и «Значение» строк раздела")]


def goal_rows(programme: Programme) -> tuple[GoalRow, ...]:
    """One row a goal."""
    return tuple(GoalRow(one.number, sentence(one.title), sentence(one.description)) for one in programme.goals)


def aim_groups(programme: Programme) -> tuple[AimGroup, ...]:
    """The indicators by group, with their kinds and targets."""
    grouped = groupby(programme.indicators, key=lambda one: one.group)
    return tuple(
        AimGroup(
            group_title(title),
            tuple(AimRow(one.code, clean(one.title), one.kind.value, target_shown(one)) for one in members),
        )
        for title, members in grouped
    )


def monitoring_rows(programme: Programme) -> tuple[MonitoringRow, ...]:
    """One row a monitoring."""
    return tuple(
        MonitoringRow(one.number, sentence(one.title), sentence(one.term), sentence(one.use_of_results))
        for one in programme.monitorings
    )


def free_sections(passport: Passport) -> tuple[FreeSection, ...]:
    """The free sections of the passport that say anything."""
    sections = ((title, tuple(_line(*row) for row in rows if clean(row[1]))) for title, rows in passport.extra.items())
    return tuple(FreeSection(capitalised(clean(title)), lines) for title, lines in sections if lines)


def programme_years(passport: Passport) -> str:
    """«2025–2027 годы»; empty where the passport does not say."""
    first, last = passport.first_year, passport.last_year
    if first is None or last is None:
        return ""
    if first == last:
        return say("documents.one_year", year=first)
    return say("documents.years", first=first, last=last)


def _line(name: str, value: str) -> str:
    """«название — значение»; a name that is only a number, or ends with one, numbers the rows and is left out."""
    text = clean(value).rstrip(" .;")
    numbered = clean(name).split(" ")[-1].rstrip(".").isdigit()
    return text if numbered else f"{clean(name)} — {text}"
