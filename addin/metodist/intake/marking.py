"""The copy that goes back to a school: faulty cells filled, findings as comments, all of them on «Протокол».

Only a copy is ever saved by openpyxl; the table that came is not touched.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from metodist.domain.findings import Finding, Severity
from metodist.domain.returns import Return
from metodist.domain.tables import TableSpec
from metodist.intake.addresses import letters
from metodist.intake.marks import AUTHOR, ERROR_FILL, MOST_MARKS, WARNING_FILL, Mark
from metodist.intake.mending import mend, take_old_marks_off
from metodist.intake.protocol_sheet import add_protocol
from metodist.intake.report import sentence_of
from metodist.messages import say

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.comments import Comment
    from openpyxl.worksheet.worksheet import Worksheet

#: What openpyxl raises over parts that our own reader never looks at (drawings, themes, comments).
_UNREADABLE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    SyntaxError,
    RuntimeError,
    BadZipFile,
)
_LETTERS_A_LINE, _LINE_HEIGHT, _COMMENT_WIDTH = 40, 17, 300


def write_marked_copy(source: Path, returned: Return, spec: TableSpec, target: Path) -> None:
    """Write the marked copy of a faulty table.

    Protection, open cells, lists and identity stay as they are, so the copy can be corrected and sent again.
    A file that openpyxl cannot open is answered with a workbook that holds «Протокол» alone.

    Args:
        source: The table as it came.
        returned: What its check found.
        spec: The table as it was issued.
        target: Where the copy is written; overwritten.
    """
    try:
        _marked_book(source, returned, spec).save(target)
    except _UNREADABLE:
        _protocol_alone(returned, spec).save(target)


def _marked_book(source: Path, returned: Return, spec: TableSpec) -> Workbook:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells developers what it leaves out
        book = load_workbook(source, keep_links=False)
    take_old_marks_off(book)
    mend(book, spec)
    titles = _titles(book, returned.findings)
    add_protocol(book, returned, spec, titles, _mark(book, returned.findings, titles))
    return book


def _protocol_alone(returned: Return, spec: TableSpec) -> Workbook:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    add_protocol(book, returned, spec, {}, ())
    return book


def _titles(book: Workbook, findings: Iterable[Finding]) -> dict[str, str]:
    """Issued sheet name → its name in this file, where it has one."""
    renamed = {finding.sheet: finding.value for finding in findings if finding.code == "sheet.renamed"}
    issued = {finding.sheet for finding in findings if finding.sheet}
    now = {name: renamed.get(name, name) for name in issued}
    return {name: title for name, title in now.items() if title in book.sheetnames}


def _mark(book: Workbook, findings: Sequence[Finding], titles: Mapping[str, str]) -> tuple[Mark, ...]:
    """Fill the cells of errors and warnings and write their findings beside them."""
    told: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.severity is Severity.REMARK or finding.sheet not in titles:
            continue
        for cell in _cells(finding):
            told.setdefault((titles[finding.sheet], cell), []).append(finding)
    return tuple(_mark_one(book[title], address, told[title, address]) for title, address in list(told)[:MOST_MARKS])


def _cells(finding: Finding) -> tuple[str, ...]:
    """The cells to fill: of a pair of rows (a person twice) only the one that the finding is about."""
    if finding.count > 1:
        return finding.cells
    return (finding.cell,) if finding.cell else ()


def _mark_one(sheet: Worksheet, address: str, findings: Sequence[Finding]) -> Mark:
    from openpyxl.styles import PatternFill

    cell = _shown_cell(sheet, address)
    before = cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else ""
    severe = any(finding.severity is Severity.ERROR for finding in findings)
    cell.fill = PatternFill("solid", fgColor=ERROR_FILL if severe else WARNING_FILL)
    earlier = cell.comment.text if cell.comment is not None else ""
    cell.comment = _comment(findings, earlier)
    return Mark(sheet.title, cell.coordinate, before if isinstance(before, str) else "")


def _shown_cell(sheet: Worksheet, address: str) -> Cell:
    """The cell itself, or the one that shows it where cells are merged."""
    for merged in sheet.merged_cells.ranges:
        if address in merged:
            address = f"{letters(merged.min_col)}{merged.min_row}"
    cell: Cell = sheet[address]
    return cell


def _comment(findings: Sequence[Finding], earlier: str) -> Comment:
    from openpyxl.comments import Comment

    lines = list(_lines(findings))
    text = "\n".join([*lines, *([earlier] if earlier else [])])
    height = _LINE_HEIGHT * (1 + sum(1 + len(line) // _LETTERS_A_LINE for line in lines))
    return Comment(text, AUTHOR, height=height, width=_COMMENT_WIDTH)


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        word = say(f"intake.severity.{finding.severity.value}")
        yield f"{word}: {sentence_of(finding)}"
