"""``workbooks/blank.xlsx``: complete, its examples are no programme until they are taken, its lists follow."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from blank_book.choices import OFFERED
from blank_programme import BLANK, fill_passport, filled
from metodist.domain.findings import Severity
from metodist.layout.school_table import table_spec
from metodist.programme.lint import lint_programme
from metodist.programme.reader import read_programme
from metodist.programme.schema import SCHEMA
from metodist.programme.unread import CHOICES, is_example
from metodist.services.programmes import new_folder


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(BLANK)


@pytest.mark.parametrize("schema", SCHEMA, ids=lambda schema: schema.name)
def test_every_sheet_explains_itself_and_has_an_example(book: Workbook, schema) -> None:
    sheet = book[schema.name]
    assert [cell.value for cell in sheet[3]] == [column.heading for column in schema.columns]
    assert all(column.explanation in str(cell.value) for column, cell in zip(schema.columns, sheet[4], strict=True))
    rows = [row for row in sheet.iter_rows(min_row=5, values_only=True) if is_example(row)]
    assert rows, "add one to scripts/blank_book/examples.txt"


def test_lint_lists_what_is_left_to_fill_in() -> None:
    reading = read_programme(BLANK)

    assert reading.programme is None
    told = [(issue.sheet, issue.message.split(":")[0]) for issue in reading.issues]
    assert ("Паспорт", "В строке «Отчётный год» нет значения") in told
    assert ("Поля", "Нет реестра «Кадры»") in told
    assert {sheet for sheet, _ in told} == {"Паспорт", "Поля"}, "examples say nothing"


def test_with_the_examples_taken_it_is_a_programme_of_its_own(tmp_path: Path) -> None:
    reading = read_programme(filled(tmp_path / "Программа.xlsx"))

    assert reading.issues == ()
    programme = reading.programme
    assert programme is not None
    assert [issue.message for issue in lint_programme(programme) if issue.severity is Severity.ERROR] == []
    assert [len(goal.title) > 0 for goal in programme.goals] == [True, True]
    assert [register.name for register in programme.registers] == ["Кадры", "Конкурсы"]
    assert len(programme.views[0].steps) == 3
    assert [area.sheet for area in table_spec(programme, programme.reporting[0]).registers] == ["Кадры", "Конкурсы"]


def test_words_are_demanded_and_what_is_entered_elsewhere_is_offered(book: Workbook) -> None:
    for schema in SCHEMA:
        rules = {str(rule.sqref).split(":")[0][:-1]: rule for rule in book[schema.name].data_validations.dataValidation}
        for number, column in enumerate(schema.columns, 1):
            rule = rules.get(book[schema.name].cell(5, number).column_letter)
            offered = OFFERED.get((schema.name, column.heading))
            if column.words:
                assert rule is not None, (schema.name, column.heading)
                assert rule.showErrorMessage
            elif offered:
                assert rule is not None, (schema.name, column.heading)
                assert (rule.formula1, rule.showErrorMessage) == (offered, False)
                assert offered in book.defined_names


def test_the_hidden_sheet_is_passed_over(book: Workbook) -> None:
    assert book[CHOICES].sheet_state == "hidden"
    assert [issue for issue in read_programme(BLANK).issues if issue.sheet == CHOICES] == []


def test_a_new_folder_with_a_year_is_filled_in_and_read(tmp_path: Path) -> None:
    path = new_folder("blank", tmp_path / "Наш район", 2027)
    book = load_workbook(path)
    fill_passport(book)
    book.save(path)

    messages = [issue.message for issue in read_programme(path).issues]
    assert messages == ["Нет реестра «Кадры»: без него нельзя считать педагогов."]
    year = next(row[2].value for row in book["Паспорт"].iter_rows(min_row=5) if row[1].value == "Отчётный год")
    assert year == 2027


def test_an_example_begins_with_its_word() -> None:
    assert is_example(("пример: 1", "Цель"))
    assert not is_example(("Примерный район", "Цель"))
    assert not is_example(())
    assert not is_example((None, "Пример: 1"))
