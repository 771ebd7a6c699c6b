"""«Создать таблицы»: a protected table for every school that reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metodist.domain.results import CommandResult, Dialogs
from metodist.messages import say
from metodist.services.on_book.on_folder import place_of, steps
from metodist.services.working_folder import TABLES

if TYPE_CHECKING:
    from xlwings import Book


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Write the tables into «Таблицы» of the working folder; the open book is not changed.

    Where tables lie there already, it asks first: schools may be filling them in.

    Raises:
        UserError: The folder or its programme cannot be used.
    """
    from metodist.services.issuing import issue_tables

    place = place_of(book, dialogs)
    tables = place.path / TABLES
    there = sum(1 for path in tables.glob("*.xlsx") if not path.name.startswith("~$")) if tables.is_dir() else 0
    if there and not dialogs.ask(say("on_book.ask_issue_again", count=there)):
        return CommandResult(say("on_book.not_issued"))
    issued = issue_tables(place.path, steps(dialogs, say("on_book.issuing")))
    if not issued:
        return CommandResult(say("on_book.no_schools"), place.notes)
    return CommandResult(
        say("on_book.issued", count=len(issued)), (say("on_book.send_out"), *place.notes), open_path=tables
    )
