"""One sheet of a live LibreOffice document, asked for over the wire from the project's own Python.

Each method is one request to ``metodist.hosts.office.server``, about 0.4 ms whatever the size of the block.
"""

# ruff: noqa: D102 - the methods are described in metodist.hosts.grid

from __future__ import annotations

from typing import Any, Protocol

from metodist.errors import InternalError, UserError
from metodist.hosts.grid import Area, Axis, Colour, Rows, What
from metodist.hosts.office.cells import MOST_CELLS
from metodist.hosts.office.codec import pack, unpack
from metodist.hosts.remote_known import Edition, Known
from metodist.messages import say


class Wire(Protocol):
    """Sends one message and waits for its answer."""

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to a request."""
        ...


class Remote:
    """Something on the other side of the wire."""

    def __init__(self, wire: Wire, **place: str | None) -> None:
        """``place`` says what: ``o`` the kind, ``b`` the book, ``s`` the sheet."""
        self._wire = wire
        self._place = place

    def ask(self, method: str, *arguments: Any) -> Any:
        """The answer to a question; see `_ask`."""
        return self._ask(method, *arguments)

    def _ask(self, method: str, *arguments: Any) -> Any:
        """Call a method there.

        Raises:
            UserError: What the user is to read.
            InternalError: Any other error of the office.
        """
        answer = self._wire.ask({**self._place, "m": method, "a": pack(list(arguments))})
        if "code" in answer:
            code, values = answer["code"], answer["values"]
            raise UserError(say(code, **values), say(f"{code}_action", **values))
        if "x" in answer:
            raise InternalError(f"LibreOffice: {answer['x']} in {self._place['o']}.{method}")
        return unpack(answer["r"])


class RemoteSheet(Remote):
    """One sheet: a `metodist.hosts.grid.Grid`."""

    def __init__(self, wire: Wire, book: str, name: str, known: Known | None = None) -> None:
        """``book`` is the document's id, ``name`` the sheet's, ``known`` what was read of the document already."""
        super().__init__(wire, o="sheet", b=book, s=name)
        self._name = name
        self._known = known if known is not None else Known(Edition())

    def _ask(self, method: str, *arguments: Any) -> Any:
        if self._known.wants_blocks(method):
            book = Remote(self._wire, o="book", b=self._place["b"])
            self._known.take(book.ask("blocks", MOST_CELLS, self._known.edition.name))
        found = self._known.answer(self._name, method, list(arguments))
        if found is not None:
            return found
        self._known.told(method)
        return self._known.keep(self._name, method, list(arguments), super()._ask(method, *arguments))

    @property
    def name(self) -> str:
        return self._name

    def rename(self, name: str) -> None:
        self._ask("rename", name)
        self._known.changed()
        self._name = self._place["s"] = name

    def is_visible(self) -> bool:
        return bool(self._ask("is_visible"))

    def set_visible(self, *, visible: bool) -> None:
        self._ask("set_visible", visible)

    def used(self) -> Area:
        row, column, rows, columns = self._ask("used")
        return row, column, rows, columns

    def read(self, area: Area) -> Rows:
        rows: Rows = self._ask("read", area)
        return rows

    def write(self, row: int, column: int, rows: Rows) -> None:
        if rows and rows[0]:
            self._ask("write", row, column, rows)

    def formulas(self, area: Area) -> list[list[str]]:
        texts: list[list[str]] = self._ask("formulas", area)
        return texts

    def fill_formula(self, area: Area, formula: str) -> None:
        self._ask("fill_formula", area, formula)

    def has_array(self, row: int, column: int) -> bool:
        return bool(self._ask("has_array", row, column))

    def is_locked(self, area: Area) -> bool:
        return bool(self._ask("is_locked", area))

    def colour(self, area: Area) -> Colour | None:
        found = self._ask("colour", area)
        return None if found is None else (found[0], found[1], found[2])

    def set_colour(self, area: Area, colour: Colour | None) -> None:
        self._ask("set_colour", area, colour)

    def number_format(self, area: Area) -> str | None:
        code: str | None = self._ask("number_format", area)
        return code

    def set_number_format(self, area: Area, code: str) -> None:
        self._ask("set_number_format", area, code)

    def font(self, area: Area) -> dict[str, Any]:
        font: dict[str, Any] = self._ask("font", area)
        return font

    def set_font(self, area: Area, key: str, value: Any) -> None:
        self._ask("set_font", area, key, value)

    def wrap_text(self, area: Area) -> bool:
        return bool(self._ask("wrap_text", area))

    def set_wrap_text(self, area: Area, *, wrap: bool) -> None:
        self._ask("set_wrap_text", area, wrap)

    def column_width(self, column: int) -> float:
        return float(self._ask("column_width", column))

    def set_column_width(self, column: int, count: int, width: float) -> None:
        self._ask("set_column_width", column, count, width)

    def row_height(self, row: int) -> float:
        return float(self._ask("row_height", row))

    def set_row_height(self, row: int, count: int, height: float) -> None:
        self._ask("set_row_height", row, count, height)

    def autofit(self, area: Area, axis: Axis) -> None:
        self._ask("autofit", area, axis)

    def clear(self, area: Area, what: What) -> None:
        self._ask("clear", area, what)

    def merge(self, area: Area, *, on: bool) -> None:
        self._ask("merge", area, on)

    def insert(self, area: Area, *, right: bool) -> None:
        self._ask("insert", area, right)

    def delete(self, area: Area, *, left: bool) -> None:
        self._ask("delete", area, left)

    def hyperlink(self, row: int, column: int) -> str | None:
        target: str | None = self._ask("hyperlink", row, column)
        return target

    def hyperlinks(self, area: Area) -> list[tuple[int, int, str]]:
        return [(row, column, target) for row, column, target in self._ask("hyperlinks", area)]

    def set_hyperlink(self, row: int, column: int, target: str, text: str) -> None:
        self._ask("set_hyperlink", row, column, target, text)

    def activate(self) -> None:
        self._ask("activate")

    def select(self, area: Area) -> None:
        self._ask("select", area)
