"""Windows' own ways: a user's folder with Russian letters, and a Python from Microsoft Store."""

from __future__ import annotations

import os
import site
import sys
from pathlib import Path

import pytest

import own_python

STORE = r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.12_3.12.2800.0_x64__qbz5n2kfra8p0"
PLAIN = r"C:\Users\Иванова\AppData\Local\Programs\Python\Python312"


@pytest.fixture(params=["Lib/site-packages", "lib/python3.12/site-packages"])
def environment(request, tmp_path) -> Path:
    """A checkout below a Russian name, with the line of pip's editable installation in its environment."""
    checkout = tmp_path / "Иванова" / "metodist"
    folder = checkout / ".venv" / request.param
    folder.mkdir(parents=True)
    (checkout / "addin" / "metodist").mkdir(parents=True)
    (folder / "_metodist.pth").write_bytes(str(checkout / "addin").encode("utf-8"))
    (folder / "distutils-precedence.pth").write_text("import os", encoding="ascii")
    return checkout / ".venv"


def lines(environment: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in environment.rglob("*.pth")}


def test_russian_letters_written_as_utf_8_are_no_letters_of_the_code_page(environment):
    """What would happen without the care: «И» holds a byte that code page 1251 does not know."""
    with pytest.raises(UnicodeDecodeError):
        lines(environment)["_metodist.pth"].decode("cp1251")


def test_the_environment_finds_the_checkout_by_plain_letters(environment, monkeypatch):
    own_python.point_at(environment.parent / "addin", environment)

    (file,) = environment.rglob("_metodist.pth")
    assert file.read_bytes().isascii()
    monkeypatch.setattr(sys, "path", [])
    site.addpackage(str(file.parent), file.name, set())
    assert sys.path == [str(environment.parent / "addin")]


def test_other_packages_lines_stay_what_they_are(environment):
    own_python.point_at(environment.parent / "addin", environment)

    assert lines(environment)["distutils-precedence.pth"] == b"import os"


@pytest.mark.parametrize(
    ("place", "store"), [(STORE, True), (STORE.replace("\\", "/").upper(), True), (PLAIN, False), ("/usr", False)]
)
def test_a_python_from_microsoft_store_is_known_by_its_folder(place, store):
    assert own_python.is_store_python(place) is store


@pytest.mark.parametrize(
    ("made_by", "own", "anew"),
    [(STORE, PLAIN, True), (STORE, STORE, False), (PLAIN, PLAIN, False), (PLAIN, STORE, False)],
)
def test_an_environment_of_the_store_is_made_anew_once_a_plain_python_is_there(tmp_path, made_by, own, anew):
    (tmp_path / "pyvenv.cfg").write_text(f"home = {made_by}{os.linesep}", encoding="utf-8")

    assert own_python.is_to_be_replaced(tmp_path, own) is anew


def test_without_an_environment_nothing_is_to_be_replaced(tmp_path):
    assert not own_python.is_to_be_replaced(tmp_path, PLAIN)
