"""Every programme workbook has every sheet that the reader knows, and «Пульт» leads to each."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from metodist.programme.schema import DASHBOARD, HEADING_ROW, SCHEMA

FOLDER = Path(__file__).resolve().parents[2] / "workbooks" / "programmes"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.xlsx")), ids=lambda path: path.stem)
def test_a_methodist_finds_a_sheet_for_everything(path):
    book = load_workbook(path)

    assert book.sheetnames == [DASHBOARD, *(schema.name for schema in SCHEMA)]
    leads_to = {cell.hyperlink.location for row in book[DASHBOARD].iter_rows() for cell in row if cell.hyperlink}
    assert leads_to >= {f"'{schema.name}'!A1" for schema in SCHEMA}
    for schema in SCHEMA:
        headings = [cell.value for cell in book[schema.name][HEADING_ROW] if cell.value]
        known = [column.heading for column in schema.columns]
        assert [heading for heading in headings if heading not in known] == []
