"""The whole text of a small summary: what stands in every cell, formula beside value."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from metodist.domain.programme import Programme
from metodist.layout.summary_book import write_summary
from summary_samples import sample_summary

#: openpyxl says of data bars and newer conditional formats that it does not keep them.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")

GOLDEN = Path(__file__).parents[2] / "golden" / "summary_small.txt"


def text_of(path: Path) -> str:
    """Every cell of a workbook on a line of its own: address, value, formula."""
    shown, live = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    lines: list[str] = []
    for sheet in live.worksheets:
        lines.append(f"# {sheet.title}")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                value = shown[sheet.title].cell(cell.row, cell.column).value
                formula = f"   {cell.value}" if cell.data_type == "f" else ""
                lines.append(f"{get_column_letter(cell.column)}{cell.row}: {value!s}{formula}".rstrip())
    return "\n".join(lines).replace("\u00a0", "·") + "\n"


def test_the_summary_reads_as_before(small_programme: Programme, tmp_path: Path, *, regenerate: bool) -> None:
    write_summary(sample_summary(small_programme), tmp_path / "Свод.xlsx")
    text = text_of(tmp_path / "Свод.xlsx")
    if regenerate:
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")
