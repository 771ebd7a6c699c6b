"""The xlwings engine over a grid: one for LibreOffice, closed files and whatever host comes next.

Registered with ``xw.engines.add``, it makes commands that take an xlwings ``Book`` run unchanged outside Excel.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from metodist.hosts.engine_book import Book
from metodist.hosts.engine_font import bc
from metodist.hosts.engine_range import Range
from metodist.hosts.engine_values import into_cell, out_of_cells
from metodist.hosts.grid_book import GridApp, GridBook
from metodist.hosts.lean_xlwings import load


class EngineImpl:
    """What xlwings calls an engine: its programs, and how values go in and out."""

    #: Desktop engines fill a range with a scalar in one call.
    type = "desktop"

    def __init__(self, grid: GridApp) -> None:
        """One engine has one program."""
        self.name = grid.host
        self.apps = Apps(self, grid)

    prepare_xl_data_element = staticmethod(into_cell)
    clean_value_data = staticmethod(out_of_cells)


class Apps(bc.Apps):  # type: ignore[misc]
    """The one program of an engine, as the collection that xlwings expects."""

    def __init__(self, engine: EngineImpl, grid: GridApp) -> None:
        """Make the program."""
        self._app = App(engine, grid)

    def keys(self) -> list[int]:
        """Numbers of the programs."""
        return [self._app.pid]

    def add(self, **_: Any) -> App:
        """The program there is: the engine never starts another."""
        return self._app

    def __iter__(self) -> Iterator[App]:
        """The one."""
        return iter([self._app])

    def __len__(self) -> int:
        """One."""
        return 1

    def __getitem__(self, pid: int) -> App:
        """The program of that number.

        Raises:
            KeyError: It is not this engine's.
        """
        if pid != self._app.pid:
            raise KeyError(pid)
        return self._app

    @staticmethod
    def cleanup() -> None:
        """Nothing to clean up: the engine starts no programs."""


class App(bc.App):  # type: ignore[misc]
    """The program that shows books."""

    # what LibreOffice and closed files have no like of: kept, so that a command that sets them runs unchanged
    display_alerts = True
    enable_events = True
    interactive = True
    cut_copy_mode: Any = None

    def __init__(self, engine: EngineImpl, grid: GridApp) -> None:
        """Keep the engine and the grid's program."""
        self.engine = engine
        self.grid = grid
        self._status: Any = False

    @property
    def api(self) -> Any:
        """The grid's program."""
        return self.grid

    @property
    def pid(self) -> int:
        """Its number."""
        return self.grid.pid

    @property
    def version(self) -> str:
        """Its version."""
        return self.grid.version

    @property
    def books(self) -> Books:
        """All open books."""
        return Books(self)

    @property
    def visible(self) -> bool:
        """Always: whoever has pressed a button sees the program."""
        return True

    @visible.setter
    def visible(self, visible: bool) -> None:
        """Leave the user's windows alone."""

    @property
    def selection(self) -> Range | None:
        """The selected cells of the book in front."""
        book = self.grid.active_book()
        selected = book.selection() if book else None
        if book is None or selected is None:
            return None
        return Range(Book(self, book).sheets(selected[0]), selected[1])

    def activate(self, steal_focus: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - xlwings calls it so
        """Bring the book in front to the front."""
        book = self.grid.active_book()
        if book is not None:
            book.activate()

    def quit(self) -> None:
        """Never ends the user's program: other documents are open in it."""

    def kill(self) -> None:
        """Never ends the user's program."""

    @property
    def screen_updating(self) -> bool:
        """Whether changes are painted at once."""
        return self.grid.screen_updating()

    @screen_updating.setter
    def screen_updating(self, on: bool) -> None:
        self.grid.set_screen_updating(on=bool(on))

    @property
    def calculation(self) -> str:
        """``automatic`` or ``manual``."""
        return self.grid.calculation()

    @calculation.setter
    def calculation(self, mode: str) -> None:
        self.grid.set_calculation("manual" if mode == "manual" else "automatic")

    def calculate(self) -> None:
        """Compute every formula anew."""
        self.grid.calculate()

    @property
    def status_bar(self) -> Any:
        """The text last set; False while the program has the bar."""
        return self._status

    @status_bar.setter
    def status_bar(self, text: Any) -> None:
        self._status = text or False
        self.grid.status(str(text) if text else None)

    def alert(self, prompt: str, title: str | None, buttons: str | None, mode: str | None, callback: Any) -> str:  # noqa: ARG002
        """Show a window; the word of the pressed button."""
        known: Any = buttons or "ok"
        return self.grid.alert(prompt, title or "", known, mode or "info")


class Books(bc.Books):  # type: ignore[misc]
    """All open books."""

    def __init__(self, app: App) -> None:
        """Keep the program."""
        self.app = app

    @property
    def api(self) -> Any:
        """The grid's program."""
        return self.app.grid

    @property
    def active(self) -> Book:
        """The book in front.

        Raises:
            KeyError: No workbook is open.
        """
        book = self.app.grid.active_book()
        if book is None:
            raise KeyError("active")
        return Book(self.app, book)

    def __call__(self, key: int | str) -> Book:
        """The book of that name (in any case) or 1-based number.

        Raises:
            KeyError: There is none.
        """
        books = self.app.grid.books()
        if isinstance(key, int):
            return Book(self.app, books[key - 1])
        for book in books:
            if book.name.lower() == key.lower():
                return Book(self.app, book)
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        """Whether a book of that name is open."""
        return any(book.name.lower() == str(key).lower() for book in self.app.grid.books())

    def __len__(self) -> int:
        """How many."""
        return len(self.app.grid.books())

    def __iter__(self) -> Iterator[Book]:
        """All of them."""
        return (Book(self.app, book) for book in self.app.grid.books())

    def add(self) -> Book:
        """An empty book."""
        return Book(self.app, self.app.grid.new_book())

    def open(self, fullname: Any, *_: Any, **__: Any) -> Book:
        """Open a file; the options of Excel's own dialog do not apply."""
        return Book(self.app, self.app.grid.open_book(str(fullname)))


def register(grid: GridApp) -> Any:
    """Add (or replace) the engine of that host and make it the active one.

    Returns:
        The ``Engine`` of xlwings.
    """
    xw: Any = load()
    engine = xw.main.Engine(impl=EngineImpl(grid))
    xw.engines.engines[:] = [known for known in xw.engines.engines if known.name != engine.name]
    xw.engines.add(engine)
    engine.activate()
    return engine


def book_over(engine: Any, grid: GridBook) -> Any:
    """The ``Book`` of xlwings for one book of a grid; also what ``Book.caller()`` gives from now on."""
    xw: Any = load()
    (app,) = engine.impl.apps
    book = xw.Book(impl=Book(app, grid))
    book.set_mock_caller()
    return book
