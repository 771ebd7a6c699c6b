"""«Пульт» of every programme workbook of the product: it names buttons and commands that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from metodist.commands import BUTTONS, COMMANDS
from metodist.programme.schema import DASHBOARD

WORKBOOKS = Path(__file__).resolve().parents[2] / "workbooks"
BOOKS = sorted((WORKBOOKS / "programmes").glob("*.xlsx"))
NO_BUTTON = "—"


def steps(path: Path) -> list[tuple[str, str, str]]:
    """The steps of work: title, button, command."""
    rows = list(load_workbook(path)[DASHBOARD].iter_rows(min_col=3, max_col=6, values_only=True))
    first = next(at for at, row in enumerate(rows) if (row[0], row[2], row[3]) == ("Шаг", "Кнопка", "Команда"))
    last = next(at for at in range(first, len(rows)) if rows[at][0] is None)
    return [(str(row[0]), str(row[2]), str(row[3])) for row in rows[first + 1 : last]]


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_every_button_and_command_that_it_names_is_there(path: Path) -> None:
    buttons = {button.label for button in BUTTONS} | {NO_BUTTON}
    commands = {command.id for command in COMMANDS}

    assert [title for title, button, _ in steps(path) if button not in buttons] == []
    assert [title for title, _, line in steps(path) if line != NO_BUTTON and line.split()[1] not in commands] == []


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_a_new_year_begins_from_last_years_folder(path: Path) -> None:
    (line,) = [line for title, _, line in steps(path) if title == "Следующий год"]

    assert line.startswith("metodist new ПАПКА "), (
        "not from the product's own workbook: edits and the archive would be lost"
    )
