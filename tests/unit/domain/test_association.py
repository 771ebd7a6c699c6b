"""Rank correlation and the difference of groups, held against scipy and statsmodels."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from scipy import stats
from statsmodels.stats.nonparametric import rank_compare_2indep

from metodist.domain.association import midranks, spearman, student_two_sided, two_groups

#: Shares of schools, with ties and without.
FIRST = [0.2, 0.9, 0.5, 0.5, 0.75, 0.1, 0.6, 0.6, 0.33, 1.0, 0.8, 0.45]
SECOND = [3, 40, 12, 15, 22, 8, 8, 30, 9, 41, 18, 18]


def drawn(seed: int, count: int, steps: int) -> list[float]:
    source = random.Random(seed)
    return [source.randrange(steps) / steps for _ in range(count)]


def test_ties_share_the_mean_of_their_places() -> None:
    assert midranks([5, 1, 5, 9]) == [2.5, 1, 2.5, 4]
    assert midranks([]) == []


@pytest.mark.parametrize("seed", range(6))
def test_ranks_are_scipys(seed: int) -> None:
    values = drawn(seed, 40, 12)
    assert midranks(values) == list(stats.rankdata(values))


@pytest.mark.parametrize(
    ("first", "second"), [(FIRST, SECOND), (drawn(1, 30, 9), drawn(2, 30, 50)), (FIRST, FIRST[::-1])]
)
def test_rank_correlation_is_scipys(first: list[float], second: list[float]) -> None:
    expected = stats.spearmanr(first, second)
    effect = spearman(first, second)
    assert effect is not None
    assert effect.size == pytest.approx(expected.statistic, abs=1e-12)
    assert effect.chance == pytest.approx(expected.pvalue, rel=1e-8)
    assert effect.interval is not None
    assert effect.interval.holds(effect.size)


def test_the_interval_of_a_correlation() -> None:
    # z = 0.5493 ± 1.95996 · √((1 + 0.125) / 27) for r = 0.5 and n = 30, after Bonett and Wright (2000), formula 3.
    first, second = list(range(30)), None
    for seed in range(4000):
        mixed = random.Random(seed).sample(range(30), 30)
        found = spearman(first, mixed)
        if found and abs(found.size - 0.5) < 0.004:
            second = found
            break
    assert second is not None
    assert second.interval is not None
    assert (second.interval.low, second.interval.high) == pytest.approx((0.146, 0.741), abs=0.01)


def test_all_alike_goes_with_nothing() -> None:
    assert spearman([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]) is None
    assert spearman([1, 2, 3], [1, 2, 3]) is None
    in_step = spearman([1, 2, 3, 4], [10, 20, 30, 40])
    assert in_step is not None
    assert (in_step.size, in_step.chance) == (1.0, 0.0)


@pytest.mark.parametrize("value", [0.0, 0.3, -2.1, 4.7, 25.0])
@pytest.mark.parametrize("freedom", [1, 2, 7, 32, 1298])
def test_students_t_is_scipys(value: float, freedom: int) -> None:
    assert student_two_sided(value, freedom) == pytest.approx(2 * stats.t.sf(abs(value), freedom), rel=1e-9)


@pytest.mark.parametrize(("seed", "n", "m"), [(1, 10, 14), (2, 20, 6), (3, 17, 17), (4, 3, 30)])
def test_two_groups_are_compared_as_mann_and_whitney_do(seed: int, n: int, m: int) -> None:
    first, second = drawn(seed, n, 10), drawn(seed + 50, m, 10)
    effect = two_groups(first, second)
    expected = stats.mannwhitneyu(first, second, method="asymptotic")
    assert effect is not None
    assert effect.chance == pytest.approx(expected.pvalue, rel=1e-9)
    assert effect.size == pytest.approx(2 * expected.statistic / (n * m) - 1)


@pytest.mark.parametrize(("n", "m"), [(2, 3), (4, 4), (5, 7)])
def test_few_values_are_counted_exactly(n: int, m: int) -> None:
    values = random.Random(n).sample(range(100), n + m)
    effect = two_groups(values[:n], values[n:])
    assert effect is not None
    assert effect.chance == pytest.approx(stats.mannwhitneyu(values[:n], values[n:], method="exact").pvalue)


def test_few_values_with_ties_are_counted_one_by_one() -> None:
    first, second = [1, 2, 2, 5], [2, 3, 5, 5, 6]
    ranks = stats.rankdata([*first, *second])
    sums = [sum(ranks[list(chosen)]) for chosen in combinations(range(9), 4)]
    own = sum(ranks[:4])
    tails = (sum(each <= own for each in sums), sum(each >= own for each in sums))
    effect = two_groups(first, second)
    assert effect is not None
    assert effect.chance == pytest.approx(min(1.0, 2 * min(tails) / len(sums)))


@pytest.mark.parametrize("seed", range(4))
def test_the_interval_of_the_difference_is_statsmodels(seed: int) -> None:
    first, second = drawn(seed, 12, 8), drawn(seed + 9, 15, 8)
    effect = two_groups(first, second)
    low, high = rank_compare_2indep(first, second, use_t=False).conf_int()
    assert effect is not None
    assert effect.interval is not None
    assert (effect.interval.low, effect.interval.high) == pytest.approx((max(-1, 2 * low - 1), min(1, 2 * high - 1)))


def test_one_school_is_no_group() -> None:
    assert two_groups([0.5], [0.1, 0.2, 0.3]) is None
    alike = two_groups([0.5] * 10, [0.5] * 10)
    assert alike is not None
    assert (alike.size, alike.chance) == (0.0, 1.0)
