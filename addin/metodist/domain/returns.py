"""A filled school table that came back, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from metodist.domain.findings import Finding, Severity, count_of
from metodist.domain.values import Row, Value


@dataclass(frozen=True, slots=True)
class Identity:
    """The stamp of a school table: custom document property, defined name and hidden cell say the same.

    Written as ``metodist|programme|period|school|version``.
    """

    programme: str
    period: str
    school: str
    version: str

    PREFIX = "metodist"

    @property
    def stamp(self) -> str:
        """The text that is written into the file."""
        return "|".join((self.PREFIX, self.programme, self.period, self.school, self.version))

    @classmethod
    def parse(cls, stamp: str) -> Identity | None:
        """Read a stamp back; ``None`` where it is not one of ours."""
        parts = stamp.strip().split("|")
        if len(parts) != 5 or parts[0] != cls.PREFIX or not all(parts):
            return None
        return cls(*parts[1:])


@dataclass(frozen=True, slots=True)
class Evidence:
    """The document that shows a presence: name, number, date as shown, link."""

    document: str = ""
    number: str = ""
    date: Value = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One filled row: its sheet row (1-based) and its values by field name."""

    sheet_row: int
    values: Row


@dataclass(frozen=True, slots=True)
class SchoolData:
    """What a school filled in, normalised: registers, facts, evidence by fact name."""

    registers: Mapping[str, tuple[RegisterRow, ...]] = field(default_factory=dict)
    facts: Mapping[str, Value] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)


class Status(StrEnum):
    """What becomes of a returned table; the value is the word in JSON."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Return:
    """One returned table after all checks.

    Args:
        path: The file that was read.
        sha256: Of the file's bytes, lower-case hex.
        identity: ``None`` where the file could not be read or carries no stamp.
        data: What was read; empty for a refused file.
        findings: In the order of sheets and rows.
        status: Refused: not readable or not ours. Returned: has errors. Accepted: has none.
        received: When it was checked, local time.
    """

    path: Path
    sha256: str
    identity: Identity | None
    data: SchoolData
    findings: tuple[Finding, ...]
    status: Status
    received: datetime

    def count(self, severity: Severity) -> int:
        """How many findings of that severity it has."""
        return count_of(self.findings, severity)
