"""How indicators moved over the archived periods, for the municipality and for every school."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from metodist.domain.indicators import IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.periods import Period

#: In place of a school's code: the municipality.
DISTRICT = ""


class Movement(StrEnum):
    """What became of an indicator since the period before; the value is the word in JSON."""

    GREW = "grew"
    FELL = "fell"
    APPEARED = "appeared"
    """A presence: there is now what there was not."""
    VANISHED = "vanished"
    SAME = "same"
    """The very same numbers."""
    UNCONFIRMED = "unconfirmed"
    """Other numbers, but chance alone explains them."""
    UNTESTED = "untested"
    """Other numbers, and no way to tell what chance explains."""


class Test(StrEnum):
    """How a change was held against chance; the value is the word in JSON."""

    __test__ = False  # nothing for pytest
    SHARES = "fisher"
    COUNTS = "binomial"
    VALUES = "mann_whitney"
    STATED = "stated"
    """A presence: stated, nothing to test."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Point:
    """An indicator in one period.

    Args:
        outcome: ``None`` where the school handed in nothing, or nobody was asked then.
        remark: In words: renamed, merged, split, not asked then; empty for nothing.
    """

    period: Period
    outcome: Outcome | None
    remark: str = ""

    @property
    def value(self) -> float | None:
        """What is compared: a share, a mean or a number; of a change what was reached."""
        return compared_value(self.outcome)


@dataclass(frozen=True, slots=True)
class Change:
    """This period against an earlier one.

    Args:
        before: The newest earlier period with a value.
        now: This period.
        pairs: What was held against chance, before and now: numerator and denominator of a share or mean, number and
            0 of a count; of the municipality over the schools that handed in both times.
        schools: The municipality: how many schools handed in both times; of a school 1.
        chance: How likely chance alone explains it, 0 … 1; ``None``: not tested.
        corrected: Likewise, corrected for all comparisons of its kind.
    """

    before: Point
    now: Point
    movement: Movement
    test: Test
    difference: float | None
    pairs: tuple[tuple[float, float], tuple[float, float]]
    schools: int = 1
    chance: float | None = None
    corrected: float | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether it may be called a change."""
        return self.movement in (Movement.GREW, Movement.FELL, Movement.APPEARED, Movement.VANISHED)

    def is_better(self, *, higher_is_better: bool) -> bool | None:
        """Whether a confirmed change is one for the better; ``None`` where it is not confirmed."""
        if not self.is_confirmed:
            return None
        return (self.movement in (Movement.GREW, Movement.APPEARED)) is higher_is_better


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator of one school, or of the municipality.

    Args:
        indicator: Its code.
        school: The school's code; :data:`DISTRICT` for the municipality.
        points: Every archived period and this one, the oldest first.
        change: ``None`` where there is no earlier period with a value, or none now.
    """

    indicator: str
    school: str
    points: tuple[Point, ...]
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class PeriodResults:
    """What dynamics are made of: one period, in this year's words.

    Args:
        municipality: By indicator code; those that may not be compared are left out.
        schools: By school code and indicator code.
        numbers: The numbers behind a mean or level, by school code and indicator code.
        remarks: By indicator code: what a reader of the comparison has to know; empty for nothing.
    """

    period: Period
    municipality: Mapping[str, Outcome] = field(default_factory=dict)
    schools: Mapping[str, Mapping[str, Outcome]] = field(default_factory=dict)
    numbers: Mapping[tuple[str, str], tuple[float, ...]] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dynamics:
    """All series.

    Args:
        periods: The oldest first; the last is this one.
        series: By indicator code and school code.
    """

    periods: tuple[Period, ...] = ()
    series: Mapping[tuple[str, str], Series] = field(default_factory=dict)

    @property
    def has_earlier(self) -> bool:
        """Whether there is anything to compare with."""
        return len(self.periods) > 1

    def of(self, indicator: str, school: str = DISTRICT) -> Series | None:
        """One series."""
        return self.series.get((indicator, school))


def compared_value(outcome: Outcome | None) -> float | None:
    """What of an outcome is compared over the years: its value; of a change, the number that was reached."""
    if outcome is None:
        return None
    return outcome.numerator if outcome.kind is IndicatorKind.CHANGE else outcome.value
