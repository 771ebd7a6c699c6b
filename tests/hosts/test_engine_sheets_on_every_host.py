"""What commands need of sheets, looks, links and files, on every host alike."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from metodist.errors import UserError


def test_sheets_are_added_renamed_hidden_copied_and_deleted(book_of):
    book = book_of(["данные"])

    book.sheets.add("Замечания", after="Лист")
    book.sheets.add("Первый", before="Лист")
    assert [sheet.name for sheet in book.sheets] == ["Первый", "Лист", "Замечания"]

    book.sheets["Замечания"].visible = False
    assert not book.sheets["Замечания"].visible
    book.sheets["Замечания"].visible = True
    book.sheets["Первый"].delete()
    book.sheets["Лист"].copy(after=book.sheets["Лист"], name="Копия")

    assert [sheet.name for sheet in book.sheets] == ["Лист", "Копия", "Замечания"]
    assert book.sheets["Копия"]["A1"].value == "данные"
    assert "замечания" in book.sheets


def test_the_last_sheet_stays(book_of):
    book = book_of()

    with pytest.raises(UserError, match="единственный"):
        book.sheets["Лист"].delete()


def test_looks_are_set_and_read(book_of):
    cell = book_of(["текст"]).sheets[0]["A1"]

    cell.color = "#ffc7ce"
    cell.number_format = "0.0%"
    cell.font.bold = True
    cell.font.size = 14
    cell.font.color = (0, 97, 0)
    cell.wrap_text = True
    cell.column_width = 20
    cell.row_height = 30

    assert (cell.color, cell.number_format) == ((255, 199, 206), "0.0%")
    assert (cell.font.bold, cell.font.italic, cell.font.size, cell.font.color) == (True, False, 14, (0, 97, 0))
    assert cell.wrap_text
    assert cell.column_width == pytest.approx(20, abs=0.1)
    assert cell.row_height == pytest.approx(30, abs=0.1)
    cell.color = None
    assert cell.color is None


def test_clearing_takes_contents_or_formats(book_of):
    sheet = book_of(["а", "б"]).sheets[0]
    sheet["A1:B1"].color = (255, 0, 0)

    sheet["A1"].clear_contents()
    sheet["B1"].clear_formats()

    assert (sheet["A1"].value, sheet["A1"].color) == (None, (255, 0, 0))
    assert (sheet["B1"].value, sheet["B1"].color) == ("б", None)


def test_links_lead_into_the_book_and_to_files(book_of, tmp_path):
    sheet = book_of().sheets[0]
    note = tmp_path / "Справка.docx"

    sheet["A1"].add_hyperlink("#'Лист'!B7", "Кадры, B7")
    sheet["A2"].add_hyperlink(str(note), "Справка")

    assert sheet["A1:A2"].value == ["Кадры, B7", "Справка"]
    assert sheet["A1"].hyperlink.replace("'", "") == "#Лист!B7"
    assert sheet["A2"].hyperlink == str(note)


def test_a_saved_book_holds_what_was_written(host, book_of, tmp_path):
    book = book_of(["=1+1", "007", dt.date(2026, 5, 17), True])
    target = tmp_path / "Книга с пробелом.xlsx"

    book.save(target)

    assert (book.name, Path(book.fullname)) == (target.name, target)
    (row,) = openpyxl.load_workbook(target).active.iter_rows(values_only=True)
    assert row == ("=1+1", "007", dt.datetime(2026, 5, 17), True)


def test_a_copy_holds_unsaved_work_and_the_book_stays(host, book_of, tmp_path):
    book = book_of(["до"])
    book.save(tmp_path / "Книга.xlsx")
    book.sheets[0]["A1"].value = "после"

    book.impl.grid.save_copy(str(tmp_path / "Копия.xlsx"))

    assert book.name == "Книга.xlsx"
    assert openpyxl.load_workbook(tmp_path / "Копия.xlsx").active["A1"].value == "после"
    assert openpyxl.load_workbook(tmp_path / "Книга.xlsx").active["A1"].value == "до"


def test_a_book_never_saved_says_so(book_of):
    with pytest.raises(UserError, match="ещё ни разу не сохранена"):
        book_of().save()


def test_custom_properties_carry_the_identity(host, book_of, tmp_path):
    grid = book_of().impl.grid

    grid.set_custom_property("metodist", "krymsk;2026;001")
    grid.save(str(tmp_path / "Таблица.xlsx"))

    assert grid.custom_property("metodist") == "krymsk;2026;001"
    assert grid.custom_property("нет") is None
    assert openpyxl.load_workbook(tmp_path / "Таблица.xlsx").custom_doc_props["metodist"].value == "krymsk;2026;001"
