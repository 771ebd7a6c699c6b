"""Collects what is wrong with a programme workbook while it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from metodist.domain.findings import ProgrammeIssue, Severity
from metodist.programme.schema import HEADING_ROW, SCHEMA

_ORDER = {schema.name: place for place, schema in enumerate(SCHEMA)}


@dataclass(slots=True)
class Issues:
    """Grows while the workbook is read; :attr:`sorted` is what the user sees.

    ``missing`` holds the sheets that the workbook lacks, also under a misspelt name.
    """

    found: list[ProgrammeIssue] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)

    def error(self, message: str, place: tuple[str, int, str], suggestion: str = "") -> None:
        """Note an error.

        Args:
            message: A whole sentence.
            place: Sheet, 1-based row (0 for the whole sheet), column heading (empty for the whole row).
            suggestion: The nearest known word or what to do; empty for none.
        """
        sheet, row, column = place
        self.found.append(ProgrammeIssue(Severity.ERROR, message, sheet, row, column, suggestion))

    def distorts(self, sheet: str) -> bool:
        """Tell whether a sheet is missing or its headings are wrong: what refers to it cannot be judged."""
        return sheet in self.missing or any(issue.sheet == sheet and issue.row <= HEADING_ROW for issue in self.found)

    @property
    def sorted(self) -> tuple[ProgrammeIssue, ...]:
        """All issues in the order of sheets and rows."""
        return in_order(self.found)


def in_order(issues: Iterable[ProgrammeIssue]) -> tuple[ProgrammeIssue, ...]:
    """Issues in the order of sheets and rows; of one row, in the order they were found."""
    return tuple(sorted(issues, key=lambda issue: (_ORDER.get(issue.sheet, len(_ORDER)), issue.row)))
