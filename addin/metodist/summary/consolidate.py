"""All accepted tables of one period as one value: statistics, ranks, completeness, findings in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from metodist.domain.indicators import Indicator
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Organisation, Programme
from metodist.domain.summary import FaultyReturn, SchoolResult, Statistics, Summary
from metodist.summary.headlines import headline
from metodist.summary.statistics import NOTHING, ranks_of, statistics_of


def consolidate(
    programme: Programme,
    accepted: Sequence[SchoolResult],
    faulty: Sequence[FaultyReturn],
    missing: Sequence[Organisation],
    municipality: Mapping[str, Outcome],
    built: datetime,
) -> Summary:
    """Put the schools' results side by side.

    Args:
        programme: Gives the order of schools and which indicators compare schools.
        accepted: One result a school, scored.
        faulty: The newest tables that wait for their schools.
        missing: Schools that sent nothing.
        municipality: Σ numerators over Σ denominators, scored; never taken from the schools' shares.
        built: Local time of the summary.
    """
    place = {school.code: number for number, school in enumerate(programme.organisations)}
    schools = tuple(sorted(accepted, key=lambda school: place.get(school.organisation.code, len(place))))
    compared = [indicator for indicator in programme.indicators if indicator.compares_schools]
    values = {indicator.code: _values(indicator, schools) for indicator in compared}
    better = {indicator.code: indicator.higher_is_better for indicator in compared}
    statistics: dict[str, Statistics] = {indicator.code: NOTHING for indicator in programme.indicators}
    ranks: dict[str, dict[str, int]] = {indicator.code: {} for indicator in programme.indicators}
    return Summary(
        programme=programme,
        schools=schools,
        faulty=tuple(sorted(faulty, key=lambda item: place.get(item.organisation.code, len(place)))),
        missing=tuple(sorted(missing, key=lambda school: place.get(school.code, len(place)))),
        municipality=dict(municipality),
        statistics=statistics | statistics_of(values),
        ranks=ranks | ranks_of(values, better),
        built=built,
        headlines=_headlines(programme.indicators, municipality),
    )


def _values(indicator: Indicator, schools: Iterable[SchoolResult]) -> dict[str, float]:
    found = ((school.organisation.code, school.outcomes.get(indicator.code)) for school in schools)
    return {code: outcome.value for code, outcome in found if outcome and outcome.value is not None}


def _headlines(indicators: Iterable[Indicator], municipality: Mapping[str, Outcome]) -> dict[str, str]:
    known = ((item, municipality[item.code]) for item in indicators if item.code in municipality)
    sentences = {indicator.code: headline(indicator, outcome) for indicator, outcome in known}
    return {code: sentence for code, sentence in sentences.items() if sentence}
