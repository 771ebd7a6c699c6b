"""The analysis of a summary: dynamics over the archive, groups of schools, what goes with what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from metodist.archive.index import open_index
from metodist.domain.analysis import Analysis
from metodist.domain.dynamics import PeriodResults
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData, Status
from metodist.domain.summary import Summary
from metodist.services.working_folder import WorkingFolder
from metodist.services.years import in_year

if TYPE_CHECKING:
    from metodist.services.last_year import EarlierYear


def analysed(place: WorkingFolder, summary: Summary) -> Analysis:
    """Dynamics, groups and factors of a consolidated summary."""
    earlier = [_earlier(place, period) for period in earlier_periods(place)]
    return analysis_of(summary, tuple(each for each in earlier if each.schools))


def analysis_of(summary: Summary, earlier: tuple[PeriodResults, ...] = ()) -> Analysis:
    """The same of earlier periods that are at hand already, the oldest first."""
    from metodist.summary.clustering import clustering_of
    from metodist.summary.dynamics import dynamics_of
    from metodist.summary.factor_values import factors_of
    from metodist.summary.factors import compared_factors

    programme = summary.programme
    results = (*earlier, _now(summary, with_numbers=bool(earlier)))
    data = {school.organisation.code: school.data for school in summary.schools}
    return Analysis(
        dynamics=dynamics_of(programme, results),
        clustering=clustering_of(programme, results, programme.clusters),
        factors=compared_factors(programme, results[-1].schools, factors_of(programme, data), programme.factors),
    )


def earlier_periods(place: WorkingFolder) -> tuple[Period, ...]:
    """Archived periods before the folder's own, the oldest first."""
    from metodist.services.archive_access import mended

    if not mended(place):
        return ()
    passport = place.programme.passport
    with open_index(place.index) as index:
        codes = index.periods(passport.code, Status.ACCEPTED)
    periods = (Period(int(code[:4]), passport.period.kind) for code in codes if code[:4].isdigit())
    return tuple(each for each in periods if each.code in codes and each.year < passport.period.year)


def _earlier(place: WorkingFolder, period: Period) -> PeriodResults:
    from metodist.services.last_year import earlier_year

    return earlier_results(earlier_year(place, period))


def earlier_results(year: EarlierYear) -> PeriodResults:
    """What this year's indicators come to over an earlier year's answers."""
    then = in_year(year.programme, year.period.year)
    return PeriodResults(
        period=year.period,
        municipality=year.district(),
        schools={code: year.school(code) for code in year.schools},
        numbers=_numbers(then, year.schools),
        remarks={code: each.remark for code, each in year.continuations.items() if each.remark},
    )


def _now(summary: Summary, *, with_numbers: bool) -> PeriodResults:
    data = {school.organisation.code: school.data for school in summary.schools}
    return PeriodResults(
        period=summary.programme.passport.period,
        municipality=summary.municipality,
        schools={school.organisation.code: school.outcomes for school in summary.schools},
        numbers=_numbers(summary.programme, data) if with_numbers else {},
    )


def _numbers(programme: Programme, schools: Mapping[str, SchoolData]) -> dict[tuple[str, str], tuple[float, ...]]:
    from metodist.scoring.indicators import numbers_of_school

    found = ((school, numbers_of_school(programme, data)) for school, data in schools.items())
    return {(school, code): numbers for school, own in found for code, numbers in own.items()}
