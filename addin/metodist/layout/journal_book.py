"""«Журнал.xlsx»: registered documents and drafts, for reading, filtering and printing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from metodist.domain.journal import Journal, JournalEntry
from metodist.domain.programme import Programme
from metodist.layout import styles
from metodist.layout.summary_sheets.listing import Entry, Link, ListColumn, Listing, write_listing
from metodist.layout.summary_sheets.pens import Looks, Pen
from metodist.messages import say

_A4 = 9
_TEXT = ("wrap", "top", "padded")
_DAY = ("top", "date")
_NUMBERED: tuple[tuple[str, float, tuple[str, ...]], ...] = (
    ("number", 14, (*_TEXT, "strong")),
    ("date", 12, _DAY),
    ("title", 46, _TEXT),
    ("subject", 18, _TEXT),
    ("file", 52, ("top", "padded", "link")),
    ("state", 24, _TEXT),
    ("sha256", 20, _TEXT),
    ("data", 20, _TEXT),
    ("registered", 18, ("top", "moment")),
)
_DRAFT = tuple(column for column in _NUMBERED if column[0] not in ("number", "date", "registered"))


def write_journal(programme: Programme, journal: Journal, states: Mapping[str, str], path: Path) -> None:
    """Write the journal as a workbook.

    Args:
        programme: Whose passport stands in the footer.
        journal: What to show; the newest document stands first.
        states: By file: ``unchanged``, ``changed`` or ``missing``.
        path: The .xlsx file.

    Raises:
        OSError: It cannot be written.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    book = Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    title = say("journal.title")
    book.set_properties({"title": title, "subject": programme.passport.title})
    looks = Looks(book)
    numbered, drafts = journal.registered[::-1], journal.drafts
    _sheet(book, looks, programme, ("registered", _NUMBERED, numbered), states)
    if drafts:
        _sheet(book, looks, programme, ("drafts", _DRAFT, drafts), states)
    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] from error


def _sheet(
    book: Any,
    looks: Looks,
    programme: Programme,
    what: tuple[str, tuple[tuple[str, float, tuple[str, ...]], ...], Sequence[JournalEntry]],
    states: Mapping[str, str],
) -> None:
    name, shape, entries = what
    sheet = book.add_worksheet(say(f"journal.sheet_{name}"))
    pen = Pen(sheet, looks)
    sheet.hide_gridlines(2)
    sheet.set_tab_color(styles.TABS["summary" if name == "registered" else "reference"])
    pen.put(1, 1, say(f"journal.title_{name}", count=len(entries)), "title")
    pen.height(1, 21)
    pen.put(2, 1, say(f"journal.lead_{name}"), "lead")
    columns = tuple(ListColumn(say(f"journal.head_{key}"), width, look) for key, width, look in shape)
    rows = [[_value(key, entry, states) for key, _, _ in shape] for entry in entries]
    write_listing(pen, Listing(say(f"journal.sheet_{name}"), columns, rows, len(rows), frozen=1))
    _print(sheet, programme)


def _value(key: str, entry: JournalEntry, states: Mapping[str, str]) -> Entry:
    values: dict[str, Entry] = {
        "number": entry.number,
        "date": entry.day,
        "title": entry.title,
        "subject": entry.subject or say("journal.municipality"),
        "file": Link(entry.file, entry.file.rsplit("/", 1)[-1]),
        "state": say(f"journal.state_{states[entry.file]}"),
        "sha256": entry.sha256[:16],
        "data": entry.data[:16],
        "registered": entry.registered,
    }
    return values[key]


def _print(sheet: Any, programme: Programme) -> None:
    passport = programme.passport
    names = {"municipality": passport.municipality, "period": passport.period.label}
    safe = {key: text.replace("&", "&&") for key, text in names.items()}
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&C" + say("summary.footer", page="&P", pages="&N", **safe))
    sheet.fit_to_pages(1, 0)
