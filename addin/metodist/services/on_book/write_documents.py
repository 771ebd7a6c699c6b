"""«Приказ», «Справка», «Все документы»: Word files from the programme and the accepted tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metodist.domain.results import CommandResult, Dialogs
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.documenting_told import skipped_lines, written_lines
from metodist.services.on_book.on_folder import place_of, steps
from metodist.services.working_folder import DOCUMENTS

if TYPE_CHECKING:
    from xlwings import Book

    from metodist.services.documenting import Batch

_TOLD = 6
_ORDERS = ("order_monitoring", "order_results")
_RECOMMENDATIONS = ("recommendations", "recommendations_overview")


def all_documents(book: Book, dialogs: Dialogs) -> CommandResult:
    """Every document that can be written by now.

    Raises:
        UserError: The folder or its programme cannot be used.
    """
    return _write(book, dialogs, None)


def orders(book: Book, dialogs: Dialogs) -> CommandResult:
    """The order on holding the monitoring; and on its results, once tables are accepted.

    Raises:
        UserError: The folder or its programme cannot be used.
    """
    return _write(book, dialogs, _ORDERS)


def note(book: Book, dialogs: Dialogs) -> CommandResult:
    """The analytical note.

    Raises:
        UserError: Nothing is accepted yet, or the folder or its programme cannot be used.
    """
    return _write(book, dialogs, ("note",))


def recommendations(book: Book, dialogs: Dialogs) -> CommandResult:
    """Recommendations to every school whose table is accepted, and their overview.

    Raises:
        UserError: Nothing is accepted yet, or the folder or its programme cannot be used.
    """
    return _write(book, dialogs, _RECOMMENDATIONS)


def _write(book: Book, dialogs: Dialogs, kinds: tuple[str, ...] | None) -> CommandResult:
    from metodist.services.documenting import Batch, write_documents

    place = place_of(book, dialogs)
    progress = steps(dialogs, say("on_book.writing"))
    batch = Batch(())
    notes: list[str] = []
    for kind in kinds or (None,):
        try:
            more = write_documents(place.path, kind, progress)
            batch = Batch((*batch.written, *more.written), (*batch.skipped, *more.skipped))
        except UserError as error:
            if not batch.written or error.message != say("services.nothing_accepted"):
                raise
            notes.append(say("on_book.only_first_order"))
    target = batch.written[0].path if len(batch.written) == 1 else place.path / DOCUMENTS
    title = say("on_book.written", count=len(batch.written))
    lines = (*written_lines(batch.written), *_asked(batch), *skipped_lines(batch.skipped))
    more_kinds = () if kinds else (_on_request(),)
    return CommandResult(title, (*lines, *notes, *more_kinds, *place.notes), open_path=target)


def _on_request() -> str:
    """Which documents are made by the command line only: of one school, of one teacher, once in years."""
    from metodist.documents.kinds import KINDS

    titles = "; ".join(f"{kind.title} (--kind {kind.id})" for kind in KINDS if not kind.usual)
    return say("on_book.on_request", titles=titles)


def _asked(batch: Batch) -> list[str]:
    asked = tuple(dict.fromkeys(issue.message for one in batch.written for issue in one.issues))
    if not asked:
        return []
    more = [say("on_book.more", count=len(asked) - _TOLD)] if len(asked) > _TOLD else []
    return [say("on_book.asked", count=len(asked)), *asked[:_TOLD], *more]
