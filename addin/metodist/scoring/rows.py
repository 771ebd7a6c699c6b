"""A school's rows, ready to be asked: rows that count, computed fields filled in, people found by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from metodist.domain.computed import computed_value
from metodist.domain.conditions import Condition
from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS, Register
from metodist.domain.indicators import FactSum, Measure
from metodist.domain.periods import Period
from metodist.domain.predicates import predicate
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData
from metodist.domain.values import Row, Value, fold, is_blank

#: Scopes of which a school is the one row.
SINGLE_SCOPES = (SCHOOLS, FACTS, MUNICIPALITY)

#: The name under which a prepared row carries its person; no field of a workbook can be called so.
_PERSON = "\0person"

#: A person's rows by the folded name; all rows of the register under ``None``.
_Index = Mapping[str | None, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class SchoolRows:
    """One school (or the municipality) as indicators see it; made by :func:`school_rows`.

    Args:
        municipal: This is the municipality beside the schools: of a sum it gives the part that it adds.
    """

    period: Period
    registers: Mapping[str, _Index]
    facts: Row
    municipal: bool = False

    def rows(self, scope: str) -> tuple[Row, ...]:
        """Every row of the scope that counts; for «Школы» and «Сведения» the facts are the one row."""
        if scope in SINGLE_SCOPES:
            return (self.facts,)
        return self.registers.get(scope, {}).get(None, ())

    def matching(self, condition: Condition, scope: str) -> list[Row]:
        """The rows of the scope that a condition holds for."""
        asked, related = predicate(condition, self.period), self._related
        return [row for row in self.rows(scope) if asked(row, related)]

    def measure(self, measure: Measure, scope: str) -> float | None:
        """How many rows match; for a sum of facts the sum, ``None`` where one of them holds no number."""
        if not isinstance(measure, FactSum):
            return len(self.matching(measure, scope))
        values = [self.facts.get(name) for name in (measure.municipal if self.municipal else measure.facts)]
        numbers = [value for value in values if is_number(value)]
        return sum(numbers) if len(numbers) == len(values) else None

    def _related(self, register: str, row: Row) -> Iterable[Row]:
        index = self.registers.get(register, {})
        if _PERSON not in row:  # facts: any row of the school
            return index.get(None, ())
        person = row[_PERSON]
        return index.get(person, ()) if isinstance(person, str) else ()


def is_number(value: Value) -> TypeGuard[int | float]:
    """A number that can be added up."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def school_rows(programme: Programme, data: SchoolData) -> SchoolRows:
    """Prepare what a school filled in."""
    period = programme.passport.period
    registers = {register.name: _index(register, data, period) for register in programme.registers}
    return SchoolRows(period, registers, data.facts)


def _index(register: Register, data: SchoolData, period: Period) -> _Index:
    found: dict[str | None, list[Row]] = defaultdict(list)
    for raw in data.registers.get(register.name, ()):
        if is_blank(raw.values.get(register.key.name)):
            continue
        row = _prepared(register, raw.values, period)
        found[None].append(row)
        person = row[_PERSON]
        if isinstance(person, str):
            found[person].append(row)
    return {name: tuple(rows) for name, rows in found.items()}


def _prepared(register: Register, values: Row, period: Period) -> Row:
    row = dict(values)
    for field in register.fields:
        if field.computed:
            row[field.name] = computed_value(field.computed, values, period)
    person = values.get(register.person_field.name) if register.person_field else None
    row[_PERSON] = None if is_blank(person) else fold(str(person))
    return row
