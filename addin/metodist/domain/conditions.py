"""The condition language as values: what a numerator, a denominator or a rule says about one row.

A condition is read by ``programme.conditions``, compiled to Excel formulas by ``layout.conditions`` and
evaluated here. The two computations are proved equal on random registers (``tests/parity``).

Rules both follow:
    * A comparison over an empty cell is false, also for ``<>``.
    * A comparison of a number or a date with a cell that holds text is false.
    * Texts are compared without regard to case, after trimming; the whole text, no wildcards.
    * ``=`` with several values holds where any one is equal, ``<>`` where none is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from metodist.domain.periods import Period
from metodist.domain.values import Row, Value, fold, is_blank


class Operator(StrEnum):
    """A comparison, as it is written in a cell."""

    EQUAL = "="
    NOT_EQUAL = "<>"
    LESS = "<"
    LESS_EQUAL = "<="
    GREATER = ">"
    GREATER_EQUAL = ">="


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in the condition itself."""

    value: str | int | float | date


@dataclass(frozen=True, slots=True)
class OtherField:
    """The value of another field of the same row (``Стаж педагогический <= Стаж общий``)."""

    name: str


@dataclass(frozen=True, slots=True)
class PeriodYear:
    """The period's year plus ``offset`` years: ``{год-2}`` is ``PeriodYear(-2)``."""

    offset: int = 0


class PeriodEdge(StrEnum):
    """The first or the last day of the period: ``{начало}``, ``{конец}``."""

    START = "начало"
    END = "конец"


Operand = Literal | OtherField | PeriodYear | PeriodEdge


@dataclass(frozen=True, slots=True)
class Comparison:
    """``field operator operand, operand…``; more than one operand only with ``=`` and ``<>``.

    With ``year_of`` the field is a date and its calendar year is compared: ``год(Дата ПК) >= {год-2}``.
    """

    field: str
    operator: Operator
    operands: tuple[Operand, ...]
    year_of: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """``заполнено(поле)``: the cell holds anything but blanks."""

    field: str


@dataclass(frozen=True, slots=True)
class Exists:
    """``есть(Реестр: условие)``.

    For a row of a register: the same person has a matching row in the named register.
    For a school (facts): the school has at least one matching row.
    """

    register: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class All:
    """``условие; условие``: every part holds. Empty: always true."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """``условие | условие``: at least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """``не(условие)``."""

    part: Condition


Condition = Comparison | Filled | Exists | All | AnyOf | Not

#: The condition of an empty cell: every row counts.
EVERY = All()


class Related(Protocol):
    """Where :class:`Exists` looks: matching rows of another register."""

    def __call__(self, register: str, row: Row, /) -> Iterable[Row]:
        """Rows of ``register`` that belong to the person of ``row`` (to the school, for facts)."""
        ...


def no_relations(_register: str, _row: Row, /) -> Iterable[Row]:
    """The :class:`Related` of a row that stands alone: nothing is related."""
    return ()


def holds(condition: Condition, row: Row, period: Period, related: Related = no_relations) -> bool:
    """Tell whether a condition holds for one row.

    Args:
        condition: What is asked.
        row: Values by field name; a missing name counts as an empty cell.
        period: Gives ``{год}``, ``{начало}`` and ``{конец}``.
        related: Gives the rows that :class:`Exists` looks through.
    """
    match condition:
        case All(parts):
            return all(holds(part, row, period, related) for part in parts)
        case AnyOf(parts):
            return any(holds(part, row, period, related) for part in parts)
        case Not(part):
            return not holds(part, row, period, related)
        case Filled(name):
            return not is_blank(row.get(name))
        case Exists(register, inner):
            return any(holds(inner, other, period, related) for other in related(register, row))
        case Comparison():
            return _compares(condition, row, period)


def _compares(comparison: Comparison, row: Row, period: Period) -> bool:
    left = row.get(comparison.field)
    if is_blank(left):
        return False
    if comparison.year_of:
        if not isinstance(left, date):
            return False
        left = left.year
    rights = [_operand(operand, row, period) for operand in comparison.operands]
    if comparison.operator is Operator.NOT_EQUAL:
        return all(not is_blank(right) and _differs(left, right) for right in rights)
    return any(not is_blank(right) and _ordered(left, comparison.operator, right) for right in rights)


def _operand(operand: Operand, row: Row, period: Period) -> Value:
    match operand:
        case Literal(value):
            return value
        case OtherField(name):
            return row.get(name)
        case PeriodYear(offset):
            return period.year + offset
        case PeriodEdge.START:
            return period.start
        case _:
            return period.end


def _kind(value: Value) -> str:
    if isinstance(value, str):
        return "text"
    return "date" if isinstance(value, date) else "number"


def _differs(left: Value, right: Value) -> bool:
    return _kind(left) == _kind(right) and not _ordered(left, Operator.EQUAL, right)


def _ordered(left: Value, operator: Operator, right: Value) -> bool:
    if _kind(left) != _kind(right):
        return False
    a: str | float = _key(left)
    b: str | float = _key(right)
    match operator:
        case Operator.EQUAL:
            return a == b
        case Operator.LESS:
            return a < b  # type: ignore[operator]
        case Operator.LESS_EQUAL:
            return a <= b  # type: ignore[operator]
        case Operator.GREATER:
            return a > b  # type: ignore[operator]
        case Operator.GREATER_EQUAL:
            return a >= b  # type: ignore[operator]
        case Operator.NOT_EQUAL:
            return a != b


def _key(value: Value) -> str | float:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, date):
        return float(value.toordinal())
    return float(value or 0)
