"""Values and formulas of one sheet of a live LibreOffice document, block by block, never cell by cell.

Facts this rests on: `getDataArray` gives '' for an empty cell, ``None`` for an error, 1.0 for a truth value and a
serial number for a date, so kinds come from the number formats. `setDataArray` writes ``None`` as #N/A and refuses
truth values and locked cells; `setFormula` goes past locks, so locks are asked for first.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Callable, Iterator  # noqa: UP035 - Python 3.8

from .cells import Area, CellError, OfficeError, Rows, address, from_serial, to_serial
from .uno_kinds import DATE, LOGICAL, Run, cells_of, formats_of, runs_of, special_kind

TEXT = 256  # com.sun.star.util.NumberFormat
_DATES = 2  # com.sun.star.sheet.CellFlags.DATETIME
_ERROR_RESULT = 4  # com.sun.star.sheet.FormulaResult.ERROR
_ERRORS = {
    532: "#DIV/0!",
    524: "#REF!",
    525: "#NAME?",
    503: "#NUM!",
    521: "#NULL!",
    32767: "#N/A",
}
#: First letters of formulas, and of texts that look like something else.
_SPECIAL = frozenset(("=", "{", "'"))
_FORMATS = {"logical": "BOOLEAN", "date": "dd.mm.yyyy", "moment": "dd.mm.yyyy hh:mm"}


def format_parts(cells: Any) -> Iterator[tuple[Any, list[Any]]]:
    """One sample cell and all addresses of each group of cells that look alike: few, however many cells."""
    for part in cells.getUniqueCellFormatRanges():
        yield part.getByIndex(0), list(part.RangeAddresses)


def is_locked(sheet: Any, area: Area) -> bool:
    """Whether the sheet is protected and a cell of the area is locked."""
    if not sheet.isProtected():
        return False
    return any(sample.CellProtection.IsLocked for sample, _ in format_parts(cells_of(sheet, area)))


def demand_unlocked(book: Any, sheet: Any, area: Area) -> None:
    """Refuse before anything is written.

    Raises:
        OfficeError: A cell is locked, or the book is open for reading only: the office would pass over what it is told.
    """
    if book.doc.isReadonly():
        raise OfficeError("hosts.read_only", book=book.name)
    if is_locked(sheet, area):
        raise OfficeError("hosts.locked", sheet=sheet.Name, cells=address(area))


def read(book: Any, sheet: Any, area: Area) -> Rows:
    """Values of the area; ``book`` is the `UnoBook` of the sheet."""
    cells = cells_of(sheet, area)
    rows: Rows = [[None if value == "" else value for value in row] for row in cells.getDataArray()]
    if any(isinstance(value, float) for row in rows for value in row):
        _restore_kinds(book, sheet, cells, area, rows)
    for place in cells.queryFormulaCells(_ERROR_RESULT).RangeAddresses:
        for y in range(place.StartRow, place.EndRow + 1):
            for x in range(place.StartColumn, place.EndColumn + 1):
                rows[y - area[0] + 1][x - area[1] + 1] = error_at(sheet, y, x)
    return rows


def error_at(sheet: Any, y: int, x: int) -> CellError:
    """The error of a cell at row and column from 0."""
    return CellError(_ERRORS.get(sheet.getCellByPosition(x, y).getError(), "#VALUE!"))


def _restore_kinds(book: Any, sheet: Any, cells: Any, area: Area, rows: Rows) -> None:
    """Dates and truth values among the numbers, by their formats.

    The office itself knows which constants are dates; of the others only 0 and 1 may be truth values. Formats of
    formulas are asked for once a document: it is the form that gives them, and a thousand numbers in a dozen formats
    cost half a second.
    """
    dated = _places(cells.queryContentCells(_DATES).RangeAddresses, area)
    typed: list[tuple[int, int]] = []
    computed: list[tuple[int, int]] = []
    for y, (row, texts) in enumerate(zip(rows, cells.getFormulaArray())):  # noqa: B905 - Python 3.8
        for x, value in enumerate(row):
            if isinstance(value, float):
                if texts[x][:1] in ("=", "{"):
                    computed.append((y, x))
                elif value in (0.0, 1.0) or (y, x) in dated:
                    typed.append((y, x))
    runs = runs_of(computed)
    key = (sheet.Name, str(area), str(runs))
    if key not in book.formula_kinds:
        book.formula_kinds[key] = _kinds(book, sheet, area, runs)
    for kind, part in book.formula_kinds[key] + _kinds(book, sheet, area, runs_of(typed)):
        for y, x, length in part:
            for row in rows[y : y + length]:
                row[x] = as_kind(row[x], kind, book.epoch)


def _places(ranges: Any, area: Area) -> set[tuple[int, int]]:
    """Row and column within the area, from 0, of every cell of some ranges."""
    return {
        (y - area[0] + 1, x - area[1] + 1)
        for place in ranges
        for y in range(place.StartRow, place.EndRow + 1)
        for x in range(place.StartColumn, place.EndColumn + 1)
    }


def _kinds(book: Any, sheet: Any, area: Area, runs: list[Run]) -> list[tuple[int, list[Run]]]:
    """Which of the runs are dates or truth values."""
    found = ((special_kind(book, key), part) for key, part in formats_of(book, sheet, area, runs))
    return [(kind, part) for kind, part in found if kind]


def as_kind(value: float, kind: int, epoch: dt.datetime) -> Any:
    """A number as the date or truth value that it is."""
    if kind & DATE:
        return from_serial(value, epoch)
    return bool(value) if value in (0.0, 1.0) else value


class _Plan:
    """One block on its way in: what `setDataArray` takes, and what needs more afterwards."""

    def __init__(self, epoch: dt.datetime) -> None:
        self.epoch = epoch
        self.kinds: dict[str, list[tuple[int, int]]] = {"logical": [], "date": [], "moment": []}
        self.formulas: dict[tuple[int, int], str] = {}

    def plain(self, y: int, x: int, value: Any) -> Any:
        if value is None:
            return ""
        if isinstance(value, bool):
            self.kinds["logical"].append((y, x))
            return float(value)
        if isinstance(value, dt.date):
            timed = isinstance(value, dt.datetime) and value.time() != dt.time()
            self.kinds["moment" if timed else "date"].append((y, x))
            return to_serial(value, self.epoch)
        if isinstance(value, (int, float)):
            return float(value)
        if value.startswith("=") and len(value) > 1:
            self.formulas[(y, x)] = value
        return str(value)


def write(book: Any, sheet: Any, row: int, column: int, rows: Rows) -> None:
    """Write a rectangular block.

    Raises:
        OfficeError: A cell is locked; then nothing is written.
    """
    area = (row, column, len(rows), len(rows[0]))
    demand_unlocked(book, sheet, area)
    cells = cells_of(sheet, area)
    plan = _Plan(book.epoch)
    data = [[plan.plain(y, x, value) for x, value in enumerate(line)] for y, line in enumerate(rows)]
    if plan.formulas:
        for place in _text_cells(book, cells, area):
            plan.formulas.pop(place, None)
        for y, x in plan.formulas:
            data[y][x] = ""  # setDataArray would make text of it, and the cell a text cell
    cells.setDataArray(tuple(map(tuple, data)))
    for (y, x), text in plan.formulas.items():
        spot = sheet.getCellByPosition(column + x - 1, row + y - 1)
        spot.setFormula(book.to_office(text, spot.getCellAddress()))
    for name, kind in (("logical", LOGICAL), ("date", DATE), ("moment", DATE)):
        for run in runs_of(plan.kinds[name]):
            _give_kind(book, cells_of(sheet, (row + run[0], column + run[1], run[2], 1)), kind, _FORMATS[name])


def _text_cells(book: Any, cells: Any, area: Area) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for sample, places in format_parts(cells):
        if not book.format_kind(sample.NumberFormat) & TEXT:
            continue
        found |= _places(places, area)
    return found


def _give_kind(book: Any, cells: Any, kind: int, code: str) -> None:
    """Give the cells a format of that kind, but for those that have one."""
    for sample, places in format_parts(cells):
        if book.format_kind(sample.NumberFormat) & kind:
            continue
        sheet = cells.Spreadsheet
        for place in places:
            part = sheet.getCellRangeByPosition(place.StartColumn, place.StartRow, place.EndColumn, place.EndRow)
            part.NumberFormat = book.format_key(code)


def formulas(book: Any, sheet: Any, area: Area) -> list[list[str]]:
    """Formulas in Excel's grammar, constants as text."""
    return [converted(book, sheet, area, y, row) for y, row in enumerate(cells_of(sheet, area).getFormulaArray())]


def converted(book: Any, sheet: Any, area: Area, y: int, row: tuple[str, ...]) -> list[str]:
    """One row of formulas of an area, whose number from 0 is ``y``, in Excel's grammar; constants as text."""
    line = list(row)
    known = book.texts.known
    for x, text in enumerate(row):
        if text[:1] not in _SPECIAL:
            continue
        if text[:1] == "'":  # says that what follows is text, though it looks like a number
            line[x] = text[1:]
        elif text.startswith(("=", "{=")):  # array formulas stand in braces, which Excel does not show
            own = text[1:-1] if text.startswith("{") else text
            line[x] = known.get(own) or book.texts.excel(own, _address_of(sheet, area[1] - 1 + x, area[0] - 1 + y))
    return line


def _address_of(sheet: Any, x: int, y: int) -> Callable[[], Any]:
    return lambda: sheet.getCellByPosition(x, y).getCellAddress()


def fill_formula(book: Any, sheet: Any, area: Area, formula: str) -> None:
    """One formula for the whole area; relative references move.

    Raises:
        OfficeError: A cell is locked; then nothing is written.
    """
    demand_unlocked(book, sheet, area)
    first = sheet.getCellByPosition(area[1] - 1, area[0] - 1).getCellAddress()
    cells_of(sheet, area).setFormulaArray(
        tuple(
            tuple(book.moved(formula, first, area[0] + y - 1, area[1] + x - 1) for x in range(area[3]))
            for y in range(area[2])
        )
    )
