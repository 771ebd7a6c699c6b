"""A copy made fit for being marked: earlier marks off, lost lists back, numbers that no file can hold as text."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from metodist.domain.tables import Area, TableSpec, Validation
from metodist.intake.addresses import address
from metodist.intake.context import PROTOCOL
from metodist.intake.marks import AUTHOR, Mark
from metodist.intake.protocol_sheet import marks_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.datavalidation import DataValidation


def take_old_marks_off(book: Workbook) -> None:
    """Undo what an earlier marking did to this very table."""
    if PROTOCOL in book.sheetnames:
        for mark in marks_of(book[PROTOCOL]):
            _restore(book, mark)
        del book[PROTOCOL]
    for cell in _cells(book):
        if cell.comment is not None and cell.comment.author == AUTHOR:
            cell.comment = None


def _restore(book: Workbook, mark: Mark) -> None:
    from openpyxl.styles import PatternFill

    if mark.sheet in book.sheetnames:
        cell = book[mark.sheet][mark.cell]
        cell.fill = PatternFill("solid", fgColor=mark.fill) if mark.fill else PatternFill()


def mend(book: Workbook, spec: TableSpec) -> None:
    """Keep the copy openable and as strict as the table that was issued."""
    for cell in _cells(book):
        if isinstance(cell.value, float) and not math.isfinite(cell.value):
            cell.value = str(cell.value)
    for issued in spec.sheets:
        if issued.name in book.sheetnames and not book[issued.name].data_validations.dataValidation:
            for rule in issued.validations:
                book[issued.name].add_data_validation(_validation(rule))


def _cells(book: Workbook) -> Iterator[Cell]:
    from openpyxl.cell import Cell

    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if isinstance(cell, Cell))


def _validation(rule: Validation) -> DataValidation:
    """A drop-down list or limit as openpyxl writes it."""
    from openpyxl.worksheet.datavalidation import DataValidation

    low, high = _limit(rule.minimum), _limit(rule.maximum)
    found = DataValidation(
        formula1=rule.source or None,
        allow_blank=True,
        showErrorMessage=rule.kind != "any",
        showInputMessage=bool(rule.hint),
        errorStyle="stop" if rule.strict else "warning",
        error=rule.message[:225] or None,
        errorTitle=rule.message_title[:32] or None,
        prompt=rule.hint[:255] or None,
        promptTitle=rule.hint_title[:32] or None,
        sqref=_reference(rule.area),
    )
    if rule.kind != "any":
        found.type = rule.kind  # type: ignore[assignment]
    if rule.kind not in ("list", "custom", "any"):
        found.operator = "between" if low and high else "greaterThanOrEqual" if low else "lessThanOrEqual"
        found.formula1, found.formula2 = (low, high) if low else (high, None)
    return found


def _limit(limit: float | date | None) -> str | None:
    if limit is None:
        return None
    if isinstance(limit, date):
        return f"DATE({limit.year},{limit.month},{limit.day})"
    return repr(limit)


def _reference(area: Area) -> str:
    return f"{address(area.top, area.left)}:{address(area.bottom, area.right)}"
