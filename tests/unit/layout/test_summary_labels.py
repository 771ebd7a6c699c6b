"""Headings of tables that Excel accepts, and labels that end at a word."""

from __future__ import annotations

from metodist.layout.summary_sheets.listing import ListColumn, table_name, unique_headings
from metodist.layout.summary_sheets.pictures import shortened


def test_headings_of_one_table_differ() -> None:
    columns = [ListColumn(heading, 10) for heading in ("Код", "код", "Школа", "КОД")]
    assert unique_headings(columns) == ["Код", "код (2)", "Школа", "КОД (3)"]
    assert table_name("Курсы ПК") == "Список_Курсы_ПК"


def test_long_labels_end_at_a_word() -> None:
    assert shortened("Доля педагогов", 20) == "Доля педагогов"
    assert shortened("Доля педагогов, прошедших диагностику", 20) == "Доля педагогов…"
