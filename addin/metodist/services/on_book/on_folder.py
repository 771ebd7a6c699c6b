"""What the buttons that work on the folder share: unsaved changes of the programme, and progress with a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from metodist.domain.books import BookKind
from metodist.domain.results import Dialogs
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.on_book.reading import differs_from_file, read_live
from metodist.services.on_book.what_book import WhatBook, what_book
from metodist.services.working_folder import PROGRAMME

if TYPE_CHECKING:
    from xlwings import Book


@dataclass(frozen=True, slots=True)
class Place:
    """The working folder a button was pressed in.

    Args:
        path: The folder.
        what: The open book.
        notes: What the summary window has to add: that unsaved changes were left out.
    """

    path: Path
    what: WhatBook
    notes: tuple[str, ...] = ()


def place_of(book: Book, dialogs: Dialogs) -> Place:
    """The working folder of the open book; unsaved changes of the programme are saved if the user agrees.

    Nothing is ever saved unasked: without a «да» the file as it was saved last counts, and the summary says so.

    Raises:
        UserError: The book was never saved, or lies in no working folder.
    """
    what = what_book(book)
    folder = what.working_folder()
    if what.kind is BookKind.PROGRAMME and what.saved().resolve() != folder / PROGRAMME:
        return Place(folder, what, (say("on_book.other_programme_open", name=what.name),))
    if what.kind is not BookKind.PROGRAMME or not _unsaved(book, what):
        return Place(folder, what)
    if dialogs.ask(say("on_book.ask_save", name=what.name)):
        book.save()
        return Place(folder, what)
    return Place(folder, what, (say("on_book.worked_on_saved", name=what.name),))


def _unsaved(book: Book, what: WhatBook) -> bool:
    """Whether the programme differs from its file; «Пульт» says nothing about the programme."""
    from metodist.programme.unread import UNREAD_SHEETS

    return differs_from_file(read_live(book, set(what.sheets) - set(UNREAD_SHEETS)), what.saved())


def refuse_if_open(book: Book, target: Path) -> None:
    """An office would not show a new file while the old one is open in it, and Windows would not let it be written.

    Raises:
        UserError: The file is open in this very program.
    """
    if any(other.name == target.name and Path(other.fullname) == target for other in book.app.books):
        raise UserError(say("on_book.open_here", name=target.name), say("on_book.open_here_action"))


def steps(dialogs: Dialogs, action: str) -> Callable[[int, int, str], None]:
    """The progress of long work: what is done, with its name.

    Args:
        dialogs: Where it is shown; the user may stop there.
        action: What is being done, such as «Создание таблиц».
    """

    def step(done: int, total: int, what: str) -> None:
        dialogs.progress(done, max(total, 1), f"{action}: {what}" if what else action)

    return step
