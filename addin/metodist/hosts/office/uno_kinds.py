"""Which numbers of a sheet are dates or truth values: their number formats say so.

A UNO object costs a millisecond to come by and a tenth of one to be asked again, so what was made is kept: the cells of
one format stand together in one object, which says in two questions whether they still have it.
"""

from __future__ import annotations

from typing import Any, Dict, Iterable, Iterator, List, NamedTuple, Set, Tuple  # noqa: UP035 - Python 3.8

import uno

from .cells import Area

# com.sun.star.util.NumberFormat
DATE = 2
LOGICAL = 1024
#: So many formats are kept in mind of one sheet; a form has a dozen.
_MOST_GROUPS = 64

#: Row and column within an area, from 0.
Place = Tuple[int, int]  # noqa: UP006
#: Row, column and length of vertically neighbouring cells.
Run = List[int]  # noqa: UP006


def cells_of(sheet: Any, area: Area) -> Any:
    """The UNO range of an area."""
    row, column, rows, columns = area
    return sheet.getCellRangeByPosition(column - 1, row - 1, column + columns - 2, row + rows - 2)


def used_area(cursor: Any) -> Area:
    """The area of a sheet that is used now; the cursor stands on it afterwards."""
    cursor.gotoStartOfUsedArea(False)  # noqa: FBT003 - UNO
    cursor.gotoEndOfUsedArea(True)  # noqa: FBT003 - UNO
    place = cursor.RangeAddress
    rows, columns = place.EndRow - place.StartRow + 1, place.EndColumn - place.StartColumn + 1
    return place.StartRow + 1, place.StartColumn + 1, rows, columns


def runs_of(places: Iterable[Place]) -> list[Run]:
    """Vertical runs of neighbouring cells as ``[row, column, length]``, so that a column needs one call."""
    runs: list[Run] = []
    for x, y in sorted((x, y) for y, x in places):
        if runs and runs[-1][1] == x and runs[-1][0] + runs[-1][2] == y:
            runs[-1][2] += 1
        else:
            runs.append([y, x, 1])
    return runs


def formats_of(book: Any, sheet: Any, area: Area, runs: list[Run]) -> Iterator[tuple[int, list[Run]]]:
    """The number formats of runs of cells: key of a format, and the runs that have it.

    Cells say their format in two calls where all of them share one: they are halved until they do. Asking for all
    groups of cells that look alike is dear where a form has hundreds of looks and a few formats of numbers.
    """
    waiting = [runs] if runs else []
    while waiting:
        part = waiting.pop()
        key = _one_format(_cells_of_runs(book, sheet, area, part))
        if key is None:
            waiting += _halves(part)
        else:
            yield key, part


def special_kind(book: Any, key: int) -> int:
    """`DATE` or `LOGICAL` where a format is one of these, else 0."""
    return int(book.format_kind(key) & (DATE | LOGICAL))


class _Group(NamedTuple):
    """Typed numbers of one format: the UNO object, where it stood, the format's key, the cells."""

    cells: Any
    address: str
    key: int
    places: Set[Place]  # noqa: UP006

    def stands(self) -> bool:
        """Whether all its cells are where they were and as they were."""
        try:
            return bool(_address_of(self.cells) == self.address and _one_format(self.cells) == self.key)
        except Exception:  # noqa: BLE001 - UNO's errors have no common base; a sheet taken away and brought back
            return False


class TypedKinds:
    """Kinds of the numbers that were typed into a sheet; the user may give them another format at any time."""

    def __init__(self, book: Any) -> None:
        """``book`` is the `UnoBook`."""
        self._book = book
        self._groups: list[_Group] = []

    def special(self, sheet: Any, area: Area, places: Iterable[Place]) -> dict[Place, int]:
        """The dates and truth values among typed numbers.

        Args:
            sheet: The UNO sheet.
            area: The same as last time; after another one, forget this object.
            places: Where numbers are typed now.
        """
        rest = set(places)
        kept = [group for group in self._groups if rest & group.places and group.stands()]
        kinds: Dict[Place, int] = {}  # noqa: UP006
        for group in kept:
            self._tell(kinds, group.key, rest & group.places)
            rest -= group.places
        fresh: dict[int, set[Place]] = {}
        for key, runs in formats_of(self._book, sheet, area, runs_of(rest)):
            own = {(y + step, x) for y, x, length in runs for step in range(length)}
            self._tell(kinds, key, own)
            fresh.setdefault(key, set()).update(own)
        self._groups = list(self._joined(sheet, area, kept, fresh))[-_MOST_GROUPS:]
        return kinds

    def _tell(self, kinds: dict[Place, int], key: int, places: Iterable[Place]) -> None:
        kind = special_kind(self._book, key)
        if kind:
            kinds.update(dict.fromkeys(places, kind))

    def _joined(self, sheet: Any, area: Area, kept: list[_Group], fresh: dict[int, set[Place]]) -> Iterator[_Group]:
        """Groups for next time: one a format."""
        for group in kept:
            if group.key in fresh:
                fresh[group.key] |= group.places
            else:
                yield group
        for key, places in fresh.items():
            cells = _cells_of_runs(self._book, sheet, area, runs_of(places))
            yield _Group(cells, _address_of(cells), key, places)


def _address_of(cells: Any) -> str:
    return str(cells.RangeAddressesAsString if hasattr(cells, "RangeAddressesAsString") else cells.AbsoluteName)


def _cells_of_runs(book: Any, sheet: Any, area: Area, runs: list[Run]) -> Any:
    """The UNO ranges of vertical runs within an area."""
    first = [(area[0] + y, area[1] + x, length, 1) for y, x, length in runs]
    if len(first) == 1:
        return cells_of(sheet, first[0])
    ranges = book.doc.createInstance("com.sun.star.sheet.SheetCellRanges")
    number = sheet.RangeAddress.Sheet
    ranges.addRangeAddresses(tuple(_address(number, one) for one in first), False)  # noqa: FBT003 - UNO
    return ranges


def _address(sheet: int, area: Area) -> Any:
    made = uno.createUnoStruct("com.sun.star.table.CellRangeAddress")
    row, column, rows, columns = area
    made.Sheet, made.StartRow, made.EndRow = sheet, row - 1, row + rows - 2
    made.StartColumn, made.EndColumn = column - 1, column + columns - 2
    return made


def _halves(runs: list[Run]) -> list[list[Run]]:
    if len(runs) > 1:
        half = len(runs) // 2
        return [runs[:half], runs[half:]]
    (y, x, length), half = runs[0], runs[0][2] // 2
    return [[[y, x, half]], [[y + half, x, length - half]]] if half else []


def _one_format(cells: Any) -> int | None:
    """The number format of cells; ``None`` where there are several: the office then tells any."""
    several = cells.getPropertyState("NumberFormat").value == "AMBIGUOUS_VALUE"
    return None if several else int(cells.NumberFormat)
