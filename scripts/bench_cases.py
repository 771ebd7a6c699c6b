"""What is measured: each kind of work done by the product, and the way one would write it with the usual libraries."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bench_district import District, Size, crowded, entries_of, environment, make_district
from metodist.archive.index import Entry, entry_of, open_index
from metodist.domain.returns import Return, Status
from metodist.layout.school_table import TableSpecs
from metodist.scoring.indicators import score_district
from metodist.services.checking import check_files
from metodist.services.issuing import issue_tables
from metodist.services.resources import templates_folder


@dataclass(frozen=True, slots=True)
class Case:
    """One comparison; ``ours`` and ``naive`` do the work and return how many units they did."""

    id: str
    title: str
    unit: str
    target: float
    ours: Callable[[], int]
    naive: Callable[[], int]


def cases(folder: Path, size: Size) -> tuple[Case, ...]:
    """Every comparison over a district made in ``folder``."""
    district = make_district(folder / "Район", size)
    results = check_files(district.returned)
    return tuple(make(district, size, results) for make in _CASES.values())


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

    summary = crowded(district, size, results)
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


def _note(district: District, size: Size, results: tuple[Return, ...]) -> Case:
    from docxtpl import DocxTemplate

    from metodist.documents.kinds import build_context, kind_of
    from metodist.documents.render import render, top_level

    summary = crowded(district, replace(size, people=sum(map(_people, results))), results)
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


def _recommendations(district: District, size: Size, results: tuple[Return, ...]) -> Case:
    """A district's recommendations in one go: found, worded, written; docxtpl gets its contexts ready-made."""
    from docxtpl import DocxTemplate

    from metodist.documents.inputs import Inputs
    from metodist.documents.kinds import kind_of
    from metodist.documents.render import render, top_level
    from metodist.services.advising import advised

    summary = crowded(district, replace(size, people=sum(map(_people, results))), results)
    kind = kind_of("recommendations")
    template, target = templates_folder() / kind.template, district.folder.parent / "рекомендации.docx"

    def contexts() -> list[object]:
        inputs = Inputs(summary.programme, advised(summary), summary.built)
        return [kind.build(replace(inputs, school=one.organisation)).context for one in summary.schools]

    ready = contexts()[: size.naive_tables]

    def ours() -> int:
        made = contexts()
        for context in made:
            render(kind.id, context, template, target)
        return len(made)

    def naive() -> int:
        for context in ready:
            document = DocxTemplate(template)
            document.render(top_level(context), autoescape=True)
            document.save(target)
        return len(ready)

    return Case("recommendations", "Адресные рекомендации школам", "документ", 1.4, ours, naive)


def _people(returned: Return) -> int:
    return max(map(len, returned.data.registers.values()), default=1)


def _start(*_: object) -> Case:
    eager = "metodist.cli, openpyxl, xlsxwriter, pandas, lxml.etree, docx, docxtpl, pymorphy3, rich, typer"
    return Case(
        "start", "Запустить команду metodist", "запуск", 3, lambda: _python("metodist.cli"), lambda: _python(eager)
    )


def _python(modules: str) -> int:
    subprocess.run([sys.executable, "-c", f"import {modules}"], env=environment(), check=True)
    return 1


def _archive(district: District, size: Size, results: tuple[Return, ...]) -> Case:
    """Append one school to an archive; the naive way keeps the district's people in one workbook."""
    from openpyxl import Workbook, load_workbook

    entries = entries_of(results, size.archived)
    index_path, book_path = district.folder.parent / "архив.sqlite", district.folder.parent / "архив.xlsx"
    book = Workbook()
    with open_index(index_path) as index:
        for entry in entries:
            index.add(entry)
            for row in _rows(entry):
                book.worksheets[0].append(row)
    book.save(book_path)
    new = iter(entries_of(results, 10_000, first=size.archived))

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
    "recommendations": _recommendations,
    "start": _start,
    "archive": _archive,
    "share": _share,
}
IDS = tuple(_CASES)
