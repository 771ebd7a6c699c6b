"""The layout's edition: raised whenever the same programme comes to another table than the one that was issued.

A returned table carries the programme's version and this edition. Without the edition a table that was issued by an
earlier release would be compared with formulas and places that it never had.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from metodist.domain.programme import Programme
from metodist.domain.tables import Cell, TableSpec
from metodist.layout.addresses import address
from metodist.layout.plan import EDITION
from table_samples import table_of

GOLDEN = Path(__file__).parents[2] / "golden" / "table_edition.txt"
ADVICE = (
    "The school table lies differently than in edition {edition}: bump EDITION in metodist/layout/plan.py, so that "
    "tables issued before are known as such, and run this test with --regenerate."
)


def shape_of(spec: TableSpec) -> Iterator[str]:
    """What intake compares: names, and by sheet where every label, formula and input cell stands."""
    yield from (f"{name}={reference}" for name, reference in sorted(spec.names.items()))
    for sheet in spec.sheets:
        blocks = (cell for block in sheet.blocks for cell in (*block.row(block.top), *block.row(block.bottom)))
        cells = (cell for cell in (*sheet.cells, *blocks) if (sheet.name, cell.row, cell.column) != spec.identity_cell)
        yield from sorted(f"{sheet.name}!{cell_shape(cell)}" for cell in cells)


def cell_shape(cell: Cell) -> str:
    constant = "" if cell.varies or cell.formula or not cell.locked else str(cell.value)
    formula = "" if cell.varies else cell.formula
    return f"{address(cell.row, cell.column)} {'locked' if cell.locked else 'open'} {constant} {formula}"


def short_hash(spec: TableSpec) -> str:
    return hashlib.sha256("\n".join(shape_of(spec)).encode()).hexdigest()[:12]


def test_another_table_needs_another_edition(small_programme: Programme, *, regenerate: bool) -> None:
    now = f"{EDITION} {short_hash(table_of(small_programme))}\n"
    if regenerate:
        GOLDEN.write_text(now, encoding="utf-8")
    edition, _ = GOLDEN.read_text(encoding="utf-8").split()
    assert now == GOLDEN.read_text(encoding="utf-8"), ADVICE.format(edition=edition)


@pytest.mark.parametrize("change", [{"row": 99}, {"value": "Другая подпись"}, {"formula": "1+1"}])
def test_the_hash_sees_places_labels_and_formulas(change: dict[str, object], small_programme: Programme) -> None:
    spec = table_of(small_programme)
    sheet = spec.sheets[0]
    label = next(cell for cell in sheet.cells if cell.value and not cell.varies)
    cells = tuple(replace(cell, **change) if cell is label else cell for cell in sheet.cells)
    other = replace(spec, sheets=(replace(sheet, cells=cells), *spec.sheets[1:]))
    assert short_hash(other) != short_hash(spec)
