"""«Открыть папку»: the working folder in the desktop's own window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metodist.domain.results import CommandResult, Dialogs
from metodist.messages import say
from metodist.services.on_book.what_book import what_book

if TYPE_CHECKING:
    from xlwings import Book


def run(book: Book, dialogs: Dialogs) -> CommandResult:  # noqa: ARG001 - every button is called alike
    """Offer the working folder, or the book's own folder outside of one; nothing is changed.

    Raises:
        UserError: The book was never saved.
    """
    what = what_book(book)
    folder = what.folder or what.saved().parent
    return CommandResult(say("on_book.folder", path=folder), open_path=folder)
