"""An open workbook as the checks see a file: what is typed and not saved counts.

A host gives every sheet in two blocks, values and formulas; nothing is asked cell by cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import NamedTuple

from metodist.intake.cells import BOOLEAN, ERROR, NOTHING, NUMBER, TEXT, RawCell, RawSheet
from metodist.intake.package import RawBook

#: What office programs show where a formula fails.
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"})
_EPOCH = datetime(1899, 12, 30)
_SECONDS_A_DAY = 86_400


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


def live_book(sheets: Iterable[LiveSheet], names: Mapping[str, str]) -> RawBook:
    """The workbook in the shape that the checks of a returned file work on.

    What a host does not tell (protection, validations, links to other files) is taken to be as issued: the check of
    the saved file looks at it.

    Args:
        sheets: All sheets in their order.
        names: Defined names → what they refer to, with or without ``=``.
    """
    return RawBook(
        sha256="",
        sheets=tuple(live_sheet(sheet) for sheet in sheets),
        names={name: target.removeprefix("=") for name, target in names.items()},
        properties={},
        since_1904=False,
        remote=False,
    )


def live_sheet(sheet: LiveSheet) -> RawSheet:
    """One sheet's cells by their place; empty ones are left out."""
    cells: dict[tuple[int, int], RawCell] = {}
    for row, (values, formulas) in enumerate(zip(sheet.values, sheet.formulas, strict=True), sheet.row):
        for column, (value, formula) in enumerate(zip(values, formulas, strict=True), sheet.column):
            if value is not None or formula:
                cell = raw_cell(value, formula)
                if cell is not None:
                    cells[row, column] = cell
    return RawSheet(sheet.name, "visible" if sheet.visible else "hidden", cells, protected=True, validations=1)


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
