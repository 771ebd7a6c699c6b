"""The journal of documents: what was made from which data, and which number it got."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One document.

    Args:
        file: Relative to the working folder, with ``/``.
        kind: The id of its kind.
        title: What a person calls it.
        subject: Whom it is about: a school's code, a teacher's place in the school's table; empty for the municipality.
        period: The code of the reported period.
        data: SHA-256 over what it was made from; see ``services.provenance``.
        sha256: Of the file as it was made or numbered.
        made: When it was made, local time.
        number: Empty for a draft.
        day: The date of the document; ``None`` for a draft.
        series: Which row of numbers it belongs to: the mask's own kind of document, or empty.
        registered: When it got its number, local time; ``None`` for a draft.
    """

    file: str
    kind: str
    title: str
    subject: str
    period: str
    data: str
    sha256: str
    made: datetime
    number: str = ""
    day: date | None = None
    series: str = ""
    registered: datetime | None = None

    @property
    def is_draft(self) -> bool:
        """Has no number."""
        return not self.number

    @property
    def key(self) -> tuple[str, str, int]:
        """A registered document is known by its number within series and year; a draft by its file."""
        return ("", self.file, 0) if self.day is None else (self.series, self.number.casefold(), self.day.year)


@dataclass(frozen=True, slots=True)
class Journal:
    """All documents of a working folder, drafts included.

    Args:
        id: Names this journal wherever the folder is copied to; empty before the first number.
        entries: In the order in which they came.
    """

    id: str = ""
    entries: tuple[JournalEntry, ...] = ()

    @property
    def registered(self) -> tuple[JournalEntry, ...]:
        """Those that have a number, by date and then as they were numbered."""
        numbered = (entry for entry in self.entries if not entry.is_draft)
        return tuple(sorted(numbered, key=lambda entry: (entry.day or date.min, entry.registered or entry.made)))

    @property
    def drafts(self) -> tuple[JournalEntry, ...]:
        """Those that have none."""
        return tuple(entry for entry in self.entries if entry.is_draft)

    def newest(self, kind: str, period: str, subject: str = "") -> JournalEntry | None:
        """The last registered document of a kind, period and subject; ``None`` for none."""
        same = [one for one in self.registered if (one.kind, one.period, one.subject) == (kind, period, subject)]
        return same[-1] if same else None

    def given(self, series: str, year: int, number: str) -> JournalEntry | None:
        """Who has that number of that series and year; ``None`` where nobody has."""
        key = (series, number.casefold(), year)
        return next((entry for entry in self.registered if entry.key == key), None)

    def with_entries(self, entries: Iterable[JournalEntry]) -> Journal:
        """The journal with more entries: a draft takes the place of the earlier draft of its file.

        A registered document never gives way; the draft that it grew from does.
        """
        known = {entry.key: entry for entry in self.entries}
        for entry in entries:
            if not entry.is_draft:
                known.pop(("", entry.file, 0), None)
            known[entry.key] = known[entry.key] if not entry.is_draft and entry.key in known else entry
        return Journal(self.id, tuple(known.values()))
