"""«Построить свод»: all accepted tables of the period in «Свод.xlsx»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metodist.domain.results import CommandResult, Dialogs
from metodist.messages import say
from metodist.services.on_book.on_folder import place_of, refuse_if_open, steps
from metodist.services.working_folder import SUMMARY

if TYPE_CHECKING:
    from xlwings import Book

_TOLD = 3


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Consolidate the archive; the open book is not changed.

    Raises:
        UserError: The folder or its programme cannot be used, nothing is accepted yet, or the summary is open.
    """
    from metodist.services.summarising import build_summary

    place = place_of(book, dialogs)
    target = place.path / SUMMARY
    refuse_if_open(book, target)
    summary = build_summary(place.path, steps(dialogs, say("on_book.summarising")))
    counts = summary.completeness
    lines = [say("on_book.summed", accepted=counts.accepted, expected=counts.expected)]
    if counts.faulty or counts.missing:
        lines.append(say("on_book.not_summed", faulty=counts.faulty, missing=counts.missing))
    lines += [f"{headline}." for headline in list(summary.headlines.values())[:_TOLD]]
    return CommandResult(say("on_book.summary_built"), (*lines, *place.notes), open_path=target)
