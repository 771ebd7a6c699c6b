"""«Создать таблицы»: a protected table for every school that reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from metodist.errors import UserError
from metodist.messages import say
from metodist.services.last_year import last_year
from metodist.services.transaction import transaction
from metodist.services.working_folder import TABLES, open_folder, table_name

#: Called with how many are done, how many there are, and what is being done now.
Progress = Callable[[int, int, str], None]


def silent(done: int, total: int, what: str) -> None:
    """The :class:`Progress` of a caller that shows none."""


@dataclass(frozen=True, slots=True)
class Issued:
    """One issued table: the school's code and short name, and where its file lies."""

    school: str
    name: str
    path: Path


def issue_tables(folder: Path, progress: Progress = silent) -> tuple[Issued, ...]:
    """Write a table for every reporting school into «Таблицы»; tables issued before are kept aside.

    Where the archive holds the school's table of the period before, its numbers stand in the new one.

    Raises:
        UserError: The folder has no usable programme or no school that reports, cannot be written, or a table is
            open elsewhere.
    """
    from metodist.layout.clone import TablePress
    from metodist.layout.school_table import TableSpecs, table_spec
    from metodist.scoring.indicators import score_school

    place = open_folder(folder)
    programme, known = place.programme, last_year(place)
    schools = programme.reporting
    if not schools:
        raise UserError(say("services.no_schools"), say("services.no_schools_action"))
    specs, press = TableSpecs(programme), TablePress()
    issued: list[Issued] = []
    with transaction(place.path) as change:
        for done, school in enumerate(schools):
            progress(done, len(schools), school.short_name)
            name = table_name(programme, school)
            prefill = known.prefill(school.code)
            if prefill is None:
                spec = specs.of(school)
            else:
                spec = table_spec(programme, school, prefill, score_school(programme, prefill.data))
            press.write(spec, change.stage(f"{TABLES}/{name}"))
            issued.append(Issued(school.code, school.short_name, place.path / TABLES / name))
        progress(len(schools), len(schools), "")
    return tuple(issued)
