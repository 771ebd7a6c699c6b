"""«Пульт» of every programme workbook tells buttons and commands that exist, and prints as wide as the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from metodist.commands import BUTTONS, COMMANDS
from metodist.programme.schema import DASHBOARD

WORKBOOKS = sorted((Path(__file__).parents[2] / "workbooks" / "programmes").glob("*.xlsx"))
STEPS = ("№", "Шаг", "Что сделать", "Кнопка", "Команда")


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_the_order_of_work_names_what_exists(path):
    sheet = load_workbook(path)[DASHBOARD]
    rows = [row[1:6] for row in sheet.iter_rows(values_only=True)]
    first = rows.index(STEPS) + 1
    steps = rows[first : next(at for at in range(first, len(rows)) if not rows[at][0])]

    assert len(steps) >= 9
    assert {button for *_, button, _ in steps} <= {"—", *(button.label for button in BUTTONS)}
    words = {command.removeprefix("metodist ").split()[0] for *_, command in steps if command != "—"}
    assert words <= {command.id for command in COMMANDS}
    assert sheet.page_setup.fitToHeight == 0, "«Пульт» grows with the folder's state: squeezed on pages it is too small"


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_a_new_year_begins_from_last_years_folder(path):
    lines = [row[5] for row in load_workbook(path)[DASHBOARD].iter_rows(values_only=True) if row[2] == "Следующий год"]

    assert len(lines) == 1
    assert lines[0].startswith("metodist new ПАПКА "), "from the product's own workbook edits and archive would be lost"
