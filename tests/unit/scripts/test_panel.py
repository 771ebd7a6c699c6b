"""What the extension knows about buttons without asking the program: which are grey, and on which books."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import openpyxl
import pytest

from addin_build import registry
from addin_build.oxt import build_oxt, panel_json
from metodist.commands import BUTTONS
from metodist.services.on_book.what_book import what_book
from working_folder_sample import FILLED, RESAVED, make_folder

ROOT = Path(__file__).parents[3]
OOR = "{http://openoffice.org/2001/registry}"


@pytest.fixture(scope="module")
def panel():
    sys.path.insert(0, str(ROOT / "addin" / "libreoffice"))
    try:
        from metodist_stub.buttons import Panel
    finally:
        sys.path.pop(0)
    return Panel(json.loads(panel_json(BUTTONS)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = make_folder(tmp_path_factory.mktemp("books") / "район")
    other = openpyxl.Workbook()
    other.active.title = "Показатели"
    other.save(made / "чужая.xlsx")
    summary = openpyxl.Workbook()
    for name in ("Сводка", "Показатели", "Полнота сдачи", "Полнота"):
        summary.create_sheet(name)
    summary.save(made / "свод.xlsx")
    return made


def document(path: Path) -> SimpleNamespace:
    """A spreadsheet as the office shows it."""
    book = openpyxl.load_workbook(path)
    sheets, names = tuple(book.sheetnames), tuple(book.defined_names)
    return SimpleNamespace(Sheets=SimpleNamespace(ElementNames=sheets), NamedRanges=SimpleNamespace(ElementNames=names))


@pytest.mark.parametrize("name", ["Программа.xlsx", FILLED, RESAVED, "чужая.xlsx", "свод.xlsx"])
def test_the_extension_tells_books_apart_as_the_program_does(panel, folder, name):
    from metodist.hosts.closed import ClosedApp
    from metodist.hosts.engine import book_over, register

    app = ClosedApp()
    book = book_over(register(app), app.open_book(str(folder / name)))

    assert panel.kind(document(folder / name)) == str(what_book(book).kind)


def test_a_button_is_grey_on_books_it_is_not_for(panel, folder):
    programme, table = document(folder / "Программа.xlsx"), document(folder / FILLED)

    assert panel.state("check", table) == (True, "Проверить таблицу")
    assert panel.state("check", programme) == (False, "Проверить таблицу (только для таблицы школы)")
    assert panel.state("issue", programme) == (True, "Создать таблицы")


def test_without_a_spreadsheet_every_button_is_grey(panel):
    assert not any(panel.state(button.id, None)[0] for button in BUTTONS)


def test_an_address_of_a_later_version_is_grey(panel, folder):
    assert panel.state("fireworks", document(folder / FILLED)) == (False, "fireworks")


def test_registry_files_name_every_button_in_order():
    tree = ElementTree.fromstring(registry.addons(BUTTONS))
    submenu = next(node for node in tree.iter("node") if node.get(f"{OOR}name") == "Submenu")

    entries = [{prop.get(f"{OOR}name"): prop.findtext("value") for prop in node.findall("prop")} for node in submenu]

    addresses = [entry["URL"] for entry in entries if "Title" in entry]
    assert addresses == [f"vnd.metodist:{button.id}" for button in BUTTONS]
    assert [node.get(f"{OOR}name") for node in submenu] == sorted(node.get(f"{OOR}name") for node in submenu)


def test_the_extension_carries_a_picture_of_each_button_for_every_screen(tmp_path):
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(build_oxt(BUTTONS))) as package:
        names = set(package.namelist())

    for button in BUTTONS:
        assert {f"icons/{button.id}_{size}.png" for size in ("16", "26", "16h", "26h")} <= names


def test_the_extension_parses_on_the_oldest_python_of_an_office():
    import ast

    folders = [ROOT / "addin" / "libreoffice", ROOT / "addin" / "metodist" / "hosts" / "office"]
    sources = [path for folder in folders for path in folder.rglob("*.py")]

    assert len(sources) > 10
    for path in sources:
        ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))
