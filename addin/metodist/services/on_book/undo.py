"""«Вернуть как было»: takes back what the last command changed in the open book; what was typed since stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from metodist.domain.results import CommandResult, Dialogs
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.on_book.copies import Kept, copies_folder, has_copies, last_kept
from metodist.services.on_book.marks import take_marks_off
from metodist.services.on_book.overwritten import put_back
from metodist.services.on_book.sheets import deleted_sheet
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
        where = say("on_book.nothing_to_undo_action", path=copies_folder(what)) if has_copies(what) else ""
        raise UserError(say("on_book.nothing_to_undo"), where)
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
    """Undo; what could not be undone."""
    take_marks_off(book, kept.marks)
    refused = [f"«{name}»" for name in kept.created if not deleted_sheet(book, name)]
    return refused + [f"«{block.sheet}» {block.area}" for block in kept.blocks if not put_back(book, block)]
