"""«Проверить программу»: everything that is wrong with a programme workbook, in one go."""

from __future__ import annotations

from pathlib import Path

from metodist.domain.findings import ProgrammeIssue
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.working_folder import PROGRAMME


def lint(path: Path) -> tuple[ProgrammeIssue, ...]:
    """Check a programme workbook, or the one in a working folder.

    Returns:
        Issues of reading first; where the workbook can be read, also contradictions and notes of its source.

    Raises:
        UserError: There is no such file, or it is no workbook.
    """
    from metodist.programme.lint import lint_programme
    from metodist.programme.reader import read_programme

    workbook = path / PROGRAMME if path.is_dir() else path
    if not workbook.is_file():
        raise UserError(say("services.no_file", path=workbook), say("services.no_file_action"))
    reading = read_programme(workbook)
    if reading.programme is None:
        return reading.issues
    return reading.issues + lint_programme(reading.programme, reading.rows)
