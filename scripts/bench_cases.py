"""What is measured: each kind of work done by the product, and the way one would write it with the usual libraries."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path

from metodist.archive.index import Entry, entry_of, open_index
from metodist.domain.programme import Programme
from metodist.domain.returns import RegisterRow, Return, SchoolData, Status
from metodist.domain.summary import SchoolResult, Summary
from metodist.layout.school_table import TableSpecs
from metodist.scoring.indicators import score_district, score_school
from metodist.services.checking import check_files
from metodist.services.demo_data import school_data
from metodist.services.demo_fill import fill_table
from metodist.services.issuing import Issued, issue_tables
from metodist.services.programmes import new_folder
from metodist.services.resources import templates_folder
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


FULL = Size(turns=3, tables=31, naive_tables=6, people=60_000, archived=1_300)
QUICK = Size(turns=1, tables=2, naive_tables=1, people=300, archived=5)


@dataclass(frozen=True, slots=True)
class Case:
    """One comparison; ``ours`` and ``naive`` do the work and return how many units they did."""

    id: str
    title: str
    unit: str
    target: float
    ours: Callable[[], int]
    naive: Callable[[], int]


@dataclass(frozen=True, slots=True)
class District:
    """An invented district with issued and returned tables."""

    folder: Path
    programme: Programme
    issued: tuple[Issued, ...]
    returned: tuple[Path, ...]
    data: dict[str, SchoolData]


def cases(folder: Path, size: Size) -> tuple[Case, ...]:
    """Every comparison over a district made in ``folder``."""
    district = _district(folder / "Район", size)
    results = check_files(district.returned)
    return tuple(make(district, size, results) for make in _CASES.values())


def _district(folder: Path, size: Size) -> District:
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


def _issue(district: District, size: Size, _: tuple[Return, ...]) -> Case:
    from openpyxl import load_workbook

    template, target = district.issued[0].path, district.folder.parent / "копия.xlsx"
    spec = TableSpecs(district.programme).of(district.programme.reporting[0])
    sheet, row, column = spec.identity_cell

    def naive() -> int:
        for school in district.programme.reporting[: size.naive_tables]:
            book = load_workbook(template)
            book["Титул"]["B13"] = school.name
            book[sheet].cell(row, column).value = school.code
            book.save(target)
        return size.naive_tables

    return Case("issue", "Создать таблицы школ", "таблица", 10, lambda: len(issue_tables(district.folder)), naive)


def _check(district: District, size: Size, _: tuple[Return, ...]) -> Case:
    from openpyxl import load_workbook

    def naive() -> int:
        files = district.returned[: size.naive_tables]
        for path in files:
            formulas, values = load_workbook(path), load_workbook(path, data_only=True)
            for sheet in formulas:
                for cells, shown in zip(sheet.iter_rows(), values[sheet.title].iter_rows(), strict=True):
                    sum(cell.value != value.value for cell, value in zip(cells, shown, strict=True))
        return len(files)

    title = "Прочитать и проверить таблицы"
    return Case("check", title, "таблица", 8, lambda: len(check_files(district.returned)), naive)


def _summary(district: District, size: Size, results: tuple[Return, ...]) -> Case:
    from openpyxl import Workbook

    from metodist.layout.summary_book import write_summary

    summary = _crowded(district, size, results)
    staff, target = district.programme.staff, district.folder.parent / "свод.xlsx"
    names = [field.name for field in staff.fields]

    def ours() -> int:
        write_summary(summary, target)
        return 1

    def naive() -> int:
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.append(["Школа", *names])
        for school in summary.schools:
            for row in school.data.registers[staff.name]:
                sheet.append([school.organisation.short_name, *(row.values.get(name) for name in names)])
        book.save(target)
        return 1

    return Case("summary", f"Свод, {size.people} педагогов × {len(names)} полей", "книга", 2.5, ours, naive)


def _crowded(district: District, size: Size, results: tuple[Return, ...]) -> Summary:
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


def _note(district: District, size: Size, results: tuple[Return, ...]) -> Case:
    from docxtpl import DocxTemplate

    from metodist.documents.kinds import build_context, kind_of
    from metodist.documents.render import render, top_level

    summary = _crowded(district, replace(size, people=sum(map(_people, results))), results)
    context = build_context("note", summary, made=summary.built).context
    template, target = templates_folder() / kind_of("note").template, district.folder.parent / "справка.docx"

    def ours() -> int:
        for _ in range(5):
            render("note", context, template, target)
        return 5

    def naive() -> int:
        for _ in range(5):
            document = DocxTemplate(template)
            document.render(top_level(context), autoescape=True)
            document.save(target)
        return 5

    return Case("note", "Аналитическая справка Word", "документ", 1.4, ours, naive)


def _people(returned: Return) -> int:
    return max(map(len, returned.data.registers.values()), default=1)


def _start(*_: object) -> Case:
    eager = "metodist.cli, openpyxl, xlsxwriter, pandas, lxml.etree, docx, docxtpl, pymorphy3, rich, typer"
    return Case(
        "start", "Запустить команду metodist", "запуск", 3, lambda: _python("metodist.cli"), lambda: _python(eager)
    )


def _python(modules: str) -> int:
    subprocess.run([sys.executable, "-c", f"import {modules}"], check=True)
    return 1


def _archive(district: District, size: Size, results: tuple[Return, ...]) -> Case:
    """Append one school to an archive; the naive way keeps the district's people in one workbook."""
    from openpyxl import Workbook, load_workbook

    entries = _entries(results, size.archived)
    index_path, book_path = district.folder.parent / "архив.sqlite", district.folder.parent / "архив.xlsx"
    book = Workbook()
    with open_index(index_path) as index:
        for entry in entries:
            index.add(entry)
            for row in _rows(entry):
                book.worksheets[0].append(row)
    book.save(book_path)
    new = iter(_entries(results, 10_000, first=size.archived))

    def ours() -> int:
        for _ in range(10):
            with open_index(index_path) as index:
                index.add(next(new))
        return 10

    def naive() -> int:
        book = load_workbook(book_path)
        for row in _rows(entries[0]):
            book.worksheets[0].append(row)
        book.save(district.folder.parent / "архив-2.xlsx")
        return 1

    return Case("archive", f"Дописать школу в архив из {size.archived}", "школа", 10, ours, naive)


def _rows(entry: Entry) -> list[list[object]]:
    rows = max(entry.data.registers.values(), key=len)
    return [[entry.identity.school, *row.values.values()] for row in rows]


def _entries(results: tuple[Return, ...], number: int, first: int = 0) -> list[Entry]:
    """Returned tables again and again, as of so many schools."""
    found = []
    for at in range(first, first + number):
        entry = entry_of(results[at % len(results)])
        identity = replace(entry.identity, school=f"Ш-{at}")
        found.append(replace(entry, identity=identity, sha256=f"{at:064x}", status=Status.ACCEPTED))
    return found


def _share(district: District, size: Size, results: tuple[Return, ...]) -> Case:
    """All shares of the district from the archive; the naive way reads every original again."""
    from openpyxl import load_workbook

    programme, path = district.programme, district.folder.parent / "район.sqlite"
    with open_index(path) as index:
        for returned in results:
            index.add(replace(entry_of(returned), status=Status.ACCEPTED))
    passport = programme.passport

    def ours() -> int:
        with open_index(path) as index:
            entries = index.latest(passport.code, passport.period.code, Status.ACCEPTED)
        score_district(programme, {code: entry.data for code, entry in entries.items()}, programme.district.facts)
        return len(entries)

    def naive() -> int:
        files = district.returned[: size.naive_tables]
        for path in files:
            for sheet in load_workbook(path, data_only=True):
                list(sheet.iter_rows(values_only=True))
        return len(files)

    return Case("share", "Доли района из архива", "школа", 10, ours, naive)


_CASES: dict[str, Callable[[District, Size, tuple[Return, ...]], Case]] = {
    "issue": _issue,
    "check": _check,
    "summary": _summary,
    "note": _note,
    "start": _start,
    "archive": _archive,
    "share": _share,
}
IDS = tuple(_CASES)

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


def district_memory(folder: Path) -> float | None:
    """The most megabytes that a process took for all four steps of the district; ``None`` where nobody counts."""
    if sys.platform == "win32":
        return None
    command = [sys.executable, "-c", _WHOLE_DISTRICT, str(folder / "Район")]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(done.stdout) / unit
