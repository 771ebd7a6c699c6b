"""What a check has to say: a place, what stands there, what was expected, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; the value is the word in JSON."""

    ERROR = "error"
    WARNING = "warning"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found in a returned table.

    Args:
        code: Stable English id of the rule, such as ``"number.not_a_number"``.
        severity: An error sends the table back; a warning asks to look; a remark informs.
        message: The whole Russian sentence: place, value, expectation, action.
        sheet: The sheet's name as the table was issued; empty for the whole file.
        cell: The address in A1 style; empty for a whole sheet.
        value: What stands there, as text.
        count: How many cells the finding folds together (1 for a single one).
        cells: Addresses of all of them, :attr:`cell` first; empty for a single cell or none.
    """

    code: str
    severity: Severity
    message: str
    sheet: str = ""
    cell: str = ""
    value: str = ""
    count: int = 1
    cells: tuple[str, ...] = ()


def count_of(findings: Iterable[Finding], severity: Severity) -> int:
    """How many findings of one severity there are, folded ones counted once."""
    return sum(1 for finding in findings if finding.severity is severity)


@dataclass(frozen=True, slots=True)
class ProgrammeIssue:
    """One thing that is wrong with a programme workbook, or a note of its source.

    Args:
        severity: An error stops every command but ``lint``.
        message: The whole Russian sentence.
        sheet: The sheet's name.
        row: 1-based row in the sheet; 0 for the whole sheet.
        column: The column's heading; empty for the whole row.
        suggestion: The nearest known word, or what to do; empty for none.
    """

    severity: Severity
    message: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    suggestion: str = ""
