"""Cell values and addresses as both sides of the wire know them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, List, Tuple  # noqa: UP035 - evaluated by Python 3.8

MAX_ROWS = 1048576
MAX_COLUMNS = 16384
#: Books of more cells are read sheet by sheet, as commands ask.
MOST_CELLS = 30_000
#: Day 0 of serial numbers, so that 61 is 1 March 1900 as in Excel.
EPOCH = dt.datetime(1899, 12, 30)

#: Row, column (both from 1), number of rows, number of columns.
Area = Tuple[int, int, int, int]  # noqa: UP006
#: Rows of one block: ``None`` (empty), ``str``, ``float``, ``bool``, ``datetime`` or `CellError`.
Rows = List[List[Any]]  # noqa: UP006

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]+)")
_COLUMN = re.compile(r"\$?([A-Za-z]{1,3})")
_ROW = re.compile(r"\$?([0-9]+)")
_PLAIN_SHEET = re.compile(r"[^\W\d]\w*")
_LOOKS_LIKE_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc][0-9]*")


class CellError(str):
    """``#N/A``, ``#DIV/0!`` and their like: a string that is told apart from typed text."""

    __slots__ = ()


class OfficeError(Exception):
    """Something the user is to read.

    Args:
        code: Id of the sentence in ``metodist.messages.hosts``.
        values: What its places are filled with.
    """

    def __init__(self, code: str, **values: Any) -> None:
        """Keep id and values; the sentence is made where the texts are."""
        super().__init__(code)
        self.code = code
        self.values = values


def to_serial(moment: dt.date, epoch: dt.datetime = EPOCH) -> float:
    """Days since ``epoch``; the time of day is the fraction. A time zone is dropped, as cells have none."""
    if not isinstance(moment, dt.datetime):
        moment = dt.datetime(moment.year, moment.month, moment.day)
    return (moment.replace(tzinfo=None) - epoch) / dt.timedelta(days=1)


def from_serial(days: float, epoch: dt.datetime = EPOCH) -> dt.datetime:
    """The moment of a serial number, exact to a millisecond."""
    return epoch + dt.timedelta(seconds=round(days * 86400, 3))


def column_name(number: int) -> str:
    """``1`` is ``A``, ``27`` is ``AA``."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    """``A`` is ``1``, ``aa`` is ``27``."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number


def address(area: Area, anchor: str = "") -> str:
    """``(2, 1, 2, 3)`` is ``A2:C3``; with ``anchor="$"`` it is ``$A$2:$C$3``."""
    row, column, rows, columns = area
    first = f"{anchor}{column_name(column)}{anchor}{row}"
    if rows == columns == 1:
        return first
    return f"{first}:{anchor}{column_name(column + columns - 1)}{anchor}{row + rows - 1}"


def quoted(sheet: str) -> str:
    """The sheet's name as formulas write it: in apostrophes where it is not one plain word."""
    if _PLAIN_SHEET.fullmatch(sheet) and not _LOOKS_LIKE_CELL.fullmatch(sheet):
        return sheet
    return "'" + sheet.replace("'", "''") + "'"


def split_sheet(reference: str) -> tuple[str | None, str]:
    """``='Лист 1'!A1`` is ``("Лист 1", "A1")``; without a sheet the first is ``None``."""
    sheet, mark, rest = reference.lstrip("=").rpartition("!")
    if not mark:
        return None, rest
    if sheet.startswith("'") and sheet.endswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    return sheet, rest


def parse_area(text: str) -> Area | None:
    """``B2:C4``, ``$A:$C``, ``3:5`` as an area of the sheet; ``None`` where the text is no address."""
    ends = text.split(":")
    if len(ends) > 2 or (len(ends) == 1 and not _CELL.fullmatch(ends[0])):
        return None
    corners = [_corner(end, last=last) for end, last in ((ends[0], False), (ends[-1], True))]
    first, second = corners
    if first is None or second is None:
        return None
    top, bottom = sorted((first[0], second[0]))
    left, right = sorted((first[1], second[1]))
    if not (top >= 1 and left >= 1 and bottom <= MAX_ROWS and right <= MAX_COLUMNS):
        return None
    return top, left, bottom - top + 1, right - left + 1


def _corner(text: str, *, last: bool) -> tuple[int, int] | None:
    cell = _CELL.fullmatch(text)
    if cell:
        return int(cell[2]), column_number(cell[1])
    column = _COLUMN.fullmatch(text)
    if column:
        return (MAX_ROWS if last else 1), column_number(column[1])
    row = _ROW.fullmatch(text)
    if row:
        return int(row[1]), (MAX_COLUMNS if last else 1)
    return None
