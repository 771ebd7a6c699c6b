"""What a host must offer of one sheet: a small grid of cells; ``grid_book`` has the rest.

The xlwings engine over it is written once, in ``engine*.py``.

Rows and columns count from 1. A block is a list of rows; a value is ``None`` (empty), ``str``, ``float``, ``bool``,
``datetime`` or `CellError`. An area is ``(row, column, rows, columns)``.
"""

from __future__ import annotations

from typing import Any, Literal, Protocol

from metodist.hosts.office.cells import Area, CellError, Rows

__all__ = ["Area", "Axis", "CellError", "Colour", "Grid", "Rows", "What"]

#: Red, green, blue, each 0 … 255.
Colour = tuple[int, int, int]
#: What ``clear`` takes away.
What = Literal["contents", "formats", "all"]
#: What ``autofit`` fits.
Axis = Literal["columns", "rows"]


class Grid(Protocol):
    """One sheet."""

    @property
    def name(self) -> str:
        """The sheet's name."""
        ...

    def rename(self, name: str) -> None:
        """Give the sheet another name."""
        ...

    def is_visible(self) -> bool:
        """Whether the user sees the sheet's tab."""
        ...

    def set_visible(self, *, visible: bool) -> None:
        """Show or hide the sheet's tab."""
        ...

    def used(self) -> Area:
        """The smallest area that holds every filled cell; A1 of an empty sheet."""
        ...

    def read(self, area: Area) -> Rows:
        """Values: dates as ``datetime``, ``None`` for an empty cell and for a formula that gives empty text."""
        ...

    def write(self, row: int, column: int, rows: Rows) -> None:
        """Write a rectangular block; ``None`` empties a cell, text that begins with ``=`` is a formula.

        In a cell of the text format ``@`` it stays text, as in Excel. A date gets a date format where the cell has
        none.

        Raises:
            UserError: A cell of the block is locked on a protected sheet; then nothing is written.
        """
        ...

    def formulas(self, area: Area) -> list[list[str]]:
        """Formulas in Excel's English grammar; constants as text; ``""`` for an empty cell."""
        ...

    def fill_formula(self, area: Area, formula: str) -> None:
        """One formula for the whole area; relative references move as in Excel."""
        ...

    def has_array(self, row: int, column: int) -> bool:
        """Whether the cell belongs to an array formula."""
        ...

    def is_locked(self, area: Area) -> bool:
        """Whether the sheet is protected and at least one cell of the area is locked."""
        ...

    def colour(self, area: Area) -> Colour | None:
        """The fill; ``None`` without one or where it differs within the area."""
        ...

    def set_colour(self, area: Area, colour: Colour | None) -> None:
        """Fill the cells; ``None`` takes the fill away."""
        ...

    def number_format(self, area: Area) -> str | None:
        """Excel's format code; ``None`` where it differs within the area."""
        ...

    def set_number_format(self, area: Area, code: str) -> None:
        """Set Excel's format code, such as ``@`` or ``0.0%``."""
        ...

    def font(self, area: Area) -> dict[str, Any]:
        """``bold``, ``italic`` (bool), ``size`` (points), ``color`` (RGB or ``None``), ``name`` of the first cell."""
        ...

    def set_font(self, area: Area, key: str, value: Any) -> None:
        """Set one of the keys of `font`."""
        ...

    def wrap_text(self, area: Area) -> bool:
        """Whether the first cell breaks its text into lines."""
        ...

    def set_wrap_text(self, area: Area, *, wrap: bool) -> None:
        """Break texts into lines or not."""
        ...

    def column_width(self, column: int) -> float:
        """Width in characters."""
        ...

    def set_column_width(self, column: int, count: int, width: float) -> None:
        """Set the width of ``count`` columns, in characters."""
        ...

    def row_height(self, row: int) -> float:
        """Height in points."""
        ...

    def set_row_height(self, row: int, count: int, height: float) -> None:
        """Set the height of ``count`` rows, in points."""
        ...

    def autofit(self, area: Area, axis: Axis) -> None:
        """Make columns or rows as large as their texts."""
        ...

    def clear(self, area: Area, what: What) -> None:
        """Empty cells, their formats or both."""
        ...

    def merge(self, area: Area, *, on: bool) -> None:
        """Join the cells into one, or part them."""
        ...

    def insert(self, area: Area, *, right: bool) -> None:
        """Make room: cells move down, or to the right."""
        ...

    def delete(self, area: Area, *, left: bool) -> None:
        """Take cells out: the rest moves up, or to the left."""
        ...

    def hyperlink(self, row: int, column: int) -> str | None:
        """The address behind the cell; ``#'Лист'!A1`` within the book."""
        ...

    def hyperlinks(self, area: Area) -> list[tuple[int, int, str]]:
        """Row, column and address of every link in an area, as `hyperlink` gives it."""
        ...

    def set_hyperlink(self, row: int, column: int, target: str, text: str) -> None:
        """Write a text with a link: to a web page, a file, or ``#'Лист'!A1``."""
        ...

    def activate(self) -> None:
        """Bring the sheet to the front."""
        ...

    def select(self, area: Area) -> None:
        """Select cells of the sheet."""
        ...
