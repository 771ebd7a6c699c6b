"""«Проверить таблицу»: what is wrong with the open school table; marks in it, and a list with links."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from metodist.domain.findings import Severity
from metodist.domain.results import CommandResult, Dialogs
from metodist.domain.returns import Return, Status
from metodist.intake.context import PROTOCOL
from metodist.intake.marks import Mark
from metodist.intake.package import RawBook
from metodist.messages import say
from metodist.services.checking import TableFinder
from metodist.services.on_book.copies import Kept, keep_copy, last_kept, marks_left
from metodist.services.on_book.finders import ready_finder
from metodist.services.on_book.findings_sheet import (
    emptied,
    is_ours,
    list_book,
    record_marks,
    recorded_marks,
    write_findings,
)
from metodist.services.on_book.marks import Marked, Place, faulty_cells, first_of, put_marks, take_marks_off
from metodist.services.on_book.reading import changes_from_file, read_live
from metodist.services.on_book.sheets import added_sheet, deleted_sheet, permitted, sheet_of
from metodist.services.on_book.what_book import WhatBook, what_book

if TYPE_CHECKING:
    from xlwings import Book, Sheet

_TOLD = 5


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Check the table as it stands on the screen.

    Raises:
        UserError: The book was never saved: no copy of it can be kept.
    """
    what = what_book(book)
    path = what.saved()
    dialogs.progress(0, 3, say("on_book.reading"))
    with ThreadPoolExecutor(1) as pool:  # the programme is read while the host tells of the book
        coming = pool.submit(ready_finder, path, what.identity)
        raw = read_live(book)
    dialogs.progress(1, 3, say("on_book.checking"))
    finder = coming.result()
    returned = check_live(raw, path, finder)
    if returned.status is Status.REFUSED:
        return CommandResult(say("on_book.not_checked"), tuple(finding.message for finding in returned.findings))
    dialogs.progress(2, 3, say("on_book.marking"))
    kept = keep_copy(book, what, say("on_book.check"), changes_from_file(_without_list(raw), path, book))
    return _shown(book, what, returned, kept, _title(returned, finder))


def check_live(raw: RawBook, path: Path, finder: TableFinder) -> Return:
    """Ask every check of a returned table about the open one."""
    from metodist.intake.check import check_file
    from metodist.scoring.indicators import score_school

    own = _without_list(raw)
    return check_file(path, finder, now=datetime.now(), score=score_school, read=lambda _: own)


def _without_list(raw: RawBook) -> RawBook:
    return raw._replace(sheets=tuple(sheet for sheet in raw.sheets if sheet.name != PROTOCOL))


class _Left(NamedTuple):
    """What an earlier check has left that can be used again: its marks, and its list, emptied."""

    marks: dict[Place, Mark]
    sheet: Sheet | None


def clear_own(book: Book, what: WhatBook, still: Mapping[Place, Severity]) -> _Left:
    """Take away what an earlier check left in the book: its marks but for those to be put again, and its list.

    A list of this command's own is emptied and stays: a sheet taken away and one added make the office compute the
    whole book anew, twice.

    Args:
        book: The open workbook.
        what: The same, as it was recognised.
        still: Cells to mark now.
    """
    protocol = sheet_of(book, PROTOCOL)
    if protocol is None or not is_ours(protocol):
        return _Left(take_marks_off(book, marks_left(what), still), None)
    marks = take_marks_off(book, (*recorded_marks(protocol), *marks_left(what)), still)
    if _made_here(what) and permitted(lambda: emptied(protocol)):
        return _Left(marks, protocol)
    deleted_sheet(book, PROTOCOL)
    return _Left(marks, None)


def _made_here(what: WhatBook) -> bool:
    """Whether the list is what this command has added last; the one of a returned copy looks another way."""
    last = last_kept(what)
    return last is not None and PROTOCOL in last.created


def _shown(book: Book, what: WhatBook, returned: Return, kept: Kept, title: str) -> CommandResult:
    """Mark and list; the summary of both."""
    updating = book.app.screen_updating
    book.app.screen_updating = False
    try:
        titles = _titles(what, returned)
        cells = faulty_cells(returned.findings, titles)
        left = clear_own(book, what, first_of(cells))
        ours = () if left.sheet is None else (PROTOCOL,)
        marked = put_marks(book, cells, left.marks, lambda marks: replace(kept, created=ours, marks=marks).note())
        sheet = left.sheet if left.sheet is not None else added_sheet(book, PROTOCOL)
        created = (PROTOCOL,) if sheet is not None else ()
        replace(kept, created=created, marks=marked.marks).note()
        target = sheet if sheet is not None else list_book(book, what.saved())
        elsewhere = None if sheet is not None else what.saved()
        write_findings(target, title, returned.findings, titles, elsewhere, again=left.sheet is not None)
        if sheet is not None:
            record_marks(sheet, marked.marks)
        _open_at(target)
    finally:
        book.app.screen_updating = updating
    return CommandResult(_verdict(returned), _lines(returned, marked, inside=sheet is not None))


def _open_at(sheet: Sheet) -> None:
    sheet.activate()
    sheet.range("A1").select()


def _title(returned: Return, finder: TableFinder) -> str:
    context = finder(returned.identity) if returned.identity is not None else ""
    return context if isinstance(context, str) else context.spec.footer or context.spec.title


def _titles(what: WhatBook, returned: Return) -> dict[str, str]:
    """Issued sheet name → its name in the open book."""
    renamed = {finding.sheet: finding.value for finding in returned.findings if finding.code == "sheet.renamed"}
    named = {finding.sheet: renamed.get(finding.sheet, finding.sheet) for finding in returned.findings if finding.sheet}
    return {issued: now for issued, now in named.items() if now in what.sheets}


def _verdict(returned: Return) -> str:
    errors = returned.count(Severity.ERROR)
    return say("on_book.check_errors", errors=errors) if errors else say("on_book.check_clean")


def _lines(returned: Return, marked: Marked, *, inside: bool) -> tuple[str, ...]:
    counts = {str(severity): returned.count(severity) for severity in Severity}
    lines = [say("on_book.check_counts", **counts)] if returned.findings else []
    errors = [finding.message for finding in returned.findings if finding.severity is Severity.ERROR]
    lines += errors[:_TOLD]
    if len(errors) > _TOLD:
        lines.append(say("on_book.more", count=len(errors) - _TOLD))
    lines.append(say("on_book.list_inside") if inside else say("on_book.list_apart"))
    if marked.refused:
        lines.append(say("on_book.not_marked", count=marked.refused))
    if marked.left_out:
        lines.append(say("on_book.too_many", count=marked.left_out))
    return tuple(lines)
