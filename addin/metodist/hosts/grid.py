"""What a host must offer: a small grid of cells. The xlwings engine over it is written once, in ``engine*.py``.

Rows and columns count from 1. A block is a list of rows; a value is ``None`` (empty), ``str``, ``float``, ``bool``,
``datetime`` or `CellError`. An area is ``(row, column, rows, columns)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Protocol

from metodist.hosts.office.cells import Area, CellError, Rows

__all__ = ["Area", "Axis", "Buttons", "CellError", "Colour", "Grid", "GridApp", "GridBook", "GridNames", "Rows", "What"]

#: Red, green, blue, each 0 … 255.
Colour = tuple[int, int, int]
#: What ``clear`` takes away.
What = Literal["contents", "formats", "all"]
#: What ``autofit`` fits.
Axis = Literal["columns", "rows"]
#: Which buttons a window has.
Buttons = Literal["ok", "ok_cancel", "yes_no", "yes_no_cancel"]


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

    def set_hyperlink(self, row: int, column: int, target: str, text: str) -> None:
        """Write a text with a link: to a web page, a file, or ``#'Лист'!A1``."""
        ...

    def activate(self) -> None:
        """Bring the sheet to the front."""
        ...

    def select(self, area: Area) -> None:
        """Select cells of the sheet."""
        ...


class GridNames(Protocol):
    """Defined names of a book or of one sheet, as ``name`` → ``=Лист!$A$1``."""

    def keys(self) -> list[str]:
        """All names."""
        ...

    def get(self, name: str) -> str:
        """What the name refers to.

        Raises:
            KeyError: There is no such name.
        """
        ...

    def put(self, name: str, refers_to: str) -> None:
        """Add or change a name."""
        ...

    def remove(self, name: str) -> None:
        """Take a name away."""
        ...


class GridBook(Protocol):
    """One workbook."""

    @property
    def app(self) -> GridApp:
        """The program it is open in."""
        ...

    @property
    def name(self) -> str:
        """The file's name; the window's title for a book never saved."""
        ...

    @property
    def fullname(self) -> str:
        """The file's whole path; the bare name for a book never saved."""
        ...

    def sheets(self) -> Sequence[Grid]:
        """All sheets in order, hidden ones too."""
        ...

    def active_sheet(self) -> Grid:
        """The sheet in front."""
        ...

    def add_sheet(self, name: str, position: int) -> Grid:
        """Insert an empty sheet.

        Args:
            name: The name of the new sheet.
            position: 0-based place among the sheets.

        Raises:
            UserError: The structure of the book is protected.
        """
        ...

    def delete_sheet(self, name: str) -> None:
        """Delete a sheet without asking."""
        ...

    def copy_sheet(self, name: str, position: int) -> None:
        """Copy a sheet to a 0-based place; its new name is chosen by the host."""
        ...

    def names(self, sheet: str | None) -> GridNames:
        """Names of the book, or of one sheet."""
        ...

    def custom_property(self, name: str) -> str | None:
        """A custom document property as text; ``None`` where there is none."""
        ...

    def set_custom_property(self, name: str, value: str) -> None:
        """Add or change a custom document property."""
        ...

    def selection(self) -> tuple[str, Area] | None:
        """The selected sheet's name and area; ``None`` where no cells are selected."""
        ...

    def save(self, path: str | None) -> None:
        """Save in place or, with a path, as; the extension chooses the kind."""
        ...

    def save_copy(self, path: str) -> None:
        """Write a copy with all that is not saved yet; the book stays as it is and where it is."""
        ...

    def close(self) -> None:
        """Close without saving and without asking."""
        ...

    def activate(self) -> None:
        """Bring the book's window to the front."""
        ...

    def is_same(self, other: object) -> bool:
        """Whether both stand for the same open document."""
        ...


class GridApp(Protocol):
    """The program that shows books."""

    @property
    def host(self) -> str:
        """Name of the engine: ``libreoffice`` or ``closed``."""
        ...

    @property
    def pid(self) -> int:
        """Number by which xlwings tells programs apart."""
        ...

    @property
    def version(self) -> str:
        """The program's version, such as ``7.4.7.2``."""
        ...

    def books(self) -> Sequence[GridBook]:
        """All open workbooks."""
        ...

    def active_book(self) -> GridBook | None:
        """The workbook in front."""
        ...

    def open_book(self, path: str) -> GridBook:
        """Open a file."""
        ...

    def new_book(self) -> GridBook:
        """An empty workbook, never saved."""
        ...

    def screen_updating(self) -> bool:
        """Whether changes are painted at once."""
        ...

    def set_screen_updating(self, *, on: bool) -> None:
        """Hold back painting, or paint again."""
        ...

    def calculation(self) -> str:
        """``automatic`` or ``manual``."""
        ...

    def set_calculation(self, mode: str) -> None:
        """Set ``automatic`` or ``manual``."""
        ...

    def calculate(self) -> None:
        """Compute every formula anew, whatever stands in it."""
        ...

    def status(self, text: str | None) -> None:
        """Show a text in the status bar; ``None`` gives the bar back."""
        ...

    def progress(self, done: int, total: int, text: str) -> bool:
        """Show how far long work is; False where the user has asked to stop."""
        ...

    def alert(self, prompt: str, title: str, buttons: Buttons, mode: str) -> str:
        """Show a window; the pressed button: ``ok``, ``cancel``, ``yes`` or ``no``.

        Args:
            prompt: The text.
            title: The window's title.
            buttons: Which buttons it has.
            mode: ``info`` or ``critical``.
        """
        ...

    def reveal(self, path: str) -> None:
        """Open a file or a folder as a double click does."""
        ...
