"""«Журнал документов»: read from the archive, kept with every command that makes or numbers a document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from metodist.archive.journal_table import lines_of, read_lines, read_table
from metodist.domain.journal import Journal, JournalEntry
from metodist.services.archive_access import staged_index
from metodist.services.transaction import Transaction, transaction
from metodist.services.working_folder import ARCHIVE, DOCUMENTS, WorkingFolder, open_folder

if TYPE_CHECKING:
    from metodist.documents.requisites import Requisites
    from metodist.documents.stamp import Stamp

JOURNAL_LINES = f"{ARCHIVE}/журнал документов.jsonl"
JOURNAL_BOOK = "Журнал.xlsx"


def load_journal(place: WorkingFolder) -> Journal:
    """The journal of a folder: what SQLite and the lines beside it know together."""
    table, lines = read_table(place.index), read_lines(place.path / JOURNAL_LINES)
    if not lines.entries:
        return table
    both = Journal(table.id or lines.id, lines.entries)
    return both.with_entries(entry for entry in table.entries if not entry.is_draft)


def keep(place: WorkingFolder, change: Transaction, journal: Journal, *, book: bool) -> None:
    """Stage the journal: the table, the lines and, where wanted, «Журнал.xlsx»."""
    with staged_index(place, change) as index:
        index.keep_journal(journal)
    change.stage(JOURNAL_LINES).write_text(lines_of(journal), encoding="utf-8")
    if book:
        from metodist.layout.journal_book import write_journal

        write_journal(place.programme, journal, states(place.path, journal), change.stage(JOURNAL_BOOK))


def named(journal: Journal) -> Journal:
    """The journal with a name of its own."""
    return journal if journal.id else replace(journal, id=uuid4().hex)


def requisites_of(journal: Journal, kind: str, period: str) -> Requisites:
    """Number and date of the newest registered document of a kind, for what refers to it; a draft's where none is."""
    from metodist.documents.requisites import DRAFT, Requisites

    entry = journal.newest(kind, period)
    return Requisites(entry.number, entry.day) if entry else DRAFT


def draft_entry(stamp: Stamp, title: str, name: str, written: Path) -> JournalEntry:
    """The journal's line of a freshly made document."""
    return JournalEntry(
        file=name,
        kind=stamp.kind,
        title=title,
        subject=stamp.subject,
        period=stamp.period,
        data=stamp.data,
        sha256=digest_of(written),
        made=datetime.fromisoformat(stamp.made),
    )


def with_found(place: WorkingFolder, journal: Journal) -> Journal:
    """The journal with numbers that stand in documents of the folder and that it does not know.

    So a journal that was lost with the whole archive still gives no number twice while the documents are there.
    """
    return journal.with_entries(_found(place))


def _found(place: WorkingFolder) -> Iterator[JournalEntry]:
    from metodist.documents.kinds import KINDS
    from metodist.documents.stamp import stamp_at
    from metodist.services.number_masks import mask_for

    titles = {kind.id: kind.title_in(place.programme.passport) for kind in KINDS}
    for path in sorted((place.path / DOCUMENTS).rglob("*.docx")):
        stamp = stamp_at(path)
        if stamp is None or not stamp.number or stamp.kind not in titles:
            continue
        mask = mask_for(place.programme, stamp.kind)
        name = path.relative_to(place.path).as_posix()
        draft = draft_entry(stamp, titles[stamp.kind], name, path)
        yield replace(
            draft,
            number=stamp.number,
            day=date.fromisoformat(stamp.day),
            series=mask.document if mask else "",
            registered=datetime.fromtimestamp(path.stat().st_mtime),
        )


def show_journal(folder: Path) -> tuple[Journal, dict[str, str]]:
    """The journal of a folder with the state of each file; «Журнал.xlsx» is written anew.

    Raises:
        UserError: The folder cannot be used, or «Журнал.xlsx» is open elsewhere.
    """
    from metodist.layout.journal_book import write_journal

    place = open_folder(folder)
    with transaction(place.path) as change:
        journal = load_journal(place)
        known = states(place.path, journal)
        write_journal(place.programme, journal, known, change.stage(JOURNAL_BOOK))
    return journal, known


def states(folder: Path, journal: Journal) -> dict[str, str]:
    """By file: ``unchanged``, ``changed`` since it was made or numbered, or ``missing``."""
    return {entry.file: _state(folder / entry.file, entry) for entry in journal.entries}


def _state(path: Path, entry: JournalEntry) -> str:
    if not path.is_file():
        return "missing"
    return "unchanged" if digest_of(path) == entry.sha256 else "changed"


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def journal_json(journal: Journal, known: dict[str, str]) -> list[dict[str, Any]]:
    """In the shape that scripts rely on: registered documents first, then drafts."""
    return [_json(entry, known) for entry in (*journal.registered, *journal.drafts)]


def _json(entry: JournalEntry, known: dict[str, str]) -> dict[str, Any]:
    return {
        "file": entry.file,
        "file_state": known[entry.file],
        "kind": entry.kind,
        "title": entry.title,
        "subject": entry.subject or None,
        "period": entry.period,
        "state": "draft" if entry.is_draft else "registered",
        "number": entry.number or None,
        "date": entry.day.isoformat() if entry.day else None,
        "sha256": entry.sha256,
        "data": entry.data,
        "made": entry.made.isoformat(),
        "registered": entry.registered.isoformat() if entry.registered else None,
    }
