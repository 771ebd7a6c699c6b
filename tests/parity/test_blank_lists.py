"""The blank's drop-downs in LibreOffice: values follow what is entered, and saving keeps rules and names."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from blank_programme import BLANK
from metodist.programme.unread import CHOICES
from office import recalculated

pytestmark = pytest.mark.office

GOALS, LISTS, FIELDS = ["1", "2", "3"], ["Предметы", "Предметы", "Категории"], [("Кадры", "ФИО"), ("Курсы", "Тема")]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """Goals, lists and fields typed below the examples, saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("blank")
    book = load_workbook(BLANK)
    for row, number in enumerate(GOALS, 8):  # a row is left out on purpose
        book["Цели"].cell(row, 1, number)
    for row, name in enumerate(LISTS, 14):
        book["Списки"].cell(row, 1, name)
    for row, (register, field) in enumerate(FIELDS, 20):
        book["Поля"].cell(row, 1, register)
        book["Поля"].cell(row, 2, field)
    book["Поля"].cell(30, 1, "Муниципалитет")
    book["Поля"].cell(30, 2, "Курсов проведено")
    for row, name in enumerate(("Выбор_цели", "Выбор_списки", "Выбор_где", "Выбор_блоки"), 200):
        book["Пульт"].cell(row, 20, f"=ROWS({name})")
        book["Пульт"].cell(row, 21, f"=INDEX({name},ROWS({name}))")
    book.save(folder / "книга.xlsx")
    return load_workbook(recalculated(folder / "книга.xlsx", folder / "again"), data_only=True)


def values(book: Workbook, name: str) -> list[object]:
    sheet = book[CHOICES]
    column = next(cell.column for cell in sheet[4] if cell.value == name)
    return [value for value in (sheet.cell(row, column).value for row in range(5, 30)) if value]


def test_lists_follow_what_is_entered_without_examples_and_repetitions(saved: Workbook) -> None:
    assert values(saved, "Выбор_цели") == GOALS
    assert values(saved, "Выбор_списки") == ["Предметы", "Категории"]
    assert values(saved, "Выбор_где") == ["Школы", "Кадры", "Сведения", "Муниципалитет", "Курсы"]
    assert values(saved, "Выбор_поля") == ["ФИО", "Тема", "Курсов проведено"]
    assert values(saved, "Выбор_сведения") == ["Курсов проведено"]


def test_names_end_where_the_values_end(saved: Workbook) -> None:
    shown = [[saved["Пульт"].cell(row, column).value for column in (20, 21)] for row in range(200, 204)]
    assert shown == [[3, "3"], [2, "Категории"], [5, "Курсы"], [1, None]]


def test_rules_and_names_are_kept_by_libreoffice(saved: Workbook) -> None:
    before = load_workbook(BLANK)
    for sheet in before.worksheets:
        rules = {(str(rule.sqref), rule.type) for rule in sheet.data_validations.dataValidation}
        kept = {(str(rule.sqref), rule.type) for rule in saved[sheet.title].data_validations.dataValidation}
        assert kept == rules, sheet.title
    assert set(before.defined_names) <= set(saved.defined_names)
