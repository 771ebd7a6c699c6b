"""Numbers that were given, remembered outside of the working folder as well.

A folder that is put back from a backup has forgotten its last numbers; this computer has not. One file a journal, in
the user's own data folder; losing it loses nothing but this second line of defence.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from metodist.domain.journal import Journal, JournalEntry


@dataclass(frozen=True, slots=True)
class Mark:
    """One number that was given on this computer, and in which working folder."""

    series: str
    year: int
    number: str
    title: str
    day: str
    folder: str = ""


def marks_folder() -> Path:
    """Where the marks of all journals stand."""
    from platformdirs import user_data_path

    return user_data_path("metodist", appauthor=False) / "numbers"


def marked(journal: Journal, folder: Path, programme: str) -> tuple[str, tuple[Mark, ...]]:
    """The journal's name and every number that this computer remembers of its municipality.

    Args:
        journal: A folder that has none of its own yet is known by where it lies: it may be an old backup.
        folder: The working folder.
        programme: The programme's code: folders of other years number their documents in the same row.
    """
    name, known = journal.id, dict[Mark, None]()
    for own, document in _documents():
        here = own == journal.id or document.get("folder") == str(folder.resolve())
        if here and not name:
            name = own
        if here or document.get("programme") == programme:
            with suppress(TypeError, KeyError):
                known |= dict.fromkeys(Mark(**one) for one in document["given"])
    return name, tuple(known)


def remember(journal: Journal, folder: Path, programme: str) -> None:
    """Write down the numbers of a journal beside those it had before; a computer that forbids it is let be."""
    place = str(folder.resolve())
    known = next((document for own, document in _documents() if own == journal.id), {}).get("given", [])
    fresh = [asdict(_mark(entry, place)) for entry in journal.registered]
    document = {
        "programme": programme,
        "folder": place,
        "given": [*known, *(one for one in fresh if _key(one) not in {_key(old) for old in known})],
    }
    with suppress(OSError):
        beside = marks_folder() / f".{journal.id}.{os.getpid()}.tmp"
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(marks_folder() / f"{journal.id}.json")


def _key(mark: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(mark[field]) for field in ("series", "year", "number"))


def _mark(entry: JournalEntry, folder: str) -> Mark:
    day = entry.day.isoformat() if entry.day else ""
    return Mark(entry.series, entry.day.year if entry.day else 0, entry.number, entry.title, day, folder)


def _documents() -> Iterator[tuple[str, dict[str, Any]]]:
    with suppress(OSError):
        for path in sorted(marks_folder().glob("*.json")):
            with suppress(OSError, ValueError):
                document = json.loads(path.read_text(encoding="utf-8"))
                if isinstance(document, dict):
                    yield path.stem, document
