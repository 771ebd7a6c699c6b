"""Tables of a template: widths by the profile, rows that stay whole, headings that repeat and are known as such."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from metodist.documents.profile import LayoutProfile
from metodist.documents.styling import TABLE_HEADING


def lay_out_tables(document: Document, profile: LayoutProfile) -> None:
    """Fit every table between the margins; no row splits; the heading rows on top repeat on each page."""
    headings = {style.style_id for style in document.styles if style.name == TABLE_HEADING}
    for table, turned in _with_direction(document.element.body):
        width = profile.turned_width_mm if turned else profile.text_width_mm
        _fit(table, Mm(width).twips)
        for row in table.tr_lst:
            _mark(row.get_or_add_trPr(), "w:cantSplit")
        for row in takewhile(lambda row: _is_heading(row, headings), table.tr_lst):
            _mark(row.get_or_add_trPr(), "w:tblHeader")


def _with_direction(body: Any) -> Iterator[tuple[Any, bool]]:
    """Every table, and whether its section lies on its side; a section's properties stand at its end."""
    tables: list[Any] = []
    for block in body:
        tables += [block] if block.tag == qn("w:tbl") else []
        section = block if block.tag == qn("w:sectPr") else block.find(f".//{qn('w:sectPr')}")
        if section is None:
            continue
        size = section.find(qn("w:pgSz"))
        turned = size is not None and int(size.get(qn("w:w"))) > int(size.get(qn("w:h")))
        yield from ((table, turned) for table in tables)
        tables = []


def _fit(table: Any, twips: int) -> None:
    """Columns keep their proportions and together fill the width of the text."""
    columns = table.tblGrid.gridCol_lst
    grid = [int(column.get(qn("w:w"))) for column in columns]
    fitted = [round(width * twips / sum(grid)) for width in grid]
    for column, width in zip(columns, fitted, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table.tr_lst:
        start = 0
        for cell in row.tc_lst:
            _width(cell.get_or_add_tcPr(), "w:tcW", sum(fitted[start : start + cell.grid_span]))
            start += cell.grid_span
    _width(table.tblPr, "w:tblW", sum(fitted))


def _width(properties: Any, tag: str, twips: int) -> None:
    element = properties.find(qn(tag))
    if element is not None:
        element.set(qn("w:w"), str(twips))
        element.set(qn("w:type"), "dxa")


def _is_heading(row: Any, headings: set[str]) -> bool:
    """Every paragraph of the row has the style of a table's heading."""
    styles = {element.get(qn("w:val")) for element in row.iter(qn("w:pStyle"))}
    return bool(styles) and styles <= headings


def _mark(properties: Any, tag: str) -> None:
    if properties.find(qn(tag)) is None:
        properties.append(OxmlElement(tag))
