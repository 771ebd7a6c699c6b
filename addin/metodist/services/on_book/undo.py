"""«Вернуть как было»: takes back what the last command changed in the open book; what was typed since stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from metodist.domain.results import CommandResult, Dialogs
from metodist.errors import UserError
from metodist.intake.addresses import parse
from metodist.intake.cells import NUMBER, RawCell
from metodist.intake.package import RawBook
from metodist.messages import say
from metodist.services.on_book.copies import Kept, last_kept
from metodist.services.on_book.marks import take_marks_off
from metodist.services.on_book.sheets import deleted_sheet, permitted, sheet_of
from metodist.services.on_book.what_book import what_book

if TYPE_CHECKING:
    from xlwings import Book


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Delete sheets that the command added, give cells their fills back, and blocks that it wrote over their texts.

    The whole copy stays in «Архив/Копии» and is offered to be opened, for whoever wants the rest of it too.

    Raises:
        UserError: No command has changed this book, or its copy is gone.
    """
    what = what_book(book)
    what.saved()
    kept = last_kept(what)
    if kept is None:
        raise UserError(say("on_book.nothing_to_undo"), say("on_book.nothing_to_undo_action"))
    when = f"{kept.made:%d.%m.%Y %H:%M}"
    if not dialogs.ask(say("on_book.ask_undo", command=kept.command, when=when)):
        return CommandResult(say("on_book.not_undone"))
    updating = book.app.screen_updating
    book.app.screen_updating = False
    try:
        refused = _undo(book, kept)
    finally:
        book.app.screen_updating = updating
    replace(kept, undone=True).note()
    lines = [say("on_book.copy_kept", name=kept.copy.name)]
    if refused:
        lines.insert(0, say("on_book.undo_refused", places=", ".join(refused)))
    return CommandResult(say("on_book.undone", command=kept.command, when=when), tuple(lines), open_path=kept.copy)


def _undo(book: Book, kept: Kept) -> list[str]:
    """Undo; what a protection kept from being undone."""
    take_marks_off(book, kept.marks)
    refused = [f"«{name}»" for name in kept.created if not deleted_sheet(book, name)]
    if kept.areas:
        before = _copy_of(kept)
        refused += [f"«{sheet}» {area}" for sheet, area in kept.areas if not _write_back(book, before, sheet, area)]
    return refused


def _copy_of(kept: Kept) -> RawBook:
    from metodist.intake.package import read_book
    from metodist.intake.refusals import Refusal

    try:
        return read_book(kept.copy)
    except Refusal as refusal:
        message = say("on_book.copy_damaged", name=kept.copy.name)
        raise UserError(message, say("on_book.copy_damaged_action")) from refusal


def _write_back(book: Book, before: RawBook, name: str, area: str) -> bool:
    sheet, old = sheet_of(book, name), before.sheet(name)
    first, last = (parse(corner) for corner in area.split(":"))
    if sheet is None or old is None or first is None or last is None:
        return False
    block = [
        [_typed(old.cells.get((row, column))) for column in range(first[1], last[1] + 1)]
        for row in range(first[0], last[0] + 1)
    ]
    target = sheet.range(area)
    empty = all(value is None for row in block for value in row)
    if empty and not permitted(target.clear):
        return False
    return empty or permitted(lambda: setattr(target, "value", block))


def _typed(cell: RawCell | None) -> str | float | None:
    if cell is None:
        return None
    if cell.formula:
        return f"={cell.formula}"
    return float(cell.value) if cell.kind == NUMBER else cell.value or None
