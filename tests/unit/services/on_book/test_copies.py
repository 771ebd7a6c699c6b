"""The copy of a book that nobody has touched is its file."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from metodist.domain.books import BookKind
from metodist.services.on_book.copies import keep_copy
from metodist.services.on_book.what_book import WhatBook


class Office:
    """A book in an office that writes copies of its own."""

    def __init__(self, *, modified: bool) -> None:
        self.modified = modified
        self.app = SimpleNamespace(engine=SimpleNamespace(name="metodist"))
        self.api = self

    def is_modified(self) -> bool:
        return self.modified

    def save_copy(self, path: str) -> None:
        Path(path).write_text("written by the office", encoding="utf-8")


@pytest.mark.parametrize(("modified", "text"), [(False, "as it lies"), (True, "written by the office")])
def test_only_a_book_that_was_touched_is_written_by_the_office(tmp_path, modified, text):
    path = tmp_path / "Свод.xlsx"
    path.write_text("as it lies", encoding="utf-8")
    book: Any = Office(modified=modified)

    kept = keep_copy(book, WhatBook(BookKind.SUMMARY, path.name, path, tmp_path, ()), "Запрос")

    assert kept.copy.read_text(encoding="utf-8") == text
