"""Writes a table to an .xlsx file; knows nothing of what stands in it."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from metodist.domain.tables import ROW, Block, Cell, Sheet, TableSpec
from metodist.domain.values import Value
from metodist.layout.addresses import letters
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
    replace_file(path, table_bytes(spec))


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside its place, then move it there.

    Raises:
        OSError: The folder cannot be written, or the file is held open by another program.
    """
    beside = path.with_name(f".{path.name}.{uuid4().hex[:8]}.tmp")
    try:
        beside.write_bytes(content)
        os.replace(beside, path)  # noqa: PTH105 - Path.replace would do; os.replace says what happens
    finally:
        beside.unlink(missing_ok=True)


def table_bytes(spec: TableSpec, stamp: str = "") -> bytes:
    """The whole .xlsx file of a table.

    Args:
        spec: The table.
        stamp: Stands in the document property instead of the table's own stamp.
    """
    from metodist.layout.protected_workbook import ProtectedWorkbook

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = ProtectedWorkbook(content, options)
    book.password = spec.sheet_password
    book.formats[0].set_font_name(FONT)
    book.formats[0].set_font_size(SIZE)
    book.set_properties({"title": spec.title, "subject": spec.footer, "author": say("school_table.author")})
    book.set_custom_property(PROPERTY, stamp or spec.identity.stamp)
    formats = Formats(book)
    for sheet in spec.sheets:
        _write_sheet(book, sheet, spec, formats)
    for name, reference in spec.names.items():
        book.define_name(name, f"={reference}")
    book.close()
    return content.getvalue()


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
    own = {(cell.row, cell.column): cell for cell in sheet.cells} if sheet.blocks else {}
    numbers = count()
    for block in sheet.blocks:
        for cell in block.cells:
            if cell.formula:
                _write_shared(target, block, cell, next(numbers), own, formats)
            else:
                _write_column(target, block, cell, own, formats)
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
    else:
        _write_constant(target, row, column, cell.value, look)


def _write_constant(target: Any, row: int, column: int, value: Value, look: Any) -> None:
    """Write a value as what it is: a text is never read as a number, a formula or a link."""
    if value is None:
        target.write_blank(row, column, None, look)
    elif isinstance(value, str):
        target.write_string(row, column, value, look)
    elif isinstance(value, int | float):
        target.write_number(row, column, value, look)
    else:
        target.write_datetime(row, column, value, look)


def _write_column(target: Any, block: Block, cell: Cell, own: Mapping[tuple[int, int], Cell], formats: Formats) -> None:
    """The same constant row after row."""
    look, column = formats.of(cell), cell.column - 1
    for row in range(block.top, block.bottom + 1):
        if (row, cell.column) not in own:
            _write_constant(target, row - 1, column, cell.value, look)


def _write_shared(
    target: Any, block: Block, cell: Cell, number: int, own: Mapping[tuple[int, int], Cell], formats: Formats
) -> None:
    """The same formula row after row: written out once, named by its number in the other rows."""
    from metodist.layout.protected_workbook import Shared

    look, column = formats.of(cell), cell.column - 1
    name = letters(cell.column)
    formula = "=" + cell.formula.replace(ROW, str(block.top))
    shared = Shared.first(formula, f"{name}{block.top}:{name}{block.bottom}", number)
    other = Shared.next(number)
    for row in range(block.top, block.bottom + 1):
        value = own.get((row, cell.column), cell).value
        target.write_formula(row - 1, column, shared, look, "" if value is None else value)
        shared = other
