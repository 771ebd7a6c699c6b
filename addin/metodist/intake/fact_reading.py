"""Facts and their evidence, read only where the label beside the cell proves their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from metodist.domain.fields import Field, FieldType
from metodist.domain.findings import Severity
from metodist.domain.programme import Programme
from metodist.domain.tables import Cell, FactCell, FactPart, TableSpec
from metodist.intake.cells import RawSheet
from metodist.intake.columns import not_asked
from metodist.intake.context import FactsInput, InputCell
from metodist.intake.matching import same
from metodist.intake.normalise import normalise, shown
from metodist.intake.report import Draft, at
from metodist.intake.texts import clean

_PART_TYPES: Mapping[FactPart, FieldType] = {
    FactPart.DOCUMENT: FieldType.TEXT,
    FactPart.NUMBER: FieldType.TEXT,
    FactPart.DATE: FieldType.DATE,
    FactPart.LINK: FieldType.LINK,
}


def read_facts(
    programme: Programme,
    spec: TableSpec,
    sheets: Mapping[str, RawSheet | None],
    *,
    since_1904: bool,
    older: bool = False,
) -> FactsInput:
    """Read every fact cell of a table; those whose label is gone are named, not read.

    Args:
        programme: Gives the lists.
        spec: Where the form of now has the facts.
        sheets: Issued sheet name → the sheet that came back.
        since_1904: Dates count from 1904.
        older: The table was issued by another form: facts may stand anywhere and some are not there at all.
    """
    labels = _labels(spec)
    columns = _LabelColumns()
    cells: dict[tuple[str, FactPart], InputCell] = {}
    findings: list[Draft] = []
    for issued in spec.facts:
        came = sheets.get(issued.sheet)
        if came is None:
            continue
        label = labels.get((issued.sheet, issued.row))
        row, draft = _find_row(issued, label, came, columns)
        if older and not row and label is not None:
            row = _earlier_row(issued, label, came, columns)
        if draft is not None and issued.part is FactPart.VALUE and not (older and row):
            findings.append(not_asked(issued.sheet, issued.fact) if older else draft)
        if row:
            place = (row, issued.column)
            field = part_field(issued.fact, issued.part)
            raw = came.cells.get(place)
            normal = normalise(raw, field, programme.lists.get(field.list_name, ()), since_1904=since_1904)
            cells[issued.fact.name, issued.part] = InputCell(field, issued.sheet, place, raw, normal)
    return FactsInput(cells, tuple(findings))


@lru_cache(maxsize=4_096)
def part_field(fact: Field, part: FactPart) -> Field:
    """What one cell of a fact asks: the fact itself, or a part of its evidence, which no limit binds."""
    if part is FactPart.VALUE:
        return fact
    bare = replace(fact, type=_PART_TYPES[part], list_name="", minimum=None, maximum=None)
    return replace(bare, required=False, required_if=None, check=None)


def _labels(spec: TableSpec) -> dict[tuple[str, int], Cell]:
    """The label of each fact's row: the longest locked text left of the value that no other fact of its column has.

    What many facts share («да или нет», «ставок») stands beside any of them and proves no place.
    """
    limits = {(fact.sheet, fact.row): fact.column for fact in spec.facts if fact.part is FactPart.VALUE}
    wording: dict[tuple[str, int], list[Cell]] = {}
    shared: Counter[tuple[str, int, str]] = Counter()
    sheets = {name for name, _ in limits}
    for sheet in (sheet for sheet in spec.sheets if sheet.name in sheets):
        for cell in sheet.cells:
            limit = limits.get((sheet.name, cell.row))
            if limit is not None and cell.column < limit and _is_wording(cell):
                wording.setdefault((sheet.name, cell.row), []).append(cell)
                shared[sheet.name, cell.column, str(cell.value)] += 1

    return {
        (sheet, row): max(
            cells, key=lambda cell: (shared[sheet, cell.column, str(cell.value)] == 1, len(str(cell.value)))
        )
        for (sheet, row), cells in wording.items()
    }


def _is_wording(cell: Cell) -> bool:
    return cell.locked and not cell.formula and isinstance(cell.value, str) and bool(cell.value.strip())


def _find_row(issued: FactCell, label: Cell | None, came: RawSheet, columns: _LabelColumns) -> tuple[int, Draft | None]:
    """The row where the fact stands now (0 where it is not certain), and what to say about it."""
    if label is None:
        return issued.row, None
    here = came.cells.get((issued.row, label.column))
    if same(label.value, here):
        return issued.row, None
    rows = columns.rows(came, label)
    name = issued.fact.name
    if len(rows) == 1:
        return rows[0], at("fact.moved", Severity.WARNING, issued.sheet, (rows[0], issued.column), name=name)
    place = (issued.row, label.column)
    return 0, at(
        "fact.lost", Severity.ERROR, issued.sheet, place, shown(here), name=name, label=clean(str(label.value)).text
    )


def _earlier_row(issued: FactCell, label: Cell, came: RawSheet, columns: _LabelColumns) -> int:
    """The row where the fact stands under the name that it had before; 0 where there is none, or more than one."""
    if not issued.fact.earlier:
        return 0
    then = str(label.value).replace(issued.fact.name, issued.fact.earlier)
    rows = columns.rows(came, replace(label, value=then))
    return rows[0] if len(rows) == 1 else 0


class _LabelColumns:
    """Where each text of a column stands; looked through once a sheet and column."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], dict[str, list[int]]] = {}

    def rows(self, came: RawSheet, label: Cell) -> list[int]:
        """Rows of the label's column that hold its text."""
        key = (came.name, label.column)
        if key not in self._known:
            self._known[key] = self._column(came, label.column)
        return self._known[key].get(clean(str(label.value)).text, [])

    @staticmethod
    def _column(came: RawSheet, column: int) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for (row, at_column), raw in came.cells.items():
            if at_column == column and not raw.formula:
                found.setdefault(clean(raw.value).text, []).append(row)
        return found
