"""Which column of a sheet that came back holds which field: by the headings, never by the place alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from metodist.domain.fields import Field, FieldType, Register
from metodist.domain.findings import Severity
from metodist.domain.tables import Cell, RegisterArea, Sheet
from metodist.intake.cells import RawCell
from metodist.intake.matching import same
from metodist.intake.normalise import shown
from metodist.intake.report import Draft, at
from metodist.intake.texts import clean, likeness

#: How far a row of headings may have moved by inserted or deleted rows above it.
_MOST_MOVED = 20
#: What a heading says beside the field's name: the mark of a list, the word for a required field.
_MARKS = re.compile(r"\s*[▾*].*$", re.DOTALL)

Cells = Mapping[tuple[int, int], RawCell]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a register in the returned sheet.

    Args:
        heading_row: Where the headings stand now.
        columns: 1-based column by field name; only those that are certain.
        findings: What was moved, lost, or is not asked by an older form.
    """

    heading_row: int
    columns: Mapping[str, int]
    findings: tuple[Draft, ...]


def find_columns(register: Register, area: RegisterArea, issued: Sheet, cells: Cells, *, older: bool) -> Columns:
    """Find every column by its heading.

    Args:
        register: Its fields.
        area: Where the form of now has them.
        issued: The sheet of the form of now, for the headings.
        cells: What came back.
        older: The table was issued by another form: columns may stand anywhere and some are not there at all.
    """
    headings = _issued_headings(register, area, issued)
    alike = _core if older else likeness
    row = _heading_row(area, headings, cells, alike)
    in_row = {column: raw for (at_row, column), raw in cells.items() if at_row == row}
    if older:
        return _columns_of_older(register, area, headings, row, in_row)
    return _columns_of_now(register, area, headings, row, in_row)


def _columns_of_now(
    register: Register, area: RegisterArea, headings: Mapping[str, str], row: int, in_row: Mapping[int, RawCell]
) -> Columns:
    columns: dict[str, int] = {}
    findings: list[Draft] = []
    for field in register.fields:
        expected = headings[field.name]
        place = area.columns[field.name]
        if same(expected, in_row.get(place)):
            columns[field.name] = place
            continue
        elsewhere = [column for column, raw in in_row.items() if same(expected, raw)]
        if len(elsewhere) == 1:
            columns[field.name] = elsewhere[0]
            findings.append(at("column.moved", Severity.WARNING, area.sheet, (row, elsewhere[0]), expected))
        else:
            stands = shown(in_row.get(place))
            findings.append(at("column.lost", Severity.ERROR, area.sheet, (row, place), stands, heading=expected))
    return Columns(row, columns, tuple(findings))


def _columns_of_older(
    register: Register, area: RegisterArea, headings: Mapping[str, str], row: int, in_row: Mapping[int, RawCell]
) -> Columns:
    columns: dict[str, int] = {}
    for field in register.fields:
        found = _column_of(field, _core(headings[field.name]), in_row)
        if found:
            columns[field.name] = found
    asked = (field for field in register.fields if field.type is not FieldType.COMPUTED)
    findings = (not_asked(area.sheet, field) for field in asked if field.name not in columns)
    return Columns(row, columns, tuple(findings))


def _column_of(field: Field, heading: str, in_row: Mapping[int, RawCell]) -> int:
    """The one column whose heading is the field's, with or without a unit; 0 where that is not certain.

    A table may have been issued before the field got its name: what it was called then is the last to be looked for.
    """
    cores = {column: _core(raw.value) for column, raw in in_row.items() if not raw.formula}
    name = likeness(field.name)
    tests: tuple[Callable[[str], bool], ...] = (
        lambda core: core == heading,
        lambda core: core == name,
        lambda core: core.startswith(f"{name}, "),
    )
    if field.earlier:
        earlier = likeness(field.earlier)
        tests = (*tests, lambda core: core == earlier or core.startswith(f"{earlier}, "))
    for test in tests:
        fitting = [column for column, core in cores.items() if test(core)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else 0
    return 0


def not_asked(sheet: str, field: Field) -> Draft:
    """The form by which the table was issued does not ask a field: an error only where it must be filled."""
    values = {"name": field.name}
    if field.required:
        return Draft("field.not_asked_required", Severity.ERROR, sheet, values=values)
    return Draft("field.not_asked", Severity.WARNING, sheet, values=values)


def _core(heading: str) -> str:
    """A heading without its marks, which a change of the field's type or duty changes too."""
    return likeness(_MARKS.sub("", heading))


def _issued_headings(register: Register, area: RegisterArea, issued: Sheet) -> dict[str, str]:
    by_column = {cell.column: cell for cell in issued.cells if cell.row == area.heading_row}
    return {field.name: _text(by_column.get(area.columns[field.name]), field.name) for field in register.fields}


def _text(cell: Cell | None, otherwise: str) -> str:
    return clean(cell.value).text if cell is not None and isinstance(cell.value, str) else otherwise


def _heading_row(area: RegisterArea, headings: Mapping[str, str], cells: Cells, alike: Callable[[str], str]) -> int:
    """The row with the most headings: where it was issued, else the one nearest to it."""
    wanted = {alike(heading) for heading in headings.values()}
    in_place = sum(same(headings[name], cells.get((area.heading_row, column))) for name, column in area.columns.items())
    if 2 * in_place >= len(wanted):
        return area.heading_row
    hits: dict[int, int] = {}
    for row in _headed(area, wanted, cells, alike):
        hits[row] = hits.get(row, 0) + 1
    best = max(hits, key=lambda row: (hits[row], -abs(row - area.heading_row)), default=area.heading_row)
    return best if 2 * hits.get(best, 0) >= len(wanted) else area.heading_row


def _headed(area: RegisterArea, wanted: set[str], cells: Cells, alike: Callable[[str], str]) -> Iterator[int]:
    """The row of every cell that says one of the headings."""
    for (row, _), raw in cells.items():
        near = abs(row - area.heading_row) <= _MOST_MOVED
        if near and not raw.formula and alike(raw.value) in wanted:
            yield row
