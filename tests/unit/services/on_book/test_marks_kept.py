"""A second press leaves the marks alone that it would only put again."""

from __future__ import annotations

from typing import Any

import pytest

from metodist.domain.findings import Severity
from metodist.hosts.closed import ClosedApp
from metodist.hosts.engine import book_over, register
from metodist.services.on_book.marks import put_marks, take_marks_off

ERROR, WARNING = Severity.ERROR, Severity.WARNING
BLUE = (0, 0, 255)


@pytest.fixture
def book() -> Any:
    app = ClosedApp()
    made = book_over(register(app), app.new_book())
    made.sheets[0].name = "Кадры"
    made.sheets[0]["B2"].color = BLUE
    return made


def place(cell: str) -> tuple[str, str]:
    return "Кадры", cell


def pressed(book: Any, before: Any, now: dict[tuple[str, str], Severity]) -> Any:
    return put_marks(book, now, take_marks_off(book, before, now)).marks


def test_a_mark_that_is_still_wanted_keeps_the_fill_of_before(book):
    marks = pressed(book, (), {place("B2"): ERROR, place("C3"): WARNING})

    again = pressed(book, marks, {place("B2"): ERROR})

    assert again == marks[:1]
    assert book.sheets[0]["C3"].color is None
    take_marks_off(book, again)
    assert book.sheets[0]["B2"].color == BLUE


def test_a_mark_of_another_weight_is_put_anew(book):
    marks = pressed(book, (), {place("B2"): WARNING})
    looked = book.sheets[0]["B2"].color

    again = pressed(book, marks, {place("B2"): ERROR})

    assert book.sheets[0]["B2"].color != looked
    take_marks_off(book, again)
    assert book.sheets[0]["B2"].color == BLUE


def test_a_mark_recorded_twice_is_one(book):
    marks = pressed(book, (), {place("B2"): ERROR})

    assert pressed(book, (*marks, *marks), {place("B2"): ERROR}) == marks


def test_a_cell_filled_by_hand_meanwhile_is_marked_over_that_fill(book):
    marks = pressed(book, (), {place("B2"): ERROR})
    book.sheets[0]["B2"].color = (1, 2, 3)

    again = pressed(book, marks, {place("B2"): ERROR})

    take_marks_off(book, again)
    assert book.sheets[0]["B2"].color == (1, 2, 3)


def test_marks_that_have_moved_with_inserted_rows_are_taken_away(book):
    sheet = book.sheets[0]
    marks = pressed(book, (), {place("B2"): ERROR, place("B3"): ERROR})
    red = sheet["B2"].color
    # as a row inserted above leaves it
    sheet["B2"].color, sheet["B3"].color, sheet["B4"].color = None, red, red

    take_marks_off(book, marks)

    assert red not in [sheet[f"B{row}"].color for row in range(1, 40)]


def test_a_mark_that_has_moved_and_is_still_wanted_keeps_the_fill_of_before(book):
    sheet = book.sheets[0]
    marks = pressed(book, (), {place("B2"): ERROR})
    sheet["B5"].color, sheet["B2"].color = sheet["B2"].color, None

    again = pressed(book, marks, {place("B5"): ERROR})

    take_marks_off(book, again)
    assert sheet["B5"].color == BLUE


def test_marks_are_noted_before_the_first_cell_is_filled(book):
    noted = []

    def note(marks):
        assert book.sheets[0]["B2"].color == BLUE
        assert book.sheets[0]["C3"].color is None
        noted.extend(marks)

    put = put_marks(book, {place("B2"): ERROR, place("C3"): WARNING}, note=note)

    assert tuple(noted) == put.marks
