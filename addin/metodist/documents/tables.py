"""Tables of a template: widths by the profile, rows that stay whole, headings that repeat and are known as such."""

from __future__ import annotations

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
    for table in document.element.body.iter(qn("w:tbl")):
        _fit(table, Mm(profile.text_width_mm).twips)
        for row in table.tr_lst:
            _mark(row.get_or_add_trPr(), "w:cantSplit")
        for row in takewhile(lambda row: _is_heading(row, headings), table.tr_lst):
            _mark(row.get_or_add_trPr(), "w:tblHeader")


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
