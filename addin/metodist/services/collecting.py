"""«Принять таблицы»: take «Входящие» in: accepted tables into the archive, faulty ones back with their marks."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from metodist.archive.index import Index, entry_of
from metodist.domain.returns import Return, Status
from metodist.services.archive_access import staged_index
from metodist.services.checking import TableFinder, check_one, finder_for, reading, table_files
from metodist.services.earlier_programmes import keep_programme
from metodist.services.issuing import Progress, silent
from metodist.services.transaction import Transaction, transaction
from metodist.services.working_folder import (
    FAULTY,
    WorkingFolder,
    open_folder,
    original_name,
    table_name,
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file of «Входящие».

    Args:
        marked: The copy with marks in «На доработку»; ``None`` for accepted and refused files.
        repeated: The very same file was in the archive already.
        supersedes: The school had sent another table before: this one counts now.
        counts: For a repeated file: it is still the school's newest; a later one counts otherwise.
    """

    returned: Return
    marked: Path | None = None
    repeated: bool = False
    supersedes: bool = False
    counts: bool = True


def collect(folder: Path, progress: Progress = silent, now: Callable[[], datetime] = datetime.now) -> tuple[Taken, ...]:
    """Check every file of «Входящие» and put it where it belongs.

    Originals go into «Архив» by their hash. A file that cannot be read, or is no table of this programme, stays
    where it is. Of two tables of one school the one saved later counts; both are kept.

    Raises:
        UserError: The folder has no usable programme or cannot be written; nothing is changed then.
    """
    place = open_folder(folder)
    files = sorted(table_files(place.inbox), key=lambda path: (path.stat().st_mtime, path.name))
    finder = finder_for(place.programme)
    taken: list[Taken] = []
    with transaction(place.path, now) as change, staged_index(place, change) as index, reading(files) as read:
        for done, path in enumerate(files):
            progress(done, len(files), path.name)
            taken.append(_take(place, change, index, finder, check_one(path, finder, read, now())))
        if any(each.returned.status is not Status.REFUSED for each in taken):
            keep_programme(place, change)
        progress(len(files), len(files), "")
    return tuple(taken)


def _take(place: WorkingFolder, change: Transaction, index: Index, finder: TableFinder, returned: Return) -> Taken:
    if returned.status is Status.REFUSED or returned.identity is None:
        return Taken(returned)
    inside = returned.path.relative_to(place.path)
    change.remove(inside)
    if index.holds(returned.sha256):
        return Taken(returned, repeated=True, counts=index.counts(returned.sha256, returned.identity))
    supersedes = index.has_school(returned.identity)
    index.add(entry_of(returned))
    _keep(returned, change.stage(original_name(returned.sha256)))
    school = place.programme.organisation(returned.identity.school)
    if school is None:  # the finder refuses tables of unknown schools
        return Taken(returned)
    marked = f"{FAULTY}/{table_name(place.programme, school)}"
    if returned.status is Status.ACCEPTED:
        _no_longer_faulty(place, change, marked)
        return Taken(returned, supersedes=supersedes)
    _mark(change, finder, returned, marked)
    return Taken(returned, marked=place.path / marked, supersedes=supersedes)


def _keep(returned: Return, target: Path) -> None:
    """Copy an original; its time says when it came in, so that a lost index can be made anew in the same order."""
    shutil.copyfile(returned.path, target)
    received = returned.received.timestamp()
    os.utime(target, (received, received))


def _no_longer_faulty(place: WorkingFolder, change: Transaction, marked: str) -> None:
    change.unstage(marked)
    if (place.path / marked).exists():
        change.remove(marked)


def _mark(change: Transaction, finder: TableFinder, returned: Return, marked: str) -> None:
    from metodist.intake.marking import write_marked_copy

    assert returned.identity is not None  # noqa: S101 - refused files never come here
    context = finder(returned.identity)
    assert not isinstance(context, str)  # noqa: S101
    change.unstage(marked)
    write_marked_copy(returned.path, returned, context.spec, change.stage(marked))
