"""What goes with what: ranks, rank correlation, the difference of two groups, each with its interval.

Nothing here says why: two things may go together because of a third.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

from metodist.domain.chance import Interval, Z

EXACT_UP_TO = 12
"""So many values in both groups together are counted exactly."""
_FRACTION_STEPS = 300


@dataclass(frozen=True, slots=True)
class Effect:
    """How strongly two things go together.

    Args:
        size: −1 … 1; 0 for not at all. Of ranks: Spearman's correlation. Of groups: Cliff's delta, by how much
            oftener a value of the first group is the greater one than the smaller one.
        interval: 95 %; ``None`` where there are too few values.
        chance: How likely chance alone gives one so great, 0 … 1.
        count: How many values it rests on.
    """

    size: float
    interval: Interval | None
    chance: float
    count: int


def midranks(values: Sequence[float]) -> list[float]:
    """The place of each value from the least up, from 1; equals share the mean of their places: 1, 2.5, 2.5, 4."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for position in order[start : end + 1]:
            ranks[position] = (start + end) / 2 + 1
        start = end + 1
    return ranks


def spearman(first: Sequence[float], second: Sequence[float]) -> Effect | None:
    """Spearman's rank correlation; ``None`` for fewer than four pairs, or where one side is all the same.

    The chance is Student's t with n − 2 degrees of freedom; the interval is Fisher's z with the standard error
    of D. G. Bonett and T. A. Wright (Psychometrika 65 (2000)): √((1 + r²/2) / (n − 3)).
    """
    count = len(first)
    if count < 4:
        return None
    size = _correlation(midranks(first), midranks(second))
    if size is None:
        return None
    if abs(size) >= 1:
        return Effect(math.copysign(1.0, size), Interval(size, size), 0.0, count)
    chance = student_two_sided(size * math.sqrt((count - 2) / (1 - size * size)), count - 2)
    half = Z * math.sqrt((1 + size * size / 2) / (count - 3))
    return Effect(size, Interval(math.tanh(math.atanh(size) - half), math.tanh(math.atanh(size) + half)), chance, count)


def two_groups(first: Sequence[float], second: Sequence[float]) -> Effect | None:
    """Cliff's delta of two groups with the chance of Mann and Whitney's test; ``None`` for a group of fewer than two.

    The chance is exact, ties or not, up to :data:`EXACT_UP_TO` values and else the normal one with the corrections
    for ties and for continuity. The interval takes the variance of E. Brunner and U. Munzel (Biom. J. 42 (2000)).
    """
    n, m = len(first), len(second)
    if n < 2 or m < 2:
        return None
    ranks = midranks([*first, *second])
    above = math.fsum(ranks[:n]) - n * (n + 1) / 2
    size = 2 * above / (n * m) - 1
    return Effect(size, _delta_interval(first, second, ranks, size), _rank_sum_chance(ranks, n, above), n + m)


def student_two_sided(value: float, freedom: float) -> float:
    """How likely Student's t of so many degrees of freedom is at least so far from 0, on both sides."""
    return _incomplete_beta(freedom / (freedom + value * value), freedom / 2, 0.5)


def _correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    mean, other = math.fsum(first) / len(first), math.fsum(second) / len(second)
    spread = math.fsum((x - mean) ** 2 for x in first) * math.fsum((y - other) ** 2 for y in second)
    if spread == 0:
        return None
    together = math.fsum((x - mean) * (y - other) for x, y in zip(first, second, strict=True))
    return max(-1.0, min(1.0, together / math.sqrt(spread)))


def _delta_interval(first: Sequence[float], second: Sequence[float], ranks: Sequence[float], size: float) -> Interval:
    n, m = len(first), len(second)
    variances = []
    for whole, own, other in ((ranks[:n], midranks(first), m), (ranks[n:], midranks(second), n)):
        placed = [(rank - inner) / other for rank, inner in zip(whole, own, strict=True)]
        mean = math.fsum(placed) / len(placed)
        variances.append(math.fsum((place - mean) ** 2 for place in placed) / (len(placed) - 1))
    half = 2 * Z * math.sqrt(variances[0] / n + variances[1] / m)
    return Interval(max(-1.0, size - half), min(1.0, size + half))


def _rank_sum_chance(ranks: Sequence[float], n: int, above: float) -> float:
    count = len(ranks)
    m = count - n
    if count <= EXACT_UP_TO:
        return _exact_chance(tuple(sorted(round(2 * rank) for rank in ranks)), n, round(2 * math.fsum(ranks[:n])))
    ties = [ranks.count(rank) for rank in set(ranks)]
    variance = n * m / 12 * (count + 1 - sum(tie**3 - tie for tie in ties) / (count * (count - 1)))
    if variance <= 0:
        return 1.0
    distance = max(0.0, abs(above - n * m / 2) - 0.5) / math.sqrt(variance)
    return min(1.0, 2 * (1 - NormalDist().cdf(distance)))


def _exact_chance(doubled: tuple[int, ...], n: int, total: int) -> float:
    """Of all ways to choose ``n`` of the doubled ranks: the part whose sum is as far out; the smaller tail doubled."""
    ways = _ways(doubled, n)
    whole = sum(ways.values())
    tails = (
        sum(count for each, count in ways.items() if each <= total),
        sum(count for each, count in ways.items() if each >= total),
    )
    return min(1.0, 2 * min(tails) / whole)


@lru_cache(maxsize=256)
def _ways(doubled: tuple[int, ...], n: int) -> dict[int, int]:
    """How many choices of ``n`` of the numbers have each sum."""
    tables: list[dict[int, int]] = [{0: 1}, *({} for _ in range(n))]
    for number in doubled:
        for size in range(n, 0, -1):
            for total, count in tables[size - 1].items():
                tables[size][total + number] = tables[size].get(total + number, 0) + count
    return tables[n]


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function by its continued fraction (DLMF 8.17.22)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    tiny = 1e-300
    c, d = 1.0, 1 / ((1 - (a + b) * x / (a + 1)) or tiny)
    value = d
    for step in range(1, _FRACTION_STEPS):
        even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
        odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
        for part in (even, odd):
            d = 1 / ((1 + part * d) or tiny)
            c = (1 + part / c) or tiny
            value *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return value
