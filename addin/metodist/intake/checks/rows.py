"""Rows without a key, gaps between rows, and a staff register with nobody in it."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.fields import FieldType
from metodist.domain.findings import Severity
from metodist.intake.context import Case
from metodist.intake.report import Draft, at


def check_keys(case: Case) -> Iterator[Draft]:
    """A row with values but without its key would not count."""
    for register in case.registers.values():
        name = register.register.key.name
        for row in register.rows:
            key = register.key_of(row)
            if key is not None and key.blank:
                yield at("row.no_key", Severity.ERROR, key.sheet, key.place, name=name)


def check_gaps(case: Case) -> Iterator[Draft]:
    """Empty rows between filled ones; they are passed over."""
    for register in case.registers.values():
        filled = [row.sheet_row for row in register.rows]
        if not filled:
            continue
        held = set(filled)
        first = next((row for row in range(register.first_row, filled[-1]) if row not in held), None)
        if first is not None:
            count = filled[-1] - register.first_row + 1 - len(held)
            place = (first, register.area.columns[register.register.key.name])
            yield at("row.gap", Severity.REMARK, register.area.sheet, place, count=str(count))


def check_nobody(case: Case) -> Iterator[Draft]:
    """A school without any teacher: it would pass every other check and add nothing to any share."""
    for register in case.registers.values():
        key = register.register.key
        empty = not register.rows and key.name not in register.unread
        if key.type is FieldType.PERSON and empty:
            place = (register.first_row, register.area.columns[key.name])
            yield at("person.nobody", Severity.ERROR, register.area.sheet, place)
