"""Where formulas find what a school filled in: the columns of registers and the cells of facts.

    ranges = Ranges.of(programme, areas, fact_cells)

``areas`` and ``fact_cells`` are the places of ``domain.tables``. Every column of a register runs over the same
rows, so that columns can be multiplied with one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from metodist.domain.fields import FieldType, Register
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.domain.tables import Area, FactCell, FactPart, RegisterArea
from metodist.errors import InternalError
from metodist.layout.addresses import fixed, fixed_area, in_sheet, letters

#: What a cell of a field holds where it is filled in rightly.
Kind = Literal["text", "number", "date"]

_KINDS: Mapping[FieldType, Kind] = {
    FieldType.INTEGER: "number",
    FieldType.NUMBER: "number",
    FieldType.COMPUTED: "number",
    FieldType.DATE: "date",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a register, or one cell: its reference and what it holds."""

    reference: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class RegisterRanges:
    """A register and the area it stands in."""

    register: Register
    area: RegisterArea

    def column(self, name: str) -> Place:
        """The whole column of a field, as an absolute reference with the sheet's name."""
        column, last = self._column(name), self.area.first_row + self.area.capacity - 1
        reference = fixed_area(Area(self.area.first_row, column, last, column))
        return Place(in_sheet(self.area.sheet, reference), self._kind(name))

    def cell(self, name: str, row: int | str, *, local: bool) -> Place:
        """The field's cell of one row: fixed column, moving row.

        Args:
            name: The field.
            row: 1-based sheet row, or a stand-in for it (``domain.tables.ROW``).
            local: The formula stands on the register's own sheet: leave the sheet's name out.
        """
        reference = f"${letters(self._column(name))}{row}"
        return Place(reference if local else in_sheet(self.area.sheet, reference), self._kind(name))

    def _column(self, name: str) -> int:
        if name not in self.area.columns:
            raise InternalError(f"register {self.register.name!r} has no column {name!r}")
        return self.area.columns[name]

    def _kind(self, name: str) -> Kind:
        return _KINDS.get(self.register.field(name).type, "text")


@dataclass(frozen=True, slots=True)
class Ranges:
    """Everything that a formula may refer to, and the period it counts for.

    Args:
        registers: By register name.
        facts: The value cell of every fact, by fact name.
    """

    period: Period
    registers: Mapping[str, RegisterRanges]
    facts: Mapping[str, Place]

    @classmethod
    def of(cls, programme: Programme, areas: Iterable[RegisterArea], facts: Iterable[FactCell]) -> Ranges:
        """The ranges of a table whose registers and facts stand at these places."""
        registers = {area.register: RegisterRanges(programme.register(area.register), area) for area in areas}
        values = (cell for cell in facts if cell.part is FactPart.VALUE)
        places = {
            cell.fact.name: Place(
                in_sheet(cell.sheet, fixed(cell.row, cell.column)), _KINDS.get(cell.fact.type, "text")
            )
            for cell in values
        }
        return cls(programme.passport.period, registers, places)

    def register(self, name: str) -> RegisterRanges:
        """The register of that name.

        Raises:
            InternalError: The table has no such register.
        """
        if name not in self.registers:
            raise InternalError(f"no register {name!r} in this table")
        return self.registers[name]

    def fact(self, name: str) -> Place:
        """The value cell of a fact.

        Raises:
            InternalError: The table has no such fact (facts of the municipality stand in no school table).
        """
        if name not in self.facts:
            raise InternalError(f"no fact {name!r} in this table")
        return self.facts[name]
