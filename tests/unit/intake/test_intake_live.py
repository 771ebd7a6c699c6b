"""An open workbook in the shape that the checks work on."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from metodist.intake.cells import RawCell
from metodist.intake.live import LiveMemory, LiveSheet, live_book, raw_cell


@pytest.mark.parametrize(
    ("value", "formula", "cell"),
    [
        (5.0, "5", RawCell("n", "5")),
        (0.1, "0.1", RawCell("n", "0.1")),
        # in a currency format, as Excel gives it
        (Decimal("1250.1235"), "1250.123456", RawCell("n", "1250.123456")),
        (Decimal("12"), "12", RawCell("n", "12")),
        (Decimal("0.3333"), "=1/3", RawCell("n", "0.3333", "1/3")),
        (True, "TRUE", RawCell("b", "1")),
        ("да", "да", RawCell("s", "да")),
        (datetime(2026, 9, 1), "46266", RawCell("n", "46266", form="date")),
        (datetime(2026, 9, 1, 12), "46266.5", RawCell("n", "46266.5", form="date")),
        (3.0, "=1+2", RawCell("n", "3", "1+2")),
        ("#DIV/0!", "=1/0", RawCell("e", "#DIV/0!", "1/0")),
        (3.0, "{=SUM(A1:A2*1)}", RawCell("n", "3", "SUM(A1:A2*1)")),
        ("{=нет}", "{=нет}", RawCell("s", "{=нет}")),
        (None, '=""', RawCell("", "", '""')),
        ("=1+2", "=1+2", RawCell("s", "=1+2")),
        (None, "", None),
        ("", "", None),
    ],
)
def test_a_cell_is_read_as_from_a_file(value, formula, cell):
    assert raw_cell(value, formula) == cell


def test_places_count_from_where_the_block_begins():
    book = live_book([LiveSheet("Кадры", True, 3, 2, [["а", None], [None, 1.0]], [["а", ""], ["", "1"]])], {})
    assert book.sheets[0].cells == {(3, 2): RawCell("s", "а"), (4, 3): RawCell("n", "1")}


def test_a_hidden_sheet_is_known_as_one_and_a_name_loses_its_sign():
    book = live_book([LiveSheet("Служебный", False, 1, 1, [[1.0]], [["1"]])], {"metodist_id": "='Служебный'!$A$1"})
    assert (book.sheets[0].state, book.names) == ("hidden", {"metodist_id": "'Служебный'!$A$1"})


def sheet(*rows, visible=True):
    """A sheet of constants."""
    texts = [["" if value is None else str(value) for value in row] for row in rows]
    return LiveSheet("Кадры", visible, 1, 1, [list(row) for row in rows], texts)


@pytest.mark.parametrize(
    "now",
    [
        sheet(["а", 1.0], ["б", None]),
        sheet(["а", 1.0], ["б", 2.0], ["в", 3.0]),
        sheet(["а", 1.0]),
        sheet(["а", True], ["б", 2.0]),
        sheet(["а", 1.0], ["б", 2.0], visible=False),
        sheet(["а", 1.0, "г"], ["б", 2.0, None]),
        LiveSheet("Кадры", True, 2, 1, [["а", 1.0], ["б", 2.0]], [["а", "1.0"], ["б", "2.0"]]),
        LiveSheet("Кадры", True, 1, 1, [["а", 1.0], ["б", 2.0]], [["а", "=2-1"], ["б", "2.0"]]),
        sheet(["а", 1.0], ["б", 2.0]),
    ],
)
def test_a_book_read_before_is_read_as_if_it_never_was(now):
    memory = LiveMemory()
    live_book([sheet(["а", 1.0], ["б", 2.0])], {}, memory)

    assert live_book([now], {}, memory) == live_book([now], {})


def test_a_sheet_that_stands_as_it_did_is_not_read_again():
    memory = LiveMemory()
    first, again = (memory.sheet("книга", sheet(["а", 1.0])) for _ in range(2))

    assert first is again
    assert memory.sheet("другая", sheet(["а", 1.0])) is not first
