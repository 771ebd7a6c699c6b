"""Locked texts that were changed, and texts that were written beside the form."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from metodist.domain.findings import Severity
from metodist.domain.tables import Sheet
from metodist.domain.values import Value
from metodist.intake.cells import RawSheet
from metodist.intake.checks.values import limit_text
from metodist.intake.context import Case
from metodist.intake.issued import issued_sheet
from metodist.intake.matching import same
from metodist.intake.normalise import shown
from metodist.intake.report import Draft, at
from metodist.intake.texts import clean

#: So many notes beside a form are told at most.
_MOST_EXTRA = 500


def check_wording(case: Case) -> Iterator[Draft]:
    """A locked text or number is not what was issued; headings and labels of inputs have rules of their own."""
    told = _told_elsewhere(case)
    identity = case.context.spec.identity_cell
    for issued in case.context.spec.sheets:
        came = case.sheets[issued.name]
        if came is None:
            continue
        for cell in issued_sheet(issued).constants:
            place = (cell.row, cell.column)
            if (issued.name, *place) == identity or (issued.name, *place) in told:
                continue
            raw = came.cells.get(place)
            if not same(cell.value, raw):
                expected = _said(cell.value)
                yield at("label.changed", Severity.WARNING, issued.name, place, shown(raw), expected=expected)


def _said(value: Value) -> str:
    """A constant as a clerk reads it: «0,6», «15.10.2026»."""
    return clean(value).text if isinstance(value, str) else limit_text(value) if value is not None else ""


def _told_elsewhere(case: Case) -> set[tuple[str, int, int]]:
    """Headings and row numbers of registers, labels of facts."""
    spec = case.context.spec
    told = {(area.sheet, area.heading_row, column) for area in spec.registers for column in area.columns.values()}
    told |= {
        (area.sheet, row, area.number_column)
        for area in spec.registers
        for row in range(area.first_row, area.first_row + area.capacity)
    }
    told |= {(fact.sheet, fact.row, column) for fact in spec.facts for column in range(1, fact.column)}
    return told


def check_extra(case: Case) -> Iterator[Draft]:
    """Something was written where the form has no cell: it is not read, and the school should know."""
    read = {(cell.sheet, *cell.place) for cell in case.input_cells()}
    for issued in case.context.spec.sheets:
        came = case.sheets[issued.name]
        if came is None or issued.state != "visible":
            continue
        for place in islice(_outside(issued, came), _MOST_EXTRA):
            text = shown(came.cells[place])
            if text and (issued.name, *place) not in read:
                yield at("label.extra", Severity.REMARK, issued.name, place, text)


def _outside(issued: Sheet, came: RawSheet) -> Iterator[tuple[int, int]]:
    own = issued_sheet(issued).own
    blocks = [(block.top, block.bottom, {cell.column for cell in block.cells}) for block in issued.blocks]
    for place, raw in came.cells.items():
        row, column = place
        if place in own or raw.formula or not raw.value.strip():
            continue
        if not any(top <= row <= bottom and column in columns for top, bottom, columns in blocks):
            yield place
