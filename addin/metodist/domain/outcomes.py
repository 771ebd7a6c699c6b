"""What an indicator comes to, for one school or for the municipality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from metodist.domain.indicators import IndicatorKind

#: A share or a mean over fewer than this many hangs on single people: one more or less moves it by more than ten
#: percentage points. Such schools are neither leaders nor laggards.
FEW = 10


@dataclass(frozen=True, slots=True)
class Ratio:
    """A numerator over a denominator.

    ``value`` is ``None`` where the denominator is 0: a share of nothing is not 0.
    """

    numerator: float
    denominator: float

    @property
    def value(self) -> float | None:
        """The share as a fraction, not rounded."""
        return None if self.denominator == 0 else self.numerator / self.denominator


@dataclass(frozen=True, slots=True)
class Spread:
    """Median, least and greatest of the numbers behind a mean; ``None`` where there are none."""

    median: float | None
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One indicator's result.

    What the parts mean by kind (``None``: does not apply):

    ============  =======================  ======================  ============================
    kind          numerator                denominator             value
    ============  =======================  ======================  ============================
    share         rows counted             rows they are among     numerator / denominator
    presence      1 or 0 (schools with)    1 (schools)             numerator / denominator
    count         the number               None                    the number
    distribution  None                     rows that take part     None; see ``breakdown``
    ranking       None                     rows that take part     None; see ``breakdown``
    mean, level   sum of the numbers       how many numbers        numerator / denominator
    change        now                      previous period         now − previous
    ============  =======================  ======================  ============================

    Args:
        breakdown: By label, in the order of the list. Share: n/N of the slice (of the whole denominator where
            slices overlap). Count: n of the slice over the whole count. Distribution, ranking: rows of the slice
            over the rows that take part.
        level: The band's label, for a level.
        spread: For a mean or level.
    """

    code: str
    kind: IndicatorKind
    numerator: float | None
    denominator: float | None
    value: float | None
    breakdown: Mapping[str, Ratio] = field(default_factory=dict)
    level: str = ""
    spread: Spread | None = None

    @property
    def ranked(self) -> tuple[tuple[str, Ratio], ...]:
        """The breakdown by frequency, the most frequent first; equal ones in the order of the list."""
        return tuple(sorted(self.breakdown.items(), key=lambda item: -item[1].numerator))

    @property
    def percent_change(self) -> float | None:
        """For a change: by what fraction of the previous period's value; ``None`` where that is 0 or unknown."""
        if self.kind is not IndicatorKind.CHANGE or not self.denominator or self.value is None:
            return None
        return self.value / self.denominator


def rounded(value: float, digits: int = 1) -> Decimal:
    """Round once, half up, for showing: ``rounded(0.25) == Decimal("0.3")``.

    Works on the shortest decimal that names the float, so 2.675 shows as 2.68 to two digits.
    """
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def percent(value: float, digits: int = 1) -> Decimal:
    """A fraction as per cent, rounded once, half up: ``percent(2 / 3) == Decimal("66.7")``."""
    exact = Decimal(repr(float(value))) * 100
    return exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
