"""A school table as a value: what stands where. Made by ``layout`` only; read by the writer and by intake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from metodist.domain.fields import Field
from metodist.domain.returns import Identity, SchoolData
from metodist.domain.values import Value


class Role(StrEnum):
    """What a cell is for; fill, font, border and lock follow from it (``layout.styles``)."""

    TITLE = "title"
    LEAD = "lead"
    NOTE = "note"
    TEXT = "text"
    HEADING = "heading"
    SUBHEADING = "subheading"
    LABEL = "label"
    INPUT = "input"
    CHOICE = "choice"
    COMPUTED = "computed"
    REFERENCE = "reference"
    KNOWN = "known"
    REMARK = "remark"
    LINE = "line"
    LINK = "link"
    PLAIN = "plain"
    STATUS = "status"
    BANNER = "banner"
    INPUT_SAMPLE = "input_sample"
    ERROR_SAMPLE = "error_sample"
    REQUIRED_SAMPLE = "required_sample"
    WARNING_SAMPLE = "warning_sample"
    DONE_SAMPLE = "done_sample"


class NumberForm(StrEnum):
    """How a value is shown; the value is Excel's format code."""

    GENERAL = "General"
    TEXT = "@"
    INTEGER = "# ##0"
    DECIMAL = "# ##0.0"
    PERCENT = "0.0%"
    DATE = "dd.mm.yyyy"
    PRESENCE = '"есть";"есть";"нет"'


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: 1-based row and column.

    Args:
        value: A constant; for a formula, its cached value.
        formula: In Excel's English syntax without the leading ``=``; empty for a constant.
        array: The formula is entered as an array formula.
        link: A place inside the workbook («'Кадры'!A1»); empty for none.
        align: ``left``, ``center`` or ``right``; empty for the role's own.
        varies: A locked constant that differs from issue to issue (last year's value, a target, a message): not
            compared on return. Of a formula with such a text in it only that it is still there.
        own: A constant that is the school's own, such as its name or last year's number: tables of one programme
            differ here and are alike elsewhere.
    """

    row: int
    column: int
    value: Value = None
    role: Role = Role.PLAIN
    form: NumberForm = NumberForm.GENERAL
    formula: str = ""
    array: bool = False
    link: str = ""
    align: str = ""
    varies: bool = False
    own: bool = False

    @property
    def locked(self) -> bool:
        """Only input cells are open."""
        return self.role not in (Role.INPUT, Role.CHOICE)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, 1-based, inclusive."""

    top: int
    left: int
    bottom: int
    right: int


#: Stands for the row's number in formulas of a :class:`Block`.
ROW = "{row}"


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that are all alike: 150 rows of a register without 150 copies of their cells.

    Args:
        top: The first row.
        bottom: The last row, inclusive.
        cells: The cells of one row; their ``row`` is ``top``, and :data:`ROW` in their formulas stands for
            the number of the row they are repeated in.
    """

    top: int
    bottom: int
    cells: tuple[Cell, ...]

    def row(self, number: int) -> Iterator[Cell]:
        """The cells of one of the rows, with their formulas filled in."""
        for cell in self.cells:
            formula = cell.formula.replace(ROW, str(number)) if cell.formula else ""
            yield replace(cell, row=number, formula=formula)


@dataclass(frozen=True, slots=True)
class Validation:
    """What Excel lets a clerk type in.

    Args:
        kind: ``list``, ``whole``, ``decimal``, ``date``, ``custom``, ``any`` (only the hint) or ``textLength``.
        source: A defined name for ``list``; a formula for ``custom``.
        message: Shown when a value is refused; ``hint`` when the cell is selected.
        strict: Refuses; else only warns.
    """

    area: Area
    kind: str
    source: str = ""
    minimum: float | date | None = None
    maximum: float | date | None = None
    hint_title: str = ""
    hint: str = ""
    message_title: str = ""
    message: str = ""
    strict: bool = True


@dataclass(frozen=True, slots=True)
class Highlight:
    """A conditional format: ``tone`` is ``error``, ``warning``, ``done`` or ``required``."""

    area: Area
    formula: str
    tone: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a table.

    Args:
        state: ``visible``, ``hidden`` or ``veryHidden``.
        tab: Role of the tab's colour: ``input``, ``computed``, ``reference`` or ``summary``.
        widths: Column widths in characters, by 1-based column.
        heights: Row heights in points, by 1-based row.
        merges: Areas shown as one cell.
        freeze: Row and column (1-based) of the first cell that scrolls; ``None`` for none.
        cursor: The first input cell.
        repeat: First and last heading row repeated on every printed page.
        blocks: Rows that are all alike; a cell of ``cells`` at the same place stands instead.
        hidden_columns: 1-based columns that hold helping formulas.
        fit_wide: How many pages wide the sheet is printed, at least 1.
        repeat_columns: First and last column repeated on every printed page; ``None`` for none.
    """

    name: str
    cells: tuple[Cell, ...]
    state: str = "visible"
    tab: str = "reference"
    widths: Mapping[int, float] = field(default_factory=dict)
    heights: Mapping[int, float] = field(default_factory=dict)
    merges: tuple[Area, ...] = ()
    validations: tuple[Validation, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    freeze: tuple[int, int] | None = None
    cursor: tuple[int, int] = (1, 1)
    landscape: bool = False
    repeat: tuple[int, int] | None = None
    print_area: Area | None = None
    filter_area: Area | None = None
    gridlines: bool = False
    blocks: tuple[Block, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    fit_wide: int = 1
    repeat_columns: tuple[int, int] | None = None

    def every_cell(self) -> Iterator[Cell]:
        """Every cell of the sheet once, blocks written out, by rows within a block."""
        yield from self.cells
        own = {(cell.row, cell.column) for cell in self.cells}
        for block in self.blocks:
            for number in range(block.top, block.bottom + 1):
                yield from (cell for cell in block.row(number) if (number, cell.column) not in own)


@dataclass(frozen=True, slots=True)
class RegisterArea:
    """Where a register stands: row ``first_row`` + i holds its i-th row.

    Args:
        columns: 1-based sheet column of every field, by field name (computed fields too).
        number_column: The column of printed row numbers, which proves that no row was inserted.
        heading_row: The row of the fields' headings.
    """

    register: str
    sheet: str
    first_row: int
    capacity: int
    heading_row: int
    number_column: int
    columns: Mapping[str, int]


class FactPart(StrEnum):
    """Which cell of a fact: its value, or one part of its evidence."""

    VALUE = "value"
    DOCUMENT = "document"
    NUMBER = "number"
    DATE = "date"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class FactCell:
    """Where one fact, or one part of its evidence, is typed in."""

    fact: Field
    part: FactPart
    sheet: str
    row: int
    column: int


class OutcomePart(StrEnum):
    """Which number of an outcome a computed cell shows."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class OutcomeCell:
    """Where «Показатели» shows a number; ``slice`` is the breakdown's label, empty for the indicator itself."""

    code: str
    part: OutcomePart
    slice: str
    sheet: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A whole school table.

    Args:
        identity: Written as custom property «metodist», defined name ``metodist_id`` and a hidden cell.
        names: Defined names → references without ``=``.
        identity_cell: Sheet name, row and column of the hidden cell with the stamp.
        sheet_password: Plain text; the writer stores its SHA-512 hash. Empty: protected without a password.
    """

    identity: Identity
    title: str
    sheets: tuple[Sheet, ...]
    names: Mapping[str, str]
    registers: tuple[RegisterArea, ...]
    facts: tuple[FactCell, ...]
    outcomes: tuple[OutcomeCell, ...]
    identity_cell: tuple[str, int, int]
    sheet_password: str = ""
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Prefill:
    """What is already known when a table is issued.

    Args:
        data: Values that stand in the input cells; the school may change them.
        previous: Last period's values of facts, shown beside the cells, by fact name.
    """

    data: SchoolData = field(default_factory=SchoolData)
    previous: Mapping[str, Value] = field(default_factory=dict)
