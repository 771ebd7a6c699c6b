"""The programme behind an open table, kept between two presses of a button in a worker that stays warm."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from metodist.domain.programme import Programme
from metodist.domain.returns import Identity
from metodist.services.checking import TableFinder, finder_at, finder_for, workbook_above
from metodist.services.working_folder import load_programme


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


def ready_finder(path: Path, identity: Identity | None) -> TableFinder:
    """The same with everything at hand that a check of that table needs: done while the host tells of the book.

    Raises:
        UserError: The programme workbook cannot be used.
    """
    from metodist.intake.check import TableContext
    from metodist.intake.checks.formulas import compared_forms

    finder = finder_for_book(path)
    if identity is None or finder.knows(identity):
        return finder
    context = finder(identity)
    if isinstance(context, TableContext):
        compared_forms(context.spec)
    return finder


def get_ready(path: Path) -> None:
    """Read the programme above a book that was worked on, and lay its tables out: the next press finds them at hand.

    Raises:
        UserError: The programme workbook cannot be used.
    """
    workbook = workbook_above(path)
    if workbook is None:
        return
    about = workbook.stat()
    programme = _programme(workbook, about.st_mtime_ns, about.st_size)
    first = next(iter(programme.reporting), None)
    if first is not None:
        ready_finder(path, Identity(programme.passport.code, programme.passport.period.code, first.code, ""))


@lru_cache(maxsize=4)
def _kept(workbook: Path | None, changed: int, size: int) -> TableFinder:
    return finder_at(None) if workbook is None else finder_for(_programme(workbook, changed, size))


@lru_cache(maxsize=4)
def _programme(workbook: Path, _changed: int, _size: int) -> Programme:
    return load_programme(workbook)
