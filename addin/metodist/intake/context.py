"""What every check looks at: the table as issued, the workbook that came back, and what its input cells say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from metodist.domain.fields import Field, Register
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Organisation, Programme
from metodist.domain.returns import SchoolData
from metodist.domain.tables import FactCell, FactPart, RegisterArea, TableSpec
from metodist.domain.values import Value
from metodist.intake.cells import RawCell, RawSheet
from metodist.intake.normalise import EMPTY, Normal, shown
from metodist.intake.package import RawBook
from metodist.intake.report import Draft

#: The sheet that marking adds; it is passed over when the copy comes back.
PROTOCOL = "Протокол"

Score = Callable[[Programme, SchoolData], Mapping[str, Outcome]]
Read = Callable[[Path], RawBook]


@dataclass(frozen=True, slots=True)
class TableContext:
    """What a returned table is checked against.

    Args:
        programme: The programme that issued it.
        spec: The table as it was issued to the school.
        organisation: The school.
        lay_out: Lays the table out with registers of these lengths, by register; ``None`` where no table of ours
            is so long. Left out: the table has one length only.
    """

    programme: Programme
    spec: TableSpec
    organisation: Organisation
    lay_out: Callable[[Mapping[str, int]], TableSpec | None] | None = None


@dataclass(frozen=True, slots=True)
class InputCell:
    """One input cell that was read.

    Args:
        field: What it asks; for a part of an evidence a field of that part's type.
        sheet: The sheet's name as issued.
        place: Where it stands in the returned file: 1-based row and column.
        raw: As it stands there; ``None`` for empty.
        normal: What it means.
    """

    field: Field
    sheet: str
    place: tuple[int, int]
    raw: RawCell | None = None
    normal: Normal = EMPTY

    @property
    def value(self) -> Value:
        """What the cell means; ``None`` for empty and for what cannot be read."""
        return self.normal.value

    @property
    def blank(self) -> bool:
        """Nothing was typed in: neither a value nor something that cannot be read."""
        return self.normal.value is None and not self.normal.failed

    @property
    def text(self) -> str:
        """What a clerk sees in the cell."""
        return shown(self.raw)


@dataclass(frozen=True, slots=True)
class InputRow:
    """One row of a register with something in it."""

    sheet_row: int
    cells: Mapping[str, InputCell]

    def values(self) -> dict[str, Value]:
        """Values by field name; empty cells are left out."""
        return {name: value for name, cell in self.cells.items() if (value := cell.normal.value) is not None}


@dataclass(frozen=True, slots=True)
class RegisterInput:
    """A register as it came back.

    Args:
        rows: Rows with something in an input cell, in the order of the sheet.
        first_row: The first row where values may stand, 1-based, in the returned file.
        unread: Fields whose column could not be found for certain.
        findings: What was wrong with headings and rows.
    """

    register: Register
    area: RegisterArea
    first_row: int
    rows: tuple[InputRow, ...] = ()
    unread: frozenset[str] = frozenset()
    findings: tuple[Draft, ...] = ()

    def key_of(self, row: InputRow) -> InputCell | None:
        """The cell of the register's key; ``None`` where its column was not found."""
        return row.cells.get(self.register.key.name)

    def counted(self) -> Iterator[InputRow]:
        """Rows whose key is filled: only these count."""
        for row in self.rows:
            key = self.key_of(row)
            if key is not None and key.value is not None:
                yield row


@dataclass(frozen=True, slots=True)
class FactsInput:
    """The facts as they came back: by the cell as issued.

    Args:
        cells: Only those whose place is certain.
        findings: What was wrong with labels.
    """

    cells: Mapping[tuple[str, FactPart], InputCell] = field(default_factory=dict)
    findings: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One returned table with everything that checks need.

    Args:
        sheets: Issued sheet name → the sheet that came back, ``None`` where it is missing.
        registers: By register name.
        data: The normalised values.
        outcomes: Recomputed from ``data``; ``None`` where they were not asked for.
        older: The table was issued by another form of the programme.
    """

    context: TableContext
    book: RawBook
    sheets: Mapping[str, RawSheet | None]
    registers: Mapping[str, RegisterInput]
    facts: FactsInput
    data: SchoolData
    outcomes: Mapping[str, Outcome] | None = None
    older: bool = False

    def input_cells(self) -> Iterator[InputCell]:
        """Every input cell that was read, empty ones of filled rows too."""
        for register in self.registers.values():
            for row in register.rows:
                yield from row.cells.values()
        yield from self.facts.cells.values()

    def fact_cells(self) -> Iterator[tuple[FactCell, InputCell]]:
        """Every fact cell as issued with what was read from it."""
        for issued in self.context.spec.facts:
            cell = self.facts.cells.get((issued.fact.name, issued.part))
            if cell is not None:
                yield issued, cell


Check = Callable[[Case], Iterable[Draft]]
