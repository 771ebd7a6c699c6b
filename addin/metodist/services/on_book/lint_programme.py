"""«Проверить программу»: everything that is wrong with the programme workbook, as it stands on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from metodist.domain.books import BookKind
from metodist.domain.findings import ProgrammeIssue, Severity
from metodist.domain.results import CommandResult, Dialogs
from metodist.messages import say
from metodist.services.on_book.reading import rows_of
from metodist.services.on_book.what_book import what_book

if TYPE_CHECKING:
    from xlwings import Book

    from metodist.programme.reader import Reading

#: So many lines and letters stay within the screen of a small notebook.
_TOLD, _LETTERS = 12, 1400


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Check the open programme with all that is typed and not saved; from another book of the folder, its file.

    Nothing is changed; the first place of trouble is selected.

    Raises:
        UserError: Another book is open and lies in no working folder.
    """
    from metodist.services.linting import judged, lint

    what = what_book(book)
    dialogs.progress(0, 1, say("on_book.checking_programme"))
    own = what.kind is BookKind.PROGRAMME
    issues = judged(read_open_programme(book), what.folder) if own else lint(what.working_folder())
    if not issues:
        return CommandResult(say("on_book.programme_clean"))
    if what.kind is BookKind.PROGRAMME:
        _go_to(book, issues)
    in_weight = sorted(issues, key=lambda issue: list(Severity).index(issue.severity))
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    title = say("on_book.programme_errors", count=errors) if errors else say("on_book.programme_remarks")
    lines = _first(_line(issue) for issue in in_weight[:_TOLD])
    if len(issues) > len(lines):
        lines.append(say("on_book.more_lint", count=len(issues) - len(lines)))
    return CommandResult(title, tuple(lines))


def read_open_programme(book: Book) -> Reading:
    """The open programme workbook with all that is typed and not saved."""
    from metodist.programme.reader import read_rows
    from metodist.programme.unread import UNREAD_SHEETS

    return read_rows(
        {sheet.name.strip(): () if sheet.name in UNREAD_SHEETS else rows_of(sheet) for sheet in book.sheets}
    )


def _first(lines: Iterable[str]) -> list[str]:
    """As many lines as a window shows whole, one at least."""
    shown: list[str] = []
    for line in lines:
        if shown and sum(map(len, shown)) + len(line) > _LETTERS:
            break
        shown.append(line)
    return shown


def _go_to(book: Book, issues: Sequence[ProgrammeIssue]) -> None:
    """Select the row of the first error."""
    first = next((issue for issue in issues if issue.severity is Severity.ERROR and issue.row), None)
    if first is not None and any(sheet.name == first.sheet for sheet in book.sheets):
        sheet = book.sheets[first.sheet]
        sheet.activate()
        sheet.range((first.row, 1)).select()


def _line(issue: ProgrammeIssue) -> str:
    word = say(f"intake.severity.{issue.severity.value}")
    row = say("on_book.at_row", row=issue.row) if issue.row else ""
    column = say("on_book.at_column", column=issue.column) if issue.column else ""
    place = say("on_book.at_sheet", sheet=issue.sheet) + row + column if issue.sheet else ""
    hint = f" → {issue.suggestion}" if issue.suggestion else ""
    return f"{word}. {place + ': ' if place else ''}{issue.message}{hint}"
