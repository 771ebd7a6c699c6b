"""What the check of a programme says of one that is written as text."""

from __future__ import annotations

from metodist.domain.findings import ProgrammeIssue
from metodist.programme.lint import lint_programme
from programme_text import reading_of


def lint(text: str) -> list[ProgrammeIssue]:
    """Messages of the check, without those that repeat the notes to the source."""
    reading = reading_of(text)
    assert reading.programme is not None, reading.issues
    issues = lint_programme(reading.programme, reading.rows)
    return [issue for issue in issues if not issue.message.startswith("Замечание к источнику.")]
