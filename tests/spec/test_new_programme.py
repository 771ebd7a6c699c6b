"""The page «Своя программа за час», step by step: what its tables say is typed, its commands are run."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from metodist.domain.cycle import link_counts
from metodist.domain.cycle_views import Link
from metodist.domain.findings import Severity
from metodist.services.collecting import collect
from metodist.services.issuing import issue_tables
from metodist.services.linting import lint
from metodist.services.planning import write_plan_files
from metodist.services.programmes import new_folder
from metodist.services.status import folder_status
from metodist.services.summarising import build_summary
from metodist.services.working_folder import PROGRAMME, load_programme
from working_folder_story import answers, send

PAGE = Path(__file__).parents[2] / "docs" / "new-programme.md"


def tables() -> dict[str, list[dict[str, str]]]:
    """The page's tables of a sheet: rows by heading."""
    found = {}
    for name, table in re.findall(r"<!-- лист: (.+?) -->\n((?:\|.*\n)+)", PAGE.read_text(encoding="utf-8")):
        headings, _, *rows = [_cells(line) for line in table.splitlines()]
        found[name] = [dict(zip(headings, row, strict=True)) for row in rows]
    return found


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def _typed(text: str, form: str) -> object:
    """What Excel makes of what is typed into a cell of that number format."""
    if form == "@" or not text:
        return text or None
    if re.fullmatch(r"\d+ %", text):
        return int(text[:-2]) / 100
    if re.fullmatch(r"\d\d\.\d\d\.\d{4}", text):
        return datetime.strptime(text, "%d.%m.%Y")
    return int(text) if text.isdigit() else text


def type_rows(sheet: Worksheet, rows: list[dict[str, str]]) -> None:
    """Type rows into the first free ones; on «Паспорт» beside their names."""
    columns = {cell.value: cell.column for cell in sheet[3]}
    free = next(row for row in range(5, 200) if sheet.cell(row, 1).value is None)
    names = {sheet.cell(row, 2).value: row for row in range(5, free)}
    for number, row in enumerate(rows):
        for heading, text in row.items():
            place = names[row["Название"]] if sheet.title == "Паспорт" else free + number
            cell = sheet.cell(place, columns[heading])
            cell.value = _typed(text, cell.number_format)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The page has been followed to its end."""
    place = tmp_path / "Наш район"
    new_folder("blank", place, 2026)
    book = load_workbook(place / PROGRAMME)
    for name, rows in tables().items():
        type_rows(book[name], rows)
    book.save(place / PROGRAMME)
    return place


def test_the_first_look_is_a_list_of_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "Наш район"
    new_folder("blank", folder, 2026)

    errors = [issue for issue in lint(folder) if issue.severity is Severity.ERROR]

    assert {issue.sheet for issue in errors} == {"Паспорт", "Поля"}
    assert len(errors) == len(tables()["Паспорт"]) + 1, "the page fills in every row that is asked for"


def test_after_the_page_the_programme_is_sound_and_goes_the_whole_way(folder: Path) -> None:
    assert [issue.message for issue in lint(folder) if issue.severity is not Severity.REMARK] == []
    programme = load_programme(folder / PROGRAMME)
    assert len(programme.indicators) == len(tables()["Показатели"])

    assert len(issue_tables(folder)) == 2
    assert not write_plan_files(folder).plan.undated
    for school in programme.reporting:
        send(folder, programme, school, answers(programme, school))
    assert [one.returned.count(Severity.ERROR) for one in collect(folder)] == [0, 0]
    summary = build_summary(folder)
    assert summary.municipality["2.1"].denominator is not None
    counts = {one.link: one.have for one in link_counts(folder_status(folder).cycle)}
    assert (counts[Link.ANALYSIS], counts[Link.DECISIONS]) == (2, 1)


def test_the_tried_book_begins_the_real_folder(folder: Path, tmp_path: Path) -> None:
    made = new_folder(str(folder / PROGRAMME), tmp_path / "Мониторинг 2026")
    assert load_programme(made).passport.code == "primer"
