"""The blank workbook as its user fills it in."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from blank_book.build import SAMPLES
from metodist.programme.passport_rows import PASSPORT_ROWS
from metodist.programme.schema import PASSPORT, SCHEMA

BLANK = Path(__file__).resolve().parents[1] / "workbooks" / "blank.xlsx"


def fill_passport(book: Workbook) -> None:
    """Type the samples that the explanations name into the values."""
    sheet = book[PASSPORT]
    rows = {str(row[1].value): row[2] for row in sheet.iter_rows(min_row=5) if row[0].value == "Основное"}
    for name, attribute, required, _ in PASSPORT_ROWS:
        if required and rows[name].value is None:
            rows[name].value = int(SAMPLES[attribute]) if attribute == "year" else SAMPLES[attribute]


def take_examples(book: Workbook) -> None:
    """Replace «Пример: » with nothing everywhere, as «Найти и заменить» does."""
    for schema in SCHEMA:
        for row in book[schema.name].iter_rows(min_row=5, max_col=1):
            text = row[0].value
            if isinstance(text, str):
                row[0].value = text.replace("Пример: ", "")


def filled(path: Path) -> Path:
    """The blank with its passport filled in and every example made a row of the programme."""
    book = load_workbook(BLANK)
    fill_passport(book)
    take_examples(book)
    book.save(path)
    return path
