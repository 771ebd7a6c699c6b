"""Fills an issued table as another program would: load it, type into the open cells, save it.

This is the clerk's side of the demo, not ours: the table goes through openpyxl, which drops and rewrites parts of
the file just as an office program does.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from metodist.domain.fields import FieldType
from metodist.domain.returns import Evidence, Identity, SchoolData
from metodist.domain.tables import FactCell, FactPart, RegisterArea, TableSpec
from metodist.domain.values import Value
from metodist.errors import InternalError
from metodist.services.demo_people import name_of
from metodist.services.demo_texts import TEXTS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FILLED_ON = (10, 30)
"""Month and day on which every invented table says it was filled in."""


def fill_table(
    issued: Path, spec: TableSpec, data: SchoolData, target: Path, *, keep: frozenset[str] = frozenset()
) -> None:
    """Write a school's answers into its table.

    Args:
        issued: The table as it was issued.
        spec: Says where its input cells are.
        data: Values of registers, facts and evidence; computed fields are passed over.
        target: The filled table; its folder exists.
        keep: Facts that the clerk leaves as they stand where the table was issued with a value in them.

    Raises:
        InternalError: A register of ``data`` has more rows than the table.
    """
    from openpyxl import load_workbook

    book = load_workbook(issued)
    for area in spec.registers:
        _fill_register(book[area.sheet], area, _open_columns(spec, area), data)
    for place in spec.facts:
        value, cell = _fact(place, data, spec.identity), book[place.sheet].cell(place.row, place.column)
        known = place.fact.name in keep and cell.value is not None
        if value is not None and not known:
            cell.value = value
    book.save(target)
    book.close()


def _fill_register(sheet: Worksheet, area: RegisterArea, open_columns: set[int], data: SchoolData) -> None:
    rows = data.registers.get(area.register, ())
    if len(rows) > area.capacity:
        raise InternalError(f"{area.register}: {len(rows)} rows, room for {area.capacity}")
    for number, row in enumerate(rows, area.first_row):
        for name, column in area.columns.items():
            value = row.values.get(name)
            if value is not None and column in open_columns:
                sheet.cell(number, column).value = value


def _open_columns(spec: TableSpec, area: RegisterArea) -> set[int]:
    """Columns of a register that may be typed into."""
    sheet = next(sheet for sheet in spec.sheets if sheet.name == area.sheet)
    blocks = (block for block in sheet.blocks if block.top <= area.first_row <= block.bottom)
    repeated = [cell for block in blocks for cell in block.cells]
    single = [cell for cell in sheet.cells if cell.row == area.first_row]
    return {cell.column for cell in (*repeated, *single) if not cell.locked}


def _fact(place: FactCell, data: SchoolData, identity: Identity) -> Value:
    name = place.fact.name
    if place.part is not FactPart.VALUE:
        evidence = data.evidence.get(name)
        return _part(evidence, place.part) if evidence else None
    return data.facts[name] if name in data.facts else _about_the_table(place, identity)


def _part(evidence: Evidence, part: FactPart) -> Value:
    parts: dict[FactPart, Value] = {
        FactPart.DOCUMENT: evidence.document,
        FactPart.NUMBER: evidence.number,
        FactPart.DATE: evidence.date,
        FactPart.LINK: evidence.link,
    }
    return parts[part] or None


def _about_the_table(place: FactCell, identity: Identity) -> Value:
    """Who filled the table in, and when: cells that no programme declares."""
    if place.fact.type is FieldType.DATE:
        return date(int(identity.period[:4]), *_FILLED_ON)
    if place.fact.type is not FieldType.TEXT:
        return None
    number = crc32(identity.school.encode())
    name = place.fact.name.lower()
    known = next((texts for part, texts in TEXTS if part in name), None)
    return known[number % len(known)] if known else name_of(number, 0)[0]
