"""The reporting period: one calendar year or one school year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """What one reporting period spans; the value is the word in the programme workbook."""

    CALENDAR = "календарный год"
    SCHOOL = "учебный год"


@dataclass(frozen=True, slots=True)
class Period:
    """One reporting period of a programme.

    Args:
        year: The year the period begins in, 2000…2100.
        kind: A calendar year (1 January to 31 December) or a school year
            (1 September of ``year`` to 31 August of the next).
    """

    year: int
    kind: PeriodKind = PeriodKind.CALENDAR

    @property
    def code(self) -> str:
        """The stable name in files and JSON: ``"2026"``, for a school year ``"2026-2027"``."""
        return str(self.year) if self.kind is PeriodKind.CALENDAR else f"{self.year}-{self.year + 1}"

    @property
    def label(self) -> str:
        """What a clerk reads: «2026 год» or «2026/2027 учебный год»."""
        if self.kind is PeriodKind.CALENDAR:
            return f"{self.year} год"
        return f"{self.year}/{self.year + 1} учебный год"

    @property
    def start(self) -> date:
        """The first day of the period."""
        return date(self.year, 1, 1) if self.kind is PeriodKind.CALENDAR else date(self.year, 9, 1)

    @property
    def end(self) -> date:
        """The last day of the period; ages and years of service are counted to it."""
        if self.kind is PeriodKind.CALENDAR:
            return date(self.year, 12, 31)
        return date(self.year + 1, 8, 31)

    @property
    def previous(self) -> Period:
        """The period one year earlier."""
        return Period(self.year - 1, self.kind)
