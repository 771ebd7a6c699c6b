"""The grid of a live LibreOffice document, asked for over the wire from the project's own Python.

Each method is one request to ``metodist.hosts.office.server``, about 0.4 ms whatever the size of the block.
"""

# ruff: noqa: D102 - the methods are described in metodist.hosts.grid

from __future__ import annotations

from typing import Any, Protocol

from metodist.errors import InternalError, UserError
from metodist.hosts.grid import Area, Axis, Buttons, Colour, Rows, What
from metodist.hosts.office.codec import pack, unpack
from metodist.messages import say


class Wire(Protocol):
    """Sends one message and waits for its answer."""

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to a request."""
        ...


class _Remote:
    """Something on the other side of the wire."""

    def __init__(self, wire: Wire, **place: str | None) -> None:
        self._wire = wire
        self._place = place

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


class RemoteSheet(_Remote):
    """One sheet: a `metodist.hosts.grid.Grid`."""

    def __init__(self, wire: Wire, book: str, name: str) -> None:
        """``book`` is the document's id, ``name`` the sheet's."""
        super().__init__(wire, o="sheet", b=book, s=name)
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    def rename(self, name: str) -> None:
        self._ask("rename", name)
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

    def set_hyperlink(self, row: int, column: int, target: str, text: str) -> None:
        self._ask("set_hyperlink", row, column, target, text)

    def activate(self) -> None:
        self._ask("activate")

    def select(self, area: Area) -> None:
        self._ask("select", area)


class RemoteNames(_Remote):
    """Defined names: a `metodist.hosts.grid.GridNames`."""

    def keys(self) -> list[str]:
        names: list[str] = self._ask("keys")
        return names

    def get(self, name: str) -> str:
        return str(self._ask("get", name))

    def put(self, name: str, refers_to: str) -> None:
        self._ask("put", name, refers_to)

    def remove(self, name: str) -> None:
        self._ask("remove", name)


class RemoteBook(_Remote):
    """One document: a `metodist.hosts.grid.GridBook`."""

    def __init__(self, app: RemoteApp, wire: Wire, uid: str) -> None:
        """``uid`` is the document's ``RuntimeUID``."""
        super().__init__(wire, o="book", b=uid)
        self._app = app
        self.uid = uid

    @property
    def app(self) -> RemoteApp:
        return self._app

    @property
    def name(self) -> str:
        return str(self._ask("name"))

    @property
    def fullname(self) -> str:
        return str(self._ask("fullname"))

    def _sheet(self, name: str) -> RemoteSheet:
        return RemoteSheet(self._wire, self.uid, name)

    def sheets(self) -> list[RemoteSheet]:
        return [self._sheet(name) for name in self._ask("sheets")]

    def active_sheet(self) -> RemoteSheet:
        return self._sheet(self._ask("active_sheet"))

    def add_sheet(self, name: str, position: int) -> RemoteSheet:
        return self._sheet(self._ask("add_sheet", name, position))

    def delete_sheet(self, name: str) -> None:
        self._ask("delete_sheet", name)

    def copy_sheet(self, name: str, position: int) -> None:
        self._ask("copy_sheet", name, position)

    def names(self, sheet: str | None) -> RemoteNames:
        return RemoteNames(self._wire, o="names", b=self.uid, s=sheet)

    def custom_property(self, name: str) -> str | None:
        value: str | None = self._ask("custom_property", name)
        return value

    def set_custom_property(self, name: str, value: str) -> None:
        self._ask("set_custom_property", name, value)

    def selection(self) -> tuple[str, Area] | None:
        found = self._ask("selection")
        if found is None:
            return None
        sheet, (row, column, rows, columns) = found
        return sheet, (row, column, rows, columns)

    def save(self, path: str | None) -> None:
        self._ask("save", path)

    def save_copy(self, path: str) -> None:
        self._ask("save_copy", path)

    def close(self) -> None:
        self._ask("close")

    def activate(self) -> None:
        self._ask("activate")

    def is_same(self, other: object) -> bool:
        return isinstance(other, RemoteBook) and other.uid == self.uid


class RemoteApp(_Remote):
    """The running LibreOffice: a `metodist.hosts.grid.GridApp`."""

    host = "libreoffice"
    #: xlwings takes 0 for no program.
    pid = 1

    def __init__(self, wire: Wire) -> None:
        """Nothing is asked yet."""
        super().__init__(wire, o="app")

    @property
    def version(self) -> str:
        return str(self._ask("version"))

    def book(self, uid: str) -> RemoteBook:
        """The open document of that ``RuntimeUID``; whether it is open shows at the first question."""
        return RemoteBook(self, self._wire, uid)

    def books(self) -> list[RemoteBook]:
        return [self.book(uid) for uid in self._ask("books")]

    def active_book(self) -> RemoteBook | None:
        uid = self._ask("active_book")
        return None if uid is None else self.book(uid)

    def open_book(self, path: str, *, hidden: bool = False) -> RemoteBook:
        return self.book(self._ask("open_book", path, hidden))

    def new_book(self, *, hidden: bool = False) -> RemoteBook:
        return self.book(self._ask("new_book", hidden))

    def screen_updating(self) -> bool:
        return bool(self._ask("screen_updating"))

    def set_screen_updating(self, *, on: bool) -> None:
        self._ask("set_screen_updating", on)

    def calculation(self) -> str:
        return str(self._ask("calculation"))

    def set_calculation(self, mode: str) -> None:
        self._ask("set_calculation", mode)

    def calculate(self) -> None:
        self._ask("calculate")

    def status(self, text: str | None) -> None:
        self._ask("status", text)

    def progress(self, done: int, total: int, text: str) -> bool:
        return bool(self._ask("progress", done, total, text))

    def alert(self, prompt: str, title: str, buttons: Buttons, mode: str) -> str:
        return str(self._ask("alert", prompt, title, buttons, mode))

    def reveal(self, path: str) -> None:
        self._ask("reveal", path)
