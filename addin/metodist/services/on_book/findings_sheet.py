"""«Протокол» of an open table: every finding with a link to its cell, and a hidden record of the marks.

It stands as the one of the copies that go back to schools, so that a table which is sent on with it is taken in as
those are. A book whose structure is protected takes no new sheet: the list then stands in a new book of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from metodist.domain.findings import Finding, Severity, count_of
from metodist.intake.context import PROTOCOL
from metodist.intake.marks import ERROR_FILL, ERROR_INK, WARNING_FILL, WARNING_INK, Mark
from metodist.intake.protocol_sheet import FIRST_ROW, HEADING_ROW
from metodist.intake.report import sentence_of
from metodist.messages import say
from metodist.services.on_book.sheets import (
    LINK_INK,
    TEXT_FORM,
    address_of,
    link_to,
    permitted,
    write_head,
    write_list,
    write_rows,
)

if TYPE_CHECKING:
    from xlwings import Book, Sheet

_HEADINGS = ("number", "severity", "sheet", "cell", "value", "finding")
_WIDTHS = (5, 17, 16, 11, 30, 76)
_SEVERITY_COLUMN, _CELL_COLUMN = 2, 4
#: Hidden columns: sheet, cell and fill of every mark; where the marks of returned copies stand too.
MARK_COLUMN = 9
#: So many lines get a link: each costs the host a question and an answer.
_MOST_LINKS = 300
_TONES = {Severity.ERROR: (ERROR_FILL, ERROR_INK), Severity.WARNING: (WARNING_FILL, WARNING_INK)}


def is_ours(sheet: Sheet) -> bool:
    """Whether a sheet named «Протокол» was written by the product."""
    return str(sheet.range("A1").value or "").startswith(say("intake.protocol.title", title="").strip())


def recorded_marks(sheet: Sheet) -> tuple[Mark, ...]:
    """The marks that «Протокол» remembers."""
    last = sheet.used_range.last_cell
    if last.column < MARK_COLUMN or last.row < FIRST_ROW:
        return ()
    area = sheet.range((FIRST_ROW, MARK_COLUMN), (last.row, MARK_COLUMN + 2))
    rows = area.options(ndim=2).value
    return tuple(Mark(str(name), str(cell), str(fill or "")) for name, cell, fill in rows if name and cell)


def emptied(sheet: Sheet) -> None:
    """Take the findings off a list of ours; its head, headings and widths stay, for the next ones."""
    last = sheet.used_range.last_cell
    if last.row >= FIRST_ROW:
        sheet.range((FIRST_ROW, 1), (last.row, max(last.column, MARK_COLUMN + 2))).clear()


def write_findings(
    sheet: Sheet,
    title: str,
    findings: Sequence[Finding],
    titles: Mapping[str, str],
    elsewhere: Path | None = None,
    *,
    again: bool = False,
) -> None:
    """Write the list on an empty sheet, or on one that was `emptied`.

    Args:
        sheet: The sheet.
        title: The table's title.
        findings: What the check found.
        titles: Issued sheet name → its name in the open book: where links lead.
        elsewhere: The table's file, where the list stands in another book.
        again: The sheet was `emptied`: what dresses it is there already.
    """
    in_weight = sorted(findings, key=lambda finding: list(Severity).index(finding.severity))
    counts = {str(severity): str(count_of(findings, severity)) for severity in Severity}
    note = say("intake.protocol.counts", when=f"{datetime.now():%d.%m.%Y %H:%M}", **counts)
    rows = list(_lines(in_weight)) or [(None, None, None, None, None, say("intake.clean"))]
    head = say("intake.protocol.title", title=title), say("on_book.protocol_lead"), note
    if again:
        sheet.range("A1").value = [[line] for line in head]
        write_rows(sheet, FIRST_ROW, rows)
    else:
        write_head(sheet, *head)
        write_list(sheet, HEADING_ROW, [say(f"intake.protocol.{name}") for name in _HEADINGS], _WIDTHS, rows)
    _tones(sheet, in_weight)
    _links(sheet, in_weight, titles, elsewhere)


def _lines(findings: Sequence[Finding]) -> Iterator[tuple[str | None, ...]]:
    for number, finding in enumerate(findings, 1):
        word = say(f"intake.severity.{finding.severity.value}")
        yield str(number), word, finding.sheet, finding.cell, finding.value, sentence_of(finding)


def _tones(sheet: Sheet, findings: Sequence[Finding]) -> None:
    """Findings stand by weight, so each severity is one block."""
    row = FIRST_ROW
    for severity in Severity:
        count = count_of(findings, severity)
        if count and severity in _TONES:
            fill, ink = _TONES[severity]
            block = sheet.range((row, _SEVERITY_COLUMN), (row + count - 1, _SEVERITY_COLUMN))
            block.color = f"#{fill[-6:]}"
            block.font.color = f"#{ink[-6:]}"
        row += count


def _links(sheet: Sheet, findings: Sequence[Finding], titles: Mapping[str, str], elsewhere: Path | None) -> None:
    file = address_of(sheet.book, elsewhere) if elsewhere is not None else ""
    for row, finding in enumerate(findings[:_MOST_LINKS], FIRST_ROW):
        title = titles.get(finding.sheet)
        if title and finding.cell:
            cell = sheet.range((row, _CELL_COLUMN))
            link_to(cell, title, finding.cell, finding.cell, file)
    if findings:
        linked = sheet.range((FIRST_ROW, _CELL_COLUMN), (FIRST_ROW + len(findings) - 1, _CELL_COLUMN))
        linked.font.color = LINK_INK


def record_marks(sheet: Sheet, marks: Sequence[Mark]) -> None:
    """Remember the marks in columns that the user does not see."""
    if not marks:
        return
    area = sheet.range((FIRST_ROW, MARK_COLUMN), (FIRST_ROW + len(marks) - 1, MARK_COLUMN + 2))
    area.number_format = TEXT_FORM
    area.value = [[mark.sheet, mark.cell, mark.fill] for mark in marks]
    area.font.color = (0xFF, 0xFF, 0xFF)  # also where a host cannot make a column as narrow as nothing
    permitted(lambda: setattr(area, "column_width", 0))


def list_book(book: Book, file: Path) -> Sheet:
    """An empty sheet in a book of its own: the one that an earlier check of that table has opened, or a new one."""
    for other in book.app.books:
        if other.name != book.name:
            sheet = next((sheet for sheet in other.sheets if sheet.name == PROTOCOL), None)
            if sheet is not None and sheet.range((1, MARK_COLUMN)).value == str(file):
                sheet.clear()
                sheet.range((1, MARK_COLUMN)).value = str(file)
                return sheet
    sheet = book.app.books.add().sheets[0]
    sheet.name = PROTOCOL
    sheet.range((1, MARK_COLUMN)).value = str(file)
    sheet.range((1, MARK_COLUMN)).font.color = (0xFF, 0xFF, 0xFF)
    return sheet
