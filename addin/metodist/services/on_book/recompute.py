"""«Показатели»: recomputes what the open workbook shows and lists where it differs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from metodist.domain.books import BookKind
from metodist.domain.results import CommandResult, Dialogs
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.on_book.copies import keep_copy
from metodist.services.on_book.differences import (
    Compared,
    compare_summary,
    compare_table,
    compared_sheets,
    summary_of,
    told,
)
from metodist.services.on_book.finders import finder_for_book
from metodist.services.on_book.reading import changes_from_file, read_live
from metodist.services.on_book.sheets import added_sheet, cleared_of, link_to, write_head, write_list
from metodist.services.on_book.what_book import WhatBook, what_book
from metodist.services.working_folder import SUMMARY

if TYPE_CHECKING:
    from xlwings import Book, Sheet

    from metodist.intake.package import RawBook

DIFFERENCES = "Расхождения"
_OWN_TITLE = say("on_book.differences_title", count="")
_TOLD = 8
_HEAD_ROW = 5
_MOST_LINKS = 300
_HEADINGS = ("sheet", "cell", "what", "stands", "expected")
_WIDTHS = (16, 11, 50, 18, 18)


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Compare; differences are listed on a sheet of their own, which the next press replaces.

    On a school table and on the summary the open workbook counts, with all that is not saved. On the programme it is
    the saved «Свод.xlsx» that is looked at: the programme itself shows no numbers and takes no foreign sheets.

    Raises:
        UserError: There is nothing to compare with, or the summary is out of date.
    """
    what = what_book(book)
    dialogs.progress(0, 2, say("on_book.reading"))
    if what.kind is BookKind.PROGRAMME:
        return told_differences(compare_summary(saved_summary(what), summary_of(what.working_folder())), inside=None)
    own = without_list(read_live(book)) if what.kind is BookKind.TABLE else None
    dialogs.progress(1, 2, say("on_book.recomputing"))
    if own is not None:
        compared = compare_table(own, finder_for_book(what.saved()))
    else:
        summary = summary_of(what.working_folder())
        compared = compare_summary(read_live(book, compared_sheets(summary)), summary)
    return told_differences(compared, inside=listed(book, what, own, compared, say("on_book.recompute")))


def without_list(raw: RawBook) -> RawBook:
    """The book without the list that an earlier press has left in it."""
    return raw._replace(sheets=tuple(sheet for sheet in raw.sheets if sheet.name != DIFFERENCES))


def saved_summary(what: WhatBook) -> RawBook:
    """The saved «Свод.xlsx» of the folder that a book lies in.

    Raises:
        UserError: There is none, or it cannot be read.
    """
    from metodist.intake.package import read_book
    from metodist.intake.refusals import Refusal

    path = what.working_folder() / SUMMARY
    if not path.is_file():
        raise UserError(say("on_book.no_summary"), say("on_book.no_summary_action"))
    try:
        return read_book(path)
    except Refusal as refusal:
        raise UserError(refusal.message) from refusal


def listed(book: Book, what: WhatBook, own: RawBook | None, compared: Compared, command: str) -> bool:
    """Put the list into the book in place of an earlier one; whether the book took it.

    Args:
        book: The open workbook.
        what: The same, as it was recognised.
        own: What was read of it, without the list; ``None`` where not all of it was: a summary of thirty schools takes
            an office longer to read than to save.
        compared: What is to be listed; nothing takes an earlier list away.
        command: The button's label, for the copy.
    """
    if not compared.differences:
        if DIFFERENCES in what.sheets:
            cleared_of(book, DIFFERENCES, _OWN_TITLE)
        return False
    changes = None if own is None else changes_from_file(own, what.saved(), book)
    kept = keep_copy(book, what, command, changes)
    sheet = added_sheet(book, DIFFERENCES) if cleared_of(book, DIFFERENCES, _OWN_TITLE) else None
    if sheet is None:
        return False
    replace(kept, created=(DIFFERENCES,)).note()
    _write(sheet, compared)
    sheet.activate()
    sheet.range("A1").select()
    return True


def _write(sheet: Sheet, compared: Compared) -> None:
    title = say("on_book.differences_title", count=len(compared.differences))
    write_head(sheet, title, say("on_book.differences_lead"))
    rows = [(one.sheet, one.cell, one.what, one.stands, one.expected) for one in compared.differences]
    write_list(sheet, _HEAD_ROW, [say(f"on_book.head_{name}") for name in _HEADINGS], _WIDTHS, rows)
    for row, one in enumerate(compared.differences[:_MOST_LINKS], _HEAD_ROW + 1):
        link_to(sheet.range((row, 2)), one.sheet, one.cell, one.cell)


def told_differences(compared: Compared, *, inside: bool | None) -> CommandResult:
    """How many cells differ and which.

    Args:
        compared: What was found.
        inside: Whether the list stands in the book; ``None`` where it never does.
    """
    count = len(compared.differences)
    if not count:
        return CommandResult(say("on_book.no_differences"), (say("on_book.compared", count=compared.numbers),))
    lines = told(compared.differences[:_TOLD])
    if count > _TOLD:
        lines.append(say("on_book.more", count=count - _TOLD))
    if inside is not None:
        lines.append(say("on_book.differences_inside" if inside else "on_book.differences_not_inside"))
    return CommandResult(say("on_book.differences", count=count), tuple(lines))
