"""Intervals and exact tests, held against scipy and statsmodels."""

from __future__ import annotations

import random

import pytest
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from metodist.domain.chance import (
    adjusted,
    is_count,
    part_of_whole,
    standardised,
    two_counts,
    two_shares,
    wilson,
)

PAIRS = [
    ((n, of), (m, among))
    for of in (1, 3, 8, 40)
    for among in (2, 5, 80)
    for n in {0, of // 2, of}
    for m in {0, 1, among}
]


@pytest.mark.parametrize(("n", "of"), [(0, 10), (1, 1), (3, 7), (40, 80), (700, 2400), (2400, 2400)])
def test_the_interval_is_wilsons(n: int, of: int) -> None:
    interval = wilson(n, of)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx(proportion_confint(n, of, method="wilson"), abs=1e-12)
    assert interval.holds(n / of)


def test_a_published_interval() -> None:
    # R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statist. Med. 17 (1998), table I.
    published = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0.0000, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    for (n, of), ends in published.items():
        interval = wilson(n, of)
        assert interval is not None
        assert (round(interval.low, 4), round(interval.high, 4)) == ends


def test_a_share_of_nothing_has_no_interval() -> None:
    assert wilson(0, 0) is None
    assert wilson(5, 3) is None


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_two_shares_are_held_against_each_other_by_fisher(first: tuple[int, int], second: tuple[int, int]) -> None:
    table = [[first[0], first[1] - first[0]], [second[0], second[1] - second[0]]]
    tails = [stats.fisher_exact(table, alternative=side).pvalue for side in ("less", "greater")]
    assert two_shares(first, second) == pytest.approx(min(1.0, 2 * min(tails)), rel=1e-9, abs=1e-12)
    assert two_shares(second, first) == pytest.approx(two_shares(first, second), rel=1e-9, abs=1e-12)


def test_a_school_is_held_against_the_rest_of_its_district() -> None:
    assert part_of_whole((20, 25), (900, 2400)) == pytest.approx(two_shares((20, 25), (880, 2375)), rel=1e-9, abs=1e-12)
    assert part_of_whole((3, 3), (3, 3)) == 1.0  # no rest
    assert part_of_whole((0, 0), (3, 8)) == 1.0


def test_a_great_district_is_exact_too() -> None:
    expected = 2 * stats.hypergeom.sf(1299, 4800, 2400, 2400)
    assert two_shares((1300, 2400), (1100, 2400)) == pytest.approx(expected, rel=1e-8, abs=1e-12)


@pytest.mark.parametrize(("first", "second"), [(0, 0), (0, 5), (0, 6), (3, 4), (12, 30), (400, 460)])
def test_two_counts_are_held_against_each_other_by_the_binomial(first: int, second: int) -> None:
    tail = stats.binom.cdf(min(first, second), first + second, 0.5)
    assert two_counts(first, second) == pytest.approx(min(1.0, 2 * tail), rel=1e-9, abs=1e-12)
    assert two_counts(second, first) == two_counts(first, second)


@pytest.mark.parametrize("seed", range(5))
def test_many_comparisons_are_corrected_as_benjamini_and_hochberg_do(seed: int) -> None:
    chances = {f"{number}": random.Random(seed).random() ** (1 + number % 4) for number in range(30)}
    chances |= {"tie": chances["3"], "sure": 0.0}
    expected = multipletests(list(chances.values()), method="fdr_bh")[1]
    assert list(adjusted(chances).values()) == pytest.approx(list(expected), rel=1e-12)
    assert list(adjusted(chances)) == list(chances)


def test_nothing_compared_is_nothing_corrected() -> None:
    assert adjusted({}) == {}


def test_values_are_standardised_by_the_deviation_of_the_population() -> None:
    values = [0.1, 0.4, 0.4, 0.9]
    assert standardised(values) == pytest.approx(list(stats.zscore(values)))
    assert standardised([2, 2, 2]) == [0, 0, 0]
    assert standardised([]) == []


def test_counts_are_whole_and_not_negative() -> None:
    assert is_count(3, 0, 4.0)
    assert not is_count(2.5)
    assert not is_count(-1)
