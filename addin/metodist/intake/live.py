"""An open workbook as the checks see a file: what is typed and not saved counts.

A host gives every sheet in two blocks, values and formulas; nothing is asked cell by cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from metodist.intake.cells import BOOLEAN, ERROR, NOTHING, NUMBER, TEXT, RawCell, RawSheet
from metodist.intake.package import RawBook

#: What office programs show where a formula fails.
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"})
_EPOCH = datetime(1899, 12, 30)
_SECONDS_A_DAY = 86_400
#: Of so many sheets all cells are kept: three forms.
_MOST_SHEETS = 40
#: Cells by 1-based row and column.
_Row = dict[tuple[int, int], RawCell]


class LiveSheet(NamedTuple):
    """One sheet of an open workbook.

    Args:
        visible: The user sees its tab.
        row: Row of the blocks' first cell, from 1.
        column: Column of the blocks' first cell, from 1.
        values: As xlwings gives them: ``None``, text, number, truth value, date; errors by their name.
        formulas: Of the same shape: formulas with ``=``, constants as text.
    """

    name: str
    visible: bool
    row: int
    column: int
    values: Sequence[Sequence[object]]
    formulas: Sequence[Sequence[object]]


class LiveMemory:
    """Open workbooks as they were read last: a row that stands as it did is not looked at again.

    A form has twenty thousand cells, and a clerk changes some of them between two presses.
    """

    def __init__(self) -> None:
        """Nothing was read yet."""
        self._known: dict[tuple[str, str], _Known] = {}

    def sheet(self, book: str, sheet: LiveSheet) -> RawSheet:
        """One sheet's cells by their place; empty ones are left out. The result is nobody's to change.

        Args:
            book: Which workbook it is of; books of one name cost time only.
            sheet: As it is now.
        """
        key = (book, sheet.name)
        known = self._known.pop(key, None)
        while len(self._known) >= _MOST_SHEETS:
            del self._known[next(iter(self._known))]
        now = self._known[key] = _read(sheet, known)
        return now.sheet


class _Known(NamedTuple):
    """A sheet, what it was read from, and the cells of each of its rows."""

    live: LiveSheet
    types: list[list[type]]
    rows: list[_Row]
    sheet: RawSheet


def _read(live: LiveSheet, before: _Known | None) -> _Known:
    types = [list(map(type, row)) for row in live.values]  # 1, 1.0 and a truth value are equal
    if before is None or (before.live.row, before.live.column) != (live.row, live.column):
        rows: list[_Row | None] = [None] * len(live.values)
    else:
        earlier = zip(before.live.values, before.types, before.live.formulas, before.rows, strict=True)
        later = zip(live.values, types, live.formulas, strict=True)
        rows = [
            old[3] if now == old[:3] else None for now, old in zip_longest(later, earlier, fillvalue=((), (), (), None))
        ][: len(live.values)]
        if None not in rows and len(rows) == len(before.rows) and live.visible == before.live.visible:
            return before
    read = [known if known is not None else _row(live, number) for number, known in enumerate(rows)]
    cells: _Row = {}
    for row in read:
        cells |= row
    state = "visible" if live.visible else "hidden"
    return _Known(live, types, read, RawSheet(live.name, state, cells, protected=True, validations=1))


def _row(live: LiveSheet, number: int) -> _Row:
    """The cells of one row of a sheet, from 0."""
    cells: _Row = {}
    values, formulas = live.values[number], live.formulas[number]
    for column, (value, formula) in enumerate(zip(values, formulas, strict=True), live.column):
        if value is not None or formula:
            cell = raw_cell(value, formula)
            if cell is not None:
                cells[live.row + number, column] = cell
    return cells


def live_book(
    sheets: Iterable[LiveSheet],
    names: Mapping[str, str],
    memory: LiveMemory | None = None,
    book: str = "",
    properties: Mapping[str, str] | None = None,
) -> RawBook:
    """The workbook in the shape that the checks of a returned file work on.

    What a host does not tell (protection, validations, links to other files) is taken to be as issued: the check of
    the saved file looks at it.

    Args:
        sheets: All sheets in their order.
        names: Defined names → what they refer to, with or without ``=``.
        memory: What is known of earlier readings.
        book: Which workbook it is to the ``memory``.
        properties: Those of the document that were asked for.
    """
    known = memory or LiveMemory()
    return RawBook(
        sha256="",
        sheets=tuple(known.sheet(book, sheet) for sheet in sheets),
        names={name: target.removeprefix("=") for name, target in names.items()},
        properties=dict(properties or {}),
        since_1904=False,
        remote=False,
    )


def raw_cell(value: object, formula: object = "") -> RawCell | None:
    """One cell; ``None`` for an empty one.

    A text that begins with ``=`` is a formula only where the value is another one. LibreOffice gives array formulas
    in braces.
    """
    text = formula if isinstance(formula, str) and formula != value else ""
    if text.startswith("{=") and text.endswith("}"):
        text = text[1:-1]
    kind, shown, form = _typed(_in_full(value, text) if isinstance(value, Decimal) else value)
    own = text.removeprefix("=") if text.startswith("=") else ""
    return RawCell(kind, shown, own, form) if own or kind != NOTHING else None


def _in_full(value: Decimal, text: str) -> float:
    """The number of a cell in a currency format.

    Excel hands it over cut to four digits (xlwings issues 65 and 640); a constant stands in full beside it.
    """
    try:
        return float(text)
    except ValueError:
        return float(value)


def _typed(value: object) -> tuple[str, str, str]:
    """Kind, text and number form of a value."""
    if value is None or value == "":
        return NOTHING, "", ""
    if isinstance(value, bool):
        return BOOLEAN, str(int(value)), ""
    if isinstance(value, int | float):
        return NUMBER, _number(value), ""
    if isinstance(value, date):
        return NUMBER, _number(_serial(value)), "date"
    text = str(value)
    return (ERROR if text in _ERRORS else TEXT), text, ""


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))


def _serial(value: date) -> float:
    moment = value.replace(tzinfo=None) if isinstance(value, datetime) else datetime.combine(value, time())
    return (moment - _EPOCH).total_seconds() / _SECONDS_A_DAY
