"""Faulty cells of an open table: filled, and given their own fill back the next time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from metodist.domain.findings import Finding, Severity
from metodist.intake.addresses import address, parse
from metodist.intake.marks import ERROR_FILL, WARNING_FILL, Mark
from metodist.services.on_book.sheets import permitted

if TYPE_CHECKING:
    from xlwings import Book, Sheet

#: After so many refusals in a row a sheet is not asked again: errors come first, and they stand in open cells.
_STUBBORN = 5
#: So many rows up and down a mark is looked for that is not where it was put.
_NEAR = 30
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


def put_marks(
    book: Book,
    cells: Mapping[Place, Severity],
    kept: Mapping[Place, Mark] | None = None,
    note: Callable[[tuple[Mark, ...]], None] | None = None,
) -> Marked:
    """Fill the cells; those of a protected sheet only where its protection lets.

    Args:
        book: The open workbook.
        cells: What to mark, as `faulty_cells` gives it.
        kept: Marks that `take_marks_off` has left where they are.
        note: Told of all marks before the first cell is filled: a command that is killed meanwhile leaves none that
            nobody knows of.
    """
    chosen = first_of(cells)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    planned = {place: _planned(sheets.get(place[0]), place, kept or {}) for place in chosen}
    if note is not None:
        note(tuple(mark for mark in planned.values() if mark is not None))
    marks: list[Mark] = []
    refusals: Counter[str] = Counter()
    for place, mark in planned.items():
        name = place[0]
        stands = kept is not None and place in kept
        if mark is not None and (stands or (refusals[name] < _STUBBORN and _filled(sheets[name], mark, chosen[place]))):
            marks.append(mark)
            refusals[name] = 0
        else:
            refusals[name] += 1
    return Marked(tuple(marks), len(chosen) - len(marks), len(cells) - len(chosen))


def _planned(sheet: Sheet | None, place: Place, kept: Mapping[Place, Mark]) -> Mark | None:
    """A mark with the fill that the cell has now, empty for none."""
    if place in kept or sheet is None:
        return kept.get(place)
    return Mark(*place, _argb(sheet.range(place[1]).color))


def _filled(sheet: Sheet, mark: Mark, severity: Severity) -> bool:
    """Fill one cell; whether the protection let."""
    cell, fill = sheet.range(mark.cell), _fill(severity)
    return permitted(lambda: setattr(cell, "color", fill))


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
    kept: dict[Place, Mark] = {}
    lost: dict[str, list[Mark]] = {}
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for mark in dict.fromkeys(marks):
        sheet = sheets.get(mark.sheet)
        if sheet is not None and (mark.sheet, mark.cell) not in kept and not _taken_off(sheet, mark, kept, still or {}):
            lost.setdefault(mark.sheet, []).append(mark)
    for name, strayed in lost.items():
        for mark in strayed:
            moved = _strayed(sheets[name], mark, kept)
            if moved is None:
                break  # the fills are gone: the book was closed without saving, or somebody has filled the cells anew
            _taken_off(sheets[name], moved, kept, still or {})
    return kept


def _taken_off(sheet: Sheet, mark: Mark, kept: dict[Place, Mark], still: Mapping[Place, Severity]) -> bool:
    """Give a cell the fill it had, or keep a mark that is still wanted; whether the cell bears one."""
    cell, place = sheet.range(mark.cell), (mark.sheet, mark.cell)
    colour = cell.color
    if colour is None or tuple(colour) not in _OURS:
        return False
    if place in still and tuple(colour) == _fill(still[place]):
        kept[place] = mark
    else:
        permitted(lambda: setattr(cell, "color", _rgb(mark.fill) if mark.fill else None))
    return True


def _strayed(sheet: Sheet, mark: Mark, kept: Mapping[Place, Mark]) -> Mark | None:
    """The mark where it stands now, after rows were inserted or deleted above it; ``None`` where it is not near."""
    place = parse(mark.cell)
    if place is None:
        return None
    for far in (step * way for step in range(1, _NEAR + 1) for way in (1, -1)):
        if place[0] + far >= 1 and (mark.sheet, cell := address(place[0] + far, place[1])) not in kept:
            colour = sheet.range(cell).color
            if colour is not None and tuple(colour) in _OURS:
                return Mark(mark.sheet, cell, mark.fill)
    return None


def _rgb(argb: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(argb[-6:])
    return red, green, blue


_OURS = frozenset((_rgb(ERROR_FILL), _rgb(WARNING_FILL)))


def _argb(colour: tuple[int, int, int] | None) -> str:
    return "" if colour is None else "FF" + bytes(int(part) for part in colour).hex().upper()
