"""The journal of documents as a table of the archive's SQLite file, and as lines of JSON beside it.

Both hold the same; either is enough to make the other anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from metodist.domain.journal import Journal, JournalEntry

_FIELDS = (
    *("file", "kind", "title", "subject", "period", "data", "sha256", "made", "number", "day", "series"),
    "registered",
)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS journal (id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
    file TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    period TEXT NOT NULL,
    data TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    made TEXT NOT NULL,
    number TEXT NOT NULL,
    day TEXT NOT NULL,
    series TEXT NOT NULL,
    registered TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS one_number ON documents (series, substr(day, 1, 4), number COLLATE NOCASE)
    WHERE number <> '';
"""


def write_table(connection: sqlite3.Connection, journal: Journal) -> None:
    """Put the whole journal into an open SQLite file; other tables of it are left alone.

    Raises:
        sqlite3.IntegrityError: Two documents have the same number.
    """
    connection.executescript(_SCHEMA)
    connection.execute("DELETE FROM journal")
    connection.execute("DELETE FROM documents")
    connection.execute("INSERT INTO journal VALUES (?)", (journal.id,))
    places = ",".join("?" * len(_FIELDS))
    rows = (tuple(_packed(entry).values()) for entry in journal.entries)
    connection.executemany(f"INSERT INTO documents VALUES ({places})", rows)  # noqa: S608 - question marks


def read_table(path: Path) -> Journal:
    """The journal of the SQLite file; an empty one where the file has none or cannot be read."""
    if not path.is_file():
        return Journal()
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            name = connection.execute("SELECT id FROM journal").fetchone()
            rows = connection.execute(f"SELECT {', '.join(_FIELDS)} FROM documents ORDER BY rowid").fetchall()  # noqa: S608
        entries = tuple(_entry(dict(zip(_FIELDS, row, strict=True))) for row in rows)
    except (sqlite3.DatabaseError, ValueError):
        return Journal()
    return Journal(name[0] if name else "", entries)


def lines_of(journal: Journal) -> str:
    """The journal as lines of JSON, its name first."""
    lines: Iterable[dict[str, Any]] = ({"journal": journal.id}, *map(_packed, journal.entries))
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def read_lines(path: Path) -> Journal:
    """The inverse of :func:`lines_of`; what cannot be read of a damaged file is passed over."""
    if not path.is_file():
        return Journal()
    name, entries = "", []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            document = json.loads(line)
            if "journal" in document:
                name = str(document["journal"])
            else:
                entries.append(_entry(document))
        except (ValueError, KeyError, TypeError):
            continue
    return Journal(name, tuple(entries))


def _packed(entry: JournalEntry) -> dict[str, str]:
    packed = {field: getattr(entry, field) for field in _FIELDS}
    packed["made"] = entry.made.isoformat()
    packed["day"] = entry.day.isoformat() if entry.day else ""
    packed["registered"] = entry.registered.isoformat() if entry.registered else ""
    return packed


def _entry(packed: dict[str, Any]) -> JournalEntry:
    text = {field: str(packed[field]) for field in _FIELDS}
    made, day, registered = text.pop("made"), text.pop("day"), text.pop("registered")
    return JournalEntry(
        **text,
        made=datetime.fromisoformat(made),
        day=date.fromisoformat(day) if day else None,
        registered=datetime.fromisoformat(registered) if registered else None,
    )
