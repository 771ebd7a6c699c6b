"""Which sheet that came back is which sheet that was issued, and whether two constants say the same."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

from metodist.domain.tables import Sheet, TableSpec
from metodist.domain.values import Value
from metodist.intake import dates
from metodist.intake.cells import BOOLEAN, NUMBER, TEXT, RawCell, RawSheet
from metodist.intake.issued import issued_sheet
from metodist.intake.package import RawBook
from metodist.intake.texts import clean, likeness

#: So much of a renamed sheet's own wording must be in place for it to be taken.
_CERTAIN = 0.8


def same(expected: Value, raw: RawCell | None) -> bool:
    """Whether a constant as issued stands in a cell; blanks, number formats and formulas aside."""
    if expected is None or expected == "":
        return raw is None or not raw.value.strip()
    if raw is None:
        return False
    if isinstance(expected, str):
        if raw.kind == TEXT and raw.value == expected:
            return True
        return clean(raw.value).text == clean(expected).text
    if raw.kind not in (NUMBER, BOOLEAN):
        return False
    try:
        number = float(raw.value)
    except ValueError:
        return False
    if isinstance(expected, date):
        return dates.from_serial(number) == expected
    return math.isclose(number, expected, rel_tol=1e-9, abs_tol=1e-9)


def match_sheets(spec: TableSpec, book: RawBook) -> dict[str, RawSheet | None]:
    """Issued sheet name → the sheet that came back.

    By name; else by a name that differs in case, blanks or look-alike letters; else the one sheet that still
    carries the issued sheet's wording. ``None`` where there is no such sheet.
    """
    found: dict[str, RawSheet | None] = {sheet.name: book.sheet(sheet.name) for sheet in spec.sheets}
    left = [sheet for sheet in book.sheets if sheet.name not in found]
    for issued in spec.sheets:
        if found[issued.name] is None:
            found[issued.name] = _alike(issued, left)
            left = [sheet for sheet in left if sheet is not found[issued.name]]
    return found


def _alike(issued: Sheet, candidates: list[RawSheet]) -> RawSheet | None:
    for sheet in candidates:
        if likeness(sheet.name) == likeness(issued.name):
            return sheet
    fitting = [sheet for sheet in candidates if _wording_kept(issued, sheet.cells) >= _CERTAIN]
    return fitting[0] if len(fitting) == 1 else None


def _wording_kept(issued: Sheet, cells: Mapping[tuple[int, int], RawCell]) -> float:
    own = issued_sheet(issued).constants
    if not own:
        return 0.0
    return sum(1 for cell in own if same(cell.value, cells.get((cell.row, cell.column)))) / len(own)
