"""What chance alone explains: intervals of shares, exact tests for small numbers, many comparisons at once.

Each function is the reference of a formula in the summary workbook; the tests hold both against scipy and statsmodels.

A district is counted whole, it is no sample. The question here is another one: would the same people, whose answers
fall a little differently every year, show such a difference where nothing has changed? (Source of the view: E. B.
Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).)
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import TypeVar

LEVEL = 0.05
"""How often chance alone may pass for a change; intervals hold 95 %."""
Z = NormalDist().inv_cdf(1 - LEVEL / 2)
"""1.96: half the width of the interval in standard errors."""

DIGITS = 12
"""Probabilities are kept to so many decimals: equal ones come out equal, in a sheet too."""

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``; shares as fractions."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether the value lies inside, the ends included."""
        return self.low <= value <= self.high


def wilson(numerator: float, denominator: float) -> Interval | None:
    """Wilson's score interval of a share, 95 %; ``None`` for a share of nothing or one above 1.

    Args:
        numerator: 0 … ``denominator``.
        denominator: How many.

    Example: ``wilson(0, 10)`` is 0 … 0.278: none of ten does not prove that there are none.
    """
    if denominator <= 0 or not 0 <= numerator <= denominator:
        return None
    squared = Z * Z
    whole = denominator + squared
    centre = (numerator + squared / 2) / whole
    half = Z / whole * math.sqrt(numerator * (denominator - numerator) / denominator + squared / 4)
    low, high = max(0.0, centre - half), min(1.0, centre + half)
    return Interval(low if numerator else 0.0, high if numerator < denominator else 1.0)


def two_shares(first: tuple[int, int], second: tuple[int, int]) -> float:
    """How likely two shares differ so much by chance: Fisher's exact test, the smaller tail doubled.

    Doubling is the stricter of the two usual readings of «both sides» and has a closed formula in a sheet
    (F. Yates, Tests of significance for 2 × 2 contingency tables, J. R. Statist. Soc. A 147 (1984)).

    Args:
        first: Numerator and denominator.
        second: Likewise.

    Returns:
        0 … 1; 1 where one of the denominators is 0.
    """
    (n, of), (m, among) = first, second
    return part_of_whole((n, of), (n + m, of + among))


def part_of_whole(part: tuple[int, int], whole: tuple[int, int]) -> float:
    """How likely a part differs so much from the rest of its whole by chance; the exact test of :func:`two_shares`.

    Args:
        part: Numerator and denominator of the part: a school's.
        whole: Of the whole with the part in it: the municipality's.
    """
    (n, of), (good, among) = part, whole
    if of in (0, among):
        return 1.0
    least, most = max(0, of - (among - good)), min(of, good)
    up_to = math.fsum(_hypergeometric(each, of, good, among) for each in range(least, n + 1))
    from_it = math.fsum(_hypergeometric(each, of, good, among) for each in range(n, most + 1))
    return round(min(1.0, 2 * min(up_to, from_it)), DIGITS)


def two_counts(first: int, second: int) -> float:
    """How likely two numbers of events differ so much by chance: the exact binomial test, the smaller tail doubled.

    Of ``first + second`` events each falls into either period alike (J. Przyborowski and H. Wilenski, Homogeneity of
    results in testing samples from Poisson series, Biometrika 31 (1940)).
    """
    whole, least = first + second, min(first, second)
    tail = math.fsum(math.exp(_log_choose(whole, each) - whole * math.log(2)) for each in range(least + 1))
    return round(min(1.0, 2 * tail), DIGITS)


def adjusted(chances: Mapping[Key, float]) -> dict[Key, float]:
    """Probabilities corrected for so many comparisons, after Benjamini and Hochberg.

    Those at or below :data:`LEVEL` hold at most that part of false finds. (J. R. Statist. Soc. B 57 (1995).)
    """
    ordered = sorted(chances.items(), key=lambda item: item[1], reverse=True)
    corrected: dict[Key, float] = {}
    least = 1.0
    for place, (key, chance) in zip(range(len(ordered), 0, -1), ordered, strict=True):
        least = min(least, chance * len(ordered) / place)
        corrected[key] = least
    return {key: corrected[key] for key in chances}


def steps_of(chances: Mapping[Key, float]) -> dict[Key, float]:
    """Each probability times the number of comparisons over how many are no more probable.

    The corrected probability is the least step of all that are at least as probable: the way a sheet goes, where
    every row stands for itself.
    """
    ordered = sorted(chances.values())
    return {key: chance * len(ordered) / bisect_right(ordered, chance) for key, chance in chances.items()}


def is_count(*numbers: float) -> bool:
    """Whether the numbers can be counts: whole and not negative."""
    return all(number >= 0 and float(number).is_integer() for number in numbers)


def _hypergeometric(n: int, of: int, good: int, among: int) -> float:
    return math.exp(_log_choose(good, n) + _log_choose(among - good, of - n) - _log_choose(among, of))


def _log_choose(whole: int, part: int) -> float:
    return math.lgamma(whole + 1) - math.lgamma(part + 1) - math.lgamma(whole - part + 1)


def standardised(values: Sequence[float]) -> list[float]:
    """How many standard deviations (of the population) each value lies off the mean; zeros where all are equal."""
    mean = math.fsum(values) / len(values) if values else 0.0
    deviation = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / len(values)) if values else 0.0
    return [(value - mean) / deviation if deviation else 0.0 for value in values]
