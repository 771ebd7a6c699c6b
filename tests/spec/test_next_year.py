"""The next year: last year's numbers, a new folder from the old one."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from metodist.domain.programme import Programme
from metodist.domain.returns import Status
from metodist.layout.school_table import table_spec
from metodist.services.collecting import collect
from metodist.services.demo_fill import fill_table
from metodist.services.issuing import issue_tables
from metodist.services.last_year import last_year
from metodist.services.programmes import new_folder
from metodist.services.summarising import build_summary
from metodist.services.working_folder import INBOX, INDEX, PROGRAMME, load_programme, open_folder
from programme_text import SMALL, write_programme
from working_folder_story import answers, issued_folder, send


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return issued_folder(tmp_path)


@pytest.fixture
def programme(folder: Path) -> Programme:
    return load_programme(folder / PROGRAMME)


def test_last_years_numbers_stand_in_the_new_tables(folder, programme):
    """A change is measured against what the school handed in the year before."""
    first, second = programme.reporting
    send(folder, programme, first, answers(programme, first))
    collect(folder)
    was = answers(programme, first).facts
    write_programme(folder / PROGRAMME, SMALL.replace("Отчётный год ¦ 2026", "Отчётный год ¦ 2027"))
    issue_tables(folder)
    programme = load_programme(folder / PROGRAMME)
    spec = table_spec(programme, first)
    cells = {cell.fact.name: cell for cell in spec.facts}
    tables = sorted((folder / "Таблицы").glob("*2027.xlsx"))
    sheet = load_workbook(tables[0])["Сведения"]
    place = cells["Участников сообществ в прошлом году"]
    assert sheet.cell(place.row, place.column).value == was["Участников сообществ"]
    shown = [cell.value for cell in sheet[cells["Педагогов по штату"].row]]
    assert was["Педагогов по штату"] in shown
    assert load_workbook(tables[1])["Сведения"].cell(place.row, place.column).value is None

    send_to = folder / INBOX / tables[0].name
    fill_table(tables[0], spec, answers(programme, first), send_to)
    (taken,) = collect(folder)
    assert taken.returned.findings == ()
    assert taken.returned.status is Status.ACCEPTED
    assert [school.code for school in build_summary(folder).missing] == [second.code]


def test_last_years_numbers_outlive_the_index(folder, programme):
    first = programme.reporting[0]
    send(folder, programme, first, answers(programme, first))
    collect(folder)
    write_programme(folder / PROGRAMME, SMALL.replace("Отчётный год ¦ 2026", "Отчётный год ¦ 2027"))
    (folder / INDEX).unlink()
    assert set(last_year(open_folder(folder)).schools) == {first.code}


def test_a_new_year_begins_from_last_years_folder(folder, programme, tmp_path_factory):
    """The programme as it was edited comes along, and so does the archive."""
    first = programme.reporting[0]
    send(folder, programme, first, answers(programme, first))
    collect(folder)
    following = tmp_path_factory.mktemp("год") / "Мониторинг 2027"
    new_folder(str(folder), following, 2027)
    issue_tables(following)
    table = next((following / "Таблицы").glob("ОО-01 *2027.xlsx"))
    place = next(cell for cell in table_spec(programme, first).facts if cell.fact.name.endswith("в прошлом году"))
    was = answers(programme, first).facts["Участников сообществ"]
    assert load_workbook(table)["Сведения"].cell(place.row, place.column).value == was
    alone = tmp_path_factory.mktemp("книга") / "Новая"
    new_folder(str(folder / PROGRAMME), alone)
    assert not (alone / INDEX).exists()
    assert load_programme(alone / PROGRAMME) == programme
