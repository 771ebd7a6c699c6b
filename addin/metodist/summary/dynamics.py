"""Dynamics: this period against the earlier ones; a change is called one where chance does not explain it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from metodist.domain.association import two_groups
from metodist.domain.chance import LEVEL, adjusted, is_count, two_counts, two_shares
from metodist.domain.dynamics import (
    DISTRICT,
    Change,
    Dynamics,
    Movement,
    PeriodResults,
    Point,
    Series,
    Test,
    compared_value,
)
from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme

_LISTS = (IndicatorKind.DISTRIBUTION, IndicatorKind.RANKING)
_MEANS = (IndicatorKind.MEAN, IndicatorKind.LEVEL)
_SHARES = (IndicatorKind.SHARE, IndicatorKind.PRESENCE)

_Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Sides:
    """Two periods of one indicator: numerator and denominator (number and 0), and the numbers of a mean."""

    pairs: tuple[_Pair, _Pair]
    numbers: tuple[tuple[float, ...], tuple[float, ...]]
    schools: int


def dynamics_of(programme: Programme, results: Sequence[PeriodResults]) -> Dynamics:
    """Every indicator of the municipality and of every school that handed in now.

    Args:
        programme: This year's.
        results: The oldest first; the last is this period.
    """
    now = results[-1]
    series: dict[tuple[str, str], Series] = {}
    district: dict[tuple[str, str], Series] = {}
    for indicator in programme.indicators:
        if indicator.kind in _LISTS:
            continue
        district[indicator.code, DISTRICT] = _series(indicator, DISTRICT, results)
        own = () if indicator.scope == MUNICIPALITY else now.schools
        series |= _judged({(indicator.code, school): _series(indicator, school, results) for school in own})
    return Dynamics(tuple(each.period for each in results), _judged(district) | series)


def _series(indicator: Indicator, school: str, results: Sequence[PeriodResults]) -> Series:
    points = tuple(
        Point(each.period, _outcome(each, indicator.code, school), each.remarks.get(indicator.code, ""))
        for each in results
    )
    return Series(indicator.code, school, points, _change(indicator, school, points, results))


def _outcome(results: PeriodResults, code: str, school: str) -> Outcome | None:
    outcomes = results.municipality if school == DISTRICT else results.schools.get(school, {})
    return outcomes.get(code)


def _change(
    indicator: Indicator, school: str, points: Sequence[Point], results: Sequence[PeriodResults]
) -> Change | None:
    """Against the newest earlier period with a value; not judged yet."""
    earlier = [place for place, point in enumerate(points[:-1]) if point.value is not None]
    if not earlier or points[-1].value is None:
        return None
    before, now = results[earlier[-1]], results[-1]
    sides = _sides(indicator, school, before, now)
    if sides is None:
        return None
    values = [_value(indicator, pair) for pair in sides.pairs]
    if values[0] is None or values[1] is None:
        return None
    test, chance = _held(indicator, sides)
    return Change(
        before=points[earlier[-1]],
        now=points[-1],
        movement=Movement.UNTESTED,
        test=test,
        difference=values[1] - values[0],
        pairs=sides.pairs,
        schools=sides.schools,
        chance=chance,
    )


def _sides(indicator: Indicator, school: str, before: PeriodResults, now: PeriodResults) -> _Sides | None:
    """A school's own numbers; of the municipality the sums over the schools that handed in both times."""
    code = indicator.code
    if indicator.scope == MUNICIPALITY:
        found = [(before.municipality.get(code), now.municipality.get(code))]
        schools: list[str] = []
    else:
        wanted = before.schools.keys() & now.schools.keys() if school == DISTRICT else {school}
        schools = sorted(each for each in wanted if _known(before, code, each) and _known(now, code, each))
        found = [(before.schools[each][code], now.schools[each][code]) for each in schools]
    pairs = [(_pair(indicator, then), _pair(indicator, today)) for then, today in found if then and today]
    if not pairs:
        return None
    first, second = ((sum(pair[side][0] for pair in pairs), sum(pair[side][1] for pair in pairs)) for side in (0, 1))
    numbers = tuple(
        tuple(number for each in schools for number in side.numbers.get((each, code), ())) for side in (before, now)
    )
    return _Sides((first, second), (numbers[0], numbers[1]), len(pairs))


def _known(results: PeriodResults, code: str, school: str) -> bool:
    return compared_value(results.schools.get(school, {}).get(code)) is not None


def _pair(indicator: Indicator, outcome: Outcome) -> _Pair:
    if indicator.kind in (IndicatorKind.COUNT, IndicatorKind.CHANGE):
        return outcome.numerator or 0, 0
    return outcome.numerator or 0, outcome.denominator or 0


def _value(indicator: Indicator, pair: _Pair) -> float | None:
    if indicator.kind in (IndicatorKind.COUNT, IndicatorKind.CHANGE):
        return pair[0]
    return pair[0] / pair[1] if pair[1] else None


def _held(indicator: Indicator, sides: _Sides) -> tuple[Test, float | None]:
    """Which test fits, and how likely chance alone explains the difference."""
    (n, of), (m, among) = sides.pairs
    if indicator.kind is IndicatorKind.PRESENCE and of == among == 1:
        return Test.STATED, None
    if indicator.kind in _SHARES:
        if is_count(n, of, m, among) and n <= of and m <= among:
            return Test.SHARES, two_shares((int(n), int(of)), (int(m), int(among)))
    elif indicator.kind in _MEANS:
        effect = two_groups(*sides.numbers)
        if effect is not None:
            return Test.VALUES, effect.chance if _agrees(effect.size, sides.pairs) else 1.0
    elif is_count(n, m):
        return Test.COUNTS, two_counts(int(n), int(m))
    return Test.NONE, None


def _agrees(size: float, pairs: tuple[_Pair, _Pair]) -> bool:
    """Whether the ranks moved to the side that the means moved to; of the first group minus the second."""
    (n, of), (m, among) = pairs
    return size * (n / of - m / among) > 0


def _judged(series: Mapping[tuple[str, str], Series]) -> dict[tuple[str, str], Series]:
    """The same series with their changes judged, corrected for all comparisons among them."""
    corrected = adjusted(dict(_chances(series)))
    return {key: _judged_one(each, corrected.get(key)) for key, each in series.items()}


def _judged_one(series: Series, corrected: float | None) -> Series:
    if series.change is None:
        return series
    return replace(
        series, change=replace(series.change, movement=_movement(series.change, corrected), corrected=corrected)
    )


def _chances(series: Mapping[tuple[str, str], Series]) -> Iterator[tuple[tuple[str, str], float]]:
    for key, each in series.items():
        if each.change is not None and each.change.chance is not None:
            yield key, each.change.chance


def _movement(change: Change, corrected: float | None) -> Movement:
    difference = change.difference or 0.0
    if difference == 0:
        return Movement.SAME
    if change.test is Test.STATED:
        return Movement.APPEARED if difference > 0 else Movement.VANISHED
    if corrected is None:
        return Movement.UNTESTED
    if corrected > LEVEL:
        return Movement.UNCONFIRMED
    return Movement.GREW if difference > 0 else Movement.FELL
