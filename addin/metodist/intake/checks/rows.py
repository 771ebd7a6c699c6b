"""Rows without a key, and gaps between rows."""

from __future__ import annotations

from collections.abc import Iterator

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
        gaps = sorted(set(range(register.first_row, filled[-1])) - set(filled))
        if gaps:
            column = register.area.columns[register.register.key.name]
            places = tuple((row, column) for row in gaps)
            yield Draft("row.gap", Severity.REMARK, register.area.sheet, places, "", {"count": str(len(gaps))})
