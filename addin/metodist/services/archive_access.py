"""The archive of a working folder: its index, made anew from the originals where it is gone or damaged."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from metodist.archive.index import Entry, Index, entry_of, is_usable, open_index
from metodist.domain.programme import Programme
from metodist.domain.returns import Identity, Status
from metodist.services.checking import TableFinder, check_one, of_period, reading
from metodist.services.earlier_programmes import earlier_programme
from metodist.services.transaction import Transaction, transaction
from metodist.services.working_folder import INDEX, ORIGINALS, WorkingFolder


@dataclass(frozen=True, slots=True)
class Current:
    """What counts now, by school code.

    Args:
        accepted: The newest accepted table of each school.
        faulty: The newest table of each school that has none accepted.
        waiting: A faulty table that came after the accepted one: that one still counts.
    """

    accepted: dict[str, Entry]
    faulty: dict[str, Entry]
    waiting: dict[str, Entry] = field(default_factory=dict)


def current(place: WorkingFolder) -> Current:
    """The newest tables of the programme's period, from the index."""
    passport = place.programme.passport
    if not mended(place):
        return Current({}, {})
    with open_index(place.index) as index:
        accepted = index.latest(passport.code, passport.period.code, Status.ACCEPTED)
        returned = index.latest(passport.code, passport.period.code, Status.RETURNED)
    faulty = {code: entry for code, entry in returned.items() if code not in accepted}
    waiting = {
        code: entry for code, entry in returned.items() if code in accepted and entry.received > accepted[code].received
    }
    return Current(accepted, faulty, waiting)


def mended(place: WorkingFolder) -> bool:
    """Make the index anew where it has to be; ``False`` where nothing has ever come in."""
    if is_usable(place.index):
        return True
    if not _originals(place):
        return False
    with transaction(place.path) as change, staged_index(place, change):
        pass  # opening it makes it anew
    return True


@contextmanager
def staged_index(place: WorkingFolder, change: Transaction) -> Iterator[Index]:
    """The index inside a transaction: a copy that takes the file's place with the commit."""
    path = change.stage(INDEX)
    if is_usable(place.index):
        shutil.copyfile(place.index, path)
        with open_index(path) as index:
            yield index
        return
    with open_index(path) as index:
        _index_again(place, index)
        yield index


def _originals(place: WorkingFolder) -> list[Path]:
    folder = place.path / ORIGINALS
    return sorted(folder.glob("*.xlsx"), key=lambda path: (path.stat().st_mtime, path.name))


def _index_again(place: WorkingFolder, index: Index) -> None:
    originals, finder = _originals(place), _finder_of_all_years(place)
    with reading(originals) as read:
        for original in originals:
            received = datetime.fromtimestamp(original.stat().st_mtime)
            returned = check_one(original, finder, read, received)
            if returned.identity is not None and returned.status is not Status.REFUSED:
                index.add(replace(entry_of(returned), file_name=original.name))


def _finder_of_all_years(place: WorkingFolder) -> TableFinder:
    """A finder for originals of any year: earlier ones are what the new tables are compared with."""
    known: dict[str, Programme] = {}

    def choose(identity: Identity) -> Programme | None:
        if identity.programme != place.programme.passport.code:
            return None
        if identity.period not in known:
            known[identity.period] = _as_it_was(place, identity.period)
        return known[identity.period]

    return TableFinder(choose)


def _as_it_was(place: WorkingFolder, period: str) -> Programme:
    """The programme by which a period's tables were issued; where it is not kept, today's in that year."""
    if period == place.programme.passport.period.code:
        return place.programme
    return earlier_programme(place, period) or of_period(place.programme, period)
