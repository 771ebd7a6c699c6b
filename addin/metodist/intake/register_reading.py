"""Values of a register, read only where their place is certain.

A column is where its heading stands; a row is where its printed number stands. Whatever moved is found again by
these, or not read at all and named in a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from metodist.domain.computed import computed_value
from metodist.domain.fields import FieldType, Register
from metodist.domain.findings import Severity
from metodist.domain.programme import Programme
from metodist.domain.tables import RegisterArea, Sheet
from metodist.domain.values import Value
from metodist.intake.cells import NUMBER, RawCell, RawSheet
from metodist.intake.columns import Cells, find_columns
from metodist.intake.context import InputCell, InputRow, RegisterInput
from metodist.intake.normalise import Normal, normalise
from metodist.intake.report import Draft, at
from metodist.intake.texts import clean


def read_register(
    programme: Programme,
    area: RegisterArea,
    issued: Sheet,
    came: RawSheet | None,
    *,
    since_1904: bool,
    older: bool = False,
) -> RegisterInput:
    """Read one register.

    Args:
        programme: Gives the register's fields and the lists.
        area: Where the register stood when the table was issued.
        issued: Its sheet as issued, for the headings.
        came: The sheet that came back; ``None`` where it is missing.
        since_1904: Dates count from 1904.
        older: The table was issued by another form.
    """
    register = programme.register(area.register)
    names = frozenset(field.name for field in register.fields)
    if came is None:
        return RegisterInput(register, area, area.first_row, unread=names)
    found = find_columns(register, area, issued, came.cells, older=older)
    first_row = area.first_row + found.heading_row - area.heading_row
    rows, row_findings = _numbered_rows(area, issued, came.cells, first_row, set(found.columns.values()))
    read = (_read_row(programme, register, area, found.columns, came, row, since_1904=since_1904) for row in rows)
    filled = tuple(row for row in read if any(_typed(cell) for cell in row.cells.values()))
    unread = names - found.columns.keys()
    return RegisterInput(register, area, first_row, filled, unread, (*found.findings, *row_findings))


def _typed(cell: InputCell) -> bool:
    return cell.field.type is not FieldType.COMPUTED and not cell.blank


def _numbered_rows(
    area: RegisterArea, issued: Sheet, cells: Cells, first_row: int, columns: set[int]
) -> tuple[list[int], tuple[Draft, ...]]:
    """Rows whose printed number proves that they belong to the register; drafts of those that have none."""
    used = sorted({row for row, column in cells if row >= first_row and column in columns})
    numbers = _numbers(area, cells, first_row) or {
        row: row - first_row + 1 for row in range(first_row, first_row + area.capacity)
    }
    footers = {cell.row for cell in issued.cells if cell.locked and cell.row >= area.first_row + area.capacity}
    loose = [row for row in used if row not in numbers and row not in footers and _has_text(cells, row, columns)]
    findings = [at("row.no_number", Severity.ERROR, area.sheet, (row, area.number_column)) for row in loose]
    moved = next((row for row, number in sorted(numbers.items()) if row - first_row + 1 != number), None)
    if moved is not None:
        place = (moved, area.number_column)
        wanted = str(moved - first_row + 1)
        findings.append(at("row.moved", Severity.WARNING, area.sheet, place, str(numbers[moved]), wanted=wanted))
    return [row for row in used if row in numbers], tuple(findings)


def _numbers(area: RegisterArea, cells: Cells, first_row: int) -> dict[int, int]:
    """Row → its printed number, as long as the numbers rise; computed numbers count by their place."""
    found: dict[int, int] = {}
    highest = 0
    for row in sorted(row for row, column in cells if column == area.number_column and row >= first_row):
        raw = cells[row, area.number_column]
        number = row - first_row + 1 if raw.formula else _whole_number(raw)
        if number > highest:
            found[row] = highest = number
    return found


def _whole_number(raw: RawCell) -> int:
    try:
        number = float(raw.value) if raw.kind == NUMBER else 0.0
        return int(number) if 0 < number < 1e6 and number == int(number) else 0
    except ValueError:
        return 0


def _has_text(cells: Cells, row: int, columns: set[int]) -> bool:
    return any((raw := cells.get((row, column))) and not raw.formula and clean(raw.value).text for column in columns)


def _read_row(
    programme: Programme,
    register: Register,
    area: RegisterArea,
    columns: Mapping[str, int],
    came: RawSheet,
    row: int,
    *,
    since_1904: bool,
) -> InputRow:
    cells = dict(_typed_cells(programme, register, area, columns, came, row, since_1904=since_1904))
    values: dict[str, Value] = {name: cell.value for name, cell in cells.items()}
    for field in register.fields:
        if field.computed is not None:
            normal = Normal(computed_value(field.computed, values, programme.passport.period))
            # A column that an older form does not have is computed all the same.
            place = (row, columns.get(field.name, area.columns[field.name]))
            raw = came.cells.get(place) if field.name in columns else None
            cells[field.name] = InputCell(field, area.sheet, place, raw, normal)
    return InputRow(row, cells)


def _typed_cells(
    programme: Programme,
    register: Register,
    area: RegisterArea,
    columns: Mapping[str, int],
    came: RawSheet,
    row: int,
    *,
    since_1904: bool,
) -> Iterator[tuple[str, InputCell]]:
    for field in register.fields:
        if field.type is FieldType.COMPUTED or field.name not in columns:
            continue
        place = (row, columns[field.name])
        raw = came.cells.get(place)
        normal = normalise(raw, field, programme.lists.get(field.list_name, ()), since_1904=since_1904)
        yield field.name, InputCell(field, area.sheet, place, raw, normal)
