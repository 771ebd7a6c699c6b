"""Pictures: the copy that is shown opens on the wanted sheet, and a picture is kept small."""

from __future__ import annotations

import pytest
from openpyxl import Workbook, load_workbook
from PIL import Image

from picture_office import keep, show_sheet


@pytest.fixture
def workbook(tmp_path):
    book = Workbook()
    book.active.title = "Титул"
    for name in ("Кадры", "Проверка"):
        book.create_sheet(name)["A1"] = name
    book["Кадры"].freeze_panes = "B5"
    path = tmp_path / "таблица.xlsx"
    book.save(path)
    return path


def test_the_copy_opens_on_the_wanted_sheet_and_only_there(workbook, tmp_path):
    copy = tmp_path / "copy.xlsx"
    show_sheet(workbook, copy, "Кадры")
    shown = load_workbook(copy)
    assert shown.active.title == "Кадры"
    assert [sheet.title for sheet in shown if sheet.sheet_view.tabSelected] == ["Кадры"]
    assert shown["Проверка"]["A1"].value == "Проверка"


def test_it_may_be_scrolled(workbook, tmp_path):
    copy = tmp_path / "copy.xlsx"
    show_sheet(workbook, copy, "Кадры", "H20")
    assert load_workbook(copy)["Кадры"].sheet_view.pane.topLeftCell == "H20"


def test_a_sheet_that_is_not_there_is_named(workbook, tmp_path):
    with pytest.raises(ValueError, match="«Свод»"):
        show_sheet(workbook, tmp_path / "copy.xlsx", "Свод")


def test_a_picture_is_kept_with_few_colours(tmp_path):
    picture = Image.linear_gradient("L").convert("RGB")
    keep(picture, tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as kept:
        assert kept.mode == "P"
        assert kept.size == picture.size
        assert len(kept.convert("RGB").getcolors()) <= 128
