"""Formulas of one comparison; every formula works over a column inside SUMPRODUCT and over one cell.

What is allowed inside SUMPRODUCT without entering an array formula in Excel 2010: operators, ISNUMBER, ISTEXT,
TRIM, SUBSTITUTE, MATCH, MMULT. IF, CHOOSE and TRANSPOSE are not. Arithmetic over a text cell is an error, a
comparison is not (any text is greater than any number), so numbers are only ever compared, guarded by ISNUMBER.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from metodist.domain.conditions import (
    Comparison,
    Literal,
    Operand,
    Operator,
    OtherField,
    PeriodEdge,
    PeriodYear,
)
from metodist.domain.periods import Period
from metodist.layout.ranges import Place

#: A factor that is never, or always, true.
NEVER = "0"

_NBSP = "\u00a0"
#: Excel's day 0; serial numbers before 1 March 1900 are one off, which no register reaches.
_DAY_ZERO = date(1899, 12, 30)
_LONGEST_TEXT = 255
#: Years before and after the period's that a year of one field can be compared with another field.
_YEARS_BEFORE, _YEARS_AFTER = 80, 20


def trimmed(reference: str) -> str:
    """The text of cells as it is compared: no blanks around it, single ones inside, no no-break spaces.

    Excel's TRIM leaves no-break spaces, which come along with every name copied from a document. A number in
    the cell becomes its text, an empty cell the empty text.
    """
    return f'TRIM(SUBSTITUTE({reference},"{_NBSP}"," "))'


def filled(reference: str) -> str:
    """True where the cell holds anything but blanks."""
    return f'({trimmed(reference)}<>"")'


def text_constant(text: str) -> str:
    """A text in a formula; Excel takes 255 characters in one constant, longer ones are joined."""
    escaped = [text[start : start + _LONGEST_TEXT] for start in range(0, len(text), _LONGEST_TEXT)] or [""]
    return "&".join('"' + part.replace('"', '""') + '"' for part in escaped)


def serial(day: date) -> int:
    """Excel's number of a day (1900 date system)."""
    return day.toordinal() - _DAY_ZERO.toordinal()


def product(factors: Iterable[str]) -> str:
    """All factors hold; repeated ones are written once."""
    kept = list(dict.fromkeys(factors))
    return "*".join(kept) if kept else "1"


def any_of(alternatives: Sequence[str]) -> str:
    """At least one product holds, as a factor."""
    if not alternatives:
        return NEVER
    return f"({alternatives[0]})" if len(alternatives) == 1 else f"(({'+'.join(alternatives)})>0)"


def comparison_factors(comparison: Comparison, place: Callable[[str], Place], period: Period) -> list[str]:
    """The factors whose product is 1 where the comparison holds.

    Args:
        comparison: What is compared.
        place: Gives the cells of a field.
        period: Gives ``{год}``, ``{начало}`` and ``{конец}``.
    """
    terms = [_term(comparison, operand, place, period) for operand in comparison.operands]
    if comparison.operator is Operator.NOT_EQUAL:
        return [factor for term in terms for factor in term] or [filled(place(comparison.field).reference)]
    if len(terms) == 1:
        return terms[0]
    return [any_of([product(term) for term in terms])]


def _term(comparison: Comparison, operand: Operand, place: Callable[[str], Place], period: Period) -> list[str]:
    left, operator = place(comparison.field), comparison.operator
    if isinstance(operand, OtherField):
        right = place(operand.name)
        return _year_and_field(left, operator, right, period) if comparison.year_of else _fields(left, operator, right)
    value = _constant(operand, period)
    if comparison.year_of:
        return _year(left, operator, value)
    if isinstance(value, str):
        return _text(left, operator, value)
    if isinstance(value, date):
        return _date(left, operator, serial(value)) if left.kind == "date" else [NEVER]
    return _number(left, operator, value) if left.kind == "number" else [NEVER]


def _constant(operand: Literal | PeriodYear | PeriodEdge, period: Period) -> str | float | date:
    if isinstance(operand, Literal):
        return operand.value
    if isinstance(operand, PeriodYear):
        return period.year + operand.offset
    return period.start if operand is PeriodEdge.START else period.end


def _text(left: Place, operator: Operator, value: str) -> list[str]:
    wanted = " ".join(value.split())
    if not wanted:
        return [NEVER]
    cells = trimmed(left.reference)
    guards = [] if left.kind == "text" else [f"ISTEXT({left.reference})"]
    if operator is not Operator.EQUAL:  # what equals the value is not empty anyway
        guards.append(f'({cells}<>"")')
    return [*guards, f"({cells}{operator}{text_constant(wanted)})"]


def _number(left: Place, operator: Operator, value: float) -> list[str]:
    return [f"ISNUMBER({left.reference})", f"({left.reference}{operator}{value!r})"]


def _date(left: Place, operator: Operator, day: int) -> list[str]:
    """A cell may hold a time of the day as well: a day reaches up to the next."""
    return [f"ISNUMBER({left.reference})", *_between(left.reference, operator, day, day + 1)]


def _between(reference: str, operator: Operator, first: int, after: int) -> list[str]:
    """Compare with the days ``first`` … ``after - 1`` as one value."""
    match operator:
        case Operator.EQUAL:
            return [f"({reference}>={first})", f"({reference}<{after})"]
        case Operator.NOT_EQUAL:
            return [f"(1-({reference}>={first})*({reference}<{after}))"]
        case Operator.LESS:
            return [f"({reference}<{first})"]
        case Operator.LESS_EQUAL:
            return [f"({reference}<{after})"]
        case Operator.GREATER:
            return [f"({reference}>={after})"]
        case Operator.GREATER_EQUAL:
            return [f"({reference}>={first})"]


def _year(left: Place, operator: Operator, year: str | float | date) -> list[str]:
    """Years become days: ``год(Дата) >= 2024`` is ``Дата >= 1 January 2024``; YEAR fails on a text cell."""
    if left.kind != "date" or isinstance(year, str | date):
        return [NEVER]
    first, after = _new_year(math.ceil(year)), _new_year(math.floor(year) + 1)
    return [f"ISNUMBER({left.reference})", *_between(left.reference, operator, first, after)]


def _new_year(year: int) -> int:
    """The number of 1 January; years that no cell can hold become the day before or after all days."""
    if year < date.min.year:
        return serial(date.min)
    return serial(date.max) + 1 if year > date.max.year else serial(date(year, 1, 1))


def _fields(left: Place, operator: Operator, right: Place) -> list[str]:
    if left.kind != right.kind:
        return [NEVER]
    if left.kind == "text":
        a, b = trimmed(left.reference), trimmed(right.reference)
        return [f'({a}<>"")', f'({b}<>"")', f"({a}{operator}{b})"]
    a, b = left.reference, right.reference
    return [f"ISNUMBER({a})", f"ISNUMBER({b})", f"({a}{operator}{b})"]


def _year_and_field(left: Place, operator: Operator, right: Place, period: Period) -> list[str]:
    """The year of a date against a number of the same row.

    The year is the number of New Year's days not after the date: comparisons only, so a text cell does no harm.
    """
    if left.kind != "date" or right.kind != "number":
        return [NEVER]
    years = range(period.year - _YEARS_BEFORE, period.year + _YEARS_AFTER + 1)
    days = ",".join(str(_new_year(year)) for year in years)
    ones = ";".join("1" for _ in years)
    year = f"(MMULT(--({left.reference}>={{{days}}}),{{{ones}}})+{years[0] - 1})"
    return [f"ISNUMBER({left.reference})", f"ISNUMBER({right.reference})", f"({year}{operator}{right.reference})"]
