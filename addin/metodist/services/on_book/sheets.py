"""Sheets that commands add to an open workbook, and writing that a protected book may refuse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlwings import Book, Range, Sheet

    from metodist.domain.values import Value

HEADING_FILL, HEADING_INK = (0x1F, 0x38, 0x64), (0xFF, 0xFF, 0xFF)
NOTE_INK, LINK_INK = (0x59, 0x59, 0x59), (0x1F, 0x4E, 0x9E)
_TITLE_SIZE, _HEADING_HEIGHT = 14, 30
#: Excel's code of a text cell: what begins with «=» stays a text.
TEXT_FORM = "@"


def permitted(action: Callable[[], object]) -> bool:
    """Do what a protected sheet or book may refuse.

    Returns:
        Whether it was done. Hosts refuse with errors of their own kinds (Excel with ``com_error``), all of which
        mean the same here: the cell stays as it was.
    """
    try:
        action()
    except Exception:  # noqa: BLE001 - Stopped is no Exception and passes
        return False
    return True


def sheet_of(book: Book, name: str) -> Sheet | None:
    """The sheet of that name, or ``None``."""
    return next((sheet for sheet in book.sheets if sheet.name == name), None)


def added_sheet(book: Book, name: str) -> Sheet | None:
    """An empty sheet of that name, new ones in front of all others; ``None`` where the book takes none.

    An empty one is what a killed command has left. A book that is open for reading only takes sheets but no texts.
    """
    left = sheet_of(book, name)
    if left is not None:
        return left if begins_so(left, None) else None
    made: list[Sheet] = []
    if not permitted(lambda: made.append(book.sheets.add(name, before=book.sheets[0]))):
        return None
    if permitted(lambda: setattr(made[0].range("A1"), "value", None)):
        return made[0]
    deleted_sheet(book, name)
    return None


def begins_so(sheet: Sheet, title: str | None) -> bool:
    """Whether a sheet is empty, or its first cell begins with that title: whether a command may replace it."""
    first = sheet.range("A1").value
    if first is None:
        last = sheet.used_range.last_cell
        return (last.row, last.column) == (1, 1)
    return title is not None and str(first).startswith(title)


def cleared_of(book: Book, name: str, title: str) -> bool:
    """Delete an earlier sheet of ours; whether the name is free then: a sheet of the user's own is never deleted."""
    sheet = sheet_of(book, name)
    return sheet is None or (begins_so(sheet, title) and deleted_sheet(book, name))


def deleted_sheet(book: Book, name: str) -> bool:
    """Delete a sheet of ours without a question; whether it is gone."""
    sheet = sheet_of(book, name)
    if sheet is None:
        return True
    alerts = book.app.display_alerts
    book.app.display_alerts = False
    try:
        return permitted(sheet.delete)
    finally:
        book.app.display_alerts = alerts


def write_head(sheet: Sheet, title: str, lead: str, note: str = "") -> None:
    """Rows 1–3: the sheet's title, what to do here, a note in grey."""
    sheet.range("A1").value = [[title], [lead], [note or None]]
    sheet.range("A1").font.size = _TITLE_SIZE
    sheet.range("A1").font.bold = True
    sheet.range("A3").font.color = NOTE_INK


def write_list(sheet: Sheet, row: int, headings: Sequence[str], widths: Sequence[float], rows: Sequence[Row]) -> None:
    """A heading row and the rows under it, in one block; all texts stay texts.

    Args:
        sheet: An empty sheet.
        row: Where the headings stand, from 1.
        headings: One a column.
        widths: In characters, one a column.
        rows: Of the same length as ``headings``.
    """
    columns = len(headings)
    heading = sheet.range((row, 1), (row, columns))
    heading.value = [list(headings)]
    heading.color = HEADING_FILL
    heading.font.color = HEADING_INK
    heading.font.bold = True
    heading.row_height = _HEADING_HEIGHT
    for column, width in enumerate(widths, 1):
        sheet.range((1, column)).column_width = width
    heading.wrap_text = True
    write_rows(sheet, row + 1, rows)


def write_rows(sheet: Sheet, row: int, rows: Sequence[Row]) -> None:
    """Rows of a list whose heading stands already; all texts stay texts.

    Args:
        sheet: Empty from ``row`` on.
        row: Where the first one stands, from 1.
        rows: Of the same length.
    """
    if rows:
        body = sheet.range((row, 1), (row + len(rows) - 1, len(rows[0])))
        body.number_format = TEXT_FORM
        body.wrap_text = True
        body.value = [list(line) for line in rows]


def address_of(book: Book, path: Path) -> str:
    """A file or folder as the host's links name it: Excel misreads Russian letters in ``file:`` addresses."""
    return str(path) if book.app.engine.name == "excel" else path.as_uri()


def link_to(cell: Range, sheet: str, address: str, text: str, file: str = "") -> None:
    """Write a link to a cell: of this book, or of another file given by `address_of`."""
    quoted = sheet.replace("'", "''")
    cell.add_hyperlink(f"{file}#'{quoted}'!{address}", text, text)


if TYPE_CHECKING:
    Row = Sequence[Value]
