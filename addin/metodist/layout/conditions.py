"""Compiles conditions to formulas of Excel 2010 that LibreOffice and Р7 share; no array entry, no dynamic arrays.

    matching(condition, scope, ranges) -> str
        1 or 0 for every row of the register ``scope``; goes into ``SUMPRODUCT(…)``. Rows with an empty key
        are 0. For the scopes «Школы» and «Сведения» one number, 1 or 0, that needs no SUMPRODUCT.
    counting(condition, scope, ranges) -> str
        How many rows match: a whole formula without ``=``.
    row_condition(condition, register, ranges, row, local=True) -> str
        1 or 0 for one row (``$D8``): «Проверка», conditional formats, validations. Does not ask for the key.
    fact_condition(condition, ranges) -> str
        1 or 0 for the school's facts.
    row_computed(computed, register, ranges, row, local=True) -> str
        The formula of a computed field; the empty text where it cannot be computed.

The meaning is that of ``domain.conditions.holds`` over values read by the fields' types (``tests/parity``):

* a number typed into a text field counts as its text («5»);
* text in a number or date field compares with nothing, also where the other field holds text too;
* a time of the day beside a date is passed over, except where two date fields are compared;
* an error value (#N/A) in an input cell makes the result an error: it has to be mended first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from metodist.domain.conditions import All, AnyOf, Comparison, Condition, Exists, Filled, Not
from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS, Computed
from metodist.errors import InternalError
from metodist.layout.comparisons import NEVER, any_of, comparison_factors, filled, product, serial, trimmed
from metodist.layout.ranges import Place, Ranges, RegisterRanges

#: Scopes of which a school is the one row.
SINGLE_SCOPES = (SCHOOLS, FACTS, MUNICIPALITY)


def matching(condition: Condition, scope: str, ranges: Ranges) -> str:
    """1 or 0 a row, for SUMPRODUCT; for facts one number.

    Args:
        condition: What is asked.
        scope: A register's name, «Школы» or «Сведения».
        ranges: Where the values stand.

    Raises:
        InternalError: The table lacks a register or field that the condition names.
    """
    if scope in SINGLE_SCOPES:
        return fact_condition(condition, ranges)
    return _rows(condition, ranges.register(scope), ranges)


def counting(condition: Condition, scope: str, ranges: Ranges) -> str:
    """How many rows of the scope match."""
    expression = matching(condition, scope, ranges)
    return expression if scope in SINGLE_SCOPES else f"SUMPRODUCT({expression})"


def fact_condition(condition: Condition, ranges: Ranges) -> str:
    """1 or 0 for the school's facts; ``есть(Кадры: …)`` asks for any matching row."""

    def exists(inner: Exists) -> str:
        rows = _rows(inner.condition, ranges.register(inner.register), ranges)
        return f"(SUMPRODUCT({rows})>0)"

    return _number(_Compiler(ranges, ranges.fact, exists).factors(condition))


def row_condition(condition: Condition, register: str, ranges: Ranges, row: int | str, *, local: bool = True) -> str:
    """1 or 0 for one row of a register.

    Args:
        condition: What is asked.
        register: The register's name.
        ranges: Where the values stand.
        row: 1-based sheet row, or a stand-in for it (``domain.tables.ROW``).
        local: The formula stands on the register's own sheet.
    """
    here = ranges.register(register)

    def place(name: str) -> Place:
        return here.cell(name, row, local=local)

    def exists(inner: Exists) -> str:
        there = ranges.register(inner.register)
        own, other = trimmed(place(_person(here)).reference), trimmed(there.column(_person(there)).reference)
        rows = _rows(inner.condition, there, ranges)
        return f'(SUMPRODUCT(({own}<>"")*({other}={own})*{rows})>0)'

    return _number(_Compiler(ranges, place, exists).factors(condition))


def row_computed(computed: Computed, register: str, ranges: Ranges, row: int | str, *, local: bool = True) -> str:
    """Full years from a date field to the period's last day; the empty text where there is no date up to then.

    DATEDIF is undocumented, missing in some hosts and wrong for some days: years are subtracted, and one is taken
    off where the day of the year comes after the last day's.
    """
    cell = ranges.register(register).cell(computed.field, row, local=local).reference
    end = ranges.period.end
    late = f"(MONTH({cell})*100+DAY({cell})>{end.month * 100 + end.day})"
    past = f"ISNUMBER({cell})*({cell}<{serial(end) + 1})"
    return f'IFERROR(IF({past},{end.year}-YEAR({cell})-{late},""),"")'


def _rows(condition: Condition, here: RegisterRanges, ranges: Ranges) -> str:
    def exists(inner: Exists) -> str:
        return _same_person(here, ranges.register(inner.register), inner.condition, ranges)

    key = filled(here.column(here.register.key.name).reference)
    return _number([key, *_Compiler(ranges, here.column, exists).factors(condition)])


def _same_person(here: RegisterRanges, there: RegisterRanges, condition: Condition, ranges: Ranges) -> str:
    """Look every person up among «name|1» of the other register, where 1 marks the matching rows."""
    own, other = trimmed(here.column(_person(here)).reference), trimmed(there.column(_person(there)).reference)
    rows = _rows(condition, there, ranges)
    return f'({own}<>"")*ISNUMBER(MATCH({_literal(own)}&"|1",{_literal(other)}&"|"&({rows}),0))'


def _literal(text: str) -> str:
    """Stand-ins for ``*``, ``?`` and ``~``, which MATCH takes for a pattern: «Иванова А. А.*» is one person.

    They are replaced on both sides: escaped ones are found by Excel, and not by LibreOffice in computed columns.
    """
    for sign, stand_in in zip("*?~", "×¿¬", strict=True):
        text = f'SUBSTITUTE({text},"{sign}","{stand_in}")'
    return text


def _person(register: RegisterRanges) -> str:
    field = register.register.person_field
    if field is None:
        raise InternalError(f"register {register.register.name!r} names no person")
    return field.name


def _number(factors: list[str]) -> str:
    """The product as a number: a lone comparison would be TRUE, which SUMPRODUCT counts as 0."""
    kept = list(dict.fromkeys(factors))
    return f"1*{kept[0]}" if len(kept) == 1 else product(kept)


@dataclass(frozen=True, slots=True)
class _Compiler:
    """One walk over a condition: how to find a field and how to ask another register differ by place."""

    ranges: Ranges
    place: Callable[[str], Place]
    exists: Callable[[Exists], str]

    def factors(self, condition: Condition) -> list[str]:
        """Formulas, each safe inside a product, whose product is 1 where the condition holds and else 0."""
        match condition:
            case All(parts):
                return [factor for part in parts for factor in self.factors(part)]
            case AnyOf(parts):
                return [any_of([product(self.factors(part)) for part in parts])] if parts else [NEVER]
            case Not(part):
                return [f"(1-{product(self.factors(part))})"]
            case Filled(name):
                return [filled(self.place(name).reference)]
            case Exists():
                return [self.exists(condition)]
            case Comparison():
                return comparison_factors(condition, self.place, self.ranges.period)
