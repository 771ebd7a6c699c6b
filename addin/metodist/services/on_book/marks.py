"""Faulty cells of an open table: filled, and given their own fill back the next time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from metodist.domain.findings import Finding, Severity
from metodist.intake.marks import ERROR_FILL, WARNING_FILL, Mark
from metodist.services.on_book.sheets import permitted

if TYPE_CHECKING:
    from xlwings import Book, Sheet

#: After so many refusals in a row a sheet is not asked again: errors come first, and they stand in open cells.
_STUBBORN = 5
#: So many cells are filled in an open book at most: each costs the host a question and an answer.
MOST_LIVE_MARKS = 300


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of the cells to mark.

    Args:
        marks: Cells that are filled now, with their fills of before.
        refused: How many the protection of their sheet kept as they were.
        left_out: How many were too many.
    """

    marks: tuple[Mark, ...]
    refused: int
    left_out: int


def faulty_cells(findings: Iterable[Finding], titles: Mapping[str, str]) -> dict[tuple[str, str], Severity]:
    """Sheet and address of every cell that an error or a warning is about, with the graver of them; errors first."""
    cells: dict[tuple[str, str], Severity] = {}
    for finding in findings:
        if finding.severity is Severity.REMARK or finding.sheet not in titles:
            continue
        for cell in finding.cells if finding.count > 1 else (finding.cell,):
            if cell and cells.get((titles[finding.sheet], cell)) is not Severity.ERROR:
                cells[titles[finding.sheet], cell] = finding.severity
    order = list(Severity)
    return dict(sorted(cells.items(), key=lambda item: order.index(item[1])))


def put_marks(book: Book, cells: Mapping[tuple[str, str], Severity]) -> Marked:
    """Fill the cells; those of a protected sheet only where its protection lets."""
    marks: list[Mark] = []
    refusals: Counter[str] = Counter()
    refused = 0
    chosen = list(cells.items())[:MOST_LIVE_MARKS]
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for (name, address), severity in chosen:
        sheet = sheets.get(name)
        before = _filled(sheet, address, severity) if sheet is not None and refusals[name] < _STUBBORN else None
        if before is None:
            refusals[name] += 1
            refused += 1
        else:
            refusals[name] = 0
            marks.append(Mark(name, address, before))
    return Marked(tuple(marks), refused, len(cells) - len(chosen))


def _filled(sheet: Sheet, address: str, severity: Severity) -> str | None:
    """Fill one cell; the fill it had before, empty for none; ``None`` where the protection refused."""
    cell = sheet.range(address)
    before = cell.color
    fill = _rgb(ERROR_FILL if severity is Severity.ERROR else WARNING_FILL)
    return _argb(before) if permitted(lambda: setattr(cell, "color", fill)) else None


def take_marks_off(book: Book, marks: Iterable[Mark]) -> None:
    """Give cells the fill they had; a cell that somebody has filled anew meanwhile keeps it."""
    ours = {_rgb(ERROR_FILL), _rgb(WARNING_FILL)}
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for mark in dict.fromkeys(marks):
        sheet = sheets.get(mark.sheet)
        if sheet is None:
            continue
        cell = sheet.range(mark.cell)
        colour = cell.color
        if colour is not None and tuple(colour) in ours:
            before = _rgb(mark.fill) if mark.fill else None
            permitted(lambda cell=cell, before=before: setattr(cell, "color", before))  # type: ignore[misc]


def _rgb(argb: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(argb[-6:])
    return red, green, blue


def _argb(colour: tuple[int, int, int] | None) -> str:
    return "" if colour is None else "FF" + bytes(int(part) for part in colour).hex().upper()
