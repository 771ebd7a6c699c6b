"""A live LibreOffice and its documents, asked for over the wire from the project's own Python."""

# ruff: noqa: D102 - the methods are described in metodist.hosts.grid_book

from __future__ import annotations

from typing import Any

from metodist.hosts.grid import Area
from metodist.hosts.grid_book import Buttons
from metodist.hosts.remote_known import Edition, Known
from metodist.hosts.remote_sheet import Remote, RemoteSheet, Wire

#: Questions of the program after which nothing can be otherwise.
_ONLY_LOOKS = frozenset({"version", "books", "active_book", "screen_updating", "set_screen_updating", "calculation"})
#: Of so many documents all cells are kept between presses.
_MOST_EDITIONS = 3


class RemoteNames(Remote):
    """Defined names: a `metodist.hosts.grid.GridNames`."""

    def __init__(self, wire: Wire, book: str, sheet: str | None, known: Known) -> None:
        """Names of the book, or of one sheet; ``known`` is what was read of the document already."""
        super().__init__(wire, o="names", b=book, s=sheet)
        self._known = known

    def _once(self, method: str, *arguments: str) -> Any:
        key = str((self._place["s"], method, arguments))
        if key not in self._known.names:
            self._known.names[key] = self._ask(method, *arguments)
        return self._known.names[key]

    def keys(self) -> list[str]:
        return list(self._once("keys"))

    def get(self, name: str) -> str:
        return str(self._once("get", name))

    def put(self, name: str, refers_to: str) -> None:
        self._known.changed()
        self._ask("put", name, refers_to)

    def remove(self, name: str) -> None:
        self._known.changed()
        self._ask("remove", name)


class RemoteBook(Remote):
    """One document: a `metodist.hosts.grid.GridBook`."""

    def __init__(self, app: RemoteApp, wire: Wire, uid: str) -> None:
        """``uid`` is the document's ``RuntimeUID``."""
        super().__init__(wire, o="book", b=uid)
        self._app = app
        self.uid = uid
        #: Name and path are asked for at every turn, and change by saving only.
        self._known: dict[str, str] = {}
        self._read = app.known(uid)

    @property
    def app(self) -> RemoteApp:
        return self._app

    @property
    def name(self) -> str:
        return self._once("name")

    @property
    def fullname(self) -> str:
        return self._once("fullname")

    def _once(self, method: str) -> str:
        if method not in self._known:
            self._known[method] = str(self._ask(method))
        return self._known[method]

    def _sheet(self, name: str) -> RemoteSheet:
        return RemoteSheet(self._wire, self.uid, name, self._read)

    def sheets(self) -> list[RemoteSheet]:
        if self._read.sheets is None:
            self._read.sheets = list(self._ask("sheets"))
        return [self._sheet(name) for name in self._read.sheets]

    def active_sheet(self) -> RemoteSheet:
        return self._sheet(self._ask("active_sheet"))

    def add_sheet(self, name: str, position: int) -> RemoteSheet:
        self._read.changed()
        return self._sheet(self._ask("add_sheet", name, position))

    def delete_sheet(self, name: str) -> None:
        self._read.changed()
        self._ask("delete_sheet", name)

    def copy_sheet(self, name: str, position: int) -> None:
        self._read.changed()
        self._ask("copy_sheet", name, position)

    def names(self, sheet: str | None) -> RemoteNames:
        return RemoteNames(self._wire, self.uid, sheet, self._read)

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

    def is_modified(self) -> bool:
        return bool(self._ask("is_modified"))

    def save(self, path: str | None) -> None:
        self._known.clear()
        self._ask("save", path)

    def save_copy(self, path: str) -> None:
        self._ask("save_copy", path)

    def close(self) -> None:
        self._ask("close")

    def activate(self) -> None:
        self._ask("activate")

    def is_same(self, other: object) -> bool:
        return isinstance(other, RemoteBook) and other.uid == self.uid


class RemoteApp(Remote):
    """The running LibreOffice: a `metodist.hosts.grid.GridApp`."""

    host = "libreoffice"
    #: xlwings takes 0 for no program.
    pid = 1

    def __init__(self, wire: Wire) -> None:
        """Nothing is asked yet."""
        super().__init__(wire, o="app")
        self._read: dict[str, Known] = {}
        self._editions: dict[str, Edition] = {}

    def known(self, uid: str) -> Known:
        """What was read of a document since the button was pressed."""
        if uid not in self._read:
            while len(self._editions) >= _MOST_EDITIONS and uid not in self._editions:
                del self._editions[next(iter(self._editions))]
            self._read[uid] = Known(self._editions.setdefault(uid, Edition()))
        return self._read[uid]

    def forget(self) -> None:
        """A button is pressed: the user may have typed anywhere since the last one."""
        self._read.clear()

    def _ask(self, method: str, *arguments: Any) -> Any:
        if method not in _ONLY_LOOKS:  # the office breathes, computes, asks the user
            for known in self._read.values():
                known.changed()
        return super()._ask(method, *arguments)

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
