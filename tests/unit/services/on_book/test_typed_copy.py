"""The copy that is kept before a command: the saved file with what was typed since."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from metodist.intake.cells import BOOLEAN, NOTHING, NUMBER, TEXT, RawCell
from metodist.services.on_book.typed_copy import write_typed_copy


@pytest.fixture
def saved(tmp_path) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "Кадры"
    sheet["B7"], sheet["C7"], sheet["D7"] = "Иванова А. А.", 12, "=C7*2"
    sheet["C7"].fill = PatternFill("solid", fgColor="FFFFF8DC")
    book.create_sheet("Сведения")["A1"] = "как было"
    book.save(tmp_path / "таблица.xlsx")
    return tmp_path / "таблица.xlsx"


def copied(saved: Path, changes) -> Workbook:
    target = saved.with_name("копия.xlsx")
    assert write_typed_copy(saved, changes, target)
    return load_workbook(target)


def test_what_was_typed_stands_in_the_copy_and_the_rest_as_saved(saved):
    typed = {
        (7, 2): RawCell(TEXT, " Петрова Б. Б. <и др.>"),
        (7, 3): RawCell(NUMBER, "14.5"),
        (8, 1): RawCell(BOOLEAN, "1"),
        (3, 28): RawCell(TEXT, "=не формула"),
    }

    book = copied(saved, {"Кадры": typed})

    sheet = book["Кадры"]
    assert [sheet[cell].value for cell in ("B7", "C7", "D7", "A8", "AB3")] == [
        " Петрова Б. Б. <и др.>",
        14.5,
        "=C7*2",
        True,
        "=не формула",
    ]
    assert sheet["AB3"].data_type == "s"
    assert sheet["C7"].fill.fgColor.rgb == "FFFFF8DC"
    assert book["Сведения"]["A1"].value == "как было"
    assert book.calculation.fullCalcOnLoad


def test_an_emptied_cell_is_empty_and_a_formula_typed_over_a_number_is_a_formula(saved):
    book = copied(saved, {"Кадры": {(7, 2): None, (7, 3): RawCell(NOTHING, "", "6+6")}})

    assert book["Кадры"]["B7"].value is None
    assert book["Кадры"]["C7"].value == "=6+6"


def test_parts_that_did_not_change_are_the_same_bytes(saved):
    copied(saved, {"Кадры": {(7, 3): RawCell(NUMBER, "1")}})

    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(saved.with_name("копия.xlsx")) as new:
        assert new.testzip() is None
        assert new.namelist() == old.namelist()
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"xl/workbook.xml", "xl/worksheets/sheet1.xml"}


@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b"PK no zip"), lambda path: path.write_bytes(b"")])
def test_a_file_of_another_kind_is_left_to_the_host(saved, spoil):
    spoil(saved)

    assert not write_typed_copy(saved, {"Кадры": {(1, 1): None}}, saved.with_name("копия.xlsx"))
    assert not saved.with_name("копия.xlsx").exists()


def test_a_formula_that_was_typed_over_is_left_to_the_host(saved):
    """Others may be read from it, and the order of calculation names it: Excel would call the copy damaged."""
    typed = {"Кадры": {(7, 4): RawCell(NUMBER, "5")}}

    assert not write_typed_copy(saved, typed, saved.with_name("копия.xlsx"))


def test_a_sheet_that_the_file_lacks_is_left_to_the_host(saved):
    assert not write_typed_copy(saved, {"Новый": {(1, 1): None}}, saved.with_name("копия.xlsx"))
