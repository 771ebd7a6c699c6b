"""A small working folder, and books of every kind, for the tests of buttons."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from metodist.hosts.closed import new_closed, open_closed
from metodist.hosts.dialogs import SilentDialogs
from metodist.services.collecting import collect
from metodist.services.summarising import build_summary
from working_folder_sample import FILLED, RESAVED, copied, make_folder


@pytest.fixture(scope="session")
def issued_template(tmp_path_factory) -> Path:
    return make_folder(tmp_path_factory.mktemp("folder") / "район")


@pytest.fixture(scope="session")
def summed_template(issued_template, tmp_path_factory) -> Path:
    folder = copied(issued_template, tmp_path_factory.mktemp("folder") / "район")
    shutil.copy(folder / FILLED, folder / "Входящие")
    collect(folder)
    build_summary(folder)
    return folder


@pytest.fixture
def folder(issued_template, tmp_path) -> Path:
    """Tables are issued, none came back."""
    return copied(issued_template, tmp_path / "район")


@pytest.fixture
def summed(summed_template, tmp_path) -> Path:
    """One table is taken in, the summary is built."""
    return copied(summed_template, tmp_path / "район")


@pytest.fixture
def dialogs() -> SilentDialogs:
    return SilentDialogs()


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    """Copies of books outside of a working folder go into the user's data folder: not the real one."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture
def a_book(summed, tmp_path) -> Callable[[str], Any]:
    """A book of that kind, opened."""

    def opened(kind: str) -> Any:
        empty = Workbook()
        if kind == "never saved":
            return new_closed()
        if kind == "foreign":
            empty.save(tmp_path / "смета.xlsx")
            return open_closed(tmp_path / "смета.xlsx")
        if kind == "foreign in folder":
            empty.save(summed / "смета.xlsx")
            return open_closed(summed / "смета.xlsx")
        names = {"programme": "Программа.xlsx", "summary": "Свод.xlsx", "table": FILLED}
        return open_closed(summed / names[kind])

    return opened


@pytest.fixture
def table(folder) -> Any:
    """A filled school table that takes new sheets, opened."""
    return open_closed(folder / RESAVED)
