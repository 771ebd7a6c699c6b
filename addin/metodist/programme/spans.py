"""Intervals of numbers and of dates, for telling whether a condition can hold."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from metodist.domain.computed import full_years
from metodist.domain.conditions import Operator
from metodist.domain.fields import Field, FieldType
from metodist.domain.periods import Period

_WHOLE = (FieldType.INTEGER, FieldType.DATE, FieldType.COMPUTED)
_LONGEST_LIST = 1000
"""Longer whole intervals are not looked through for what is left of them."""


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers from ``low`` to ``high``, the ends included unless they are open; dates are day numbers.

    Args:
        whole: Only whole numbers; ends are then never open.
        without: Single numbers that are taken out.
    """

    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False
    whole: bool = False
    without: frozenset[float] = frozenset()

    @property
    def empty(self) -> bool:
        """Nothing is left."""
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            return True
        if self.low == self.high:
            return self.low in self.without
        if not self.whole or self.high - self.low > _LONGEST_LIST:
            return False
        return all(number in self.without for number in range(int(self.low), int(self.high) + 1))

    @property
    def single(self) -> float | None:
        """The one number that is left; ``None`` for more."""
        return self.low if self.low == self.high else None

    def limited(self, operator: Operator, limit: float) -> Span:
        """What a comparison with a number leaves."""
        match operator:
            case Operator.EQUAL:
                return self.at_least(limit, strictly=False).at_most(limit, strictly=False)
            case Operator.NOT_EQUAL:
                return replace(self, without=self.without | {limit})
            case Operator.LESS | Operator.LESS_EQUAL:
                return self.at_most(limit, strictly=operator is Operator.LESS)
            case _:
                return self.at_least(limit, strictly=operator is Operator.GREATER)

    def within(self, other: Span) -> Span:
        """What lies in both."""
        both = self.below(other, strictly=False).above(Span(low=other.low, low_open=other.low_open), strictly=False)
        return replace(both, without=self.without | other.without)

    def below(self, other: Span, *, strictly: bool) -> Span:
        """What is less than (or equal to) some number of the other."""
        return self if other.high == math.inf else self.at_most(other.high, strictly=strictly or other.high_open)

    def above(self, other: Span, *, strictly: bool) -> Span:
        """What is greater than (or equal to) some number of the other."""
        return self if other.low == -math.inf else self.at_least(other.low, strictly=strictly or other.low_open)

    def at_most(self, limit: float, *, strictly: bool) -> Span:
        """Numbers up to a limit, the limit itself excluded where ``strictly``."""
        if self.whole:
            limit, strictly = (math.ceil(limit) - 1 if strictly else math.floor(limit)), False
        if limit < self.high:
            return replace(self, high=limit, high_open=strictly)
        return replace(self, high_open=self.high_open or strictly) if limit == self.high else self

    def at_least(self, limit: float, *, strictly: bool) -> Span:
        """Numbers from a limit on, the limit itself excluded where ``strictly``."""
        if self.whole:
            limit, strictly = (math.floor(limit) + 1 if strictly else math.ceil(limit)), False
        if limit > self.low:
            return replace(self, low=limit, low_open=strictly)
        return replace(self, low_open=self.low_open or strictly) if limit == self.low else self


def span_of(each: Field, fields: Mapping[str, Field], period: Period) -> Span | None:
    """All that a field may hold by its type and limits; ``None`` for a text.

    Args:
        each: The field.
        fields: The fields of its row: an age follows from a date of birth.
        period: An age is counted to its end.
    """
    if each.type is FieldType.COMPUTED:
        return _age(each, fields, period)
    if each.type not in (*_WHOLE, FieldType.NUMBER):
        return None
    low, high = _number(each.minimum, -math.inf), _number(each.maximum, math.inf)
    return Span(low, high, whole=each.type in _WHOLE)


def _number(limit: float | date | None, missing: float) -> float:
    if limit is None:
        return missing
    return limit.toordinal() if isinstance(limit, date) else limit


def _age(each: Field, fields: Mapping[str, Field], period: Period) -> Span:
    source = fields.get(each.computed.field) if each.computed else None
    oldest = source.minimum if source and isinstance(source.minimum, date) else None
    youngest = source.maximum if source and isinstance(source.maximum, date) else None
    low = full_years(min(youngest, period.end), period.end) if youngest else 0
    high = full_years(oldest, period.end) if oldest else math.inf
    return Span(low, high, whole=True)


def years(operator: Operator, year: int) -> tuple[tuple[tuple[Operator, float], ...], ...]:
    """A comparison of a date's year as comparisons of its day number: alternatives of what must hold together."""
    first, last = date(_real(year), 1, 1).toordinal(), date(_real(year), 12, 31).toordinal()
    match operator:
        case Operator.LESS:
            return (((Operator.LESS, first),),)
        case Operator.LESS_EQUAL:
            return (((Operator.LESS_EQUAL, last),),)
        case Operator.GREATER:
            return (((Operator.GREATER, last),),)
        case Operator.GREATER_EQUAL:
            return (((Operator.GREATER_EQUAL, first),),)
        case Operator.NOT_EQUAL:
            return (((Operator.LESS, first),), ((Operator.GREATER, last),))
        case Operator.EQUAL:
            return (((Operator.GREATER_EQUAL, first), (Operator.LESS_EQUAL, last)),)


def _real(year: int) -> int:
    return max(1, min(9999, year))
