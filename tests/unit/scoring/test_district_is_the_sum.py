"""Whatever is counted: the municipality's parts are the sums of the schools' parts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metodist.domain.indicators import Indicator
from metodist.domain.outcomes import Outcome
from metodist.scoring.indicators import score_district, score_school
from parity.book import school_data
from parity.random_indicators import indicators
from parity.sample import Filled, programme, schools

# Numbers of the sample are multiples of 1/4, so their sums are exact.


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(schools(0, 6), max_size=3), st.lists(indicators(), min_size=5, max_size=12))
def test_parts_of_the_municipality_are_sums(filled: list[Filled], drawn: list[Indicator]) -> None:
    made = programme(tuple(replace(each, code=str(number)) for number, each in enumerate(drawn)))
    data = {str(number): school_data(each) for number, each in enumerate(filled)}
    district = score_district(made, data)
    each_school = [score_school(made, school) for school in data.values()]
    for code, whole in district.items():
        parts = [outcomes[code] for outcomes in each_school]
        assert whole.numerator == _total([part.numerator for part in parts])
        assert whole.denominator == _total([part.denominator for part in parts])
        for label in whole.breakdown:
            assert whole.breakdown[label].numerator == sum(part.breakdown[label].numerator for part in parts)
            assert whole.breakdown[label].denominator == sum(part.breakdown[label].denominator for part in parts)
        _check_spread(whole, parts)


def _check_spread(whole: Outcome, parts: list[Outcome]) -> None:
    spreads = [part.spread for part in parts if part.spread and part.spread.minimum is not None]
    if whole.spread is None or not spreads:
        return
    assert whole.spread.minimum == min(spread.minimum for spread in spreads if spread.minimum is not None)
    assert whole.spread.maximum == max(spread.maximum for spread in spreads if spread.maximum is not None)


def _total(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
