"""A change is called one only where chance does not explain it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from metodist.domain.chance import two_shares
from metodist.domain.dynamics import DISTRICT, Change, Movement, PeriodResults, Test
from metodist.domain.indicators import IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.summary.dynamics import dynamics_of

KINDS = {
    "1.1": IndicatorKind.SHARE,
    "1.3": IndicatorKind.LEVEL,
    "2.1": IndicatorKind.PRESENCE,
    "2.3": IndicatorKind.COUNT,
    "2.4": IndicatorKind.CHANGE,
}


@pytest.fixture(scope="module")
def programme(small_programme: Programme) -> Programme:
    return small_programme


def outcome(code: str, n: float | None, of: float | None) -> Outcome:
    kind = KINDS[code]
    if kind is IndicatorKind.COUNT:
        return Outcome(code, kind, n, None, n)
    if kind is IndicatorKind.CHANGE:
        return Outcome(code, kind, n, of, None if n is None or of is None else n - of)
    return Outcome(code, kind, n, of, n / of if of and n is not None else None)


def period(
    year: int, code: str, schools: Mapping[str, tuple[float, float]], **numbers: tuple[float, ...]
) -> PeriodResults:
    """One indicator in one period; the municipality is the sum."""
    own = {school: {code: outcome(code, *pair)} for school, pair in schools.items()}
    whole = outcome(code, *(sum(pair[side] for pair in schools.values()) for side in (0, 1)))
    behind = {(school.replace("ОО_", "ОО-"), code): values for school, values in numbers.items()}
    return PeriodResults(Period(year), {code: whole}, own, behind)


def change(programme: Programme, code: str, *results: PeriodResults, school: str = DISTRICT) -> Change | None:
    series = dynamics_of(programme, results).of(code, school)
    assert series is not None
    return series.change


def test_a_great_change_of_a_share_is_one(programme: Programme) -> None:
    found = change(programme, "1.1", period(2025, "1.1", {"ОО-01": (10, 40)}), period(2026, "1.1", {"ОО-01": (30, 40)}))
    assert found is not None
    assert (found.movement, found.test, found.difference) == (Movement.GREW, Test.SHARES, 0.5)
    assert found.chance == two_shares((10, 40), (30, 40))
    assert found.is_better(higher_is_better=True) is True
    assert found.is_better(higher_is_better=False) is False


def test_two_teachers_of_three_are_no_change(programme: Programme) -> None:
    found = change(
        programme, "1.1", period(2025, "1.1", {"ОО-01": (1, 3)}), period(2026, "1.1", {"ОО-01": (3, 3)}), school="ОО-01"
    )
    assert found is not None
    assert found.movement is Movement.UNCONFIRMED
    assert found.is_better(higher_is_better=True) is None


def test_the_municipality_is_compared_over_the_schools_of_both_years(programme: Programme) -> None:
    before = period(2025, "1.1", {"ОО-01": (10, 40), "ОО-02": (39, 40)})
    now = period(2026, "1.1", {"ОО-01": (12, 40), "ОО-03": (2, 40)})
    found = change(programme, "1.1", before, now)
    assert found is not None
    assert (found.pairs, found.schools) == (((10, 40), (12, 40)), 1)
    assert found.difference == pytest.approx(0.05)
    assert found.movement is Movement.UNCONFIRMED


def test_the_newest_earlier_period_with_a_value_counts(programme: Programme) -> None:
    results = [
        period(2023, "1.1", {"ОО-01": (1, 9)}),
        period(2024, "1.1", {"ОО-01": (2, 9)}),
        PeriodResults(Period(2025)),
        period(2026, "1.1", {"ОО-01": (3, 9)}),
    ]
    found = change(programme, "1.1", *results)
    assert found is not None
    assert found.before.period == Period(2024)
    assert dynamics_of(programme, results).periods == tuple(map(Period, (2023, 2024, 2025, 2026)))


def test_the_first_year_has_no_change(programme: Programme) -> None:
    dynamics = dynamics_of(programme, [period(2026, "1.1", {"ОО-01": (3, 9)})])
    assert not dynamics.has_earlier
    assert all(series.change is None for series in dynamics.series.values())


@pytest.mark.parametrize(
    ("before", "now", "movement"),
    [((0, 1), (1, 1), Movement.APPEARED), ((1, 1), (0, 1), Movement.VANISHED), ((1, 1), (1, 1), Movement.SAME)],
)
def test_a_document_appears_or_vanishes(
    programme: Programme, before: tuple[int, int], now: tuple[int, int], movement: Movement
) -> None:
    found = change(
        programme, "2.1", period(2025, "2.1", {"ОО-01": before}), period(2026, "2.1", {"ОО-01": now}), school="ОО-01"
    )
    assert found is not None
    assert (found.movement, found.chance) == (movement, None)


def test_counts_are_held_against_chance(programme: Programme) -> None:
    few = change(programme, "2.3", period(2025, "2.3", {"ОО-01": (3, 0)}), period(2026, "2.3", {"ОО-01": (6, 0)}))
    many = change(programme, "2.3", period(2025, "2.3", {"ОО-01": (30, 0)}), period(2026, "2.3", {"ОО-01": (60, 0)}))
    assert few is not None
    assert many is not None
    assert (few.movement, many.movement) == (Movement.UNCONFIRMED, Movement.GREW)
    assert many.test is Test.COUNTS


def test_of_a_change_the_reached_numbers_are_compared(programme: Programme) -> None:
    found = change(programme, "2.4", period(2025, "2.4", {"ОО-01": (20, 5)}), period(2026, "2.4", {"ОО-01": (60, 20)}))
    assert found is not None
    assert (found.difference, found.movement) == (40, Movement.GREW)


def test_numbers_that_cannot_be_counts_are_not_tested(programme: Programme) -> None:
    found = change(programme, "1.1", period(2025, "1.1", {"ОО-01": (1.5, 4)}), period(2026, "1.1", {"ОО-01": (3.5, 4)}))
    assert found is not None
    assert (found.movement, found.test, found.chance) == (Movement.UNTESTED, Test.NONE, None)


def test_means_are_compared_by_the_numbers_behind_them(programme: Programme) -> None:
    low, high = tuple(range(40, 52)), tuple(range(60, 72))
    before = period(2025, "1.3", {"ОО-01": (sum(low), 12)}, ОО_01=low)
    found = change(programme, "1.3", before, period(2026, "1.3", {"ОО-01": (sum(high), 12)}, ОО_01=high))
    assert found is not None
    assert (found.movement, found.test, found.difference) == (Movement.GREW, Test.VALUES, 20)


def test_a_mean_that_one_great_number_lifts_is_no_growth(programme: Programme) -> None:
    before, now = (50.0,) * 9 + (1.0,), (49.0,) * 9 + (99.0,)
    found = change(
        programme,
        "1.3",
        period(2025, "1.3", {"ОО-01": (sum(before), 10)}, ОО_01=before),
        period(2026, "1.3", {"ОО-01": (sum(now), 10)}, ОО_01=now),
    )
    assert found is not None
    assert found.movement is Movement.UNCONFIRMED


def test_many_schools_are_corrected_together(programme: Programme) -> None:
    """One in twenty schools would seem to change by chance alone."""
    before = {f"ОО-{number:02}": (10.0, 20.0) for number in range(1, 31)}
    now = before | {"ОО-07": (17.0, 20.0)}
    results = period(2025, "1.1", before), period(2026, "1.1", now)
    found = change(programme, "1.1", *results, school="ОО-07")
    assert found is not None
    assert found.chance is not None
    assert found.corrected is not None
    assert found.chance < 0.05 < found.corrected
    assert found.movement is Movement.UNCONFIRMED
    alone = change(
        programme,
        "1.1",
        *(
            period(each.period.year, "1.1", {"ОО-07": pair})
            for each, pair in zip(results, ((10.0, 20.0), (17.0, 20.0)), strict=True)
        ),
        school="ОО-07",
    )
    assert alone is not None
    assert alone.movement is Movement.GREW


def test_an_indicator_that_was_not_asked_then_says_so(programme: Programme) -> None:
    before = PeriodResults(Period(2025), remarks={"1.1": "Год назад этого не спрашивали: «Диагностика»."})
    series = dynamics_of(programme, [before, period(2026, "1.1", {"ОО-01": (3, 9)})]).of("1.1")
    assert series is not None
    assert series.change is None
    assert series.points[0].remark.startswith("Год назад")


def test_lists_have_no_dynamics(programme: Programme) -> None:
    lists = [
        each.code
        for each in programme.indicators
        if each.breakdown and each.kind in (IndicatorKind.RANKING, IndicatorKind.DISTRIBUTION)
    ]
    dynamics = dynamics_of(programme, [period(2026, "1.1", {"ОО-01": (3, 9)})])
    assert lists
    assert not {code for code, _ in dynamics.series} & set(lists)
