"""School tables recalculated by LibreOffice: what every formula comes to is what was written with it.

Three tables, one conversion each: empty, filled in rightly, and with a fault of every kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from metodist.domain.fields import STAFF
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData
from metodist.domain.tables import TableSpec
from metodist.layout.check_sheet import GO, HOW_MANY, READINESS_ROW, SHEETS_ROW, WHAT, WHERE
from metodist.layout.plan import CHECK, FIRST_ROW, TITLE_PAGE
from metodist.layout.writer import write_table
from office import recalculated
from table_samples import FAULTS, bad_school, good_school, table_of

pytestmark = pytest.mark.office

SCHOOLS = {"empty": None, "good": good_school(), "bad": bad_school()}


@dataclass(frozen=True)
class Table:
    """A table as it was laid out, as it was written, and as LibreOffice computes and saves it."""

    spec: TableSpec
    written: Workbook
    again: Workbook
    formulas: Workbook


@pytest.fixture(scope="module")
def tables(small_programme: Programme, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Table]:
    folder = tmp_path_factory.mktemp("tables")
    return {name: made(small_programme, data, folder / name) for name, data in SCHOOLS.items()}


def made(programme: Programme, data: SchoolData | None, folder: Path) -> Table:
    folder.mkdir()
    spec, path = table_of(programme, data), folder / "Таблица.xlsx"
    write_table(spec, path)
    again = recalculated(path, folder / "again")
    shown = [openpyxl.load_workbook(file, data_only=True) for file in (path, again)]
    return Table(spec, shown[0], shown[1], openpyxl.load_workbook(path))


def computed(table: Table) -> Iterator[tuple[str, object, object]]:
    """Address, written value and computed value of every formula; blank and the empty text are one."""
    for sheet in table.formulas.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            values = [book[sheet.title][cell.coordinate].value for book in (table.written, table.again)]
            yield f"{sheet.title}!{cell.coordinate}", *(None if value == "" else value for value in values)


def differs(written: object, found: object) -> bool:
    if isinstance(written, int | float) and isinstance(found, int | float):
        return abs(written - found) > 1e-9
    return written != found


@pytest.mark.parametrize("name", SCHOOLS)
def test_every_formula_comes_to_the_value_that_was_written(tables, name):
    pairs = list(computed(tables[name]))
    assert len(pairs) > 1200
    assert [pair for pair in pairs if differs(*pair[1:])] == []


@pytest.mark.parametrize("name", SCHOOLS)
def test_no_cell_shows_an_error(tables, name):
    cells = (cell for sheet in tables[name].again.worksheets for row in sheet.iter_rows() for cell in row)
    assert [f"{cell.parent.title}!{cell.coordinate}" for cell in cells if cell.data_type == "e"] == []


def test_an_empty_table_says_what_is_missing(tables):
    book = tables["empty"].again
    assert book[CHECK].cell(READINESS_ROW, 1).value == "Готово 0 из 6, ошибок нет"
    assert open_lines(tables["empty"])[:2] == [
        ("Заполните лист «Кадры»: нужна хотя бы одна строка.", "Кадры", 1),
        ("Заполните: «Положение о наставничестве».", "Сведения", 1),
    ]


def test_a_complete_table_may_be_sent(tables):
    book = tables["good"].again
    ready = "Готово 42 из 42, ошибок нет. Таблицу можно отправлять"
    assert book[CHECK].cell(READINESS_ROW, 1).value == ready
    assert book[TITLE_PAGE].cell(3, 1).value == ready
    assert open_lines(tables["good"]) == [("Ошибок нет: всё обязательное заполнено.", None, None)]


def test_errors_stand_first_then_what_is_missing_then_what_is_to_be_looked_at(tables):
    lines = open_lines(tables["bad"])
    words = [line[0].split(":")[0].split(" ")[0] for line in lines]
    assert words == sorted(words, key=["Ошибка", "Заполните", "Проверьте"].index)
    assert ("Ошибка: «Дата диагностики» — Дата диагностики — в отчётном году", "Кадры", 1) in lines
    assert ("Ошибка: «ФИО» — этот педагог уже есть в другой строке.", "Кадры", 5) in lines
    assert ("Ошибка: «Педагог» — такого педагога нет на листе «Кадры».", "Конкурсы", 1) in lines
    assert ("Ошибка: «Вакансий» — значение не согласуется с другими графами.", "Сведения", 1) in lines
    assert ("Заполните документ: «Положение о наставничестве» — для «да» нужно его название.", "Сведения", 1) in lines


def open_lines(table: Table) -> list[tuple[object, object, object]]:
    """What «Проверка» lists: sentence, sheet, number of cells."""
    sheet = table.again[CHECK]
    first = SHEETS_ROW + 3 + 3
    rows = ([sheet.cell(row, column).value for column in (WHAT, WHERE, HOW_MANY)] for row in range(first, first + 60))
    return [tuple(value or None for value in row) for row in rows if row[0]]


def test_every_row_names_its_problem_in_the_sheet_too(tables):
    sheet = tables["bad"].again[STAFF]
    remark = next(s for s in tables["bad"].spec.sheets if s.name == STAFF).print_area.right
    texts = [sheet.cell(FIRST_ROW + index, remark).value or "" for index in range(len(FAULTS))]
    assert texts == list(FAULTS)


def test_links_lead_to_the_first_faulty_cell(tables):
    """LibreOffice stores the text of the link; where it leads is computed beside it."""
    sheet = tables["bad"].again["Служебный"]
    rows = {sheet.cell(row, 3).value: row for row in range(9, sheet.max_row + 1)}
    row = rows["Ошибка: «Предмет» — значения нет в списке."]
    place = tables["bad"].spec.registers[0]
    found = [sheet.cell(row, column).value for column in (5, 6, 7)]
    assert found == [1, FIRST_ROW + 3, "E"]
    assert place.columns["Предмет"] == 5
    assert tables["bad"].again[CHECK].cell(SHEETS_ROW + 6, GO).value == "перейти"


@pytest.mark.parametrize("name", ["good", "bad"])
def test_saving_by_another_program_keeps_what_was_typed(tables, name):
    table = tables[name]
    for sheet in table.spec.sheets:
        typed = {(c.row, c.column): c.value for c in sheet.cells if not c.locked and c.value is not None}
        kept = {at: table.again[sheet.name].cell(*at).value for at in typed}
        days = {at: value.date() if hasattr(value, "date") else value for at, value in kept.items()}
        assert days == typed


def test_saving_by_another_program_keeps_the_protection_and_the_lists(tables):
    book = tables["good"].again
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert all(sheet.protection.sheet for sheet in visible)
    assert book[STAFF].data_validations.count >= 10
    assert book.custom_doc_props["metodist"].value == tables["good"].spec.identity.stamp
