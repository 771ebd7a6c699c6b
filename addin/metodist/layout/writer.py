"""Writes a table to an .xlsx file; knows nothing of what stands in it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from metodist.domain.tables import ROW, Block, Cell, Sheet, TableSpec
from metodist.layout.formats import Formats
from metodist.layout.page_setup import set_up_page
from metodist.layout.styles import FONT, SIZE
from metodist.layout.validations import add_highlights, add_validations
from metodist.messages import say

if TYPE_CHECKING:
    from metodist.layout.protected_workbook import ProtectedWorkbook

#: The custom document property with the stamp.
PROPERTY = "metodist"


def write_table(spec: TableSpec, path: Path) -> None:
    """Write a protected table; an existing file is replaced only by a whole new one.

    Args:
        spec: The table.
        path: The .xlsx file; its folder exists.

    Raises:
        OSError: The folder cannot be written, or the file is held open by another program.
    """
    beside = path.with_name(f".{path.name}.{uuid4().hex[:8]}.tmp")
    try:
        _write(spec, beside)
        os.replace(beside, path)  # noqa: PTH105 - Path.replace would do; os.replace says what happens
    finally:
        beside.unlink(missing_ok=True)


def _write(spec: TableSpec, path: Path) -> None:
    from metodist.layout.protected_workbook import ProtectedWorkbook

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = ProtectedWorkbook(str(path), options)
    book.password = spec.sheet_password
    book.formats[0].set_font_name(FONT)
    book.formats[0].set_font_size(SIZE)
    book.set_properties({"title": spec.title, "subject": spec.footer, "author": say("school_table.author")})
    book.set_custom_property(PROPERTY, spec.identity.stamp)
    formats = Formats(book)
    for sheet in spec.sheets:
        _write_sheet(book, sheet, spec, formats)
    for name, reference in spec.names.items():
        book.define_name(name, f"={reference}")
    book.close()


def _write_sheet(book: ProtectedWorkbook, sheet: Sheet, spec: TableSpec, formats: Formats) -> None:
    target = book.add_protected_sheet(sheet.name)
    _size(target, sheet)
    merged = {(area.top, area.left): area for area in sheet.merges}
    for cell in sheet.cells:
        area = merged.get((cell.row, cell.column))
        if area is not None:
            where = (area.top - 1, area.left - 1, area.bottom - 1, area.right - 1)
            target.merge_range(*where, "", formats.of(cell))
        _write_cell(target, cell, formats)
    own = {(cell.row, cell.column) for cell in sheet.cells}
    for block in sheet.blocks:
        _write_block(target, block, own, formats)
    add_validations(target, sheet.validations)
    add_highlights(target, sheet.highlights, formats)
    set_up_page(target, sheet, spec)


def _size(target: Any, sheet: Sheet) -> None:
    for column, width in sheet.widths.items():
        target.set_column(column - 1, column - 1, width)
    for column in sheet.hidden_columns:
        target.set_column(column - 1, column - 1, sheet.widths.get(column), None, {"hidden": True})
    for row, height in sheet.heights.items():
        target.set_row(row - 1, height)


def _write_cell(target: Any, cell: Cell, formats: Formats) -> None:
    row, column, look = cell.row - 1, cell.column - 1, formats.of(cell)
    if cell.formula:
        cached = "" if cell.value is None else cell.value
        if cell.array:
            target.write_array_formula(row, column, row, column, f"{{={cell.formula}}}", look, cached)
        else:
            target.write_formula(row, column, f"={cell.formula}", look, cached)
    elif cell.link:
        target.write_url(row, column, f"internal:{cell.link}", look, str(cell.value))
    elif cell.value is None:
        target.write_blank(row, column, None, look)
    elif isinstance(cell.value, str):
        target.write_string(row, column, cell.value, look)
    elif isinstance(cell.value, int | float):
        target.write_number(row, column, cell.value, look)
    else:
        target.write_datetime(row, column, cell.value, look)


def _write_block(target: Any, block: Block, own: set[tuple[int, int]], formats: Formats) -> None:
    """The same cells row after row; only the row's number in formulas differs."""
    prepared = [(cell, formats.of(cell), cell.column - 1) for cell in block.cells]
    for number in range(block.top, block.bottom + 1):
        for cell, look, column in prepared:
            if (number, cell.column) in own:
                continue
            if cell.formula:
                text = "=" + cell.formula.replace(ROW, str(number))
                target.write_formula(number - 1, column, text, look, "" if cell.value is None else cell.value)
            elif cell.value is None:
                target.write_blank(number - 1, column, None, look)
            else:
                _write_cell(target, replace(cell, row=number), formats)
