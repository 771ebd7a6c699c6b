"""What a press of «Проверить таблицу» takes in LibreOffice: from the button to marks and list, with 60 people."""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_PEOPLE = 60
_READY_WITHIN = 60
#: Seconds between opening a table and the first press.
_LOOKED_AT = 3
#: Two words that the list of subjects does not have: every press finds something new to mark and to list.
_TYPED = ("Вздор", "Пустяк")


@dataclass(frozen=True, slots=True)
class Click:
    """Seconds of the first press in a book that was just opened, and of the next ones, with what they may take."""

    first: float
    following: float
    first_limit: float = 1.0
    following_limit: float = 0.3

    @property
    def reached(self) -> bool:
        """Whether both keep to their limits."""
        return self.first <= self.first_limit and self.following <= self.following_limit


def measure_click(folder: Path, turns: int) -> Click | str:
    """Press the button in a headless office with the extension in it.

    Args:
        folder: Everything is made inside it.
        turns: How often it is pressed after the first time, from 1.

    Returns:
        The seconds, or why it could not be measured, in Russian.
    """
    from metodist.services.office_fill import office_program

    if office_program() is None:
        return "нет LibreOffice"
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "hosts")]
    desk: Any = import_module("desk")

    table = _filled_table(folder / "Щелчок")
    office = desk.Desk(folder, desk.worker_command("metodist.hosts.worker"), screen=False)
    try:
        times = [_pressed(office, turn) for turn in _opened(office, table, turns)]
        return Click(times[0], statistics.median(times[1:]))
    finally:
        office.ask("forget_changes")
        office.leave()


def _opened(office: Any, table: Path, turns: int) -> range:
    """Open the table and wait until the warm process has seen it and the office has read it, as while a clerk types."""
    office.ask("open", str(table))
    until = time.monotonic() + _READY_WITHIN
    while " ready " not in office.log() and time.monotonic() < until:
        time.sleep(0.2)
    time.sleep(_LOOKED_AT)
    return range(turns + 1)


def _pressed(office: Any, turn: int) -> float:
    cell = office.ask("find", "Кадры", "Предмет", 8)
    office.ask("put", "Кадры", cell, _TYPED[turn % 2])
    begun = time.perf_counter()
    office.ask("trigger", "check")
    taken = time.perf_counter() - begun
    time.sleep(1)  # the process gets ready for the next press, as it does while a clerk reads
    return taken


def _filled_table(work: Path) -> Path:
    """A table of the Krymsk programme with 60 invented people, as LibreOffice leaves it: new sheets may be added."""
    from openpyxl import load_workbook

    from metodist.layout.school_table import TableSpecs
    from metodist.services.demo_data import school_data
    from metodist.services.demo_fill import fill_table
    from metodist.services.issuing import issue_tables
    from metodist.services.programmes import new_folder
    from metodist.services.working_folder import PROGRAMME, load_programme

    new_folder("krymsk", work, 2026)
    book = load_workbook(work / PROGRAMME)
    sheet = book["Организации"]
    column = next(cell.column for cell in sheet[3] if cell.value == "Педагогов")
    sheet.cell(5, column).value = _PEOPLE
    book.save(work / PROGRAMME)
    programme = load_programme(work / PROGRAMME)
    school, issued = programme.reporting[0], issue_tables(work)
    table = work / "вернули.xlsx"
    fill_table(issued[0].path, TableSpecs(programme).of(school), school_data(programme, school, 1), table)
    filled = load_workbook(table)
    filled.security = None
    filled.save(table)
    return table
