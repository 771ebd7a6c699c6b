"""Conditions made ready to be asked of many rows: what does not depend on the row is worked out once.

``conditions.holds`` says what a condition means; these are the same answers, several times as fast.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from metodist.domain.conditions import (
    All,
    AnyOf,
    Comparison,
    Condition,
    Exists,
    Filled,
    Not,
    Operator,
    OtherField,
    PeriodEdge,
    PeriodYear,
    Related,
    holds,
)
from metodist.domain.periods import Period
from metodist.domain.values import Row, Value, fold, is_blank

#: Asked of a row and of what is related to it.
Predicate = Callable[[Row, Related], bool]

_Key = tuple[str, str | float]

_ORDERS: dict[Operator, Callable[[Any, Any], bool]] = {
    Operator.LESS: operator.lt,
    Operator.LESS_EQUAL: operator.le,
    Operator.GREATER: operator.gt,
    Operator.GREATER_EQUAL: operator.ge,
}
_folded = lru_cache(maxsize=16_384)(fold)


@lru_cache(maxsize=4_096)
def predicate(condition: Condition, period: Period) -> Predicate:
    """What ``holds(condition, row, period, related)`` says, as a function of the row and what is related to it."""
    match condition:
        case All(parts):
            return _all(tuple(predicate(part, period) for part in parts))
        case AnyOf(parts):
            return _any(tuple(predicate(part, period) for part in parts))
        case Not(part):
            inner = predicate(part, period)
            return lambda row, related: not inner(row, related)
        case Filled(name):
            return lambda row, _: not is_blank(row.get(name))
        case Exists(register, part):
            asked = predicate(part, period)
            return lambda row, related: any(asked(other, related) for other in related(register, row))
        case Comparison():
            return _comparison(condition, period)


def _all(parts: tuple[Predicate, ...]) -> Predicate:
    def every(row: Row, related: Related) -> bool:
        for part in parts:  # noqa: SIM110 - a generator would cost as much as the parts themselves
            if not part(row, related):
                return False
        return True

    return parts[0] if len(parts) == 1 else every


def _any(parts: tuple[Predicate, ...]) -> Predicate:
    def some(row: Row, related: Related) -> bool:
        for part in parts:  # noqa: SIM110 - as above
            if part(row, related):
                return True
        return False

    return some


def _comparison(comparison: Comparison, period: Period) -> Predicate:
    name, year_of = comparison.field, comparison.year_of
    if any(isinstance(operand, OtherField) for operand in comparison.operands):
        return lambda row, related: holds(comparison, row, period, related)
    test = _test(comparison.operator, [_key(_constant(operand, period)) for operand in comparison.operands])

    def compares(row: Row, _: Related) -> bool:
        left = row.get(name)
        if year_of:
            left = left.year if isinstance(left, date) else None
        key = _key(left)
        return key is not None and test(key)

    return compares


def _constant(operand: object, period: Period) -> Value:
    if isinstance(operand, PeriodYear):
        return period.year + operand.offset
    if isinstance(operand, PeriodEdge):
        return period.start if operand is PeriodEdge.START else period.end
    value: Value = getattr(operand, "value", None)
    return value


def _key(value: Value) -> _Key | None:
    """The kind of a value and what it is compared by; ``None`` for a blank one."""
    if value is None:
        return None
    if isinstance(value, str):
        text = _folded(value)
        return ("text", text) if text else None
    if isinstance(value, date):
        return ("date", value.toordinal())
    return ("number", float(value))


def _test(sign: Operator, constants: list[_Key | None]) -> Callable[[_Key], bool]:
    known = frozenset(key for key in constants if key is not None)
    if sign is Operator.EQUAL:
        return known.__contains__
    if sign is Operator.NOT_EQUAL:
        kinds = {key[0] if key else "" for key in constants}
        kind = kinds.pop()
        if kinds or not kind:  # a value differs only from values of its own kind
            return lambda _: False
        return lambda key: key[0] == kind and key not in known
    order = _ORDERS[sign]
    return lambda key: any(key[0] == other[0] and order(key[1], other[1]) for other in known)
