"""The sheet «Протокол»: every finding of a returned table with a link to its cell."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from metodist.domain.findings import Finding, Severity
from metodist.domain.returns import Return
from metodist.domain.tables import TableSpec
from metodist.intake.addresses import letters
from metodist.intake.context import PROTOCOL
from metodist.intake.marks import ERROR_FILL, ERROR_INK, WARNING_FILL, WARNING_INK, Mark
from metodist.intake.report import sentence_of
from metodist.messages import say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.styles import Border, Font
    from openpyxl.worksheet.worksheet import Worksheet

HEADING_ROW, FIRST_ROW = 5, 6
_WIDTHS = (5, 17, 16, 11, 34, 76)
_HEADINGS = ("number", "severity", "sheet", "cell", "value", "finding")
#: Hidden columns that remember the fills that marking replaced: sheet, cell, fill.
_MARK_COLUMN = 9

_FONT = "Calibri"
_HEADING_FILL, _WHITE, _GREY, _LINK, _LINE = "FF1F3864", "FFFFFFFF", "FF595959", "FF1F4E9E", "FFA6A6A6"
_TONES = {Severity.ERROR: (ERROR_FILL, ERROR_INK), Severity.WARNING: (WARNING_FILL, WARNING_INK)}


def add_protocol(
    book: Workbook, returned: Return, spec: TableSpec, titles: Mapping[str, str], marks: Sequence[Mark]
) -> None:
    """Put «Протокол» in front of the other sheets.

    Args:
        book: The copy.
        returned: What the check found.
        spec: The table as issued, for its title and first sheet.
        titles: Issued sheet name → its name in this file: where links lead.
        marks: Cells that were filled, remembered in hidden columns.
    """
    for other in book.worksheets:
        other.sheet_view.tabSelected = False
    sheet = book.create_sheet(PROTOCOL, 0)
    book.active = 0
    _head(sheet, returned, spec)
    _link_back(sheet, book)
    in_weight = sorted(returned.findings, key=lambda finding: list(Severity).index(finding.severity))
    for number, finding in enumerate(in_weight, 1):
        _row(sheet, number, finding, titles)
    if not returned.findings:
        _write(sheet.cell(FIRST_ROW, 1), say("intake.clean"))
    _remember(sheet, marks)
    _page(sheet, FIRST_ROW + max(len(returned.findings), 1) - 1, spec)


def marks_of(sheet: Worksheet) -> Iterator[Mark]:
    """The fills that an earlier marking remembered on its «Протокол»."""
    columns = range(_MARK_COLUMN, _MARK_COLUMN + 3)
    for row in range(FIRST_ROW, sheet.max_row + 1):
        texts = [sheet.cell(row, column).value for column in columns]
        name, cell, fill = (text if isinstance(text, str) else "" for text in texts)
        if name and cell:
            yield Mark(name, cell, fill)


def _head(sheet: Worksheet, returned: Return, spec: TableSpec) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    counts = {str(severity): str(returned.count(severity)) for severity in Severity}
    when = returned.received.strftime("%d.%m.%Y %H:%M")
    title = say("intake.protocol.title", title=spec.footer or spec.title)
    _write(sheet["A1"], title, Font(name=_FONT, size=14, bold=True, color=_HEADING_FILL))
    sheet.row_dimensions[1].height = 24
    _write(sheet["A2"], say("intake.protocol.lead"))
    _write(sheet["A3"], say("intake.protocol.counts", when=when, **counts), Font(name=_FONT, size=11, color=_GREY))
    for column, name in enumerate(_HEADINGS, 1):
        cell = sheet.cell(HEADING_ROW, column)
        _write(cell, say(f"intake.protocol.{name}"), Font(name=_FONT, size=11, bold=True, color=_WHITE))
        cell.fill = PatternFill("solid", fgColor=_HEADING_FILL)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _border()


def _link_back(sheet: Worksheet, book: Workbook) -> None:
    visible = [other.title for other in book.worksheets[1:] if other.sheet_state == "visible"]
    if visible:
        _link(sheet["A4"], visible[0], "A1", say("intake.protocol.back", sheet=visible[0]))


def _row(sheet: Worksheet, number: int, finding: Finding, titles: Mapping[str, str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    row = FIRST_ROW + number - 1
    word = say(f"intake.severity.{finding.severity.value}")
    texts: tuple[str | int, ...] = (number, word, finding.sheet, finding.cell, finding.value, sentence_of(finding))
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column)
        _write(cell, text)
        cell.border = _border()
        side, indent = ("center", 0) if column == 1 else ("left", 1)
        cell.alignment = Alignment(vertical="center", wrap_text=True, horizontal=side, indent=indent)
    if finding.severity in _TONES:
        fill, ink = _TONES[finding.severity]
        sheet.cell(row, 2).fill = PatternFill("solid", fgColor=fill)
        sheet.cell(row, 2).font = Font(name=_FONT, size=11, color=ink)
    title = titles.get(finding.sheet)
    if title and finding.cell:
        _link(sheet.cell(row, 4), title, finding.cell, finding.cell)
    sheet.row_dimensions[row].height = _height(finding)


def _height(finding: Finding) -> float:
    """Points that the longer of value and message needs, 15 a line."""
    texts = ((finding.sheet, _WIDTHS[2]), (finding.value, _WIDTHS[4]), (sentence_of(finding), _WIDTHS[5]))
    return 15.0 * max(_lines(text, width) for text, width in texts) + 3


def _lines(text: str, width: int) -> int:
    """Wrapped at blanks, beside the indent."""
    return len(textwrap.wrap(text, width - 1)) or 1


def _write(cell: Cell | MergedCell, value: str | int, font: Font | None = None) -> None:
    """A text stays a text, also where it begins as a formula."""
    from openpyxl.styles import Font

    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    cell.font = font or Font(name=_FONT, size=11)


def _link(cell: Cell | MergedCell, sheet: str, address: str, text: str) -> None:
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    quoted = sheet.replace("'", "''")
    _write(cell, text, Font(name=_FONT, size=11, color=_LINK, underline="single"))
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{address}", display=text)


def _border() -> Border:
    from openpyxl.styles import Border, Side

    line = Side(style="thin", color=_LINE)
    return Border(left=line, right=line, top=line, bottom=line)


def _remember(sheet: Worksheet, marks: Sequence[Mark]) -> None:
    for row, mark in enumerate(marks, FIRST_ROW):
        for column, text in enumerate((mark.sheet, mark.cell, mark.fill), _MARK_COLUMN):
            _write(sheet.cell(row, column), text)
    for column in range(_MARK_COLUMN, _MARK_COLUMN + 3):
        sheet.column_dimensions[letters(column)].hidden = True


def _page(sheet: Worksheet, last_row: int, spec: TableSpec) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[letters(column)].width = width
    sheet.row_dimensions[HEADING_ROW].height = 30
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.auto_filter.ref = f"A{HEADING_ROW}:F{last_row}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = ERROR_INK
    sheet.print_area = f"A1:F{last_row}"
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    title = (spec.footer or spec.title).replace("&", "&&")[:200]
    footer = sheet.oddFooter
    if footer is not None:
        footer.center.text = say("intake.protocol.footer", title=title)
