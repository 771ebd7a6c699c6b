"""Summaries with earlier years: the same districts, filled in anew with other seeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from metodist.domain.dynamics import PeriodResults
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData
from metodist.domain.summary import Summary
from metodist.domain.values import Value
from metodist.scoring.indicators import numbers_of_school, score_district, score_school
from metodist.services.analysing import analysis_of
from metodist.services.demo_data import municipal_facts, school_data
from metodist.services.years import in_year
from summary_samples import summary_of


def results_of(
    programme: Programme, year: int, data: Mapping[str, SchoolData], municipal: Mapping[str, Value] | None = None
) -> PeriodResults:
    """What a year's answers come to by this year's indicators."""
    then = in_year(programme, year)
    return PeriodResults(
        period=Period(year, programme.passport.period.kind),
        municipality=score_district(then, data, municipal),
        schools={code: score_school(then, own) for code, own in data.items()},
        numbers={
            (code, key): numbers for code, own in data.items() for key, numbers in numbers_of_school(then, own).items()
        },
    )


def filled(programme: Programme, seed: int, silent: int) -> dict[str, SchoolData]:
    """Seeded answers; the last schools are silent."""
    schools = programme.reporting[: len(programme.reporting) - silent]
    return {school.code: school_data(programme, school, seed=seed) for school in schools}


def with_years(programme: Programme, *, earlier: int = 2, silent: int = 2) -> Summary:
    """This year's summary with its analysis over so many earlier years, one school more a year."""
    year = programme.passport.period.year
    summary = summary_of(programme, filled(programme, 7, silent), municipal=municipal_facts(programme, seed=7))
    results = tuple(
        results_of(
            programme,
            year - back,
            filled(programme, 7 + back, silent + back),
            municipal_facts(programme, seed=7 + back),
        )
        for back in range(earlier, 0, -1)
    )
    return replace(summary, analysis=analysis_of(summary, results))
