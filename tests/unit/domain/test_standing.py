"""What a school's rank is worth."""

from __future__ import annotations

import pytest

from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.standing import Standing, is_testable, standing

SHARE = Indicator("1", "Доля", IndicatorKind.SHARE, "Кадры")


def share(n: float | None, of: float | None) -> Outcome:
    return Outcome("1", IndicatorKind.SHARE, n, of, n / of if n is not None and of else None)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ((38, 40), Standing.ABOVE),
        ((5, 40), Standing.BELOW),
        ((22, 40), Standing.UNSURE),
        ((4, 4), Standing.SMALL),
        ((0, 0), None),
    ],
)
def test_a_school_beside_its_district(own: tuple[int, int], expected: Standing | None) -> None:
    assert standing(SHARE, share(*own), share(500, 1000), 30, testable=True) is expected


def test_the_more_schools_the_less_one_differs() -> None:
    assert standing(SHARE, share(28, 40), share(500, 1000), 1, testable=True) is Standing.ABOVE
    assert standing(SHARE, share(28, 40), share(500, 1000), 30, testable=True) is Standing.UNSURE


def test_numbers_that_grow_with_the_school_are_not_compared() -> None:
    count = Indicator("2", "Число", IndicatorKind.COUNT, "Кадры")
    outcome = Outcome("2", IndicatorKind.COUNT, 30, None, 30)
    assert standing(count, outcome, outcome, 9, testable=False) is Standing.SIZE


def test_only_counts_of_counts_are_tested() -> None:
    assert is_testable(SHARE, [share(1, 2), None, share(None, None)])
    assert not is_testable(SHARE, [share(1.5, 2)])
    assert not is_testable(SHARE, [share(3, 2)])
    mean = Indicator("3", "Среднее", IndicatorKind.MEAN, "Кадры", column="Балл")
    assert not is_testable(mean, [Outcome("3", IndicatorKind.MEAN, 60, 10, 6)])
    assert (
        standing(mean, Outcome("3", IndicatorKind.MEAN, 60, 10, 6), share(1, 2), 9, testable=False) is Standing.UNTESTED
    )
