"""The SQLite index of the archive: one row a table that came back.

The index holds nothing that the originals do not: ``services.archive_access`` makes it anew from them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from metodist.archive.codec import data_from_json, data_to_json, findings_from_json, findings_to_json
from metodist.archive.journal_table import write_table
from metodist.domain.findings import Finding
from metodist.domain.journal import Journal
from metodist.domain.returns import Identity, Return, SchoolData, Status

_SCHEMA = """
CREATE TABLE IF NOT EXISTS returns (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    programme TEXT NOT NULL,
    period TEXT NOT NULL,
    school TEXT NOT NULL,
    version TEXT NOT NULL,
    status TEXT NOT NULL,
    received TEXT NOT NULL,
    file_name TEXT NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    remarks INTEGER NOT NULL,
    findings TEXT NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS by_school ON returns (programme, period, school, received, id);
"""

_COLUMNS = "sha256, programme, period, school, version, status, received, file_name, findings, data"


@dataclass(frozen=True, slots=True)
class Entry:
    """One archived return.

    Args:
        file_name: As the school named it.
        received: When it was taken in, local time.
    """

    sha256: str
    identity: Identity
    status: Status
    received: datetime
    file_name: str
    findings: tuple[Finding, ...]
    data: SchoolData


def entry_of(returned: Return) -> Entry:
    """The archive's view of a return that carries an identity.

    Raises:
        ValueError: The return has none: a refused file is not archived.
    """
    if returned.identity is None:
        raise ValueError("a refused file has no identity")
    return Entry(
        returned.sha256,
        returned.identity,
        returned.status,
        returned.received,
        returned.path.name,
        returned.findings,
        returned.data,
    )


class Index:
    """The open index of one archive file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take an open connection; make the tables where they are missing."""
        self._connection = connection
        connection.executescript(_SCHEMA)

    def add(self, entry: Entry) -> bool:
        """Append one return; ``False`` where the very same file is in already."""
        counts = [sum(f.severity.value == name for f in entry.findings) for name in ("error", "warning", "remark")]
        identity = entry.identity
        cursor = self._connection.execute(
            "INSERT OR IGNORE INTO returns (sha256, programme, period, school, version, status, received, file_name,"
            " errors, warnings, remarks, findings, data) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                entry.sha256,
                identity.programme,
                identity.period,
                identity.school,
                identity.version,
                entry.status.value,
                entry.received.isoformat(timespec="microseconds"),
                entry.file_name,
                *counts,
                findings_to_json(entry.findings),
                data_to_json(entry.data),
            ),
        )
        return cursor.rowcount == 1

    def holds(self, sha256: str) -> bool:
        """Whether that very file is in the archive."""
        found = self._connection.execute("SELECT 1 FROM returns WHERE sha256 = ?", (sha256,)).fetchone()
        return found is not None

    def counts(self, sha256: str, identity: Identity) -> bool:
        """Whether that file is the newest of its school in its period."""
        newest = self._connection.execute(
            "SELECT sha256 FROM returns WHERE programme = ? AND period = ? AND school = ?"
            " ORDER BY received DESC, id DESC LIMIT 1",
            (identity.programme, identity.period, identity.school),
        ).fetchone()
        return newest is not None and bool(newest[0] == sha256)

    def has_school(self, identity: Identity) -> bool:
        """Whether any table of that school came in for that programme and period."""
        found = self._connection.execute(
            "SELECT 1 FROM returns WHERE programme = ? AND period = ? AND school = ? LIMIT 1",
            (identity.programme, identity.period, identity.school),
        )
        return found.fetchone() is not None

    def periods(self, programme: str, status: Status) -> tuple[str, ...]:
        """Codes of all periods in which anything of that status came in, the oldest first."""
        rows = self._connection.execute(
            "SELECT DISTINCT period FROM returns WHERE programme = ? AND status = ? ORDER BY period",
            (programme, status.value),
        )
        return tuple(str(period) for (period,) in rows)

    def keep_journal(self, journal: Journal) -> None:
        """Put the journal of documents beside the returns."""
        write_table(self._connection, journal)

    def entries(self, programme: str, period: str, status: Status | None = None) -> tuple[Entry, ...]:
        """All returns of one programme and period, oldest first."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS}"  # noqa: S608 - a constant
            " FROM returns WHERE programme = ? AND period = ? AND (? IS NULL OR status = ?) ORDER BY received, id",
            (programme, period, status and status.value, status and status.value),
        )
        return tuple(_entry(row) for row in rows)

    def latest(self, programme: str, period: str, status: Status) -> dict[str, Entry]:
        """The newest return of that status by school code: it supersedes the earlier ones, which stay."""
        return {entry.identity.school: entry for entry in self.entries(programme, period, status)}


def is_usable(path: Path) -> bool:
    """Whether there is an index at ``path`` that can be read: neither missing, nor damaged, nor of another make."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(path)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            connection.execute(f"SELECT {_COLUMNS} FROM returns LIMIT 1")  # noqa: S608 - a constant
    except sqlite3.DatabaseError:
        return False
    return str(verdict) == "ok"


@contextmanager
def open_index(path: Path) -> Iterator[Index]:
    """Open the index file, made where it is missing; committed at the end of the block."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        yield Index(connection)
        connection.commit()


def _entry(row: tuple[str, ...]) -> Entry:
    sha256, programme, period, school, version, status, received, file_name, findings, data = row
    return Entry(
        sha256,
        Identity(programme, period, school, version),
        Status(status),
        datetime.fromisoformat(received),
        file_name,
        findings_from_json(findings),
        data_from_json(data),
    )
