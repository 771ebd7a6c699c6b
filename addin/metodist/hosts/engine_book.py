"""Books and sheets of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from metodist.hosts.engine_font import bc
from metodist.hosts.engine_names import Names
from metodist.hosts.engine_range import Range
from metodist.hosts.grid import Grid
from metodist.hosts.grid_book import GridBook
from metodist.hosts.office.cells import MAX_COLUMNS, MAX_ROWS, Area, parse_area, split_sheet

if TYPE_CHECKING:
    from metodist.hosts.engine import App


class Book(bc.Book):  # type: ignore[misc]
    """One workbook."""

    def __init__(self, app: App, grid: GridBook) -> None:
        """Keep the program and the grid's book."""
        self._app = app
        self.grid = grid

    @property
    def app(self) -> App:
        """The program it is open in."""
        return self._app

    @property
    def api(self) -> Any:
        """The grid's book."""
        return self.grid

    @property
    def name(self) -> str:
        """The file's name."""
        return self.grid.name

    @property
    def fullname(self) -> str:
        """The file's path; the bare name of a book never saved."""
        return self.grid.fullname

    @property
    def sheets(self) -> Sheets:
        """All sheets."""
        return Sheets(self)

    @property
    def names(self) -> Names:
        """Names of the book."""
        return Names(self, None)

    def save(self, path: Any = None, password: str | None = None) -> None:
        """Save in place or as."""
        if password:
            raise NotImplementedError("saving with a password")
        self.grid.save(None if path is None else str(path))

    def close(self) -> None:
        """Close without saving."""
        self.grid.close()

    def activate(self) -> None:
        """Bring the window to the front."""
        self.grid.activate()


class Sheets(bc.Sheets):  # type: ignore[misc]
    """All sheets of a book."""

    def __init__(self, book: Book) -> None:
        """Keep the book."""
        self.book = book

    @property
    def api(self) -> Any:
        """The grid's book."""
        return self.book.grid

    @property
    def active(self) -> Sheet:
        """The sheet in front."""
        return Sheet(self.book, self.book.grid.active_sheet())

    def __call__(self, key: int | str) -> Sheet:
        """The sheet of that name (in any case) or 1-based number.

        Raises:
            KeyError: There is none.
        """
        sheets = self.book.grid.sheets()
        if isinstance(key, int):
            return Sheet(self.book, sheets[key - 1])
        for sheet in sheets:
            if sheet.name.lower() == key.lower():
                return Sheet(self.book, sheet)
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        """Whether there is a sheet of that name."""
        return any(sheet.name.lower() == str(key).lower() for sheet in self.book.grid.sheets())

    def __len__(self) -> int:
        """How many."""
        return len(self.book.grid.sheets())

    def __iter__(self) -> Iterator[Sheet]:
        """In order."""
        return (Sheet(self.book, sheet) for sheet in self.book.grid.sheets())

    def add(self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None) -> Sheet:
        """A new sheet in front: before the active one unless said otherwise."""
        position = after.index if after and not before else (before or self.active).index - 1
        added = Sheet(self.book, self.book.grid.add_sheet(name or self._free_name(), position))
        added.activate()
        return added

    def _free_name(self) -> str:
        number = len(self) + 1
        while f"Лист{number}" in self:
            number += 1
        return f"Лист{number}"


class Sheet(bc.Sheet):  # type: ignore[misc]
    """One sheet."""

    def __init__(self, book: Book, grid: Grid) -> None:
        """Keep the book and the grid."""
        self._book = book
        self.grid = grid

    @property
    def book(self) -> Book:
        """The book it belongs to."""
        return self._book

    @property
    def api(self) -> Any:
        """The grid."""
        return self.grid

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.grid.name

    @name.setter
    def name(self, name: str) -> None:
        self.grid.rename(name)

    @property
    def visible(self) -> bool:
        """Whether the user sees its tab."""
        return self.grid.is_visible()

    @visible.setter
    def visible(self, visible: bool) -> None:
        self.grid.set_visible(visible=bool(visible))

    @property
    def names(self) -> Names:
        """Names that are known on this sheet only."""
        return Names(self._book, self)

    @property
    def index(self) -> int:
        """1-based place."""
        return [sheet.name for sheet in self._book.grid.sheets()].index(self.name) + 1

    def range(self, arg1: Any, arg2: Any = None) -> Range:
        """A range by address, defined name, ``(row, column)``, another range, or two of them as corners."""
        area = self._area(arg1)
        if arg2 is not None:
            other = self._area(arg2)
            top, left = min(area[0], other[0]), min(area[1], other[1])
            bottom = max(area[0] + area[2], other[0] + other[2])
            right = max(area[1] + area[3], other[1] + other[3])
            area = (top, left, bottom - top, right - left)
        return Range(self, area)

    def _area(self, place: Any) -> Area:
        if isinstance(place, Range):
            return place.area
        if isinstance(place, tuple):
            if 0 in place:
                raise IndexError("Attempted to access 0-based Range. xlwings/Excel Ranges are 1-based.")
            return (*place, 1, 1) if len(place) == 2 else place
        sheet, text = split_sheet(place)
        found = None if sheet and sheet.lower() != self.name.lower() else parse_area(text)
        return found or self._named_area(place)

    def _named_area(self, name: str) -> Area:
        for names in (self.names, self._book.names):
            if name in names:
                where, area = names(name).place() or (None, None)
                if area is not None and where == self.name.lower():
                    return area
        raise ValueError(f"{name!r} is no range of the sheet {self.name!r}")

    @property
    def cells(self) -> Range:
        """The whole sheet."""
        return Range(self, (1, 1, MAX_ROWS, MAX_COLUMNS))

    @property
    def used_range(self) -> Range:
        """The smallest range that holds every filled cell."""
        return Range(self, self.grid.used())

    def activate(self) -> None:
        """Bring to the front."""
        self.grid.activate()

    select = activate

    def delete(self) -> None:
        """Delete without asking."""
        self._book.grid.delete_sheet(self.name)

    def copy(self, before: Sheet | None, after: Sheet | None) -> None:
        """Copy within the book."""
        position = before.index - 1 if before else (after or self).index
        self._book.grid.copy_sheet(self.name, position)

    def clear_contents(self) -> None:
        """Empty every cell."""
        self.used_range.clear_contents()

    def clear_formats(self) -> None:
        """Take every format away."""
        self.used_range.clear_formats()

    def clear(self) -> None:
        """Empty every cell and take every format away."""
        self.used_range.clear()

    def autofit(self, axis: str | None = None) -> None:
        """Make columns and rows as large as their texts."""
        self.used_range.autofit(axis)
