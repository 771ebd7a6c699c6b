"""The programme behind an open table, kept between two presses of a button in a worker that stays warm."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from metodist.services.checking import TableFinder, finder_at, workbook_above


def finder_for_book(path: Path) -> TableFinder:
    """The finder of the programme workbook above an open table; read anew once that workbook has changed.

    Raises:
        UserError: The programme workbook cannot be used.
    """
    workbook = workbook_above(path)
    if workbook is None:
        return _kept(None, 0, 0)
    about = workbook.stat()
    return _kept(workbook, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=4)
def _kept(workbook: Path | None, _changed: int, _size: int) -> TableFinder:
    return finder_at(workbook)
