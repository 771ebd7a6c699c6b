"""What a rule asks of an indicator's outcome, in words that a methodist writes: «хуже цели», «< 50 %», «снизился»."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from metodist.domain.chance import LEVEL, is_count, part_of_whole, two_counts
from metodist.domain.dynamics import Change, Movement
from metodist.domain.fields import SCHOOLS
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome


class Standard(StrEnum):
    """What a value is compared with; the value is the word after a sign."""

    TARGET = "цель"
    DISTRICT = "район"


class Relation(StrEnum):
    """How a value stands to what it is compared with; «хуже» knows which side of it is good."""

    LESS = "<"
    LESS_EQUAL = "<="
    EQUAL = "="
    NOT_EQUAL = "<>"
    GREATER_EQUAL = ">="
    GREATER = ">"
    WORSE = "хуже"
    NOT_WORSE = "не хуже"
    CLEARLY_WORSE = "заметно хуже"
    """Worse by more than chance explains; for shares only."""


class Trend(StrEnum):
    """How a value stands to that of the period before; only what chance does not explain is a change."""

    FELL = "снизился"
    ROSE = "вырос"
    WORSENED = "ухудшился"
    IMPROVED = "улучшился"
    SAME = "не изменился"


class State(StrEnum):
    """What is asked of an outcome by itself."""

    YES = "да"
    NO = "нет"
    LOWEST = "низший уровень"
    UNKNOWN = "нет данных"
    KNOWN = "есть данные"


@dataclass(frozen=True, slots=True)
class Compared:
    """A value against the target, the municipality's value, or a number (a fraction for shares)."""

    relation: Relation
    against: Standard | float


@dataclass(frozen=True, slots=True)
class Levelled:
    """The level that a value falls into is, or is not, the one named."""

    label: str
    is_it: bool = True


OutcomeTest = Compared | Levelled | Trend | State


@dataclass(frozen=True, slots=True)
class OutcomeCondition:
    """All of its tests have to hold; ``text`` is how it was written."""

    text: str
    tests: tuple[OutcomeTest, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """An outcome with everything that it may be compared with.

    Args:
        indicator: What was computed.
        outcome: A school's, or the municipality's own.
        district: The municipality's.
        change: Since the period before; ``None`` where the archive has none.
    """

    indicator: Indicator
    outcome: Outcome | None
    district: Outcome | None = None
    change: Change | None = None

    @property
    def before(self) -> Outcome | None:
        """What it came to in the period before; ``None`` where that is not known."""
        return self.change.before.outcome if self.change else None

    @property
    def value(self) -> float | None:
        """The value, or ``None``."""
        return self.outcome.value if self.outcome else None


_SIGNS: Mapping[Relation, Callable[[float, float], bool]] = MappingProxyType(
    {
        Relation.LESS: operator.lt,
        Relation.LESS_EQUAL: operator.le,
        Relation.EQUAL: operator.eq,
        Relation.NOT_EQUAL: operator.ne,
        Relation.GREATER_EQUAL: operator.ge,
        Relation.GREATER: operator.gt,
    }
)


def is_yes_no(indicator: Indicator) -> bool:
    """Whether a school's outcome is only «да» or «нет»: a presence, or a share of schools."""
    return indicator.kind is IndicatorKind.PRESENCE or (
        indicator.kind is IndicatorKind.SHARE and indicator.scope == SCHOOLS
    )


def is_worse(indicator: Indicator, value: float, than: float) -> bool:
    """Whether a value is on the bad side of another."""
    return value < than if indicator.higher_is_better else value > than


def holds(condition: OutcomeCondition, judged: Judged) -> bool:
    """Whether every test of the condition holds; a comparison with what is not known never does."""
    return all(_holds(test, judged) for test in condition.tests)


def _holds(test: OutcomeTest, judged: Judged) -> bool:
    if isinstance(test, Compared):
        return _compares(test, judged)
    if isinstance(test, Levelled):
        level = judged.outcome.level if judged.outcome else ""
        return bool(level) and (level == test.label) is test.is_it
    return _trends(test, judged) if isinstance(test, Trend) else _states(test, judged)


def _compares(test: Compared, judged: Judged) -> bool:
    value, than = judged.value, _standard(test.against, judged)
    if value is None or than is None:
        return False
    match test.relation:
        case Relation.WORSE:
            return is_worse(judged.indicator, value, than)
        case Relation.NOT_WORSE:
            return not is_worse(judged.indicator, value, than)
        case Relation.CLEARLY_WORSE:
            return is_worse(judged.indicator, value, than) and not _within_chance(judged, than)
        case _:
            return _SIGNS[test.relation](value, than)


def _standard(against: Standard | float, judged: Judged) -> float | None:
    if against is Standard.TARGET:
        return judged.indicator.target
    if against is Standard.DISTRICT:
        return judged.district.value if judged.district else None
    return float(against)


def _within_chance(judged: Judged, than: float) -> bool:
    """Whether chance explains how far a share is off; what is no share of counted rows is never clearly off."""
    if judged.outcome is None or judged.indicator.kind is not IndicatorKind.SHARE:
        return True
    school, whole = _counts(judged.outcome), _counts(judged.district)
    if school is None or whole is None or whole[0] / whole[1] != than:
        return True
    return part_of_whole(school, whole) > LEVEL


def _counts(outcome: Outcome | None) -> tuple[int, int] | None:
    over, under = (outcome.numerator, outcome.denominator) if outcome else (None, None)
    if over is None or not under or not is_count(over, under) or over > under:
        return None
    return int(over), int(under)


def _trends(test: Trend, judged: Judged) -> bool:
    way = _own_way(judged) if judged.indicator.kind is IndicatorKind.CHANGE else _way(judged.change)
    if way is None:
        return False
    good = 1 if judged.indicator.higher_is_better else -1
    wanted = {Trend.FELL: -1, Trend.ROSE: 1, Trend.WORSENED: -good, Trend.IMPROVED: good, Trend.SAME: 0}
    return way == wanted[test]


def _way(change: Change | None) -> int | None:
    """1 up, −1 down, 0 where chance explains it; ``None`` where that cannot be told."""
    if change is None or change.movement is Movement.UNTESTED:
        return None
    if not change.is_confirmed:
        return 0
    return 1 if change.movement in (Movement.GREW, Movement.APPEARED) else -1


def _own_way(judged: Judged) -> int | None:
    """Likewise for an indicator that is a comparison with the period before already."""
    outcome = judged.outcome
    now, before = (outcome.numerator, outcome.denominator) if outcome else (None, None)
    if now is None or before is None or not is_count(now, before):
        return None
    if two_counts(int(now), int(before)) > LEVEL:
        return 0
    return 1 if now > before else -1


def _states(test: State, judged: Judged) -> bool:
    known = judged.value is not None or (
        judged.outcome is not None and any(part.numerator for part in judged.outcome.breakdown.values())
    )
    match test:
        case State.YES:
            return judged.value is not None and judged.value > 0
        case State.NO:
            return judged.value == 0
        case State.LOWEST:
            scale = judged.indicator.scale
            return scale is not None and judged.outcome is not None and judged.outcome.level == scale.bands[0].label
        case State.UNKNOWN:
            return not known
        case State.KNOWN:
            return known
