"""What the checks ask of every sheet as issued: worked out once a sheet, for schools share those that are alike."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from metodist.domain.tables import ROW, Cell, Sheet
from metodist.intake.formulas import normalised

_Place = tuple[int, int]
#: So many sheets are kept; a programme has a dozen, and registers of a few lengths.
_MOST = 64


class Issued(NamedTuple):
    """One sheet as issued; places are 1-based rows and columns.

    Args:
        own: Places of single cells, outside blocks or instead of a block's.
        constants: Locked cells with a text of their own, outside blocks: the sheet's wording.
        formulas: Every locked formula in its compared form.
        varying: Places of cells whose content differs from issue to issue.
    """

    own: frozenset[_Place]
    constants: tuple[Cell, ...]
    formulas: tuple[tuple[_Place, str], ...]
    varying: frozenset[_Place]


_KNOWN: dict[int, tuple[Sheet, Issued]] = {}


def issued_sheet(sheet: Sheet) -> Issued:
    """The sheet, worked out; the same object gives the same result."""
    known = _KNOWN.get(id(sheet))  # sheets hold mappings and have no hash; one that is kept keeps its number
    if known is None or known[0] is not sheet:
        while len(_KNOWN) >= _MOST:
            _KNOWN.pop(next(iter(_KNOWN)), None)
        known = _KNOWN[id(sheet)] = sheet, _worked_out(sheet)
    return known[1]


def _worked_out(sheet: Sheet) -> Issued:
    own = frozenset((cell.row, cell.column) for cell in sheet.cells)
    return Issued(
        own,
        tuple(
            cell
            for cell in sheet.cells
            if cell.locked and not cell.formula and not cell.varies and cell.value is not None
        ),
        (*_single(sheet), *_repeated(sheet, own)),
        frozenset((cell.row, cell.column) for cell in sheet.cells if cell.varies),
    )


def _single(sheet: Sheet) -> list[tuple[_Place, str]]:
    return [((cell.row, cell.column), normalised(cell.formula)) for cell in sheet.cells if cell.formula and cell.locked]


def _repeated(sheet: Sheet, own: frozenset[_Place]) -> list[tuple[_Place, str]]:
    """Formulas of blocks, in every row that has no cell of its own there."""
    found = []
    for block in sheet.blocks:
        for cell in block.cells:
            if cell.formula and cell.locked:
                form = normalised(cell.formula)
                rows = (row for row in range(block.top, block.bottom + 1) if (row, cell.column) not in own)
                found += [((row, cell.column), _in_row(form, row)) for row in rows]
    return found


@lru_cache(maxsize=16_384)
def _in_row(formula: str, row: int) -> str:
    return formula.replace(ROW.upper(), str(row))
