"""The invented district that the measurements work on."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path

from metodist.archive.index import Entry, entry_of
from metodist.domain.programme import Programme
from metodist.domain.returns import RegisterRow, Return, SchoolData, Status
from metodist.domain.summary import SchoolResult, Summary
from metodist.layout.school_table import TableSpecs
from metodist.scoring.indicators import score_district, score_school
from metodist.services.demo_data import school_data
from metodist.services.demo_fill import fill_table
from metodist.services.issuing import Issued, issue_tables
from metodist.services.programmes import new_folder
from metodist.services.working_folder import INBOX, PROGRAMME, load_programme
from metodist.summary.consolidate import consolidate

_CODE, _YEAR, _SEED = "krymsk", 2026, 1
MOST_MEGABYTES = 300.0
"""What one process may take for a whole district."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much work is measured.

    Args:
        turns: How often each way is measured.
        tables: How many schools hand in, 1…34.
        naive_tables: On how many tables the naive way is measured.
        people: Rows of the long summary.
        archived: Schools in the measured archive.
    """

    turns: int
    tables: int
    naive_tables: int
    people: int
    archived: int


FULL = Size(turns=3, tables=31, naive_tables=6, people=60_000, archived=100)
QUICK = Size(turns=1, tables=2, naive_tables=1, people=300, archived=5)


@dataclass(frozen=True, slots=True)
class District:
    """An invented district with issued and returned tables."""

    folder: Path
    programme: Programme
    issued: tuple[Issued, ...]
    returned: tuple[Path, ...]
    data: dict[str, SchoolData]


def make_district(folder: Path, size: Size) -> District:
    """Issue every table of an invented district and let ``size.tables`` schools fill theirs in."""
    new_folder(_CODE, folder, _YEAR)
    programme = load_programme(folder / PROGRAMME)
    issued, specs = issue_tables(folder), TableSpecs(programme)
    data: dict[str, SchoolData] = {}
    returned = []
    for one, school in list(zip(issued, programme.reporting, strict=True))[: size.tables]:
        data[school.code] = school_data(programme, school, _SEED)
        returned.append(folder / INBOX / one.path.name)
        fill_table(one.path, specs.of(school), data[school.code], returned[-1])
    return District(folder, programme, issued, tuple(returned), data)


def crowded(district: District, size: Size, results: tuple[Return, ...]) -> Summary:
    """The district's summary with so many people: each returned row again and again, under other names."""
    programme = district.programme
    schools, numbers = [], count(1)
    for returned in results:
        school = programme.organisation(returned.identity.school if returned.identity else "")
        assert school is not None  # noqa: S101 - we made the table ourselves
        rows = _many_rows(programme, returned.data, -(-size.people // len(results)), numbers)
        data = replace(returned.data, registers={**returned.data.registers, programme.staff.name: rows})
        outcomes = score_school(programme, returned.data)
        schools.append(
            SchoolResult(school, data, outcomes, (), returned.received, "Архив/таблица.xlsx", returned.sha256)
        )
    district_outcomes = score_district(programme, district.data, programme.district.facts)
    return consolidate(programme, schools, (), (), district_outcomes, datetime(2026, 12, 1))


def _many_rows(programme: Programme, data: SchoolData, wanted: int, numbers: count[int]) -> tuple[RegisterRow, ...]:
    rows, key = data.registers[programme.staff.name], programme.staff.key.name
    repeated = (rows[index % len(rows)] for index in range(wanted))
    return tuple(
        replace(row, values={**row.values, key: f"{row.values[key]} {number}"})
        for row, number in zip(repeated, numbers, strict=False)
    )


def entries_of(results: tuple[Return, ...], number: int, first: int = 0) -> list[Entry]:
    """Returned tables again and again, as of so many schools."""
    found = []
    for at in range(first, first + number):
        entry = entry_of(results[at % len(results)])
        identity = replace(entry.identity, school=f"Ш-{at}")
        found.append(replace(entry, identity=identity, sha256=f"{at:064x}", status=Status.ACCEPTED))
    return found


def environment() -> dict[str, str]:
    """This process's environment, in which another Python finds the same modules."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


_WHOLE_DISTRICT = """
import resource, sys
from pathlib import Path
from metodist.services.collecting import collect
from metodist.services.documenting import write_documents
from metodist.services.issuing import issue_tables
from metodist.services.summarising import build_summary

folder = Path(sys.argv[1])
issue_tables(folder); collect(folder); build_summary(folder); write_documents(folder)
from metodist.intake import child
child._READER.close()
print(max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
"""


#: A process begins with the peak of the one that started it, as Linux counts; this one is small, the bench is not.
_APART = "import subprocess, sys; subprocess.run([sys.executable, '-c', *sys.argv[1:]], check=True)"


def district_memory(folder: Path) -> float | None:
    """The most megabytes that a process took for all four steps of the district; ``None`` where nobody counts."""
    if sys.platform == "win32":
        return None
    command = [sys.executable, "-c", _APART, _WHOLE_DISTRICT, str(folder / "Район")]
    done = subprocess.run(command, env=environment(), check=True, stdout=subprocess.PIPE, text=True)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(done.stdout) / unit
