"""«Пульт»: where the cycle stands, what is overdue, what came in, what is next; on the programme's sheet «Пульт»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from metodist.domain.books import BookKind
from metodist.domain.results import CommandResult, Dialogs
from metodist.messages import say
from metodist.services.on_book.control_lines import Line, control_lines
from metodist.services.on_book.copies import keep_copy
from metodist.services.on_book.on_folder import place_of
from metodist.services.on_book.sheets import HEADING_FILL, HEADING_INK, address_of, link_to, sheet_of
from metodist.services.status import FolderStatus, folder_status

if TYPE_CHECKING:
    from xlwings import Book, Sheet

#: The block that the command owns: written anew by every press.
AREA_NAME = "metodist_pult"
#: The line under the sheet's title that tells the stage and leads to the block.
_TOP = "B4"
_LEFT, _RIGHT = 2, 6
_HEADINGS = ("what", "state", "open", "button")


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Look at the folder; on the programme write its state on «Пульт», on other books only tell it.

    Raises:
        UserError: The book was never saved, lies in no working folder, or the programme has errors.
    """
    place = place_of(book, dialogs)
    dialogs.progress(0, 1, say("on_book.looking"))
    status = folder_status(place.path)
    lines = control_lines(place.path, status, date.today())
    sheet = _control_sheet(book) if place.what.kind is BookKind.PROGRAMME else None
    if sheet is not None:
        kept = keep_copy(book, place.what, say("on_book.control"))
        area = _write(book, sheet, status, lines)
        replace(kept, areas=((sheet.name, f"{_TOP}:{_TOP}"), (sheet.name, area))).note()
    shown = say("on_book.control_written") if sheet is not None else say("on_book.control_apart")
    told = tuple(f"{line.what}: {line.state}" for line in lines if line.told)
    return CommandResult(status.stage, (say(f"on_book.next_{status.step}"), *told, shown, *place.notes))


def _control_sheet(book: Book) -> Sheet | None:
    from metodist.programme.schema import DASHBOARD

    return sheet_of(book, DASHBOARD)


def _write(book: Book, sheet: Sheet, status: FolderStatus, lines: list[Line]) -> str:
    """Write the block; its address."""
    top = _cleared(book, sheet)
    last = top + 1 + len(lines)
    area = f"B{top}:F{last}"
    sheet.range((top, _LEFT)).value = say("on_book.control_title", today=f"{date.today():%d.%m.%Y}")
    sheet.range((top, _LEFT)).font.bold = True
    heading = sheet.range((top + 1, _LEFT), (top + 1, _RIGHT))
    heading.value = [None, *(say(f"on_book.control_{name}") for name in _HEADINGS)]
    heading.color, heading.font.color, heading.font.bold = HEADING_FILL, HEADING_INK, True
    body = sheet.range((top + 2, _LEFT), (last, _RIGHT))
    body.value = [[None, line.what, line.state, None, line.button or "—"] for line in lines]
    body.wrap_text = True
    sheet.range((top + 2, _LEFT + 1), (last, _LEFT + 1)).font.bold = True
    for row, line in enumerate(lines, top + 2):
        if line.path is not None:
            target, text = address_of(book, line.path), line.path.name
            sheet.range((row, _LEFT + 3)).add_hyperlink(target, text, text)
    book.names.add(AREA_NAME, f"='{sheet.name}'!$B${top}:$F${last}")
    head = say("on_book.control_head", stage=status.stage, next=say(f"on_book.next_{status.step}"))
    link_to(sheet.range(_TOP), sheet.name, f"B{top}", head)
    sheet.activate()
    sheet.range((top, _LEFT)).select()
    return area


def _cleared(book: Book, sheet: Sheet) -> int:
    """Empty the block of the last press; the row where the new one begins."""
    if book.names.contains(AREA_NAME) and "#REF" not in str(book.names[AREA_NAME].refers_to):
        address = str(book.names[AREA_NAME].refers_to).rpartition("!")[2]
        block = sheet.range(address)
        block.clear()
        return int(block.row)
    return int(sheet.used_range.last_cell.row) + 2
