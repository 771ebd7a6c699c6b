"""The reference arithmetic of indicators: what every formula of the sheets must come to.

    score_school(programme, data) -> {code: Outcome}
    score_district(programme, {school code: data}, municipal=None) -> {code: Outcome}

A district is counted like one big school: numerators and denominators are added up, numbers are thrown together.
What the parts of an :class:`Outcome` mean by kind stands in ``domain.outcomes``. Besides:

* A row counts where the register's key is filled. The numerator is counted among the rows of the denominator.
* A sum may name facts of the municipality beside those of the schools: then the municipality takes part as one
  more unit that adds its own part, in the district only; while it has not stated its part, the district's is unknown.
* A share or a change needs both sides: where one of them is a sum with a blank fact, the school has neither and
  takes no part in the municipality's sums.
* Nobody to count over (no school, an indicator of the municipality in a school's table): every part is ``None``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from statistics import median

from metodist.domain.conditions import All
from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import FactSum, Indicator, IndicatorKind, Measure
from metodist.domain.outcomes import Outcome, Ratio, Spread
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData
from metodist.domain.values import YES, Value, fold
from metodist.scoring.rows import SchoolRows, is_number, school_rows

_Schools = Sequence[SchoolRows]
_Pair = tuple[float | None, float | None]


def score_school(programme: Programme, data: SchoolData) -> dict[str, Outcome]:
    """Every indicator of one school, by code.

    Args:
        programme: Says what is counted.
        data: What the school filled in, read by the fields' types; computed fields are counted anew.
    """
    return _score(programme, [school_rows(programme, data)], [])


def score_district(
    programme: Programme, data: Mapping[str, SchoolData], municipal: Mapping[str, Value] | None = None
) -> dict[str, Outcome]:
    """Every indicator of the municipality, by code.

    Args:
        programme: Says what is counted.
        data: What each accepted school filled in, by school code.
        municipal: Facts that only the municipality knows; ``None`` where they are not at hand.
    """
    schools = [school_rows(programme, each) for each in data.values()]
    own = [] if municipal is None else [school_rows(programme, SchoolData(facts=municipal))]
    return _score(programme, schools, own)


def _score(programme: Programme, schools: _Schools, municipality: _Schools) -> dict[str, Outcome]:
    beside = [replace(rows, municipal=True) for rows in municipality]

    def units(indicator: Indicator) -> _Schools:
        if indicator.scope == MUNICIPALITY:
            return municipality
        if not indicator.municipality_adds or not beside:
            return schools
        return [*schools, *beside] if all(_is_known(rows, indicator) for rows in beside) else []

    return {indicator.code: KINDS[indicator.kind](indicator, units(indicator)) for indicator in programme.indicators}


def numbers_of_school(programme: Programme, data: SchoolData) -> dict[str, tuple[float, ...]]:
    """The numbers behind every mean and level of one school, by indicator code: what their spread is made of."""
    school = school_rows(programme, data)
    means = (IndicatorKind.MEAN, IndicatorKind.LEVEL)
    return {
        indicator.code: tuple(_numbers(indicator, school))
        for indicator in programme.indicators
        if indicator.kind in means and indicator.scope != MUNICIPALITY
    }


def _is_known(rows: SchoolRows, indicator: Indicator) -> bool:
    measures = (indicator.numerator, indicator.denominator)
    return all(rows.measure(one, indicator.scope) is not None for one in measures)


def share(indicator: Indicator, schools: _Schools) -> Outcome:
    """Numerator over denominator, and the same for every slice."""
    whole = _added([_share_of(school, indicator, All()) for school in schools])
    slices: dict[str, Ratio] = {}
    for label, condition in _slices(indicator):
        pairs = [_share_of(school, indicator, condition) for school in schools]
        counted, among = _added(pairs)
        if indicator.breakdown and indicator.breakdown.overlapping:
            among = whole[1]
        slices[label] = Ratio(counted or 0, among or 0)
    return Outcome(indicator.code, indicator.kind, *whole, _quotient(*whole), slices)


def presence(indicator: Indicator, schools: _Schools) -> Outcome:
    """Schools that state «да», of all schools; a blank is no presence."""
    states = [school.facts.get(indicator.column) for school in schools]
    pairs: list[_Pair] = [(int(isinstance(state, str) and fold(state) == YES), 1) for state in states]
    whole = _added(pairs)
    return Outcome(indicator.code, indicator.kind, *whole, _quotient(*whole))


def count(indicator: Indicator, schools: _Schools) -> Outcome:
    """The number of rows, or the sum of facts; a slice is a part of it."""
    known = [school.measure(indicator.numerator, indicator.scope) for school in schools]
    number = _sum(known)
    slices = {
        label: Ratio(_count_both(schools, indicator.scope, indicator.numerator, condition), number or 0)
        for label, condition in _slices(indicator)
    }
    return Outcome(indicator.code, indicator.kind, number, None, number, slices)


def distribution(indicator: Indicator, schools: _Schools) -> Outcome:
    """Rows of every slice over the rows that take part."""
    among = _sum([school.measure(indicator.denominator, indicator.scope) for school in schools])
    slices = {
        label: Ratio(_count_both(schools, indicator.scope, indicator.denominator, condition), among or 0)
        for label, condition in _slices(indicator)
    }
    return Outcome(indicator.code, indicator.kind, None, among, None, slices)


def mean(indicator: Indicator, schools: _Schools) -> Outcome:
    """The mean over all numbers of the column, with median, least and greatest."""
    numbers = [number for school in schools for number in _numbers(indicator, school)]
    spread = Spread(median(numbers), min(numbers), max(numbers)) if numbers else Spread(None, None, None)
    whole: _Pair = (sum(numbers), len(numbers)) if schools else (None, None)
    return Outcome(indicator.code, indicator.kind, *whole, _quotient(*whole), spread=spread)


def level(indicator: Indicator, schools: _Schools) -> Outcome:
    """A mean with the level of the scale that it reaches."""
    result = mean(indicator, schools)
    band = indicator.scale.band(result.value) if indicator.scale and result.value is not None else None
    label = band.label if band else ""
    return replace(result, level=label)


def change(indicator: Indicator, schools: _Schools) -> Outcome:
    """This period less the previous one, over the schools that know both."""
    scope = indicator.scope
    now, before = _added(
        [
            _both(school.measure(indicator.numerator, scope), school.measure(indicator.denominator, scope))
            for school in schools
        ]
    )
    difference = None if now is None or before is None else now - before
    return Outcome(indicator.code, indicator.kind, now, before, difference)


#: How every kind of indicator is counted.
KINDS: Mapping[IndicatorKind, Callable[[Indicator, _Schools], Outcome]] = {
    IndicatorKind.SHARE: share,
    IndicatorKind.PRESENCE: presence,
    IndicatorKind.COUNT: count,
    IndicatorKind.DISTRIBUTION: distribution,
    IndicatorKind.RANKING: distribution,
    IndicatorKind.MEAN: mean,
    IndicatorKind.LEVEL: level,
    IndicatorKind.CHANGE: change,
}


def _slices(indicator: Indicator) -> list[tuple[str, Measure]]:
    return [(part.label, part.condition) for part in indicator.breakdown.slices] if indicator.breakdown else []


def _share_of(school: SchoolRows, indicator: Indicator, part: Measure) -> _Pair:
    """Numerator and denominator of one school, counted among the rows of ``part``."""
    among = _narrowed(indicator.denominator, part)
    counted = _narrowed(indicator.numerator, among)
    return _both(school.measure(counted, indicator.scope), school.measure(among, indicator.scope))


def _narrowed(measure: Measure, other: Measure) -> Measure:
    """Rows that both describe; a sum of facts cannot be narrowed and narrows nothing."""
    if isinstance(measure, FactSum) or isinstance(other, FactSum):
        return measure
    return All((other, measure))


def _count_both(schools: _Schools, scope: str, whole: Measure, part: Measure) -> float:
    return _sum([school.measure(_narrowed(part, whole), scope) for school in schools]) or 0


def _numbers(indicator: Indicator, school: SchoolRows) -> list[float]:
    if isinstance(indicator.numerator, FactSum):
        return []
    values = (row.get(indicator.column) for row in school.matching(indicator.numerator, indicator.scope))
    return [value for value in values if is_number(value)]


def _both(counted: float | None, among: float | None) -> _Pair:
    return (None, None) if counted is None or among is None else (counted, among)


def _added(pairs: Sequence[_Pair]) -> _Pair:
    return _sum([counted for counted, _ in pairs]), _sum([among for _, among in pairs])


def _sum(values: Sequence[float | None]) -> float | None:
    """The sum of what is known; ``None`` where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _quotient(counted: float | None, among: float | None) -> float | None:
    return None if counted is None or among is None else Ratio(counted, among).value
