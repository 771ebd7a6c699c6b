"""«План.xlsx» as a file: sheets, places, what may be entered, how it prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from metodist.layout.plan_book import write_plan
from metodist.layout.plan_sheets import places as at
from metodist.programme.plan import plan_of
from programme_text import programme_from, with_sheet

ROADMAP = """
№ ¦ Вид ¦ Раздел ¦ Мероприятие ¦ Срок ¦ Ответственный
1 ¦ мероприятие ¦ Молодые педагоги ¦ Форум ¦ апрель ¦ ИМЦ
2 ¦ мероприятие ¦ Молодые педагоги ¦ Отчёт ¦ до 15 марта ¦ ИМЦ
3 ¦ решение ¦ Конкурсы ¦ Семинары ¦ по графику ¦
"""
TODAY = date(2026, 4, 15)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("plan") / "План.xlsx"
    write_plan(plan_of(programme_from(with_sheet("Дорожная карта", ROADMAP))), path, TODAY)
    return load_workbook(path)


def test_the_calendar_is_in_the_order_of_dates(book: Workbook) -> None:
    rows = book["Циклограмма"].iter_rows(min_row=at.HEAD_ROW, max_col=5, values_only=True)

    assert [tuple(str(value or "")[:16] for value in row) for row in rows] == [
        ("Начало", "Окончание", "Срок", "№", "Что сделать"),
        ("2025-11-01 00:00", "2025-11-30 00:00", "ноябрь 2025 года", "1", "Мониторинг профе"),
        ("2026-03-15 00:00", "2026-03-15 00:00", "до 15.03.2026", "2", "Отчёт"),
        ("2026-04-01 00:00", "2026-04-30 00:00", "апрель 2026 года", "1", "Форум"),
        ("2026-11-01 00:00", "2026-11-30 00:00", "ноябрь 2026 года", "1", "Мониторинг профе"),
        ("2027-11-01 00:00", "2027-11-30 00:00", "ноябрь 2027 года", "1", "Мониторинг профе"),
    ]


def test_a_row_says_who_answers_in_which_section(book: Workbook) -> None:
    row = [cell.value for cell in book["Циклограмма"][8]]

    assert row[at.RESPONSIBLE - 1 : at.KIND] == ["ИМЦ", "Молодые педагоги", "мероприятие"]


def test_today_is_the_clock_and_may_be_overwritten(book: Workbook) -> None:
    cell = book["Циклограмма"].cell(at.TODAY_ROW, at.TODAY_COLUMN)

    assert cell.value == "=TODAY()"
    assert not cell.protection.locked
    assert book.defined_names["День_плана"].attr_text == "'Циклограмма'!$C$3"


def test_only_what_is_entered_by_hand_is_open(book: Workbook) -> None:
    open_cells = {
        f"{sheet.title} {cell.coordinate}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }

    entered = {f"Циклограмма {letter}{row}" for letter in "GHI" for row in range(6, 11)}
    assert open_cells == entered | {"Циклограмма C3", "План-график C5"}
    assert all(sheet.protection.sheet and not sheet.protection.autoFilter for sheet in book)


def test_statuses_and_days_are_checked(book: Workbook) -> None:
    rules = {str(rule.sqref): rule for rule in book["Циклограмма"].data_validations.dataValidation}

    assert rules["G6:G10"].formula1 == '"не начато,выполняется,выполнено,отменено"'
    assert rules["H6:H10"].type == "date"
    years = {str(rule.sqref): rule.formula1 for rule in book["План-график"].data_validations.dataValidation}
    assert years == {"C5": '"2025,2026,2027"'}


def test_service_columns_are_hidden(book: Workbook) -> None:
    hidden = [each for each in book["Циклограмма"].column_dimensions.values() if each.hidden]

    assert [(each.min, each.max) for each in hidden] == [(at.UID, at.PEOPLE_KEY)]


def test_the_grid_has_sections_rows_and_months(book: Workbook) -> None:
    sheet = book["План-график"]
    titles = [(sheet.cell(row, 1).value, sheet.cell(row, 2).value) for row in range(10, sheet.max_row + 1)]
    months = [cell.value for cell in sheet[7]][5:]

    assert titles == [
        ("Молодые педагоги", None),
        ("1", "Форум"),
        ("2", "Отчёт"),
        ("Конкурсы", None),
        ("3", "Семинары"),
        ("Мониторинги", None),
        ("1", "Мониторинг профессиональных дефицитов"),
    ]
    assert " ".join(months) == "янв фев мар апр май июн июл авг сен окт ноя дек янв фев мар апр май"


def test_what_has_no_date_says_why_and_how_to_mend_it(book: Workbook) -> None:
    row = [cell.value for cell in book["Без срока"][6]]

    assert row[:6] == ["3", "решение", "Семинары", "Конкурсы", None, "по графику"]
    assert row[6] == "«по графику»: назван график или документ, но не сам срок."
    assert "октябрь, февраль" in row[7]


def test_the_readings_of_terms_name_the_dates_of_this_programme(book: Workbook) -> None:
    readings = {row[0]: row[3] for row in book["Без срока"].iter_rows(min_row=9, values_only=True) if row[0]}

    assert readings["«в течение учебного года»"] == "с 1 сентября 2026 по 31 мая 2027 года (2026/2027 учебный год)"
    assert readings["«ежегодно», «каждого года»"] == "в каждом году программы (2025–2027)"


def test_every_sheet_prints_on_a4_with_its_footer(book: Workbook) -> None:
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "Примерный район" in str(sheet.oddFooter.center.text)
        assert sheet.freeze_panes


def test_a_failed_write_leaves_the_plan_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "нет такой папки" / "План.xlsx"

    with pytest.raises(OSError, match="нет такой папки"):
        write_plan(plan_of(programme_from(with_sheet("Дорожная карта", ROADMAP))), target, TODAY)

    assert list(tmp_path.iterdir()) == []
