"""The whole text of a small school table: what stands in every cell, its role, and the formula beside the value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from metodist.domain.programme import Programme
from metodist.domain.tables import Cell, Sheet, TableSpec
from metodist.layout.addresses import address, fixed_area, letters
from table_samples import table_of

GOLDEN = Path(__file__).parents[2] / "golden" / "school_table_small.txt"
ORDINARY = ("", "General", "@")


def lines_of(spec: TableSpec) -> Iterator[str]:
    """The table line by line: a sheet's head, its cells by rows, its blocks, colours and rules."""
    for name, reference in spec.names.items():
        yield f"имя {name} = {reference}"
    for sheet in spec.sheets:
        yield f"\n# {sheet.name} ({sheet.state})"
        yield "ширины " + " ".join(f"{letters(column)}{width:g}" for column, width in sorted(sheet.widths.items()))
        yield from sheet_lines(sheet)


def sheet_lines(sheet: Sheet) -> Iterator[str]:
    numbers = {row for block in sheet.blocks for row in range(block.top + 1, block.bottom)}
    for cell in sorted(sheet.cells, key=lambda cell: (cell.row, cell.column)):
        if cell.row not in numbers:
            yield cell_line(cell)
    for block in sheet.blocks:
        yield f"строки {block.top}–{block.bottom}:"
        yield from (cell_line(cell) for cell in block.cells)
    for rule in sheet.validations:
        limits = "" if rule.minimum is None else f" {rule.minimum}…{rule.maximum}"
        yield f"ввод {fixed_area(rule.area)} {rule.kind}{limits}{rule.source}: {rule.message}"
    for light in sheet.highlights:
        yield f"цвет {fixed_area(light.area)} {light.tone}: {light.formula}"


def cell_line(cell: Cell) -> str:
    parts = [f"{address(cell.row, cell.column)} {cell.role.value}"]
    parts += [f"[{cell.form.value}]"] if cell.form.value not in ORDINARY else []
    parts += [repr(cell.value)] if cell.value is not None else []
    parts += [f"→ {cell.link}"] if cell.link else []
    parts += [("{=%s}" if cell.array else "=%s") % cell.formula] if cell.formula else []
    return " ".join(parts)


def test_the_table_reads_as_before(small_programme: Programme, *, regenerate: bool) -> None:
    text = "\n".join(lines_of(table_of(small_programme))).replace("\u00a0", "·") + "\n"
    if regenerate:
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")
