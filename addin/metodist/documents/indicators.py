"""Indicators as tables and sentences show them. Every number is a number of the summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from metodist.documents.changes import direction_text
from metodist.documents.source import From
from metodist.documents.typography import clean
from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.summary import Summary
from metodist.domain.wording import DASH, aim_text, counted_text, is_fraction, value_text
from metodist.messages import say

_LISTS = (IndicatorKind.DISTRIBUTION, IndicatorKind.RANKING)
_TELLING = (IndicatorKind.SHARE, IndicatorKind.CHANGE)
"""Kinds whose value says something without a target beside it."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator of the table of indicators."""

    code: Annotated[str, From("«Показатели», графа «Код»")]
    title: Annotated[str, From("«Показатели», графа «Показатель»")]
    counted: Annotated[str, From("числитель и знаменатель из свода: «815 из 1 141»", optional=True)]
    value: Annotated[str, From("значение по муниципалитету из свода; для перечней — номер таблицы")]
    target: Annotated[str, From("«Показатели», графа «Целевое значение»; «—», где цели нет")]
    verdict: Annotated[
        str, From("«достигнуто», «не достигнуто», «нет данных»; без цели — «—», у изменения рост или снижение")
    ]


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """A group of indicators, as the programme names it."""

    title: Annotated[str, From("«Показатели», графа «Группа»")]
    rows: Annotated[tuple[IndicatorRow, ...], From("показатели группы")]


def indicator_groups(summary: Summary, tables: Mapping[str, int]) -> tuple[IndicatorGroup, ...]:
    """All indicators by group, in the programme's order.

    Args:
        summary: Gives the indicators and the municipality's outcomes.
        tables: The number of the table that shows an indicator's breakdown, by indicator code.
    """
    rows = ((item, _row(item, summary.municipality.get(item.code), tables)) for item in summary.programme.indicators)
    return tuple(
        IndicatorGroup(group_title(title), tuple(row for _, row in members))
        for title, members in groupby(rows, key=lambda pair: pair[0].group)
    )


def group_title(group: str) -> str:
    """The group's title; indicators that only a monitoring has stand under a title of their own."""
    return clean(group) or say("documents.group_of_monitorings")


def _row(indicator: Indicator, outcome: Outcome | None, tables: Mapping[str, int]) -> IndicatorRow:
    return IndicatorRow(
        code=indicator.code,
        title=clean(indicator.title),
        counted=counted_text(outcome) if outcome else "",
        value=_value(indicator, outcome, tables),
        target=target_shown(indicator),
        verdict=_verdict(indicator, outcome),
    )


def _value(indicator: Indicator, outcome: Outcome | None, tables: Mapping[str, int]) -> str:
    if indicator.kind in _LISTS and indicator.code in tables:
        return say("documents.in_table", number=tables[indicator.code])
    if outcome is None or outcome.value is None:
        return DASH
    if indicator.kind is IndicatorKind.PRESENCE and indicator.scope == MUNICIPALITY:
        return say("documents.present" if outcome.value else "documents.absent")
    shown = value_text(indicator, outcome.value)
    return say("documents.value_level", value=shown, level=outcome.level) if outcome.level else shown


def target_shown(indicator: Indicator) -> str:
    """The target; where less is better it says so, for the bare number would be read the other way round."""
    aim = aim_text(indicator)
    if not aim:
        return DASH
    return aim if indicator.higher_is_better else say("documents.not_more", target=aim)


def _verdict(indicator: Indicator, outcome: Outcome | None) -> str:
    if indicator.target is None:
        return direction_text(indicator, outcome) or DASH
    reached = indicator.reached(outcome.value if outcome else None)
    if reached is None:
        return say("documents.no_data")
    return say("documents.reached" if reached else "documents.missed")


def with_target(summary: Summary) -> tuple[Indicator, ...]:
    """Indicators that have both a target and a value, in the programme's order."""
    return tuple(item for item in summary.programme.indicators if _reached(summary, item) is not None)


def reached(summary: Summary) -> tuple[Indicator, ...]:
    """Indicators whose municipal value reaches the target."""
    return tuple(item for item in summary.programme.indicators if _reached(summary, item) is True)


def missed(summary: Summary) -> tuple[Indicator, ...]:
    """Indicators whose municipal value misses the target, the farthest from it first.

    Shares come first, by percentage points; then the others, by the gap as a part of the target: points and
    numbers of different units cannot stand in one row.
    """
    behind = (item for item in summary.programme.indicators if _reached(summary, item) is False)
    return tuple(sorted(behind, key=lambda item: _distance(item, summary.municipality[item.code])))


def _reached(summary: Summary, indicator: Indicator) -> bool | None:
    outcome = summary.municipality.get(indicator.code)
    return indicator.reached(outcome.value) if outcome else None


def _distance(indicator: Indicator, outcome: Outcome) -> tuple[bool, float]:
    target = indicator.target or 0
    gap = abs(target - (outcome.value or 0))
    if is_fraction(indicator):
        return False, -gap
    return True, -gap / abs(target) if target else -gap


def unknown(summary: Summary) -> tuple[Indicator, ...]:
    """Indicators that came to nothing: no value, and no rows to distribute."""
    return tuple(item for item in summary.programme.indicators if not _known(summary.municipality.get(item.code)))


def _known(outcome: Outcome | None) -> bool:
    if outcome is None:
        return False
    return outcome.value is not None or any(ratio.numerator for ratio in outcome.breakdown.values())


def key_indicators(summary: Summary) -> tuple[Indicator, ...]:
    """What an order speaks of: indicators with a target; where the programme names none, shares and changes."""
    aimed = with_target(summary)
    if aimed:
        return aimed
    telling = (item for item in summary.programme.indicators if item.kind in _TELLING)
    return tuple(item for item in telling if _known(summary.municipality.get(item.code)))


def finding(summary: Summary, indicator: Indicator) -> str:
    """«1.3. Доля педагогов…: 71,4 % (815 из 1 141), цель 80 % не достигнута», without a full stop."""
    return say("documents.finding", code=indicator.code, headline=clean(summary.headlines[indicator.code]))
