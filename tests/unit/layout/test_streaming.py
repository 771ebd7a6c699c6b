"""A streamed list holds what XlsxWriter would have written row by row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from metodist.domain.programme import Programme
from metodist.layout.summary_book import write_summary
from metodist.layout.summary_sheets import streaming
from metodist.layout.summary_sheets.listing import (
    LINK_LOOKS,
    Entry,
    Link,
    ListColumn,
    Listing,
    write_listing,
    write_samples,
)
from metodist.layout.summary_sheets.pens import Looks, Pen
from metodist.layout.summary_sheets.streaming import Stream, splice
from summary_samples import sample_summary

COLUMNS = (
    ListColumn("Школа", 12),
    ListColumn("Число", 10, ("plain_number", "top")),
    ListColumn("Дата", 12, ("date", "top")),
    ListColumn("Когда", 18, ("moment", "top")),
    ListColumn("Источник", 14, LINK_LOOKS),
)
LINK = Link("Архив/а & б.xlsx", "строка 8", "'Курсы \"ПК\"'!A8")
ROWS: list[tuple[Entry, ...]] = [
    ("Школа № 1", 1, date(2026, 2, 28), datetime(2026, 12, 31, 23, 59), LINK),
    ("=СУММ(A1)", 1.0, date(1950, 1, 1), None, None),
    ("+7 900", -2.5, None, datetime(2026, 1, 1), LINK),
    ("<b> & «цена»  ", 0, date(2000, 2, 29), None, LINK),
    (" пробелы по краям ", 10**12, None, None, None),
    ("очень длинный текст, который переносится на несколько строк", None, None, None, LINK),
    ("две\nстроки", 1, date(2026, 2, 28), None, LINK),
    ("", None, None, None, None),
    (None, 1e-7, None, None, None),
    ("управляющий \x07 знак и _x0041_ дословно", 3, None, None, LINK),
]


def written(path: Path, rows: Sequence[tuple[Entry, ...]], *, streamed: bool) -> Path:
    """The list as a workbook, row by row or streamed."""
    listing = Listing("Кадры", COLUMNS, iter(rows), len(rows))
    with xlsxwriter.Workbook(path) as book:
        pen = Pen(book.add_worksheet("Кадры"), Looks(book))
        (write_samples if streamed else write_listing)(pen, listing)
    if not streamed:
        return path
    splice(path, [Stream("xl/worksheets/sheet1.xml", listing)], path.with_name("spliced.xlsx"))
    return path.with_name("spliced.xlsx")


def same(value: object) -> object:
    """openpyxl takes the escape of an underscore off shared strings, but leaves it in those of a cell's own."""
    return value.replace("x005F_", "") if isinstance(value, str) else value


def content(path: Path) -> dict[str, Any]:
    """Values, formulas, styles, heights and the table of the only sheet."""
    live, shown = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    sheet = live.worksheets[0]
    cells = {
        cell.coordinate: (
            same(cell.value),
            same(shown.worksheets[0][cell.coordinate].value),
            cell.number_format,
            cell.alignment.wrap_text,
            cell.alignment.horizontal,
            str(cell.font.color.rgb) if cell.font.color else None,
            cell.quotePrefix,
        )
        for row in sheet.iter_rows()
        for cell in row
    }
    heights = {number: shape.height for number, shape in sheet.row_dimensions.items()}
    tables = {table.name: (table.ref, table.autoFilter.ref) for table in sheet.tables.values()}
    return {"cells": cells, "heights": heights, "tables": tables, "dimensions": sheet.dimensions}


def test_streamed_rows_equal_rows_written_one_by_one(tmp_path: Path) -> None:
    plain = content(written(tmp_path / "plain.xlsx", ROWS, streamed=False))
    fast = content(written(tmp_path / "fast.xlsx", ROWS, streamed=True))
    assert fast == plain
    assert plain["tables"] == {"Список_Кадры": ("A5:E15", "A5:E15")}
    assert plain["cells"]["A7"][0] == "=СУММ(A1)"
    assert plain["cells"]["A7"][-1]
    assert plain["heights"][11] > 40


def test_chunks_and_forgotten_fragments_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = content(written(tmp_path / "plain.xlsx", ROWS * 3, streamed=False))
    monkeypatch.setattr(streaming, "_CHUNK", 7)
    monkeypatch.setattr(streaming, "_MEMO_LIMIT", 2)
    assert content(written(tmp_path / "fast.xlsx", ROWS * 3, streamed=True)) == plain


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_a_summary_is_the_same_either_way(
    small_programme: Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = sample_summary(small_programme)
    books = []
    for border in (1, 10**6):
        monkeypatch.setattr("metodist.layout.summary_sheets.pages.STREAMED_FROM", border)
        write_summary(summary, tmp_path / f"{border}.xlsx")
        books.append(openpyxl.load_workbook(tmp_path / f"{border}.xlsx"))
    streamed, plain = ([[[c.value for c in r] for r in s.iter_rows()] for s in book.worksheets] for book in books)
    assert streamed == plain
    assert [item.name for item in tmp_path.iterdir() if item.name.startswith(".")] == []
