"""Defined names of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from metodist.hosts.engine_font import bc
from metodist.hosts.engine_range import Range
from metodist.hosts.grid_book import GridNames
from metodist.hosts.office.cells import Area, parse_area, split_sheet

if TYPE_CHECKING:
    from metodist.hosts.engine_book import Book, Sheet


class Names(bc.Names):  # type: ignore[misc]
    """Defined names of a book or of one sheet."""

    def __init__(self, book: Book, sheet: Sheet | None) -> None:
        """Keep whose names they are."""
        self.book = book
        self.store: GridNames = book.grid.names(sheet.name if sheet else None)

    @property
    def api(self) -> Any:
        """The grid's names."""
        return self.store

    def _find(self, key: object) -> str | None:
        keys = self.store.keys()
        if isinstance(key, int):
            return keys[key - 1] if 1 <= key <= len(keys) else None
        return next((each for each in keys if each.lower() == str(key).lower()), None)

    def __call__(self, key: int | str) -> Name:
        """The name, by itself in any case or by its 1-based number.

        Raises:
            KeyError: There is none.
        """
        found = self._find(key)
        if found is None:
            raise KeyError(key)
        return Name(self, found)

    def contains(self, key: int | str) -> bool:
        """Whether there is such a name."""
        return self._find(key) is not None

    def __contains__(self, key: object) -> bool:
        """Whether there is such a name."""
        return self._find(key) is not None

    def __iter__(self) -> Iterator[Name]:
        """All names."""
        return (Name(self, key) for key in self.store.keys())  # noqa: SIM118 - no mapping

    def __len__(self) -> int:
        """How many."""
        return len(self.store.keys())

    def add(self, name: str, refers_to: str) -> Name:
        """Add or change a name."""
        self.store.put(name, refers_to)
        return Name(self, name)


class Name(bc.Name):  # type: ignore[misc]
    """One defined name."""

    def __init__(self, names: Names, key: str) -> None:
        """Keep the names and which of them it is."""
        self._names = names
        self._key = key

    @property
    def api(self) -> Any:
        """The grid's names."""
        return self._names.store

    @property
    def name(self) -> str:
        """The name itself."""
        return self._key

    @name.setter
    def name(self, name: str) -> None:
        refers_to = self.refers_to
        self.delete()
        self._key = name
        self.refers_to = refers_to

    @property
    def refers_to(self) -> str:
        """Such as ``=Лист!$A$1``."""
        return self._names.store.get(self._key)

    @refers_to.setter
    def refers_to(self, refers_to: str) -> None:
        self._names.store.put(self._key, refers_to)

    def place(self) -> tuple[str, Area] | None:
        """Sheet (lower case) and area; ``None`` where the name stands for something else than one range."""
        sheet, text = split_sheet(self.refers_to)
        area = parse_area(text)
        return (sheet.lower(), area) if sheet and area else None

    @property
    def refers_to_range(self) -> Range:
        """The range.

        Raises:
            ValueError: The name stands for something else.
        """
        place = self.place()
        if place is None:
            raise ValueError(f"{self._key} is no range: {self.refers_to}")
        return Range(self._names.book.sheets(place[0]), place[1])

    def delete(self) -> None:
        """Take the name away."""
        self._names.store.remove(self._key)
