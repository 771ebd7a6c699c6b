"""What indicators come to in a table that nobody has filled in: its cached values where no others are given."""

from __future__ import annotations

from metodist.domain.conditions import Condition, holds
from metodist.domain.indicators import FactSum, Indicator, IndicatorKind, Measure
from metodist.domain.outcomes import Outcome, Ratio
from metodist.layout.conditions import SINGLE_SCOPES
from metodist.layout.plan import Plan


def empty_outcome(plan: Plan, indicator: Indicator) -> Outcome:
    """Counts are 0, values are unknown; facts that are sums are unknown themselves."""
    kind = indicator.kind
    numerator, denominator, value = _NUMBERS[kind]
    if kind is IndicatorKind.PRESENCE:
        return Outcome(indicator.code, kind, 0, 1, 0.0)
    number = _measure(plan, indicator, indicator.numerator) if numerator else None
    among = _measure(plan, indicator, indicator.denominator) if denominator else None
    if kind in (IndicatorKind.MEAN, IndicatorKind.LEVEL):
        number = among = 0
    if kind in (IndicatorKind.SHARE, IndicatorKind.CHANGE) and (number is None or among is None):
        number = among = None
    result = number if kind is IndicatorKind.COUNT else None
    if kind is IndicatorKind.SHARE and number is not None and among:
        result = number / among
    slices = indicator.breakdown.slices if indicator.breakdown else ()
    breakdown = {part.label: Ratio(0, among or 0) for part in slices} if value else {}
    return Outcome(indicator.code, kind, number, among, result, breakdown)


#: Kind → whether it has a numerator, a denominator and slices.
_NUMBERS: dict[IndicatorKind, tuple[bool, bool, bool]] = {
    IndicatorKind.SHARE: (True, True, True),
    IndicatorKind.PRESENCE: (True, True, False),
    IndicatorKind.COUNT: (True, False, True),
    IndicatorKind.DISTRIBUTION: (False, True, True),
    IndicatorKind.RANKING: (False, True, True),
    IndicatorKind.MEAN: (True, True, False),
    IndicatorKind.LEVEL: (True, True, False),
    IndicatorKind.CHANGE: (True, True, False),
}


def _measure(plan: Plan, indicator: Indicator, measure: Measure) -> float | None:
    if isinstance(measure, FactSum):
        return None
    return _school(plan, measure) if indicator.scope in SINGLE_SCOPES else 0


def _school(plan: Plan, condition: Condition) -> int:
    return int(holds(condition, {}, plan.programme.passport.period))
