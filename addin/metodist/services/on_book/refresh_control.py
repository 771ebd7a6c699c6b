"""«Пульт»: where the cycle stands, what is overdue, what came in, what is next; on the programme's sheet «Пульт»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from metodist.domain.books import BookKind
from metodist.domain.results import CommandResult, Dialogs
from metodist.messages import say
from metodist.services.on_book.control_lines import Line, control_lines
from metodist.services.on_book.copies import keep_copy
from metodist.services.on_book.cycle_block import COLUMNS as CYCLE_COLUMNS
from metodist.services.on_book.cycle_block import CYCLE_NAME, cycle_rows, write_cycle
from metodist.services.on_book.cycle_block import ROWS as CYCLE_ROWS
from metodist.services.on_book.on_folder import place_of
from metodist.services.on_book.overwritten import Block, named_area, standing, written
from metodist.services.on_book.sheets import HEADING_FILL, HEADING_INK, address_of, link_to, permitted, sheet_of
from metodist.services.status import FolderStatus, folder_status

if TYPE_CHECKING:
    from xlwings import Book, Sheet

#: The block that the command owns: written anew by every press.
AREA_NAME = "metodist_pult"
#: The line under the sheet's title that tells the stage and leads to the block.
_TOP = "B4"
_LEFT, _RIGHT = 2, 6
#: A longer name would be cut by the next cell; the line itself names the file already.
_LONGEST = 20
_HEADINGS = ("what", "state", "open", "button")


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is written: the lines of the folder's state, the rows of the management cycle."""

    lines: list[Line]
    chain: Sequence[Sequence[object]]


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Look at the folder; on the programme write its state on «Пульт», on other books only tell it.

    Raises:
        UserError: The book was never saved, lies in no working folder, or the programme has errors.
    """
    place = place_of(book, dialogs)
    dialogs.progress(0, 1, say("on_book.looking"))
    status = folder_status(place.path)
    lines = control_lines(place.path, status, date.today())
    chain = cycle_rows(status.cycle, status.views, date.today())
    sheet = _control_sheet(book) if place.what.kind is BookKind.PROGRAMME else None
    writable = sheet is not None and _is_writable(sheet)
    if sheet is not None and writable:
        kept = keep_copy(book, place.what, say("on_book.control"))
        replace(kept, blocks=_write(book, sheet, status, _Shown(lines, chain))).note()
    shown = say(f"on_book.control_{'apart' if sheet is None else 'written' if writable else 'refused'}")
    told = tuple(f"{line.what}: {line.state}" for line in lines if line.told)
    return CommandResult(status.stage, (say(f"on_book.next_{status.step}"), *told, shown, *place.notes))


def _control_sheet(book: Book) -> Sheet | None:
    from metodist.programme.schema import DASHBOARD

    return sheet_of(book, DASHBOARD)


def _is_writable(sheet: Sheet) -> bool:
    """Whether texts can be written there: tried on the empty cell below everything."""
    below = sheet.range((sheet.used_range.last_cell.row + 1, _LEFT))
    return permitted(lambda: setattr(below, "value", None))


def _write(book: Book, sheet: Sheet, status: FolderStatus, shown: _Shown) -> tuple[Block, ...]:
    """Write the chain into the place kept for it, the state below everything; what was written over.

    A programme workbook that keeps no place for the chain gets it in front of the state.
    """
    top, bottom = _own_place(book, sheet)
    kept = _kept_place(book, sheet)
    lines_top = top + (0 if kept else CYCLE_ROWS + 1)
    last = lines_top + 1 + len(shown.lines)
    before = [
        standing(book, sheet, f"{_TOP}:{_TOP}"),
        standing(book, sheet, f"B{top}:F{max(last, bottom)}", AREA_NAME),
        *([standing(book, sheet, named_area(book, CYCLE_NAME), CYCLE_NAME)] if kept else []),
    ]
    if bottom >= top:
        sheet.range(f"B{top}:F{bottom}").clear()
    _write_lines(book, sheet, lines_top, shown.lines)
    write_cycle(sheet, *(kept or (top, _LEFT)), shown.chain, dress=kept is None)
    book.names.add(AREA_NAME, f"='{sheet.name}'!$B${top}:$F${last}")
    head = say("on_book.control_head", stage=status.stage, next=say(f"on_book.next_{status.step}"))
    link_to(sheet.range(_TOP), sheet.name, f"B{lines_top}", head)
    sheet.activate()
    sheet.range(_TOP if kept else (top, _LEFT)).select()
    return tuple(written(book, sheet, block) for block in before)


def _write_lines(book: Book, sheet: Sheet, top: int, lines: list[Line]) -> None:
    last = top + 1 + len(lines)
    title = sheet.range((top, _LEFT))
    title.wrap_text = False  # the first column is narrow, and its cells may wrap
    title.value = say("on_book.control_title", today=f"{date.today():%d.%m.%Y}")
    title.font.bold = True
    heading = sheet.range((top + 1, _LEFT), (top + 1, _RIGHT))
    heading.value = [None, *(say(f"on_book.control_{name}") for name in _HEADINGS)]
    heading.color, heading.font.color, heading.font.bold = HEADING_FILL, HEADING_INK, True
    body = sheet.range((top + 2, _LEFT), (last, _RIGHT))
    body.value = [[None, line.what, line.state, None, line.button or "—"] for line in lines]
    body.wrap_text = True
    sheet.range((top + 2, _LEFT + 1), (last, _LEFT + 1)).font.bold = True
    for row, line in enumerate(lines, top + 2):
        if line.path is not None:
            name = line.path.name
            target, text = address_of(book, line.path), name if len(name) <= _LONGEST else say("summary.open")
            sheet.range((row, _LEFT + 3)).add_hyperlink(target, text, text)


def _kept_place(book: Book, sheet: Sheet) -> tuple[int, int] | None:
    """Row and column of the place that the workbook keeps for the chain; ``None`` where there is none."""
    area = named_area(book, CYCLE_NAME)
    if not area:
        return None
    place = sheet.range(area)
    return (int(place.row), int(place.column)) if place.shape == (CYCLE_ROWS, CYCLE_COLUMNS) else None


def _own_place(book: Book, sheet: Sheet) -> tuple[int, int]:
    """First and last row of the block of the last press; where there is none, the row to begin in and the one above."""
    area = named_area(book, AREA_NAME)
    if area:
        block = sheet.range(area)
        return int(block.row), int(block.last_cell.row)
    top = int(sheet.used_range.last_cell.row) + 2
    return top, top - 1
