"""Work for the time when nobody waits, in an office that only remembers what it was asked to call."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).parents[3]


class Office:
    """Calls back when the test says so."""

    def __init__(self):
        self.waiting = []
        self.ServiceManager = self

    def createInstanceWithContext(self, name, context):  # noqa: N802 - UNO's name
        assert name == "com.sun.star.awt.AsyncCallback"
        return SimpleNamespace(addCallback=lambda callback, data: self.waiting.append(callback))

    def rest(self, times=1):
        for _ in range(times):
            until = time.monotonic() + 5
            while not self.waiting and time.monotonic() < until:
                time.sleep(0.005)
            self.waiting.pop().notify(None)


@pytest.fixture
def idle(monkeypatch):
    """A maker of `Idle` whose office never was started."""
    unohelper, awt = ModuleType("unohelper"), ModuleType("com.sun.star.awt")
    unohelper.Base, awt.XCallback = type("Base", (), {}), type("XCallback", (), {})
    for name, module in (("unohelper", unohelper), ("com.sun.star.awt", awt)):
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.syspath_prepend(str(ROOT / "addin" / "libreoffice"))
    monkeypatch.delitem(sys.modules, "metodist_stub.idle", raising=False)
    from metodist_stub.idle import Idle

    yield lambda office, busy=lambda: False: Idle(office, busy)
    sys.modules.pop("metodist_stub.idle", None)


def pieces(done, count=3, error=None):
    for piece in range(count):
        yield
        done.append(piece)
        if error is not None:
            raise error


def test_short_pieces_are_done_in_one_rest(idle):
    office, done = Office(), []
    idle(office).add(pieces(done))

    assert done == []
    office.rest()

    assert done == [0, 1, 2]
    assert office.waiting == []


def test_between_two_long_pieces_the_office_has_time_for_itself(idle):
    def slow():
        for piece in range(2):
            time.sleep(0.06)
            done.append(piece)
            yield

    office, done = Office(), []
    idle(office).add(slow())

    office.rest()
    assert done == [0]
    office.rest()
    assert done == [0, 1]


def test_a_button_comes_first(idle):
    office, done, busy = Office(), [], [True]
    idle(office, lambda: busy[0]).add(pieces(done))

    office.rest()
    assert done == []
    busy[0] = False
    office.rest()

    assert done == [0, 1, 2]


def test_a_work_that_fails_does_not_keep_the_next_from_being_done(idle):
    office, failed, done = Office(), [], []
    works = idle(office)
    works.add(pieces(failed, error=RuntimeError("closed")))
    works.add(pieces(done))

    office.rest()

    assert (failed, done) == ([0], [0, 1, 2])


def test_nothing_is_done_after_the_end(idle):
    office, done = Office(), []
    works = idle(office)
    works.add(pieces(done))
    works.end()
    time.sleep(0.1)

    assert (office.waiting, done) == ([], [])
