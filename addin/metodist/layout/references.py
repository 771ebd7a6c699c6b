"""Where a problem looks: one row of a register, its whole columns, or the school's facts.

The same rule is written once and asked in each of these places.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from metodist.domain.conditions import EVERY, Condition, Related
from metodist.domain.fields import FACTS
from metodist.domain.tables import ROW, FactPart
from metodist.domain.values import Row, fold
from metodist.layout.addresses import fixed, in_sheet
from metodist.layout.conditions import fact_condition, matching, row_condition
from metodist.layout.plan import Plan


class Place(Protocol):
    """What a rule needs to know about where it is asked."""

    def of(self, name: str) -> str:
        """The reference of a field."""
        ...

    def where(self, condition: Condition) -> str:
        """A formula that is 1 where the condition holds and else 0."""
        ...


@dataclass(frozen=True, slots=True)
class OneRow:
    """A row of a block, on the register's own sheet: ``$C{row}``."""

    plan: Plan
    register: str

    def of(self, name: str) -> str:
        """The cell of a field."""
        return self.plan.ranges.register(self.register).cell(name, ROW, local=True).reference

    def where(self, condition: Condition) -> str:
        """Whether the row matches."""
        return row_condition(condition, self.register, self.plan.ranges, ROW)


@dataclass(frozen=True, slots=True)
class AllRows:
    """Whole columns, for SUMPRODUCT on another sheet."""

    plan: Plan
    register: str

    def of(self, name: str) -> str:
        """The column of a field."""
        return self.plan.ranges.register(self.register).column(name).reference

    def where(self, condition: Condition) -> str:
        """1 or 0 for every row."""
        return matching(condition, self.register, self.plan.ranges)


@dataclass(frozen=True, slots=True)
class SchoolFacts:
    """The cells of «Сведения»; parts of evidence are named by :func:`evidence_key`."""

    plan: Plan

    def of(self, name: str) -> str:
        """The cell of a fact or of a part of its evidence."""
        fact, _, part = name.partition("#")
        cell = self.plan.fact(fact, FactPart(part) if part else FactPart.VALUE)
        return in_sheet(cell.sheet, fixed(cell.row, cell.column))

    def where(self, condition: Condition) -> str:
        """Whether the school matches."""
        return fact_condition(condition, self.plan.ranges)


def evidence_key(fact: str, part: FactPart) -> str:
    """The name of a part of a fact's evidence, beside the facts' own names."""
    return f"{fact}#{part}"


def times(place: Place, condition: Condition) -> str:
    """The condition as a further factor; nothing where every row matches."""
    return "" if condition == EVERY else f"*{place.where(condition)}"


def related(plan: Plan) -> Related:
    """Looks through the rows that the table is issued with."""

    def rows(register: str, row: Row) -> Iterable[Row]:
        candidates = [other.values for other in plan.prefill.data.registers.get(register, ())]
        person = plan.programme.register(register).person_field
        own = next((fold(str(row[name])) for name in _person_names(plan) if row.get(name)), "")
        if person is None or not own:
            return candidates
        return [other for other in candidates if fold(str(other.get(person.name) or "")) == own]

    return rows


def _person_names(plan: Plan) -> tuple[str, ...]:
    fields = (register.person_field for register in plan.programme.registers)
    facts = {fact.name for fact in plan.programme.facts if fact.register == FACTS}
    return tuple(dict.fromkeys(field.name for field in fields if field is not None and field.name not in facts))
