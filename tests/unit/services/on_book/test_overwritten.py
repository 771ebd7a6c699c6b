"""Blocks that a command writes over come back exactly, and what was typed meanwhile is left alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from metodist.hosts.closed import ClosedApp
from metodist.hosts.engine import book_over, register
from metodist.services.on_book.overwritten import Block, block_of, named_area, put_back, standing, written


@pytest.fixture
def book() -> Any:
    app = ClosedApp()
    made = book_over(register(app), app.new_book())
    made.sheets[0].name = "Пульт"
    return made


@pytest.fixture
def sheet(book) -> Any:
    return book.sheets[0]


def over(book: Any, area: str, rows: list[list[Any]], name: str = "") -> Block:
    """A command that writes rows over an area and gives it a name."""
    sheet = book.sheets[0]
    block = standing(book, sheet, area, name)
    sheet.range(area).value = rows
    if name:
        book.names.add(name, f"='Пульт'!{sheet.range(area).address}")
    return written(book, sheet, block)


def test_texts_numbers_and_formulas_come_back(book, sheet):
    sheet.range("B2:C3").value = [["было", 5.0], [True, "=B2"]]
    block = over(book, "B2:C3", [["стало", 1], [2, 3]])

    assert put_back(book, block)

    assert sheet.range("B2:C2").value == ["было", 5.0]
    assert sheet.range("B3").value is True
    assert sheet.range("C3").formula == "=B2"


def test_links_come_back(book, sheet):
    sheet.range("B2").add_hyperlink("#'Пульт'!B9", "ниже", "ниже")
    block = over(book, "B2:B3", [["текст"], ["ещё"]])

    put_back(book, block)

    assert (sheet.range("B2").value, sheet.range("B2").hyperlink) == ("ниже", "#'Пульт'!B9")


def test_what_was_typed_meanwhile_stays(book, sheet):
    sheet.range("B2:C2").value = ["первое", "второе"]
    block = over(book, "B2:C2", [["новое", "новое"]])
    sheet.range("C2").value = "моё"

    assert put_back(book, block)

    assert sheet.range("B2:C2").value == ["первое", "моё"]


def test_a_named_block_is_found_where_it_has_moved(book, sheet):
    sheet.range("B5:B6").value = [["а"], ["б"]]
    block = over(book, "B5:B6", [["в"], ["г"]], "metodist_pult")
    sheet.range("B7:B8").value = [["в"], ["г"]]
    sheet.range("B5:B6").value = [["заметка"], [None]]
    book.names.add("metodist_pult", "='Пульт'!$B$7:$B$8")

    assert put_back(book, block)

    assert sheet.range("B5:B8").value == ["заметка", None, "а", "б"]


def test_a_block_that_was_torn_apart_is_left_and_told_of(book, sheet):
    block = over(book, "B5:B6", [["в"], ["г"]], "metodist_pult")
    book.names.add("metodist_pult", "='Пульт'!$B$5:$B$9")

    assert not put_back(book, block)
    assert sheet.range("B5").value == "в"


def test_the_name_stands_for_what_it_stood_for(book):
    first = over(book, "B5:B6", [["а"], ["б"]], "metodist_pult")
    second = over(book, "B5:B7", [["в"], ["г"], ["д"]], "metodist_pult")
    assert second.earlier == "B5:B6"

    put_back(book, second)
    assert named_area(book, "metodist_pult") == "B5:B6"
    put_back(book, first)
    assert named_area(book, "metodist_pult") == ""


def test_a_missing_sheet_is_told_of(book, sheet):
    block = replace(over(book, "B2:B2", [["а"]]), sheet="Удалён")
    assert not put_back(book, block)


def test_the_note_keeps_all_of_it(book, sheet):
    sheet.range("B2").add_hyperlink("#'Пульт'!B9", "ниже", "ниже")
    block = over(book, "B2:C3", [["x", 1.5], [None, True]], "metodist_pult")
    assert block_of(block.as_json()) == block
