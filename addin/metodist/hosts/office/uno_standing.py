"""Reads a whole open book, and at the next press only the rows that are otherwise than they were.

A form has twenty thousand cells and a clerk changes one between two presses. The office gives all of them in two calls
a sheet within a tenth of a second; looking at each, packing and unpacking it would take longer than that.
"""

from __future__ import annotations

import uuid
from typing import Any, Dict, Iterator, List, Tuple  # noqa: UP035 - Python 3.8

from .cells import MOST_CELLS, Area
from .codec import pack
from .uno_kinds import Place, TypedKinds, formats_of, runs_of, special_kind, used_area
from .uno_values import as_kind, converted, error_at

#: Number of a row from 0, its values, its formulas; both as they go over the wire.
_Row = List[Any]  # noqa: UP006
_NOWHERE: Area = (0, 0, 0, 0)


class StandingSheet:
    """One sheet, as it was when it was read last."""

    def __init__(self, book: Any, name: str) -> None:
        """``book`` is the `UnoBook`, ``name`` the sheet's."""
        self._book = book
        self._name = name
        #: For its tab only: where rows were deleted, a sheet that was kept no longer begins at its A1.
        self._tab = self._sheet
        self._cells = self._tab.createCursor()
        self._forget(_NOWHERE)

    @property
    def _sheet(self) -> Any:
        return self._book.sheet(self._name).sheet

    def _forget(self, area: Area) -> None:
        """Nothing is known of an area."""
        self.area = area
        self._values: Tuple[Any, ...] = ((),) * area[2]  # noqa: UP006
        self._formulas: Tuple[Any, ...] = ((),) * area[2]  # noqa: UP006
        self._rows: List[_Row] = [[] for _ in range(area[2])]  # noqa: UP006
        #: By row, in which columns of it numbers are typed.
        self._typed: List[List[int]] = [[] for _ in range(area[2])]  # noqa: UP006
        self._typed_kinds = TypedKinds(self._book)
        self._special: Dict[Place, int] = {}  # noqa: UP006
        #: Of formulas whose results are numbers: text and kind. It is the form that gives them their formats.
        self._computed: Dict[Place, Tuple[str, int]] = {}  # noqa: UP006

    def lives(self) -> bool:
        """Whether this still is the sheet of that name: a clerk may have deleted it and brought it back."""
        try:
            quoted = self._name.replace("'", "''")
            return str(self._cells.AbsoluteName).startswith((f"${self._name}.", f"$'{quoted}'."))
        except Exception:  # noqa: BLE001 - UNO's errors have no common base
            return False

    def is_visible(self) -> bool:
        """Whether its tab is shown."""
        return bool(self._tab.IsVisible)

    def compute(self) -> None:
        """Ask for the values, so that those of stale formulas are there next time."""
        self._cells.getDataArray()

    def used(self) -> Area:
        """The area that is used now."""
        return used_area(self._cells)

    def get_ready(self) -> Iterator[None]:
        """Convert the formulas ahead of a press, piece by piece: each costs two milliseconds the first time."""
        area = self.used()
        for y, row in enumerate(self._cells.getFormulaArray()):
            yield
            converted(self._book, self._sheet, area, y, row)

    def rows(self) -> list[_Row]:
        """All rows as they were read last."""
        return self._rows

    def look(self, area: Area) -> list[_Row]:
        """Read the sheet; the rows that are otherwise than last time.

        Args:
            area: What `used` has just given. Where it is another one than last time, all rows are otherwise.
        """
        if area != self.area:
            self._forget(area)
        values, formulas = self._cells.getDataArray(), self._cells.getFormulaArray()
        # an error is None whichever it is, and an empty row of a new area equals what is not known
        fresh = [
            y
            for y, (now, before) in enumerate(zip(values, self._values))  # noqa: B905 - Python 3.8
            if now != before or formulas[y] != self._formulas[y] or None in now
        ]
        self._values, self._formulas = values, formulas
        for y in fresh:
            self._typed[y] = [x for x, value in _numbers(values[y]) if formulas[y][x][:1] not in ("=", "{")]
        turned = self._typed_kinds_now()
        self._ask_computed(fresh)
        changed = sorted({*fresh, *turned})
        for y in changed:
            self._rows[y] = self._row(y)
        return [self._rows[y] for y in changed]

    def _typed_kinds_now(self) -> set[int]:
        """Ask for the kinds of typed numbers; the rows in which one has turned into another."""
        places = [(y, x) for y, columns in enumerate(self._typed) for x in columns]
        before, self._special = (
            self._special,
            self._typed_kinds.special(self._sheet, self.area, places) if places else {},
        )
        return {y for (y, _), _ in before.items() ^ self._special.items() if y < self.area[2]}

    def _ask_computed(self, fresh: list[int]) -> None:
        """Ask for the kinds of formulas' results that are numbers for the first time."""
        unknown = []
        for y in fresh:
            texts = self._formulas[y]
            for x, _ in _numbers(self._values[y]):
                known = self._computed.get((y, x))
                if texts[x][:1] in ("=", "{") and (known is None or known[0] != texts[x]):
                    unknown.append((y, x))
        for key, runs in formats_of(self._book, self._sheet, self.area, runs_of(unknown)):
            kind = special_kind(self._book, key)
            for y, x, length in runs:
                for step in range(length):
                    self._computed[y + step, x] = self._formulas[y + step][x], kind

    def _row(self, y: int) -> _Row:
        values: list[Any] = [None if value == "" else value for value in self._values[y]]
        texts = self._formulas[y]
        for x, value in _numbers(values):
            known = self._computed.get((y, x), ("", 0)) if texts[x][:1] in ("=", "{") else ("", 0)
            kind = known[1] or self._special.get((y, x), 0)
            if kind:
                values[x] = as_kind(value, kind, self._book.epoch)
        for x, value in enumerate(self._values[y]):
            if value is None:
                values[x] = error_at(self._sheet, self.area[0] - 1 + y, self.area[1] - 1 + x)
        return [y, pack(values), converted(self._book, self._sheet, self.area, y, texts)]


def _numbers(row: Any) -> list[tuple[int, float]]:
    return [(x, value) for x, value in enumerate(row) if isinstance(value, float)]


class StandingBook:
    """All sheets of a book, and what was told of them last."""

    def __init__(self, book: Any) -> None:
        """``book`` is the `UnoBook`."""
        self._book = book
        self._sheets: Dict[str, StandingSheet] = {}  # noqa: UP006
        self._edition = ""

    def blocks(self, most: int, have: str) -> dict[str, Any]:
        """All sheets in one answer.

        Args:
            most: Where the book has more cells than that, rows are left out (``None``).
            have: The edition that the asker keeps; of its sheets only the changed rows are told.

        Returns:
            ``{"edition": this one, "sheets": [[name, whether it is shown, used area, whole, rows]]}``; where a sheet is
            not ``whole``, its other rows stand as in the edition that the asker has.
        """
        told, self._edition = self._edition, ""  # what fails half-way is told whole next time
        looked = self._looked(most)
        self._edition = uuid.uuid4().hex
        known = told != "" and told == have
        return {
            "edition": self._edition,
            "sheets": [
                [name, sheet.is_visible(), list(area), not known or new, _told(sheet, rows, whole=not known or new)]
                for name, sheet, area, new, rows in looked
            ],
        }

    def get_ready(self) -> Iterator[None]:
        """Read the whole book ahead of a press, in pieces of some milliseconds; between them it may change."""
        found = self._found()
        if sum(area[2] * area[3] for _, _, area in found) <= MOST_CELLS:
            for _, sheet, _ in found:
                yield from sheet.get_ready()
                self._edition = ""  # what is read here is told to nobody
                sheet.look(sheet.used())  # a clerk types on meanwhile

    def compute(self) -> Iterator[None]:
        """Have stale formulas computed while nobody waits, sheet by sheet."""
        for sheet in list(self._sheets.values()):
            yield
            if sheet.area != _NOWHERE and sheet.lives():
                sheet.compute()

    def _found(self) -> list[tuple[str, StandingSheet, Area]]:
        """All sheets with their used areas."""
        found = []
        for name in self._book.sheets():
            sheet = self._sheets.get(name)
            if sheet is None or not sheet.lives():
                sheet = self._sheets[name] = StandingSheet(self._book, name)
            found.append((name, sheet, sheet.used()))
        self._sheets = {name: sheet for name, sheet, _ in found}
        return found

    def _looked(self, most: int) -> list[tuple[str, StandingSheet, Area, bool, list[_Row] | None]]:
        found = self._found()
        small = sum(area[2] * area[3] for _, _, area in found) <= most
        return [
            (name, sheet, area, area != sheet.area, sheet.look(area) if small else None) for name, sheet, area in found
        ]


def _told(sheet: StandingSheet, rows: list[_Row] | None, *, whole: bool) -> list[_Row] | None:
    return None if rows is None else sheet.rows() if whole else rows
