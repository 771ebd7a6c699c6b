"""Hosts for tests: the same tests run on a closed file and on a live LibreOffice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from live_office import LiveOffice, wire
from metodist.hosts.closed import ClosedApp
from metodist.hosts.engine import book_over, register
from metodist.hosts.grid_book import GridApp
from metodist.hosts.remote import RemoteApp


@dataclass
class Host:
    """One host under test.

    Args:
        app: Its grid.
        recalculates: Whether formulas get values.
    """

    app: GridApp
    recalculates: bool

    def open(self, path: Path) -> Any:
        return book_over(register(self.app), self.app.open_book(str(path)))

    def new(self) -> Any:
        return book_over(register(self.app), self.app.new_book())


@pytest.fixture(scope="session")
def live_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveOffice]:
    office = LiveOffice(tmp_path_factory.mktemp("office"))
    yield office
    office.close()


@pytest.fixture(scope="session")
def remote_app(live_office: LiveOffice) -> Iterator[RemoteApp]:
    side = live_office.side()
    yield RemoteApp(wire(side))
    side.stdin.close()
    side.wait(30)


@pytest.fixture(params=["closed", pytest.param("libreoffice", marks=pytest.mark.office)])
def host(request: pytest.FixtureRequest) -> Iterator[Host]:
    """Each host in turn; what a test leaves open is closed."""
    is_office = request.param == "libreoffice"
    app: Any = request.getfixturevalue("remote_app") if is_office else ClosedApp()
    yield Host(app, recalculates=is_office)
    for book in app.books():
        book.close()


@pytest.fixture
def book_of(host: Host) -> Callable[..., Any]:
    """A new book whose first sheet «Лист» holds the rows given."""

    def make(*rows: list[Any]) -> Any:
        book = host.new()
        book.sheets[0].name = "Лист"
        if rows:
            book.sheets[0]["A1"].value = [list(row) for row in rows]
        return book

    return make
