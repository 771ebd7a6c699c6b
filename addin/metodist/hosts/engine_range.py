"""Ranges of the engine: what xlwings' ``Range`` asks for, over one grid.

The classes extend xlwings' own base classes, so that whatever a newer xlwings adds answers with its default, or
with ``NotImplementedError`` instead of something wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from metodist.hosts.engine_font import Font, as_rgb, bc
from metodist.hosts.grid import Axis, Colour, Grid, Rows
from metodist.hosts.navigation import corner, jump, region
from metodist.hosts.office.cells import MAX_COLUMNS, MAX_ROWS, Area, address, quoted

if TYPE_CHECKING:
    from metodist.hosts.engine_book import Sheet
    from metodist.hosts.engine_names import Name

_BIG = 200_000
_DIRECTIONS = {"d": "down", "u": "up", "l": "left", "r": "right"}
_AXES: dict[str, Axis] = {"c": "columns", "columns": "columns", "r": "rows", "rows": "rows"}


def _block(value: Any, rows: int, columns: int) -> Rows:
    """A scalar fills the whole shape, a list is one row, a list of lists is itself."""
    if not isinstance(value, (list, tuple)):
        return [[value] * columns for _ in range(rows)]
    if not value or not isinstance(value[0], (list, tuple)):
        return [list(value)]
    return [list(row) for row in value]


class Range(bc.Range):  # type: ignore[misc]
    """An area of one sheet."""

    def __init__(self, sheet: Sheet, area: Area) -> None:
        """Keep sheet and area; nothing is read yet."""
        self._sheet = sheet
        self.area = area
        self.options: dict[str, Any] = {}  # xlwings sets it

    @property
    def grid(self) -> Grid:
        """The grid of the sheet."""
        return self._sheet.grid

    @property
    def sheet(self) -> Sheet:
        """The sheet it lies on."""
        return self._sheet

    @property
    def api(self) -> Any:
        """The grid: true in a condition, as xlwings asks for before it writes."""
        return self.grid

    @property
    def row(self) -> int:
        """First row, from 1."""
        return self.area[0]

    @property
    def column(self) -> int:
        """First column, from 1."""
        return self.area[1]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.area[2:]

    @property
    def coords(self) -> tuple[Any, ...]:
        """Sheet and area, flat, as xlwings' own engines have it."""
        return (self._sheet, *self.area)

    def __len__(self) -> int:
        """Number of cells."""
        return self.area[2] * self.area[3]

    def __call__(self, arg1: int, arg2: int | None = None) -> Range:
        """One cell by row and column within the range, or by its number in reading order; may lie outside."""
        row, column, _, columns = self.area
        down, right = divmod(arg1 - 1, columns) if arg2 is None else (arg1 - 1, arg2 - 1)
        return Range(self._sheet, (row + down, column + right, 1, 1))

    def _clipped(self) -> Area:
        """The part within the used area: a whole column has a million rows."""
        top, left, rows, columns = self.grid.used()
        row, column, height, width = self.area
        return row, column, max(1, min(height, top + rows - row)), max(1, min(width, left + columns - column))

    @property
    def raw_value(self) -> Any:
        """Values as a list of rows."""
        if len(self) <= _BIG:
            return self.grid.read(self.area)
        _, _, rows, columns = area = self._clipped()
        missing = self.area[3] - columns
        filled = [[*row, *([None] * missing)] for row in self.grid.read(area)]
        return filled + [[None] * self.area[3] for _ in range(self.area[2] - rows)]

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        self.grid.write(self.row, self.column, _block(value, *self.shape))

    @property
    def formula(self) -> Any:
        """One formula, or rows of formulas, in Excel's English grammar."""
        rows = self.grid.formulas(self.area)
        return rows[0][0] if len(self) == 1 else tuple(tuple(row) for row in rows)

    @formula.setter
    def formula(self, value: Any) -> None:
        if isinstance(value, str) and value.startswith("="):
            self.grid.fill_formula(self.area, value)
        else:
            self.grid.write(self.row, self.column, _block(value, *self.shape))

    formula2 = formula

    @property
    def has_array(self) -> bool:
        """Whether the first cell belongs to an array formula."""
        return self.grid.has_array(self.row, self.column)

    def end(self, direction: str) -> Range:
        """Where Ctrl and an arrow key lead from the first cell."""
        word = _DIRECTIONS.get(direction, direction)
        vertical, forward = word in ("down", "up"), word in ("down", "right")
        top, left, rows, columns = self.grid.used()
        place = self.row if vertical else self.column
        last = top + rows - 1 if vertical else left + columns - 1
        if vertical:
            line = [row[0] for row in self.grid.read((1, self.column, last, 1))]
        else:
            line = self.grid.read((self.row, 1, 1, last))[0]
        edge = (MAX_ROWS if vertical else MAX_COLUMNS) if forward else 1
        found = jump([value is not None for value in line], place, 1 if forward else -1, edge)
        return Range(self._sheet, (found, self.column, 1, 1) if vertical else (self.row, found, 1, 1))

    @property
    def current_region(self) -> Range:
        """The block of filled cells around, bounded by empty rows and columns."""
        top, left, rows, columns = self.grid.used()
        bottom, right = max(top + rows - 1, self.row), max(left + columns - 1, self.column)
        filled = [[value is not None for value in row] for row in self.grid.read((1, 1, bottom, right))]
        first, last = region(filled, (self.row, self.column))
        return Range(self._sheet, (*first, last[0] - first[0] + 1, last[1] - first[1] + 1))

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:  # noqa: FBT001 - xlwings calls it so
        """The address with or without dollar signs; ``external`` adds book and sheet."""
        row, column, rows, columns = self.area
        corners = [(row, column)] if len(self) == 1 else [(row, column), (row + rows - 1, column + columns - 1)]
        text = ":".join(corner(place, row_absolute, col_absolute) for place in corners)
        if not external:
            return text
        where = f"[{self._sheet.book.name}]{self._sheet.name}"
        return f"{quoted(where) if quoted(self._sheet.name).startswith(chr(39)) else where}!{text}"

    @property
    def address(self) -> str:
        """The address with dollar signs."""
        return address(self.area, "$")

    @property
    def color(self) -> Colour | None:
        """The fill."""
        return self.grid.colour(self.area)

    @color.setter
    def color(self, colour: Any) -> None:
        self.grid.set_colour(self.area, as_rgb(colour))

    @property
    def number_format(self) -> str | None:
        """Excel's format code."""
        return self.grid.number_format(self.area)

    @number_format.setter
    def number_format(self, code: str) -> None:
        self.grid.set_number_format(self.area, code)

    @property
    def font(self) -> Font:
        """The font."""
        return Font(self)

    @property
    def wrap_text(self) -> bool:
        """Whether texts break into lines."""
        return self.grid.wrap_text(self.area)

    @wrap_text.setter
    def wrap_text(self, wrap: bool) -> None:
        self.grid.set_wrap_text(self.area, wrap=wrap)

    @property
    def column_width(self) -> float:
        """Width of the first column in characters."""
        return self.grid.column_width(self.column)

    @column_width.setter
    def column_width(self, width: float) -> None:
        self.grid.set_column_width(self.column, self.shape[1], width)

    @property
    def row_height(self) -> float:
        """Height of the first row in points."""
        return self.grid.row_height(self.row)

    @row_height.setter
    def row_height(self, height: float) -> None:
        self.grid.set_row_height(self.row, self.shape[0], height)

    def autofit(self, axis: str | None = None) -> None:
        """Make columns, rows or (without an axis) both as large as their texts."""
        for each in ("columns", "rows") if axis is None else (axis,):
            self.grid.autofit(self._clipped(), _AXES[each])

    def clear_contents(self) -> None:
        """Empty the cells."""
        self.grid.clear(self._clipped(), "contents")

    def clear_formats(self) -> None:
        """Take the formats away."""
        self.grid.clear(self._clipped(), "formats")

    def clear(self) -> None:
        """Empty the cells and take their formats away."""
        self.grid.clear(self._clipped(), "all")

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:  # noqa: ARG002 - xlwings' signature
        """Make room."""
        self.grid.insert(self.area, right=shift == "right")

    def delete(self, shift: str | None = None) -> None:
        """Take the cells out."""
        self.grid.delete(self.area, left=shift == "left")

    def merge(self, across: bool = False) -> None:  # noqa: FBT001, FBT002 - xlwings calls it so
        """Join the cells; ``across`` joins each row by itself."""
        row, column, rows, columns = self.area
        areas = [(row + down, column, 1, columns) for down in range(rows)] if across else [self.area]
        for area in areas:
            self.grid.merge(area, on=True)

    def unmerge(self) -> None:
        """Part joined cells."""
        self.grid.merge(self.area, on=False)

    @property
    def hyperlink(self) -> str:
        """The address behind the first cell.

        Raises:
            ValueError: There is none, as on xlwings' own engines.
        """
        target = self.grid.hyperlink(self.row, self.column)
        if target is None:
            raise ValueError("The cell doesn't seem to contain a hyperlink!")
        return target

    def add_hyperlink(self, target: str, text_to_display: str | None, screen_tip: str | None) -> None:  # noqa: ARG002
        """Write a link into the first cell; screen tips are left to Excel."""
        self.grid.set_hyperlink(self.row, self.column, target, text_to_display or target)

    def select(self) -> None:
        """Select the cells."""
        self.grid.select(self.area)

    @property
    def name(self) -> Name | None:
        """The defined name that stands for exactly this range."""
        place = (self._sheet.name.lower(), self.area)
        for names in (self._sheet.book.names, self._sheet.names):
            for each in names:
                if each.place() == place:
                    return each
        return None

    @name.setter
    def name(self, name: str) -> None:
        self._sheet.book.names.add(name, f"={quoted(self._sheet.name)}!{self.address}")
