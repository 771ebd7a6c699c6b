"""How schools' values spread: mean, median, least, greatest; leaders and laggards, honest about small numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.numbers import counted
from metodist.documents.source import From
from metodist.documents.typography import clean
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import FEW, Outcome
from metodist.domain.summary import Summary
from metodist.domain.wording import DASH, counted_text, is_fraction, number_text, percent_text, value_text
from metodist.messages import say

#: How many schools are named on either side.
NAMED = 3
_OVER_MANY = (IndicatorKind.SHARE, IndicatorKind.MEAN, IndicatorKind.LEVEL)


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One indicator of the table of schools' values."""

    code: Annotated[str, From("«Показатели», графа «Код»")]
    title: Annotated[str, From("«Показатели», графа «Показатель», с единицей, кроме долей")]
    municipality: Annotated[str, From("свод: значение по муниципалитету")]
    mean: Annotated[str, From("свод: среднее значений школ")]
    median: Annotated[str, From("свод: медиана значений школ")]
    minimum: Annotated[str, From("свод: наименьшее значение школы")]
    maximum: Annotated[str, From("свод: наибольшее значение школы")]
    schools: Annotated[str, From("свод: у скольких школ есть значение")]


@dataclass(frozen=True, slots=True)
class Value:
    """One school's value of one indicator."""

    school: str
    outcome: Outcome
    value: float

    @property
    def solid(self) -> bool:
        """Whether it stands on enough people to be compared."""
        many = self.outcome.denominator
        return self.outcome.kind not in _OVER_MANY or (many is not None and many >= FEW)


def school_values(summary: Summary, indicator: Indicator) -> tuple[Value, ...]:
    """The schools that have a value, the best first; equal ones in the programme's order."""
    found = ((one.organisation.short_name, one.outcomes.get(indicator.code)) for one in summary.schools)
    values = [
        Value(clean(name), outcome, outcome.value)
        for name, outcome in found
        if outcome is not None and outcome.value is not None
    ]
    return tuple(sorted(values, key=lambda one: -one.value if indicator.higher_is_better else one.value))


def spread_rows(summary: Summary) -> tuple[SpreadRow, ...]:
    """Shares, means and levels of which at least two schools have a value; numbers only mirror a school's size."""
    rows = []
    for indicator in summary.programme.indicators:
        values = school_values(summary, indicator)
        if indicator.kind not in _OVER_MANY or not indicator.compares_schools or len(values) < 2:
            continue
        statistics, outcome = summary.statistics[indicator.code], summary.municipality.get(indicator.code)
        rows.append(
            SpreadRow(
                code=indicator.code,
                title=_with_unit(indicator),
                municipality=_plain(indicator, outcome.value if outcome else None),
                mean=_plain(indicator, statistics.mean),
                median=_plain(indicator, statistics.median),
                minimum=_plain(indicator, statistics.minimum),
                maximum=_plain(indicator, statistics.maximum),
                schools=str(len(values)),
            )
        )
    return tuple(rows)


def _with_unit(indicator: Indicator) -> str:
    """The title with the unit behind a comma, because the narrow columns show bare numbers."""
    title = clean(indicator.title)
    return title if is_fraction(indicator) or not indicator.unit else f"{title}, {indicator.unit}"


def _plain(indicator: Indicator, value: float | None) -> str:
    if value is None:
        return DASH
    return percent_text(value) if is_fraction(indicator) else number_text(value)


def extremes_text(summary: Summary, indicator: Indicator) -> str:
    """Leaders and laggards in one sentence; empty where there is nothing to compare."""
    values = school_values(summary, indicator)
    solid = [one for one in values if one.solid]
    if not indicator.compares_schools or len(values) < 2:
        return ""
    few = len(values) - len(solid)
    left_out = say("documents.left_out", number=counted(few, "школа"), few=FEW) if few else ""
    if len(solid) < 2:
        return say("documents.too_few", code=indicator.code, few=FEW)
    if solid[0].value == solid[-1].value:
        text = say("documents.all_equal", code=indicator.code, value=value_text(indicator, solid[0].value))
        return text + left_out
    best, worst = _side(indicator, solid), _side(indicator, solid[::-1])
    return say("documents.extremes", code=indicator.code, best=best, worst=worst) + left_out


def _side(indicator: Indicator, ordered: list[Value]) -> str:
    """The schools at one end: a tie is never cut, too long a tie is counted instead of named."""
    first = [one for one in ordered if one.value == ordered[0].value]
    if len(first) > NAMED:
        return say("documents.tie", value=value_text(indicator, first[0].value), number=counted(len(first), "школа"))
    named = list(first)
    for one in ordered[len(first) : len(ordered) // 2]:
        tie = [other for other in ordered if other.value == one.value]
        if one not in named and len(named) + len(tie) > NAMED:
            break
        if one not in named:
            named.extend(tie)
    return "; ".join(_named(indicator, one) for one in named)


def _named(indicator: Indicator, one: Value) -> str:
    value, counts = value_text(indicator, one.value), counted_text(one.outcome)
    if not counts:
        return say("documents.school_value", school=one.school, value=value)
    return say("documents.school_value_counted", school=one.school, value=value, counted=counts)


def below_target(summary: Summary, indicator: Indicator) -> tuple[Value, ...]:
    """Schools that miss the target, the farthest from it first."""
    return tuple(one for one in reversed(school_values(summary, indicator)) if indicator.reached(one.value) is False)
