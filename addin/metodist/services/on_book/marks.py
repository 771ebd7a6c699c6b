"""Faulty cells of an open table: filled, and given their own fill back the next time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from metodist.domain.findings import Finding, Severity
from metodist.intake.marks import ERROR_FILL, WARNING_FILL, Mark
from metodist.services.on_book.sheets import permitted

if TYPE_CHECKING:
    from xlwings import Book, Sheet

#: After so many refusals in a row a sheet is not asked again: errors come first, and they stand in open cells.
_STUBBORN = 5
#: Sheet and address of a cell.
Place = tuple[str, str]
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


def faulty_cells(findings: Iterable[Finding], titles: Mapping[str, str]) -> dict[Place, Severity]:
    """Sheet and address of every cell that an error or a warning is about, with the graver of them; errors first."""
    cells: dict[Place, Severity] = {}
    for finding in findings:
        if finding.severity is Severity.REMARK or finding.sheet not in titles:
            continue
        for cell in finding.cells if finding.count > 1 else (finding.cell,):
            if cell and cells.get((titles[finding.sheet], cell)) is not Severity.ERROR:
                cells[titles[finding.sheet], cell] = finding.severity
    order = list(Severity)
    return dict(sorted(cells.items(), key=lambda item: order.index(item[1])))


def first_of(cells: Mapping[Place, Severity]) -> dict[Place, Severity]:
    """As many of the cells as are filled in an open book."""
    return dict(islice(cells.items(), MOST_LIVE_MARKS))


def put_marks(book: Book, cells: Mapping[Place, Severity], kept: Mapping[Place, Mark] | None = None) -> Marked:
    """Fill the cells; those of a protected sheet only where its protection lets.

    Args:
        book: The open workbook.
        cells: What to mark, as `faulty_cells` gives it.
        kept: Marks that `take_marks_off` has left where they are.
    """
    marks: list[Mark] = []
    refusals: Counter[str] = Counter()
    refused = 0
    chosen = first_of(cells)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for (name, address), severity in chosen.items():
        if kept and (name, address) in kept:
            marks.append(kept[name, address])
            continue
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
    fill = _fill(severity)
    return _argb(before) if permitted(lambda: setattr(cell, "color", fill)) else None


def _fill(severity: Severity) -> tuple[int, int, int]:
    return _rgb(ERROR_FILL if severity is Severity.ERROR else WARNING_FILL)


def take_marks_off(
    book: Book, marks: Iterable[Mark], still: Mapping[Place, Severity] | None = None
) -> dict[Place, Mark]:
    """Give cells the fill they had; a cell that somebody has filled anew meanwhile keeps it.

    Args:
        book: The open workbook.
        marks: What an earlier check has marked.
        still: What is to be marked now: cells that look so already are left as they are.

    Returns:
        The marks that were left.
    """
    ours = {_rgb(ERROR_FILL), _rgb(WARNING_FILL)}
    kept: dict[Place, Mark] = {}
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for mark in dict.fromkeys(marks):
        sheet = sheets.get(mark.sheet)
        if sheet is None:
            continue
        cell = sheet.range(mark.cell)
        colour = cell.color
        place = (mark.sheet, mark.cell)
        if colour is None or tuple(colour) not in ours or place in kept:
            continue
        if still and place in still and tuple(colour) == _fill(still[place]):
            kept[place] = mark
        else:
            before = _rgb(mark.fill) if mark.fill else None
            permitted(lambda cell=cell, before=before: setattr(cell, "color", before))  # type: ignore[misc]
    return kept


def _rgb(argb: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(argb[-6:])
    return red, green, blue


def _argb(colour: tuple[int, int, int] | None) -> str:
    return "" if colour is None else "FF" + bytes(int(part) for part in colour).hex().upper()
