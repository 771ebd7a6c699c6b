"""One sheet of a live LibreOffice document."""

# ruff: noqa: D102 - the methods are described in metodist.hosts.grid

from __future__ import annotations

from typing import Any

import uno

from . import uno_values as values
from .cells import Area, Rows, quoted
from .uno_kinds import cells_of, used_area

# com.sun.star.sheet.CellFlags: VALUE, DATETIME, STRING, FORMULA; HARDATTR, STYLES; ANNOTATION
_CONTENTS = 1 | 2 | 4 | 16
_FORMATS = 32 | 64
_RICH_TEXT = 512  # com.sun.star.sheet.CellFlags.FORMATTED: texts with fields in them
_CLEAR = {"contents": _CONTENTS, "formats": _FORMATS, "all": _CONTENTS | _FORMATS | 8}
_CHARACTER = 203.2  # 1/100 mm a character of Excel's standard font, near enough
_POINT = 2540 / 72  # 1/100 mm
_BOLD = 150.0
_NO_COLOUR = -1


def _rgb(number: int | None) -> list[int] | None:
    if number is None or number == _NO_COLOUR:
        return None
    return [number >> 16 & 255, number >> 8 & 255, number & 255]


def _number(rgb: Any) -> int:
    return _NO_COLOUR if rgb is None else rgb[0] << 16 | rgb[1] << 8 | rgb[2]


class UnoSheet:
    """The grid of one sheet; its methods are those of ``metodist.hosts.grid.Grid``."""

    def __init__(self, book: Any, sheet: Any) -> None:
        """``book`` is the `UnoBook`, ``sheet`` the UNO sheet."""
        self.book = book
        self.sheet = sheet
        self._cursor: Any = None

    @property
    def name(self) -> str:
        return str(self.sheet.Name)

    def rename(self, name: str) -> None:
        self.book.demand_open_structure()
        self.sheet.Name = name
        self.book.begin()

    def is_visible(self) -> bool:
        return bool(self.sheet.IsVisible)

    def set_visible(self, visible: bool) -> None:  # noqa: FBT001 - called over the wire
        self.book.demand_open_structure()
        self.sheet.IsVisible = visible

    def used(self) -> Area:
        self._cursor = self._cursor or self.sheet.createCursor()
        return used_area(self._cursor)

    def read(self, area: Area) -> Rows:
        return values.read(self.book, self.sheet, area)

    def write(self, row: int, column: int, rows: Rows) -> None:
        values.write(self.book, self.sheet, row, column, rows)

    def formulas(self, area: Area) -> list[list[str]]:
        return values.formulas(self.book, self.sheet, area)

    def fill_formula(self, area: Area, formula: str) -> None:
        values.fill_formula(self.book, self.sheet, area, formula)

    def has_array(self, row: int, column: int) -> bool:
        return bool(self._cells((row, column, 1, 1)).getArrayFormula())

    def is_locked(self, area: Area) -> bool:
        return values.is_locked(self.sheet, area)

    def _cells(self, area: Area) -> Any:
        return cells_of(self.sheet, area)

    def _changeable(self, area: Area) -> Any:
        values.demand_unlocked(self.book, self.sheet, area)
        return self._cells(area)

    def colour(self, area: Area) -> list[int] | None:
        return _rgb(self._cells(area).CellBackColor)

    def set_colour(self, area: Area, colour: Any) -> None:
        self._changeable(area).CellBackColor = _number(colour)

    def number_format(self, area: Area) -> str | None:
        key = self._cells(area).NumberFormat
        return None if key is None else self.book.format_code(key)

    def set_number_format(self, area: Area, code: str) -> None:
        self._changeable(area).NumberFormat = self.book.format_key(code)

    def font(self, area: Area) -> dict[str, Any]:
        cell = self._cells((area[0], area[1], 1, 1))
        return {
            "bold": cell.CharWeight >= _BOLD,
            "italic": cell.CharPosture.value != "NONE",
            "size": cell.CharHeight,
            "color": _rgb(cell.CharColor),
            "name": cell.CharFontName,
        }

    def set_font(self, area: Area, key: str, value: Any) -> None:
        cells = self._changeable(area)
        if key == "bold":
            cells.CharWeight = _BOLD if value else 100.0
        elif key == "italic":
            cells.CharPosture = uno.Enum("com.sun.star.awt.FontSlant", "ITALIC" if value else "NONE")
        elif key == "size":
            cells.CharHeight = float(value)
        elif key == "color":
            cells.CharColor = _number(value)
        else:
            cells.CharFontName = str(value)

    def wrap_text(self, area: Area) -> bool:
        return bool(self._cells((area[0], area[1], 1, 1)).IsTextWrapped)

    def set_wrap_text(self, area: Area, wrap: bool) -> None:  # noqa: FBT001 - called over the wire
        self._changeable(area).IsTextWrapped = wrap

    def column_width(self, column: int) -> float:
        return float(round(self.sheet.Columns.getByIndex(column - 1).Width / _CHARACTER, 2))

    def set_column_width(self, column: int, count: int, width: float) -> None:
        self._cells((1, column, 1, count)).Columns.Width = round(width * _CHARACTER)

    def row_height(self, row: int) -> float:
        return float(round(self.sheet.Rows.getByIndex(row - 1).Height / _POINT, 2))

    def set_row_height(self, row: int, count: int, height: float) -> None:
        self._cells((row, 1, count, 1)).Rows.Height = round(height * _POINT)

    def autofit(self, area: Area, axis: str) -> None:
        cells = self._cells(area)
        if axis == "columns":
            cells.Columns.OptimalWidth = True
        else:
            cells.Rows.OptimalHeight = True

    def clear(self, area: Area, what: str) -> None:
        self._changeable(area).clearContents(_CLEAR[what])

    def merge(self, area: Area, on: bool) -> None:  # noqa: FBT001 - called over the wire
        self._changeable(area).merge(on)

    def insert(self, area: Area, right: bool) -> None:  # noqa: FBT001 - called over the wire
        mode = uno.Enum("com.sun.star.sheet.CellInsertMode", "RIGHT" if right else "DOWN")
        self.sheet.insertCells(self._changeable(area).RangeAddress, mode)
        self.book.begin()  # a sheet whose rows have moved no longer begins at its A1

    def delete(self, area: Area, left: bool) -> None:  # noqa: FBT001 - called over the wire
        mode = uno.Enum("com.sun.star.sheet.CellDeleteMode", "LEFT" if left else "UP")
        self.sheet.removeRange(self._changeable(area).RangeAddress, mode)
        self.book.begin()

    def hyperlink(self, row: int, column: int) -> str | None:
        fields = self.sheet.getCellByPosition(column - 1, row - 1).TextFields
        return _excel_target(fields.getByIndex(0).URL) if fields.Count else None

    def hyperlinks(self, area: Area) -> list[tuple[int, int, str]]:
        found = []
        for place in self._cells(area).queryContentCells(_RICH_TEXT).RangeAddresses:
            for row in range(place.StartRow + 1, place.EndRow + 2):
                for column in range(place.StartColumn + 1, place.EndColumn + 2):
                    target = self.hyperlink(row, column)
                    if target is not None:
                        found.append((row, column, target))
        return found

    def set_hyperlink(self, row: int, column: int, target: str, text: str) -> None:
        cell = self._changeable((row, column, 1, 1)).getCellByPosition(0, 0)
        field = self.book.doc.createInstance("com.sun.star.text.TextField.URL")
        field.Representation, field.URL = text, _office_target(target)
        cell.setString("")
        cell.insertTextContent(cell.createTextCursor(), field, False)  # noqa: FBT003 - UNO

    def activate(self) -> None:
        controller = self.book.doc.CurrentController
        if controller is not None:
            controller.setActiveSheet(self.sheet)

    def select(self, area: Area) -> None:
        controller = self.book.doc.CurrentController
        if controller is not None:
            controller.setActiveSheet(self.sheet)
            controller.select(self._cells(area))


def _office_target(target: str) -> str:
    """Excel's ``#'Лист'!A1`` is LibreOffice's ``#'Лист'.A1``; a path becomes a URL."""
    if target.startswith("#"):
        sheet, mark, cell = target[1:].rpartition("!")
        return f"#{sheet}.{cell}" if mark else target
    return target if "://" in target or target.startswith("mailto:") else str(uno.systemPathToFileUrl(target))


def _excel_target(url: str) -> str:
    if url.startswith("#"):
        sheet, mark, cell = url[1:].rpartition(".")
        return f"#{quoted(sheet.strip(chr(39)))}!{cell}" if mark else url
    return str(uno.fileUrlToSystemPath(url)) if url.startswith("file:") else url
