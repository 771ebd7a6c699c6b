"""«Проверить таблицу»: what is wrong with returned tables; nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from metodist.domain.programme import Programme
from metodist.domain.returns import Identity, Return
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.issuing import Progress, silent
from metodist.services.resources import programme_file
from metodist.services.working_folder import PROGRAMME, load_programme
from metodist.services.years import in_year

if TYPE_CHECKING:
    from metodist.intake.ahead import ReadAhead
    from metodist.intake.context import Read, TableContext
    from metodist.layout.school_table import TableSpecs

_LOOK_UP = 4
"""How many folders above a file are searched for its programme workbook."""


@dataclass(slots=True)
class TableFinder:
    """Finds the table that a stamp belongs to; lays each school's table out once.

    Args:
        choose: Gives the programme of a stamp, or ``None`` where it is not at hand.
    """

    choose: Callable[[Identity], Programme | None]
    _known: dict[Identity, TableContext | str] = field(default_factory=dict)
    _specs: dict[int, TableSpecs] = field(default_factory=dict)

    def __call__(self, identity: Identity) -> TableContext | str:
        """The table as it was issued, or a Russian sentence saying why it is not one of ours."""
        if identity not in self._known:
            self._known[identity] = self._find(identity)
        return self._known[identity]

    def knows(self, identity: Identity) -> bool:
        """Whether that table was asked for already."""
        return identity in self._known

    def _find(self, identity: Identity) -> TableContext | str:
        from metodist.intake.check import TableContext

        programme = self.choose(identity)
        if programme is None:
            return say("services.other_programme", code=identity.programme)
        if identity.period != programme.passport.period.code:
            return say("services.other_period", got=identity.period, expected=programme.passport.period.code)
        school = programme.organisation(identity.school)
        if school is None:
            return say("services.other_school", code=identity.school)
        specs = self._specs_of(programme)
        return TableContext(programme, specs.of(school), school, partial(specs.of_length, school))

    def _specs_of(self, programme: Programme) -> TableSpecs:
        from metodist.layout.school_table import TableSpecs

        # A programme is found by its identity: the specifications keep it alive.
        if id(programme) not in self._specs:
            self._specs[id(programme)] = TableSpecs(programme)
        return self._specs[id(programme)]


def finder_for(programme: Programme) -> TableFinder:
    """A finder that knows one programme: tables of another are told apart."""
    code = programme.passport.code
    return TableFinder(lambda identity: programme if identity.programme == code else None)


def check_files(paths: Sequence[Path], progress: Progress = silent) -> tuple[Return, ...]:
    """Check tables wherever they lie, against the programme workbook nearest above them.

    Where there is none, the programme that the product brings under the table's code is taken.

    Raises:
        UserError: A path does not exist.
    """
    files = [file for path in paths for file in _files(path)]
    finders: dict[Path | None, TableFinder] = {}
    results: list[Return] = []
    with reading(files) as read:
        for done, path in enumerate(files):
            progress(done, len(files), path.name)
            workbook = workbook_above(path)
            if workbook not in finders:
                finders[workbook] = finder_at(workbook)
            results.append(check_one(path, finders[workbook], read))
    progress(len(files), len(files), "")
    return tuple(results)


def reading(files: Sequence[Path]) -> ReadAhead:
    """A reader of these files, to be asked for them in this order: it is always a little ahead."""
    from metodist.intake.ahead import ReadAhead

    return ReadAhead(files)


def check_one(path: Path, finder: TableFinder, read: Read, received: datetime | None = None) -> Return:
    """Check one table against the programme that ``finder`` knows."""
    from metodist.intake.check import check_file
    from metodist.scoring.indicators import score_school

    return check_file(path, finder, now=received or datetime.now(), score=score_school, read=read)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return table_files(path)
    if not path.exists():
        raise UserError(say("services.no_file", path=path), say("services.no_file_action"))
    return [path]


def table_files(folder: Path) -> list[Path]:
    """The files in a folder that may be returned tables: owner files and hidden ones are passed over."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not path.name.startswith(("~$", ".")))


def workbook_above(path: Path) -> Path | None:
    """The programme workbook of the working folder that a file lies in; ``None`` outside of one."""
    for folder in list(path.resolve().parents)[:_LOOK_UP]:
        if (folder / PROGRAMME).is_file():
            return folder / PROGRAMME
    return None


def finder_at(workbook: Path | None) -> TableFinder:
    """A finder of one programme workbook, or of the programmes that the product brings where there is none."""
    if workbook is not None:
        return finder_for(load_programme(workbook))
    once = cache(_shipped)
    return TableFinder(lambda identity: once(identity.programme, identity.period))


def _shipped(code: str, period: str) -> Programme | None:
    path = programme_file(code)
    return None if path is None else of_period(load_programme(path), period)


def of_period(programme: Programme, period: str) -> Programme:
    """The programme in a table's own year: for tables that no working folder of that year is at hand for."""
    return in_year(programme, int(period[:4])) if period[:4].isdigit() else programme
