"""The district's own facts of the demo: invented, and written into the demo's programme workbook."""

from __future__ import annotations

from pathlib import Path

from metodist.domain.programme import Programme
from metodist.programme.schema import DISTRICT_FACTS, FIRST_ROW
from metodist.services.demo_data import municipal_facts


def fill_district(workbook: Path, programme: Programme, seed: int) -> None:
    """Write invented facts of the municipality into a demo's own programme workbook.

    Args:
        workbook: «Программа.xlsx» of the demo; saved in place.
        programme: What it says now.
        seed: The same seed gives the same facts.
    """
    from openpyxl import load_workbook

    facts = municipal_facts(programme, seed)
    book = load_workbook(workbook)
    sheet = book[DISTRICT_FACTS]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        value = facts.get(str(sheet.cell(row, 1).value))
        if value is not None:
            sheet.cell(row, 2).value = value
    book.save(workbook)
