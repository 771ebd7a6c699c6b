"""One sheet of a closed workbook, through openpyxl."""

# ruff: noqa: D102 - the methods are described in metodist.hosts.grid

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from metodist.errors import UserError
from metodist.hosts.grid import Area, Axis, Colour, Rows, What
from metodist.hosts.office.cells import EPOCH, CellError, address, column_name
from metodist.messages import say

if TYPE_CHECKING:
    from metodist.hosts.closed import ClosedBook

_ERRORS = frozenset(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"))
_TEXT = "@"
_DEFAULT_HEIGHT = 15.0
_DEFAULT_WIDTH = 8.43
_WIDEST = 80


def _as_value(value: Any) -> Any:
    """A value of openpyxl as grids have it."""
    if isinstance(value, (bool, dt.datetime)) or value is None:
        return value
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)
    if isinstance(value, dt.time):
        return dt.datetime.combine(EPOCH, value)
    if isinstance(value, dt.timedelta):
        return EPOCH + value
    if isinstance(value, (int, float)):
        return float(value)
    text = str(value)
    return CellError(text) if text in _ERRORS else text or None


class ClosedSheet:
    """The grid of one sheet: a `metodist.hosts.grid.Grid`."""

    def __init__(self, book: ClosedBook, sheet: Any) -> None:
        """``sheet`` is openpyxl's worksheet."""
        self.book = book
        self.sheet = sheet

    @property
    def name(self) -> str:
        return str(self.sheet.title)

    def rename(self, name: str) -> None:
        self.book.demand_open_structure()
        self.book.forget_results(self.name)
        self.sheet.title = name

    def is_visible(self) -> bool:
        return bool(self.sheet.sheet_state == "visible")

    def set_visible(self, *, visible: bool) -> None:
        self.book.demand_open_structure()
        self.sheet.sheet_state = "visible" if visible else "hidden"

    def _existing(self, area: Area) -> Iterator[Any]:
        """Cells of the area that are there: reading must not make new ones."""
        row, column, rows, columns = area
        cells = self.sheet._cells  # noqa: SLF001 - iter_rows() would create every cell it passes
        for y in range(row, row + rows):
            for x in range(column, column + columns):
                cell = cells.get((y, x))
                if cell is not None:
                    yield cell

    def _every(self, area: Area) -> Iterator[Any]:
        row, column, rows, columns = area
        return (self.sheet.cell(y, x) for y in range(row, row + rows) for x in range(column, column + columns))

    def used(self) -> Area:
        filled = [place for place, cell in self.sheet._cells.items() if cell.value is not None]  # noqa: SLF001
        if not filled:
            return 1, 1, 1, 1
        rows, columns = [row for row, _ in filled], [column for _, column in filled]
        return min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1

    def read(self, area: Area) -> Rows:
        row, column, rows, columns = area
        block: Rows = [[None] * columns for _ in range(rows)]
        for cell in self._existing(area):
            is_formula = cell.data_type == "f"
            value = self.book.result(self.name, cell.row, cell.column) if is_formula else cell.value
            block[cell.row - row][cell.column - column] = _as_value(value)
        return block

    def write(self, row: int, column: int, rows: Rows) -> None:
        if not rows or not rows[0]:
            return
        self._demand_unlocked((row, column, len(rows), len(rows[0])))
        for y, line in enumerate(rows, row):
            for x, value in enumerate(line, column):
                self._put(self.sheet.cell(y, x), value)

    def _put(self, cell: Any, value: Any) -> None:
        """Write one cell; openpyxl would put its own date format over the cell's."""
        before = cell.number_format
        cell.value = str(value) if isinstance(value, CellError) else value
        if isinstance(value, str) and (before == _TEXT or value == "="):
            cell.data_type = "s"
        if isinstance(value, dt.date) and not _is_date_format(before):
            timed = isinstance(value, dt.datetime) and value.time() != dt.time()
            cell.number_format = "dd.mm.yyyy hh:mm" if timed else "dd.mm.yyyy"
        else:
            cell.number_format = before
        self.book.forget_result(self.name, cell.row, cell.column)

    def formulas(self, area: Area) -> list[list[str]]:
        row, column, rows, columns = area
        texts = [[""] * columns for _ in range(rows)]
        for cell in self._existing(area):
            value = getattr(cell.value, "text", cell.value)
            texts[cell.row - row][cell.column - column] = "" if value is None else str(value)
        return texts

    def fill_formula(self, area: Area, formula: str) -> None:
        from openpyxl.formula.translate import Translator

        self._demand_unlocked(area)
        row, column, _, _ = area
        origin = Translator(formula, origin=address((row, column, 1, 1)))
        for cell in self._every(area):
            self._put(cell, origin.translate_formula(cell.coordinate))

    def has_array(self, row: int, column: int) -> bool:
        return any(hasattr(cell.value, "ref") for cell in self._existing((row, column, 1, 1)))

    def is_locked(self, area: Area) -> bool:
        if not self.sheet.protection.sheet:
            return False
        known = list(self._existing(area))
        # a cell that is not there has the default style, which is locked
        return len(known) < area[2] * area[3] or any(cell.protection.locked for cell in known)

    def _demand_unlocked(self, area: Area) -> None:
        if self.is_locked(area):
            cells = address(area)
            raise UserError(say("hosts.locked", sheet=self.name, cells=cells), say("hosts.locked_action"))

    def colour(self, area: Area) -> Colour | None:
        found = {_rgb(cell.fill.fgColor) if cell.fill.fill_type == "solid" else None for cell in self._every(area)}
        return found.pop() if len(found) == 1 else None

    def set_colour(self, area: Area, colour: Colour | None) -> None:
        from openpyxl.styles import PatternFill

        self._demand_unlocked(area)
        fill = PatternFill() if colour is None else PatternFill("solid", fgColor=_argb(colour))
        for cell in self._every(area):
            cell.fill = fill

    def number_format(self, area: Area) -> str | None:
        found = {str(cell.number_format) for cell in self._every(area)}
        return found.pop() if len(found) == 1 else None

    def set_number_format(self, area: Area, code: str) -> None:
        self._demand_unlocked(area)
        for cell in self._every(area):
            cell.number_format = code

    def font(self, area: Area) -> dict[str, Any]:
        font = self.sheet.cell(area[0], area[1]).font
        look = {"bold": bool(font.b), "italic": bool(font.i), "size": float(font.sz or 11), "name": font.name}
        return {**look, "color": _rgb(font.color) if font.color is not None else None}

    def set_font(self, area: Area, key: str, value: Any) -> None:
        from copy import copy

        self._demand_unlocked(area)
        for cell in self._every(area):
            font = copy(cell.font)
            setattr(font, key, _argb(value) if key == "color" and value is not None else value)
            cell.font = font

    def wrap_text(self, area: Area) -> bool:
        return bool(self.sheet.cell(area[0], area[1]).alignment.wrap_text)

    def set_wrap_text(self, area: Area, *, wrap: bool) -> None:
        from copy import copy

        self._demand_unlocked(area)
        for cell in self._every(area):
            alignment = copy(cell.alignment)
            alignment.wrap_text = wrap
            cell.alignment = alignment

    def column_width(self, column: int) -> float:
        # openpyxl keeps columns of one width together, under the first of them
        for dimension in self.sheet.column_dimensions.values():
            if dimension.min and dimension.min <= column <= dimension.max and dimension.width:
                return float(dimension.width)
        return float(self.sheet.column_dimensions[column_name(column)].width or _DEFAULT_WIDTH)

    def set_column_width(self, column: int, count: int, width: float) -> None:
        for each in range(column, column + count):
            self.sheet.column_dimensions[column_name(each)].width = width

    def row_height(self, row: int) -> float:
        return float(self.sheet.row_dimensions[row].height or _DEFAULT_HEIGHT)

    def set_row_height(self, row: int, count: int, height: float) -> None:
        for each in range(row, row + count):
            self.sheet.row_dimensions[each].height = height

    def autofit(self, area: Area, axis: Axis) -> None:
        """Columns by the length of their texts; rows are fitted by whatever opens the file."""
        row, column, rows, columns = area
        for each in range(column, column + columns) if axis == "columns" else ():
            texts = [str(line[0]) for line in self.read((row, each, rows, 1)) if line[0] is not None]
            self.set_column_width(each, 1, min(max(map(len, texts), default=8) + 2, _WIDEST))

    def clear(self, area: Area, what: What) -> None:
        self._demand_unlocked(area)
        for cell in self._existing(area):
            if what != "formats":
                cell.value = None
                self.book.forget_result(self.name, cell.row, cell.column)
            if what != "contents":
                cell.style = "Normal"

    def merge(self, area: Area, *, on: bool) -> None:
        self._demand_unlocked(area)
        (self.sheet.merge_cells if on else self.sheet.unmerge_cells)(address(area))

    def insert(self, area: Area, *, right: bool) -> None:
        raise NotImplementedError("openpyxl does not move formulas when cells are inserted")

    def delete(self, area: Area, *, left: bool) -> None:
        raise NotImplementedError("openpyxl does not move formulas when cells are deleted")

    def hyperlink(self, row: int, column: int) -> str | None:
        link = self.sheet.cell(row, column).hyperlink
        if link is None:
            return None
        return str(link.target) if link.target else f"#{link.location}"

    def hyperlinks(self, area: Area) -> list[tuple[int, int, str]]:
        row, column, rows, columns = area
        places = ((y, x) for y in range(row, row + rows) for x in range(column, column + columns))
        return [(y, x, target) for y, x in places if (target := self.hyperlink(y, x)) is not None]

    def set_hyperlink(self, row: int, column: int, target: str, text: str) -> None:
        from openpyxl.worksheet.hyperlink import Hyperlink

        self._demand_unlocked((row, column, 1, 1))
        cell = self.sheet.cell(row, column)
        self._put(cell, text)
        inside = target.startswith("#")
        cell.hyperlink = Hyperlink(
            ref=cell.coordinate, target=None if inside else target, location=target[1:] if inside else None
        )

    def activate(self) -> None:
        book = self.sheet.parent
        book.active = book.worksheets.index(self.sheet)

    def select(self, area: Area) -> None:
        self.activate()
        view = self.sheet.sheet_view.selection[0]
        view.activeCell, view.sqref = address((area[0], area[1], 1, 1)), address(area)


def _is_date_format(code: str) -> bool:
    from openpyxl.styles.numbers import is_date_format

    return bool(is_date_format(code))


def _argb(colour: Colour) -> str:
    return "FF" + "".join(f"{part:02X}" for part in colour)


def _rgb(colour: Any) -> Colour | None:
    """The RGB of openpyxl's colour; ``None`` for a colour of the theme."""
    text = colour.rgb if colour.type == "rgb" else None
    if not isinstance(text, str):
        return None
    return int(text[-6:-4], 16), int(text[-4:-2], 16), int(text[-2:], 16)
