"""What commands need of xlwings, on every host alike."""

from __future__ import annotations

import datetime as dt
import math

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Protection
from openpyxl.workbook.protection import WorkbookProtection

from metodist.errors import UserError
from metodist.hosts.closed import new_closed, open_closed
from metodist.hosts.engine import book_over, register

TEACHERS = (
    ["ФИО", "Стаж", "Аттестован", "Дата"],
    ["Иванова А. А.", 5, True, dt.date(2026, 1, 10)],
    ["Петрова Б. Б.", 7.5, False, dt.datetime(2026, 1, 11, 8, 30)],
    ["Сидорова В. В.", None, None, None],
)


def test_values_come_back_with_their_kinds(book_of):
    sheet = book_of(*TEACHERS).sheets["Лист"]

    assert sheet["A2:D3"].value == [
        ["Иванова А. А.", 5.0, True, dt.datetime(2026, 1, 10)],
        ["Петрова Б. Б.", 7.5, False, dt.datetime(2026, 1, 11, 8, 30)],
    ]
    assert sheet["B4"].value is None
    assert type(sheet["C2"].value) is bool


def test_options_shape_what_is_read(book_of):
    sheet = book_of(*TEACHERS).sheets["Лист"]

    assert sheet["A1"].options(ndim=2).value == [["ФИО"]]
    assert sheet["B2"].options(numbers=int).value == 5
    assert sheet["D2"].options(dates=dt.date).value == dt.date(2026, 1, 10)
    assert sheet["B4"].options(empty="—").value == "—"
    assert sheet["A1"].options(expand="table", ndim=2).value[0] == TEACHERS[0]


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        (None, None),
        ("", None),
        (math.nan, None),
        (math.inf, None),
        ("007", "007"),
        (dt.timedelta(hours=36), 1.5),
        (dt.datetime(2026, 2, 28, 23, 59, 59), dt.datetime(2026, 2, 28, 23, 59, 59)),
    ],
)
def test_one_value_of_each_odd_kind(book_of, written, cell):
    sheet = book_of(["до"]).sheets[0]

    sheet["A1"].value = written

    assert sheet["A1"].value == cell


def test_a_list_is_a_row_and_a_scalar_fills(book_of):
    sheet = book_of().sheets[0]

    sheet["A1"].value = [1, None, "три"]
    sheet["A2:C3"].value = "да"
    sheet["E1"].options(transpose=True).value = [1, 2, 3]

    assert sheet["A1:C3"].value == [[1.0, None, "три"], ["да"] * 3, ["да"] * 3]
    assert sheet["E1:E3"].value == [1.0, 2.0, 3.0]


def test_a_date_keeps_the_format_that_its_cell_has(book_of):
    sheet = book_of().sheets[0]
    sheet["A1"].number_format = "yyyy-mm-dd"

    sheet["A1:B1"].value = [dt.date(2026, 5, 17), dt.date(2026, 5, 17)]

    assert [sheet[cell].number_format.lower() for cell in ("A1", "B1")] == ["yyyy-mm-dd", "dd.mm.yyyy"]


def test_formulas_read_as_excel_writes_them(host, book_of):
    sheet = book_of([2, 3], [4, 5]).sheets[0]

    sheet["C1"].value = "=SUM(A1:B1)"
    sheet["D1:D2"].formula = '=IF(A1>=4,A1*$B$1,"")'

    assert sheet["C1"].formula == "=SUM(A1:B1)"
    assert sheet["D1:D2"].formula == (('=IF(A1>=4,A1*$B$1,"")',), ('=IF(A2>=4,A2*$B$1,"")',))
    if host.recalculates:
        assert sheet["C1:D2"].value == [[5.0, None], [None, 12.0]]


def test_text_in_a_text_cell_stays_text_though_it_looks_like_a_formula(book_of):
    sheet = book_of().sheets[0]
    sheet["A1:B1"].number_format = "@"

    sheet["A1:C1"].value = ["=1+1", "007", "=1+1"]

    assert sheet["A1:B1"].value == ["=1+1", "007"]
    assert sheet["C1"].formula == "=1+1"


@pytest.mark.office
def test_errors_are_empty_or_words(remote_app):
    sheet = book_over(register(remote_app), remote_app.new_book()).sheets[0]

    sheet["A1"].value = ["=1/0", "=NA()", "=НЕТТАКОЙ()", '=VALUE("а")']

    assert sheet["A1:D1"].value == [None] * 4
    assert sheet["A1:D1"].options(err_to_str=True).value == ["#DIV/0!", "#N/A", "#NAME?", "#VALUE!"]


def test_a_closed_file_gives_the_results_it_was_saved_with(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "Свод.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=1/0", value="#DIV/0!")
        sheet.write_formula("A2", "=1+1", value=2)
    cells = open_closed(tmp_path / "Свод.xlsx").sheets[0]

    assert cells["A1:A2"].options(err_to_str=True).value == ["#DIV/0!", 2.0]

    cells["A2"].value = "=1+2"

    assert cells["A2"].value is None  # nothing has computed it
    assert cells["A2"].formula == "=1+2"


def test_a_file_with_charts_is_not_maimed(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "Свод.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", [1, 2, 3])
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Sheet1!$A$1:$C$1"})
        sheet.insert_chart("A3", chart)
    before = (tmp_path / "Свод.xlsx").read_bytes()
    opened = open_closed(tmp_path / "Свод.xlsx")

    with pytest.raises(UserError, match="пропали бы"):
        opened.save()

    assert (tmp_path / "Свод.xlsx").read_bytes() == before


def test_a_closed_file_cannot_compute():
    with pytest.raises(UserError, match="Закрытый файл нельзя пересчитать"):
        new_closed().app.calculate()


def test_ranges_know_their_neighbourhood(book_of):
    book = book_of(*TEACHERS)
    sheet = book.sheets[0]

    assert sheet.used_range.address == "$A$1:$D$4"
    assert sheet["A1"].expand().address == "$A$1:$D$4"
    assert sheet["B2"].expand("down").address == "$B$2:$B$3"
    assert [sheet["A1"].end(way).address for way in ("down", "right")] == ["$A$4", "$D$1"]
    assert sheet["A1048576"].end("up").row == 4
    assert sheet["C3"].current_region.address == "$A$1:$D$4"
    assert sheet["B2:C3"].last_cell.address == "$C$3"
    assert sheet["A1"].offset(1, 2).resize(2, 2).get_address(False, False) == "C2:D3"
    assert sheet["A1"].get_address(external=True).endswith("]Лист!$A$1")


def test_used_range_begins_where_the_first_cell_is(book_of):
    sheet = book_of().sheets[0]

    sheet["C5"].value = [[1, 2], [3, 4]]

    assert sheet.used_range.address == "$C$5:$D$6"


def test_a_whole_column_is_read_without_a_million_cells(book_of):
    sheet = book_of(*TEACHERS).sheets[0]

    column = sheet["A:A"].value

    assert len(column) == 1048576
    assert column[3:5] == ["Сидорова В. В.", None]


def test_names_lead_to_ranges(book_of):
    book = book_of(*TEACHERS)
    book.sheets.add("Другой лист", after="Лист")

    book.names.add("Стаж", "=Лист!$B$2:$B$3")
    book.sheets["Другой лист"]["A1"].name = "Начало"

    assert book.names["Стаж"].refers_to_range.value == [5.0, 7.5]
    assert book.sheets["Лист"]["Стаж"].address == "$B$2:$B$3"
    assert book.names["Начало"].refers_to == "='Другой лист'!$A$1"
    assert book.sheets["Другой лист"]["A1"].name.name == "Начало"
    book.names["Начало"].delete()
    assert [name.name for name in book.names] == ["Стаж"]


@pytest.fixture
def protected(host, tmp_path):
    """A sheet that is protected but for B1:B9."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Кадры"
    sheet["A1"] = "ФИО"
    for row in range(1, 10):
        sheet[f"B{row}"].protection = Protection(locked=False)
    sheet.protection.set_password("секрет")
    sheet.protection.enable()
    book.save(tmp_path / "Таблица.xlsx")
    return host.open(tmp_path / "Таблица.xlsx")


@pytest.mark.parametrize("value", ["текст", "=1+1", [["ФИО", "Иванова А. А."]]])
def test_locked_cells_refuse_before_anything_is_written(protected, value):
    sheet = protected.sheets["Кадры"]

    with pytest.raises(
        UserError, match=r"Лист «Кадры» защищён, ячейки A1(:B1)? закрыты для записи\. Ничего не изменено"
    ):
        sheet["A1"].value = value

    assert sheet["A1:B1"].value == ["ФИО", None]


def test_open_cells_of_a_protected_sheet_take_values_and_marks(protected):
    sheet = protected.sheets["Кадры"]

    sheet["B1"].value = [["Иванова А. А."], [dt.date(2026, 5, 17)]]
    sheet["B1"].color = (255, 199, 206)

    assert sheet["B1:B2"].value == ["Иванова А. А.", dt.datetime(2026, 5, 17)]
    assert sheet["B1"].color == (255, 199, 206)


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet: setattr(sheet["A1"], "color", (1, 2, 3)),
        lambda sheet: setattr(sheet["A1"], "formula", "=1"),
        lambda sheet: sheet["A1:B1"].clear_contents(),
        lambda sheet: sheet["A1"].add_hyperlink("https://example.org", "ссылка"),
    ],
)
def test_no_way_leads_past_a_lock(protected, change):
    with pytest.raises(UserError, match="закрыты для записи"):
        change(protected.sheets["Кадры"])


def test_a_protected_structure_keeps_its_sheets(tmp_path):
    # LibreOffice forgets this lock when it loads .xlsx, so only closed files can show it
    book = openpyxl.Workbook()
    book.security = WorkbookProtection(lockStructure=True)
    book.save(tmp_path / "Таблица.xlsx")
    locked = open_closed(tmp_path / "Таблица.xlsx")

    for change in (lambda: locked.sheets.add("Замечания"), lambda: setattr(locked.sheets[0], "name", "Кадры")):
        with pytest.raises(UserError, match="защищена структура"):
            change()

    assert [sheet.name for sheet in locked.sheets] == ["Sheet"]


def test_what_runs_in_excel_runs_here(host, book_of):
    book = book_of(["а"])

    with book.app.properties(screen_updating=False, display_alerts=False, calculation="manual"):
        book.app.status_bar = "Проверяю"
        book.sheets[0].activate()
        book.sheets[0].autofit()
    book.app.status_bar = False

    assert book.app.screen_updating
    assert book.sheets.active.name == "Лист"
    assert book.app.alert("Готово", "Методист") == "ok"
    assert [open_book.name for open_book in book.app.books] == [book.name]


def test_a_missing_file_is_named(host, tmp_path):
    with pytest.raises(UserError, match=r"Файл «.*нет\.xlsx» не найден"):
        host.open(tmp_path / "нет.xlsx")
