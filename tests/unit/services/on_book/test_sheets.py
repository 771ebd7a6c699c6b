"""Sheets that commands add: what a killed command has left is used, what the user owns is never touched."""

from __future__ import annotations

from typing import Any

import pytest

from metodist.hosts.closed import ClosedApp
from metodist.hosts.engine import book_over, register
from metodist.services.on_book import sheets
from metodist.services.on_book.sheets import added_sheet, cleared_of


@pytest.fixture
def book() -> Any:
    app = ClosedApp()
    return book_over(register(app), app.new_book())


def names(book: Any) -> list[str]:
    return [sheet.name for sheet in book.sheets]


def test_an_empty_sheet_that_a_killed_command_left_is_used(book):
    left = book.sheets.add("Протокол")
    assert added_sheet(book, "Протокол").name == left.name
    assert names(book).count("Протокол") == 1


def test_a_sheet_of_the_users_own_is_neither_used_nor_deleted(book):
    book.sheets.add("Расхождения").range("A1").value = "мои заметки"

    assert added_sheet(book, "Расхождения") is None
    assert not cleared_of(book, "Расхождения", "Расхождения: ")
    assert book.sheets["Расхождения"].range("A1").value == "мои заметки"


def test_an_earlier_list_of_ours_is_deleted(book):
    book.sheets.add("Расхождения").range("A1").value = "Расхождения: 3"
    assert cleared_of(book, "Расхождения", "Расхождения: ")
    assert "Расхождения" not in names(book)


def test_a_book_that_takes_sheets_but_no_texts_is_left_as_it_was(book, monkeypatch):
    """So does LibreOffice with a file that is open for reading only."""
    before, real = names(book), sheets.permitted
    answers = iter([True, False])

    def permitted(action: Any) -> bool:
        return real(action) and next(answers, True)

    monkeypatch.setattr(sheets, "permitted", permitted)
    assert added_sheet(book, "Протокол") is None
    assert names(book) == before
