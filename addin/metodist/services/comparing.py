"""«Сравнить программы»: what differs between two programme workbooks, and what it means for tables already issued."""

from __future__ import annotations

from pathlib import Path

from metodist.domain.differences import Difference
from metodist.errors import UserError
from metodist.messages import say
from metodist.programme.editions import Edition
from metodist.services.working_folder import PROGRAMME, load_programme


def compare_programmes(old: Path, new: Path) -> tuple[Difference, ...]:
    """Compare two programme workbooks, or those of two working folders.

    Args:
        old: By which tables may have been issued.
        new: What takes its place.

    Returns:
        Differences in the order of sheets; none where the workbooks say the same.

    Raises:
        UserError: One of them is missing, is no workbook, or has errors.
    """
    from metodist.programme.differences import differences

    return differences(_edition(old), _edition(new))


def _edition(path: Path) -> Edition:
    from metodist.programme.editions import edition_of
    from metodist.programme.unread import UNREAD_SHEETS
    from metodist.programme.workbook import read_sheets

    workbook = path / PROGRAMME if path.is_dir() else path
    if not workbook.is_file():
        raise UserError(say("services.no_file", path=workbook), say("services.no_file_action"))
    return edition_of(load_programme(workbook), read_sheets(workbook, passed_over=UNREAD_SHEETS))
