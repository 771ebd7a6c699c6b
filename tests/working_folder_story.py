"""The methodist's desk for stories: a working folder with issued tables, and schools that send them back."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from openpyxl import load_workbook

from metodist.domain.programme import Organisation, Programme
from metodist.domain.returns import SchoolData
from metodist.layout.school_table import table_spec
from metodist.services.demo_data import school_data
from metodist.services.demo_fill import fill_table
from metodist.services.issuing import issue_tables
from metodist.services.working_folder import FOLDERS, INBOX, PROGRAMME
from programme_text import SMALL, write_programme

#: When tables come in, and come again.
FIRST = datetime(2026, 11, 1, 9, 0)
LATER = FIRST + timedelta(days=7)


def issued_folder(path: Path, text: str = SMALL) -> Path:
    """A working folder with issued tables; of the small programme where no other text is given."""
    write_programme(path / PROGRAMME, text)
    for name in FOLDERS:
        (path / name).mkdir()
    issue_tables(path)
    return path


def send(folder: Path, programme: Programme, school: Organisation, data: SchoolData, name: str = "") -> Path:
    """The school fills its table and mails it; the methodist puts the file into «Входящие»."""
    issued = next(path for path in (folder / "Таблицы").iterdir() if path.name.startswith(f"{school.code} "))
    target = folder / INBOX / (name or issued.name)
    fill_table(issued, table_spec(programme, school), data, target)
    return target


def answers(programme: Programme, school: Organisation, seed: int = 1) -> SchoolData:
    return school_data(programme, school, seed)


def spoil(table: Path, programme: Programme, school: Organisation) -> tuple[str, object]:
    """Type «12 чел.» into the first person's years of service; gives the cell's address and what stood there."""
    area = table_spec(programme, school).registers[0]
    book = load_workbook(table)
    cell = book[area.sheet].cell(area.first_row, area.columns["Стаж общий"])
    was, cell.value = cell.value, "12 чел."
    book.save(table)
    return str(cell.coordinate), was
