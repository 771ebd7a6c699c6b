"""Where a problem looks: one row of a register, its whole columns, or the school's facts.

The same rule is written once and asked in each of these places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

    def counted(self) -> str:
        """A factor that is 1 where the row counts, with ``*`` behind it; empty where that is known."""
        ...

    def begun(self, fields: Sequence[str]) -> str:
        """True where one of the fields is filled."""
        ...


@dataclass(frozen=True, slots=True)
class OneRow:
    """A row of a block, on the register's own sheet: ``$C{row}``.

    Args:
        asks_key: Whether a rule has to ask for the key itself; not where the formula around it did.
    """

    plan: Plan
    register: str
    asks_key: bool = True

    def of(self, name: str) -> str:
        """The cell of a field."""
        return self.plan.ranges.register(self.register).cell(name, ROW, local=True).reference

    def where(self, condition: Condition) -> str:
        """Whether the row matches."""
        return row_condition(condition, self.register, self.plan.ranges, ROW)

    def counted(self) -> str:
        """The key is filled."""
        return _counted(self) if self.asks_key else ""

    def begun(self, fields: Sequence[str]) -> str:
        """Counts the blank cells, computed ones among them, which show nothing without their source."""
        first, last = self.of(fields[0]), self.of(fields[-1])
        places = self.plan.registers[self.register].columns
        number = places[fields[-1]] - places[fields[0]] + 1
        return f"(COUNTBLANK({first}:{last})<{number})"


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

    def counted(self) -> str:
        """The key is filled."""
        return _counted(self)

    def begun(self, fields: Sequence[str]) -> str:
        """Adds the columns up: COUNTBLANK knows no rows."""
        filled = "+".join(f'({self.of(name)}<>"")' for name in fields)
        return f"(({filled})>0)"


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

    def counted(self) -> str:
        """A school always counts."""
        return ""

    def begun(self, fields: Sequence[str]) -> str:
        """One of the facts is filled."""
        filled = "+".join(f'({self.of(name)}<>"")' for name in fields)
        return f"(({filled})>0)"


def _counted(place: OneRow | AllRows) -> str:
    key = place.plan.programme.register(place.register).key.name
    return f'({place.of(key)}<>"")*'


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
