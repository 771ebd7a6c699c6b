"""«Проверить программу»: everything that is wrong with a programme workbook, in one go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.earlier_programmes import earlier_programme
from metodist.services.working_folder import PROGRAMME, WorkingFolder

if TYPE_CHECKING:
    from metodist.programme.reader import Reading


def lint(path: Path) -> tuple[ProgrammeIssue, ...]:
    """Check a programme workbook, or the one in a working folder.

    Returns:
        Issues of reading first; where the workbook can be read, also contradictions and notes of its source.

    Raises:
        UserError: There is no such file, or it is no workbook.
    """
    from metodist.programme.reader import read_programme

    workbook = path / PROGRAMME if path.is_dir() else path
    if not workbook.is_file():
        raise UserError(say("services.no_file", path=workbook), say("services.no_file_action"))
    return judged(read_programme(workbook), workbook.parent)


def judged(reading: Reading, folder: Path | None) -> tuple[ProgrammeIssue, ...]:
    """All that is to be said of a programme: errors of reading, else contradictions, also with last year's programme.

    Args:
        reading: What the workbook says.
        folder: The working folder it lies in, which may keep the programme of the year before; ``None`` for none.
    """
    from metodist.programme.bridge_lint import lint_bridge
    from metodist.programme.issues import in_order
    from metodist.programme.lint import lint_programme

    if reading.programme is None:
        return reading.issues
    found = (*reading.issues, *lint_programme(reading.programme, reading.rows))
    then = _year_before(reading.programme, folder) if folder is not None else None
    return in_order([*found, *lint_bridge(reading.programme, then, reading.rows)]) if then else found


def _year_before(programme: Programme, folder: Path) -> Programme | None:
    return earlier_programme(WorkingFolder(folder, programme), programme.passport.period.previous.code)
