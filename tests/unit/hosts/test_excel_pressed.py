"""What a press in Excel does before and after the command, against an xlwings that only remembers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from metodist.domain.results import CommandResult
from metodist.hosts import excel

ADDIN = Path(excel.__file__).parents[2]


class FakeApp:
    """Excel's ``App``: keeps what it shows."""

    def __init__(self, protected_views=0):
        self.windows, self.status_bar = [], "занято"
        self.api = SimpleNamespace(ProtectedViewWindows=SimpleNamespace(Count=protected_views))

    def alert(self, prompt, title=None, buttons="ok", mode=None):
        self.windows.append(prompt)
        return "ok"


def fake_xlwings(caller, active=None):
    return SimpleNamespace(
        __name__="xlwings", Book=SimpleNamespace(caller=caller), apps=SimpleNamespace(active=active or FakeApp())
    )


def book(app, path=r"C:\папка", *, saved=True):
    return SimpleNamespace(app=app, api=SimpleNamespace(Path=path, Saved=saved))


@pytest.fixture
def press(monkeypatch):
    """Press «Показатели» in a book; what the command was given."""
    given = []

    def find(command_id):
        def run(pressed_in, dialogs):
            given.append(pressed_in)
            return CommandResult("Готово.")

        return run

    monkeypatch.setattr(excel, "find_run", find)

    def pressed(xw):
        monkeypatch.setattr(excel, "load", lambda: xw)
        return excel.pressed("indicators"), given

    return pressed


def test_the_command_gets_the_book_and_speaks_in_the_excel_it_was_pressed_in(press):
    other, own = FakeApp(), FakeApp()
    pressed_in = book(own)

    assert press(fake_xlwings(lambda: pressed_in, active=other)) == (0, [pressed_in])

    assert own.windows == ["Готово."]
    assert own.status_bar is False
    assert other.windows == []


def test_a_book_whose_name_the_command_line_cannot_carry_is_told_in_russian(press):
    def caller():
        raise KeyError("план")

    app = FakeApp()

    assert press(fake_xlwings(caller, active=app)) == (2, [])
    (told,) = app.windows
    assert "без знаков «=» и «%»" in told


@pytest.mark.parametrize(
    ("path", "saved", "views", "works"),
    [
        ("", True, 1, False),
        # a book of the user's own beside a protected view
        ("", False, 1, True),
        (r"C:\папка", True, 1, True),
        ("", True, 0, True),
    ],
)
def test_a_file_in_protected_view_asks_to_allow_editing(press, path, saved, views, works):
    app = FakeApp(protected_views=views)

    code, given = press(fake_xlwings(lambda: book(app, path, saved=saved)))

    assert (code, len(given)) == ((0, 1) if works else (2, 0))
    assert ("Разрешить редактирование" in app.windows[0]) is not works


PYTHON_ENDS = """
import atexit, sys
from types import ModuleType, SimpleNamespace
from metodist.hosts import excel

windows = ModuleType("xlwings._xlwindows")
windows.cleanup = lambda: print("taskkill")
sys.modules[windows.__name__] = windows
atexit.register(windows.cleanup)
app = SimpleNamespace(alert=lambda *texts, **buttons: "ok", status_bar=None)
book = SimpleNamespace(app=app, api=SimpleNamespace(Path="x", Saved=True))
excel.load = lambda: SimpleNamespace(__name__="xlwings", Book=SimpleNamespace(caller=lambda: book))
print(excel.pressed("no such button"))
"""


@pytest.mark.parametrize(("script", "said"), [(PYTHON_ENDS, "2"), (PYTHON_ENDS.rpartition("print(")[0], "taskkill")])
def test_no_other_excel_is_ended_when_python_ends(script, said):
    """Once with a press and once without, in a Python that really ends."""
    path = {"PYTHONPATH": str(ADDIN), "PATH": os.environ["PATH"]}
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=path)

    assert ended.stdout.split() == [said]


def test_what_fails_before_excel_is_found_is_told_all_the_same(monkeypatch):
    told = []

    def broken():
        raise ImportError("DLL load failed")

    monkeypatch.setattr(excel, "load", broken)
    monkeypatch.setattr(excel, "message_box", told.append)
    monkeypatch.setattr("metodist.entry.log_error", lambda error: "журнал.log")

    assert excel.pressed("about") == 3
    (text,) = told
    assert "журнал.log" in text
