"""A small working folder for tests of buttons: a programme of two schools, their tables, one of them filled in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from metodist.layout.school_table import table_spec
from metodist.services.demo_data import school_data
from metodist.services.demo_fill import fill_table
from metodist.services.issuing import issue_tables
from metodist.services.working_folder import FAULTY, INBOX, PROGRAMME, TABLES, load_programme, table_name
from programme_text import SMALL, write_programme

#: The first school's table, filled in; the same as LibreOffice leaves it: new sheets may be added.
FILLED, RESAVED = "вернули.xlsx", "пересохранили.xlsx"
STAFF_ROW = 7


def bare_folder(path: Path, text: str = SMALL) -> Path:
    """Only «Программа.xlsx» with a «Пульт»: no tables, no folders beside it."""
    path.mkdir(parents=True, exist_ok=True)
    workbook = write_programme(path / PROGRAMME, text)
    edited(workbook, lambda book: book.create_sheet("Пульт", 0).cell(1, 2, "Пульт"))
    return path


def make_folder(path: Path, text: str = SMALL) -> Path:
    """The folder: «Программа.xlsx» with a «Пульт», tables issued, «вернули.xlsx» filled in by the first school."""
    workbook = bare_folder(path, text) / PROGRAMME
    issue_tables(path)
    programme = load_programme(workbook)
    school = programme.reporting[0]
    data = school_data(programme, school, seed=1)
    issued = path / TABLES / table_name(programme, school)
    fill_table(issued, table_spec(programme, school), data, path / FILLED)
    shutil.copy(path / FILLED, path / RESAVED)
    edited(path / RESAVED, unlocked_structure)
    for name in (INBOX, FAULTY):
        (path / name).mkdir(exist_ok=True)
    return path


def copied(template: Path, target: Path) -> Path:
    """A folder of one's own."""
    shutil.copytree(template, target)
    return target


def edited(path: Path, change: Callable[[Workbook], Any]) -> Path:
    """Change a closed file."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def unlocked_structure(book: Workbook) -> None:
    """As LibreOffice leaves a table that it has saved."""
    book.security = None


def place_of(book: Any, field: str, row: int = STAFF_ROW) -> Any:
    """The cell of a field of «Кадры»."""
    sheet = book.sheets["Кадры"]
    headings = sheet.range((5, 1), (5, 40)).value
    column = next(
        at for at, text in enumerate(headings, 1) if text and str(text).replace("\xa0", " ").startswith(field)
    )
    return sheet.range((row, column))


def deadline_past(book: Workbook) -> None:
    """The programme's tables were due long ago."""
    sheet = book["Паспорт"]
    for row in sheet.iter_rows(min_row=5):
        if row[1].value == "Срок сдачи таблиц":
            row[2].value = date(2020, 12, 20)
