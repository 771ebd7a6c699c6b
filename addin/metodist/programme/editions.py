"""One edition of a programme workbook: its rows as they stand there, and the programme that they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from metodist.domain.indicators import IndicatorKind
from metodist.domain.outcomes import percent
from metodist.domain.programme import Programme
from metodist.domain.values import fold
from metodist.programme.headings import records_by_sheet
from metodist.programme.issues import Issues
from metodist.programme.records import Record
from metodist.programme.schema import FIELDS, INDICATORS, LISTS, PASSPORT, PEOPLE, SCHEMA
from metodist.programme.schema_rubric import EVIDENCE, RUBRIC
from metodist.programme.workbook import Rows

#: Columns that tell the rows of a sheet apart; of other sheets the first column.
KEYS: Mapping[str, tuple[str, ...]] = {
    PASSPORT: ("Раздел", "Название"),
    FIELDS: ("Реестр", "Поле"),
    LISTS: ("Список", "Значение"),
    RUBRIC: ("Блок", "Позиция", "Параметр"),
    EVIDENCE: ("Блок", "Позиция", "Параметр", "Название"),
    PEOPLE: ("Роль", "Фамилия и инициалы"),
}
_JOIN = " / "
_TARGET = "Целевое значение"
_SHARES = (IndicatorKind.SHARE.value, IndicatorKind.PRESENCE.value)

#: One row: its cells as text, by heading.
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of a programme.

    Args:
        programme: As read.
        rows: Sheet → key → cells; rows of one key are told apart by a number.
    """

    programme: Programme
    rows: Mapping[str, Mapping[str, Cells]]


def edition_of(programme: Programme, sheets: Mapping[str, Rows]) -> Edition:
    """The edition that a workbook's sheets make.

    Args:
        programme: What the same sheets were read as.
        sheets: As ``workbook.read_sheets`` gives them.
    """
    records = records_by_sheet(sheets, Issues())
    return Edition(programme, {schema.name: _keyed(records[schema.name], schema.name) for schema in SCHEMA})


def _keyed(records: list[Record], sheet: str) -> dict[str, Cells]:
    found: dict[str, Cells] = {}
    for record in records:
        columns = KEYS.get(sheet) or (record.schema.columns[0].heading,)
        key = _JOIN.join(record.line(column) for column in columns)
        times = 2
        while any(fold(key) == fold(known) for known in found):
            key = f"{_JOIN.join(record.line(column) for column in columns)} ({times})"
            times += 1
        found[key] = {heading: _text(record, heading) for heading in record.cells if heading}
    return found


def _text(record: Record, heading: str) -> str:
    """A cell as a methodist sees it: a share's target is a percent."""
    value = record.cells[heading]
    share = heading == _TARGET and record.schema.name == INDICATORS and record.line("Вид") in _SHARES
    if share and isinstance(value, int | float) and not isinstance(value, bool):
        return f"{percent(value, digits=3).normalize():f} %"
    return record.text(heading)
