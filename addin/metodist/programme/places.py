"""Where things stand in a programme workbook, and issues that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from metodist.domain.findings import ProgrammeIssue, Severity


@dataclass(frozen=True, slots=True)
class Places:
    """Rows by sheet and key, as ``Reading.rows`` has them; empty where the workbook is not at hand."""

    rows: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def row(self, place: tuple[str, str, str]) -> int:
        """The row of a place: sheet, key of the row, column; 0 where it is not known."""
        sheet, key, _ = place
        return self.rows.get((sheet, key.casefold()), 0) if key else 0

    def warning(self, message: str, place: tuple[str, str, str], suggestion: str = "") -> ProgrammeIssue:
        """Something to look at.

        Args:
            message: A whole sentence.
            place: Sheet, key of the row (empty for the whole sheet), column heading.
            suggestion: What to do.
        """
        return self._issue(Severity.WARNING, message, place, suggestion)

    def remark(self, message: str, place: tuple[str, str, str], suggestion: str = "") -> ProgrammeIssue:
        """Something to know."""
        return self._issue(Severity.REMARK, message, place, suggestion)

    def _issue(self, severity: Severity, message: str, place: tuple[str, str, str], suggestion: str) -> ProgrammeIssue:
        sheet, _, column = place
        return ProgrammeIssue(severity, message, sheet, self.row(place), column, suggestion)
