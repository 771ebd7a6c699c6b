"""Numbers that were given, remembered outside of the working folder as well.

A folder that is put back from a backup has forgotten its last numbers; this computer has not. One file a journal, in
the user's own data folder; losing it loses nothing but this second line of defence.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from metodist.domain.journal import Journal, JournalEntry


@dataclass(frozen=True, slots=True)
class Mark:
    """One number that was given on this computer."""

    series: str
    year: int
    number: str
    title: str
    day: str


def marks_folder() -> Path:
    """Where the marks of all journals stand."""
    from platformdirs import user_data_path

    return user_data_path("metodist", appauthor=False) / "numbers"


def marked(journal: Journal, folder: Path) -> tuple[str, tuple[Mark, ...]]:
    """The journal's name and every number that this computer remembers of it.

    Args:
        journal: A folder that has none of its own yet is known by where it lies: it may be an old backup.
        folder: The working folder.
    """
    for name, document in _documents():
        if name == journal.id or (not journal.id and document.get("folder") == str(folder.resolve())):
            with suppress(TypeError, KeyError):
                return name, tuple(Mark(**one) for one in document["given"])
    return journal.id, ()


def remember(journal: Journal, folder: Path) -> None:
    """Write down all numbers of a journal beside those that are remembered; a computer that forbids it is let be."""
    _, known = marked(journal, folder)
    marks = dict.fromkeys((*known, *(_mark(entry) for entry in journal.registered)))
    document = {
        "folder": str(folder.resolve()),
        "given": [{field: getattr(mark, field) for field in Mark.__slots__} for mark in marks],
    }
    with suppress(OSError):
        place = marks_folder()
        place.mkdir(parents=True, exist_ok=True)
        beside = place / f".{journal.id}.{os.getpid()}.tmp"
        beside.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(place / f"{journal.id}.json")


def _mark(entry: JournalEntry) -> Mark:
    day = entry.day.isoformat() if entry.day else ""
    return Mark(entry.series, entry.day.year if entry.day else 0, entry.number, entry.title, day)


def _documents() -> Iterator[tuple[str, dict[str, Any]]]:
    with suppress(OSError):
        for path in sorted(marks_folder().glob("*.json")):
            with suppress(OSError, ValueError):
                document = json.loads(path.read_text(encoding="utf-8"))
                if isinstance(document, dict):
                    yield path.stem, document
