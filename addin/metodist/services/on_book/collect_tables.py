"""«Принять таблицы»: everything that lies in «Входящие»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from metodist.domain.findings import Severity
from metodist.domain.results import CommandResult, Dialogs
from metodist.domain.returns import Status
from metodist.messages import say
from metodist.services.on_book.on_folder import place_of, steps
from metodist.services.working_folder import FAULTY, INBOX

if TYPE_CHECKING:
    from xlwings import Book

    from metodist.services.collecting import Taken

_TOLD = 8


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Check and take in; the open book is not changed.

    Raises:
        UserError: The folder or its programme cannot be used.
    """
    from metodist.services.collecting import collect

    place = place_of(book, dialogs)
    taken = collect(place.path, steps(dialogs, say("on_book.collecting")))
    if not taken:
        inbox = place.path / INBOX
        return CommandResult(say("on_book.inbox_empty"), (say("on_book.fill_inbox"), *place.notes), open_path=inbox)
    accepted = sum(one.returned.status is Status.ACCEPTED for one in taken)
    title = say("on_book.collected", accepted=accepted, count=len(taken))
    marked = any(one.marked for one in taken)
    return CommandResult(title, (*_lines(taken), *place.notes), open_path=place.path / FAULTY if marked else None)


def _lines(taken: Sequence[Taken]) -> Iterator[str]:
    returned = [one for one in taken if one.returned.status is Status.RETURNED]
    refused = [one for one in taken if one.returned.status is Status.REFUSED]
    repeated = sum(one.repeated for one in taken)
    if returned:
        yield say("on_book.sent_back", count=len(returned))
        yield from _first([_faulty(one) for one in returned])
    if refused:
        yield say("on_book.refused", count=len(refused))
        yield from _first([f"{one.returned.path.name}: {one.returned.findings[0].message}" for one in refused])
    if repeated:
        yield say("on_book.repeated", count=repeated)


def _faulty(one: Taken) -> str:
    school = one.returned.identity.school if one.returned.identity else ""
    errors = one.returned.count(Severity.ERROR)
    return say("on_book.faulty_line", school=school, file=one.returned.path.name, errors=errors)


def _first(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:_TOLD]
    if len(lines) > _TOLD:
        yield say("on_book.more", count=len(lines) - _TOLD)
