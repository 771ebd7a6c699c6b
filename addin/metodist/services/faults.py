"""Faults of real life, each done to one filled table: what schools do to a form before they send it back.

Used by the demo and by tests; every fault is one small function, listed in :data:`FAULTS`.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from metodist.domain.fields import FACTS, STAFF, Field, FieldType
from metodist.domain.programme import Programme
from metodist.domain.returns import Identity
from metodist.domain.tables import FactPart, OutcomePart, RegisterArea, TableSpec
from metodist.domain.values import YES, Value
from metodist.errors import InternalError
from metodist.messages import say
from metodist.services.legacy_xls import empty_xls

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled table that is about to be spoiled.

    Args:
        path: The file; it is changed in place.
        spec: Where everything stands in it.
        programme: What its fields are.
        other: Another school's filled table.
    """

    path: Path
    spec: TableSpec
    programme: Programme
    other: Path


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: a stable id and what it does; it returns the file to send, mostly the same path."""

    id: str
    spoil: Callable[[Filled], Path]

    @property
    def title(self) -> str:
        """What was done, in Russian."""
        return say(f"faults.{self.id}")


def fault(fault_id: str) -> Fault:
    """The fault of that id.

    Raises:
        KeyError: There is no such fault.
    """
    for known in FAULTS:
        if known.id == fault_id:
            return known
    raise KeyError(fault_id)


def _typed(value: Value, *types: FieldType) -> Callable[[Filled], Path]:
    """A fault that types ``value`` into the first filled cell of one of the types."""

    def spoil(filled: Filled) -> Path:
        with _opened(filled.path) as book:
            _first_filled(book, filled, lambda field: field.type in types).value = value
        return filled.path

    return spoil


def _spaces_in_number(filled: Filled) -> Path:
    with _opened(filled.path) as book:
        cell = _first_filled(book, filled, lambda field: field.type in (FieldType.INTEGER, FieldType.NUMBER))
        cell.value = f"\u00a0{cell.value} "
    return filled.path


def _required_deleted(filled: Filled) -> Path:
    keys = {register.key.name for register in filled.programme.registers}
    with _opened(filled.path) as book:
        _first_filled(book, filled, lambda field: field.required and field.name not in keys).value = None
    return filled.path


def _late_date(filled: Filled) -> Path:
    late = filled.programme.passport.period.end + timedelta(days=400)
    return _typed(late, FieldType.DATE)(filled)


def _latin_letters(filled: Filled) -> Path:
    with _opened(filled.path) as book:
        cell = _first_filled(book, filled, lambda field: field.type is FieldType.YES_NO, YES)
        cell.value = YES.replace("а", "a")
    return filled.path


def _person_twice(filled: Filled) -> Path:
    area = _staff(filled.spec)
    with _opened(filled.path) as book:
        sheet = book[area.sheet]
        key = area.columns[filled.programme.staff.key.name]
        rows = range(area.first_row, area.first_row + area.capacity)
        free = next(row for row in rows if sheet.cell(row, key).value is None)
        for column in area.columns.values():
            value = sheet.cell(area.first_row, column).value
            if not str(value).startswith("="):
                sheet.cell(free, column).value = value
    return filled.path


def _phantom_rows(filled: Filled) -> Path:
    area = _staff(filled.spec)
    with _opened(filled.path) as book:
        for row in range(area.first_row + area.capacity - 3, area.first_row + area.capacity):
            book[area.sheet].cell(row, area.columns[filled.programme.staff.key.name]).value = "   "
    return filled.path


def _formula_overwritten(filled: Filled) -> Path:
    place = next(cell for cell in filled.spec.outcomes if cell.part is OutcomePart.VALUE)
    with _opened(filled.path) as book:
        book[place.sheet].cell(place.row, place.column).value = 1
    return filled.path


def _label_changed(filled: Filled) -> Path:
    area = _staff(filled.spec)
    with _opened(filled.path) as book:
        book[area.sheet].cell(area.heading_row, list(area.columns.values())[1]).value = "Примечание"
    return filled.path


def _row_inserted(filled: Filled) -> Path:
    area = _staff(filled.spec)
    with _opened(filled.path) as book:
        book[area.sheet].insert_rows(area.first_row + 2)
    return filled.path


def _sheet_renamed(filled: Filled) -> Path:
    area = _staff(filled.spec)
    with _opened(filled.path) as book:
        book[area.sheet].title = f"{area.sheet} 2"
    return filled.path


def _sheet_deleted(filled: Filled) -> Path:
    with _opened(filled.path) as book:
        del book[FACTS]
    return filled.path


def _protection_off(filled: Filled) -> Path:
    with _opened(filled.path) as book:
        for sheet in book.worksheets:
            sheet.protection.disable()
    return filled.path


def _other_school(filled: Filled) -> Path:
    shutil.copyfile(filled.other, filled.path)
    return filled.path


def _old_period(filled: Filled) -> Path:
    identity = filled.spec.identity
    old = replace(identity, period=filled.programme.passport.period.previous.code)
    with _opened(filled.path) as book:
        _restamp(book, filled.spec, old)
    return filled.path


def _restamp(book: Workbook, spec: TableSpec, identity: Identity) -> None:
    sheet, row, column = spec.identity_cell
    book[sheet].cell(row, column).value = identity.stamp
    for prop in book.custom_doc_props.props:  # type: ignore[attr-defined]
        if prop.name == Identity.PREFIX:
            prop.value = identity.stamp


def _replaced_by(content: bytes) -> Callable[[Filled], Path]:
    """A fault where quite another file bears the table's name."""

    def spoil(filled: Filled) -> Path:
        filled.path.write_bytes(content)
        return filled.path

    return spoil


def _encrypted(filled: Filled) -> Path:
    from msoffcrypto.format.ooxml import OOXMLFile

    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(filled.path.read_bytes())).encrypt("12345", locked)
    filled.path.write_bytes(locked.getvalue())
    return filled.path


def _truncated(filled: Filled) -> Path:
    content = filled.path.read_bytes()
    filled.path.write_bytes(content[: len(content) * 3 // 5])
    return filled.path


def _owner_file(filled: Filled) -> Path:
    owner = filled.path.with_name(f"~${filled.path.name}")
    filled.path.unlink()
    owner.write_bytes(b"\x07methodi" + bytes(157))
    return owner


FAULTS: tuple[Fault, ...] = (
    Fault("text_in_number", _typed("12 чел.", FieldType.INTEGER, FieldType.NUMBER)),
    Fault("spaces_in_number", _spaces_in_number),
    Fault("unknown_word", _typed("не знаю", FieldType.CHOICE)),
    Fault("latin_letters", _latin_letters),
    Fault("required_deleted", _required_deleted),
    Fault("impossible_date", _typed("31.02", FieldType.DATE)),
    Fault("late_date", _late_date),
    Fault("person_twice", _person_twice),
    Fault("phantom_rows", _phantom_rows),
    Fault("formula_overwritten", _formula_overwritten),
    Fault("label_changed", _label_changed),
    Fault("row_inserted", _row_inserted),
    Fault("sheet_renamed", _sheet_renamed),
    Fault("sheet_deleted", _sheet_deleted),
    Fault("protection_off", _protection_off),
    Fault("other_school", _other_school),
    Fault("old_period", _old_period),
    Fault("legacy_xls", _replaced_by(empty_xls())),
    Fault("html_page", _replaced_by("<html><body><table><tr><td>Кадры</td></tr></table></body></html>".encode())),
    Fault("encrypted", _encrypted),
    Fault("truncated", _truncated),
    Fault("empty_file", _replaced_by(b"")),
    Fault("owner_file", _owner_file),
)


@contextmanager
def _opened(path: Path) -> Iterator[Workbook]:
    """The workbook, saved on leaving."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    yield book
    book.save(path)
    book.close()


def _staff(spec: TableSpec) -> RegisterArea:
    return next(area for area in spec.registers if area.register == STAFF)


def _first_filled(book: Workbook, filled: Filled, wanted: Callable[[Field], bool], value: Value = None) -> Cell:
    """The first input cell that is filled (with ``value``, if given) and whose field is wanted.

    Registers come first, row by row, then the facts.

    Raises:
        InternalError: The table has none, so the fault cannot be shown on it.
    """
    from openpyxl.cell import Cell

    for area in filled.spec.registers:
        fields = [field for field in filled.programme.register(area.register).fields if wanted(field)]
        for row in range(area.first_row, area.first_row + area.capacity):
            places = (book[area.sheet].cell(row, area.columns[field.name]) for field in fields)
            found = next((cell for cell in places if isinstance(cell, Cell) and _holds(cell, value)), None)
            if found is not None:
                return found
    for place in filled.spec.facts:
        cell = book[place.sheet].cell(place.row, place.column)
        wished = place.part is FactPart.VALUE and wanted(place.fact)
        if wished and isinstance(cell, Cell) and _holds(cell, value):
            return cell
    raise InternalError(f"{filled.path.name} has no such cell to spoil")


def _holds(cell: Cell, value: Value) -> bool:
    return cell.value is not None if value is None else cell.value == value
