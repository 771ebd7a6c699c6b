"""«Показ»: the whole way on an invented district, from the programme to the order."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from metodist.domain.findings import Severity
from metodist.domain.programme import Programme
from metodist.domain.returns import Status
from metodist.errors import InternalError, UserError
from metodist.messages import say
from metodist.services.checking import check_files
from metodist.services.collecting import Taken, collect
from metodist.services.demo_data import school_data
from metodist.services.demo_district import fill_district
from metodist.services.demo_fill import fill_table
from metodist.services.demo_management import manage
from metodist.services.demo_year_before import begin_with_year_before
from metodist.services.documenting import write_documents
from metodist.services.documenting_told import written_places
from metodist.services.faults import Filled, fault
from metodist.services.issuing import Issued, issue_tables
from metodist.services.last_year import base_facts
from metodist.services.office_fill import resave
from metodist.services.summarising import build_summary
from metodist.services.working_folder import INBOX, PROGRAMME, SUMMARY, load_programme

_MARK = "Это показ.txt"
USUAL = "krymsk"
"""The programme that is shown when none is named."""
_SEED = 20261122
_SILENT_EVERY, _SILENT_MOST = 10, 3
"""One school in ten sends nothing, three at most."""
_FAULTS = ("text_in_number", "required_deleted", "person_twice", "unknown_word", "truncated")
"""What schools do to their tables, in the order of the schools; the last one cannot be read at all."""
_BEFORE_DEADLINE = timedelta(days=2)
_FAULTY_EVERY = 4
"""One school in four has a fault, until every fault is shown once; a small district sees the last ones."""
_BY_OFFICE = 2
"""How many tables LibreOffice fills in for the schools, where it is installed."""

_PORTION = 4
"""How many tables a process fills before it asks for more."""

Tell = Callable[[str], None]
#: A school's code, its issued table, and where the filled one is put.
_Job = tuple[str, Path, Path]


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What the demo made: the numbers it told, and where each result lies."""

    folder: Path
    issued: int
    returned: int
    by_office: int
    accepted: int
    faulty: int
    refused: int
    results: tuple[tuple[str, Path], ...]

    def as_json(self) -> dict[str, Any]:
        """The report as JSON values."""
        document: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        document["folder"] = str(self.folder)
        document["results"] = [{"title": title, "path": str(path)} for title, path in self.results]
        return document


def run_demo(folder: Path, tell: Tell, code: str = USUAL) -> DemoReport:
    """Run the whole way in a folder of its own; a demo that stands there already is made anew.

    Args:
        folder: Where it is made.
        tell: Takes the sentences about what is being done.
        code: A programme of the product, a working folder or a programme workbook; its reporting year is kept.

    Raises:
        UserError: The folder holds something that is not a demo, or there is no such programme.
    """
    _clear(folder)
    tell(say("demo.start"))
    before = begin_with_year_before(code, folder, _SEED)
    (folder / _MARK).write_text(say("demo.mark"), encoding="utf-8")
    programme = load_programme(folder / PROGRAMME)
    fill_district(folder / PROGRAMME, programme, _SEED)
    counts = {"schools": len(programme.reporting), "indicators": len(programme.indicators)}
    tell(say("demo.programme", title=programme.passport.title.rstrip("."), **counts))
    if before:
        tell(say("demo.year_before", period=programme.passport.period.previous.label, count=before))
    moment = _moment(programme)
    issued = issue_tables(folder)
    tell(say("demo.issued", count=len(issued)))
    returned, by_office = _returned(programme, folder, issued, tell)
    _check(returned, tell)
    taken = collect(folder, now=lambda: moment)
    numbers = {status.value: sum(one.returned.status is status for one in taken) for status in Status}
    tell(say("demo.collected", **numbers))
    summary = build_summary(folder, now=moment)
    tell(say("demo.summary", schools=len(summary.schools), indicators=len(summary.municipality)))
    documents = write_documents(folder, now=moment).written
    tell(say("demo.documents", count=len(documents)))
    results = (*_results(folder, issued, taken, written_places(documents)), *manage(folder, tell, moment))
    _show(folder, results, tell)
    return DemoReport(
        folder,
        len(issued),
        len(returned),
        by_office,
        numbers["accepted"],
        numbers["returned"],
        numbers["refused"],
        results,
    )


def _moment(programme: Programme) -> datetime:
    """When the demo plays: now, or, where the tables were due earlier, some days before: nobody is to look late."""
    now, deadline = datetime.now(), programme.passport.deadline
    if deadline is None or now.date() <= deadline:
        return now
    return datetime.combine(deadline - _BEFORE_DEADLINE, time(10))


def _clear(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / _MARK).is_file():
            raise UserError(say("demo.taken", path=folder), say("demo.taken_action"))
        shutil.rmtree(folder)


def _returned(
    programme: Programme, folder: Path, issued: tuple[Issued, ...], tell: Tell
) -> tuple[tuple[Path, ...], int]:
    """The schools' side: fill the tables, spoil a few, put them into «Входящие»."""
    from metodist.layout.school_table import TableSpecs

    silent = min(_SILENT_MOST, -(-len(issued) // _SILENT_EVERY) if len(issued) > 1 else 0)
    answering = issued[: len(issued) - silent]

    jobs = [(one.school, one.path, folder / INBOX / one.path.name) for one in answering]
    _in_processes(programme, jobs)
    files = [target for *_, target in jobs]
    by_office = resave(files[:_BY_OFFICE])
    told = {"count": len(files), "total": len(issued)}
    tell(say("demo.filled", office=len(by_office), **told) if by_office else say("demo.no_office", **told))
    specs = TableSpecs(programme)
    faults = [fault(fault_id) for fault_id in _FAULTS]
    faults = faults[-min(len(faults), (len(jobs) + 1) // _FAULTY_EVERY) :] if len(jobs) >= _FAULTY_EVERY else []
    for (code, _, path), kind in zip(jobs[len(jobs) - len(faults) :], faults, strict=True):
        school = programme.organisation(code)
        assert school is not None  # noqa: S101 - the table was issued to it
        try:
            kind.spoil(Filled(path, specs.of(school), programme, files[0]))
        except InternalError:  # the programme has no field that could be spoiled so
            continue
        tell(say("demo.fault", name=path.name, fault=kind.title))
    return tuple(files), len(by_office)


def _in_processes(programme: Programme, jobs: list[_Job]) -> None:
    """Fill the tables in as many processes as there are cores: it is the schools' work, not ours."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    workers = min(4, os.cpu_count() or 1)
    portions = [jobs[at : at + _PORTION] for at in range(0, len(jobs), _PORTION)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        list(pool.map(partial(_fill, programme), portions))


def _fill(programme: Programme, jobs: list[_Job]) -> None:
    from metodist.layout.school_table import TableSpecs

    specs = TableSpecs(programme)
    for code, issued, target in jobs:
        school = programme.organisation(code)
        assert school is not None  # noqa: S101 - the table was issued to it
        data = school_data(programme, school, _SEED)
        fill_table(issued, specs.of(school), data, target, keep=frozenset(base_facts(programme).values()))


def _check(returned: tuple[Path, ...], tell: Tell) -> None:
    checked = check_files(returned)
    counts = {f"{severity.value}s": sum(one.count(severity) for one in checked) for severity in Severity}
    tell(say("demo.checked", count=len(checked), **counts))


def _results(
    folder: Path, issued: tuple[Issued, ...], taken: tuple[Taken, ...], documents: tuple[tuple[str, Path], ...]
) -> tuple[tuple[str, Path], ...]:
    marked = [one.marked for one in taken if one.marked]
    results = [(say("demo.result_summary"), folder / SUMMARY), (say("demo.result_programme"), folder / PROGRAMME)]
    results += [(say("demo.result_table"), one.path) for one in issued[:1]]
    results += [(say("demo.result_faulty"), path) for path in marked[:1]]
    return (*results, *documents)


def _show(folder: Path, results: tuple[tuple[str, Path], ...], tell: Tell) -> None:
    tell("")
    tell(say("demo.where"))
    for title, path in results:
        tell(f"  {title}: {path}")
    tell("")
    tell(say("demo.first", path=folder / SUMMARY))
