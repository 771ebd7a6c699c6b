"""The programme workbooks of earlier periods, kept in «Архив/Программы»: what was asked then, in the words of then."""

from __future__ import annotations

import shutil
from filecmp import cmp
from functools import lru_cache
from pathlib import Path

from metodist.domain.programme import Programme
from metodist.services.transaction import Transaction
from metodist.services.working_folder import PROGRAMME, PROGRAMMES, WorkingFolder, load_programme


def kept_name(period: str) -> str:
    """Where the workbook of a period is kept, relative to the working folder."""
    return f"{PROGRAMMES}/{period}.xlsx"


def keep_programme(place: WorkingFolder, change: Transaction) -> None:
    """Keep the workbook by which tables are taken in now; nothing where the kept one is the very same."""
    kept, workbook = kept_name(place.programme.passport.period.code), place.path / PROGRAMME
    if not (place.path / kept).is_file() or not cmp(place.path / kept, workbook, shallow=False):
        shutil.copyfile(workbook, change.stage(kept))


def keep_as_earlier(workbook: Path, year: int, change: Transaction) -> None:
    """Keep last year's workbook beside the archive that goes into a new folder; nothing for the same year."""
    period = load_programme(workbook).passport.period
    if period.year != year:
        change.unstage(kept_name(period.code))
        shutil.copyfile(workbook, change.stage(kept_name(period.code)))


def earlier_programme(place: WorkingFolder, period: str) -> Programme | None:
    """The programme as it was in a period.

    Args:
        place: The working folder.
        period: The period's code, as tables bear it.

    Returns:
        ``None`` where it is not kept, has errors, or is of another programme or period.
    """
    path = place.path / kept_name(period)
    if not path.is_file():
        return None
    programme = _read(path, path.stat().st_mtime_ns)
    if programme is None or programme.passport.code != place.programme.passport.code:
        return None
    return programme if programme.passport.period.code == period else None


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int) -> Programme | None:
    """A kept workbook, read once: dynamics over several years ask for it again and again."""
    from metodist.programme.reader import read_programme

    return read_programme(path).programme


def kept_programmes(folder: Path) -> list[Path]:
    """All workbooks that a working folder keeps."""
    return sorted((folder / PROGRAMMES).glob("*.xlsx"))
