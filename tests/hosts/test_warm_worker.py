"""Buttons in a live LibreOffice: the office's side starts the worker, the worker writes into the document."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from live_office import LiveOffice, wire, worker_command
from metodist.hosts.worker import Pipe

pytestmark = pytest.mark.office


@pytest.fixture
def buttons(live_office: LiveOffice, tmp_path, monkeypatch) -> Iterator[Pipe]:
    """Presses buttons of `example_worker` in the live office."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    side = live_office.side(*worker_command("example_worker"))
    yield wire(side)
    side.stdin.close()
    side.wait(30)


@pytest.fixture
def document(remote_app):
    """A book never saved, in front."""
    book = remote_app.new_book()
    yield book
    book.close()


def cells(document, area=(1, 1, 1, 2)):
    return document.active_sheet().read(area)


def test_a_button_writes_into_the_open_document(buttons, document):
    assert buttons.ask({"command": "fill", "book": document.uid}) == {"r": 0}
    assert cells(document) == [["Проверено", 2.0]]


def test_the_worker_stays_warm(buttons, document):
    buttons.ask({"command": "fill", "book": document.uid})
    first = buttons.ask({"pid": True})

    started = time.perf_counter()
    buttons.ask({"command": "fill", "book": document.uid})

    assert time.perf_counter() - started < 1
    assert buttons.ask({"pid": True}) == first


@pytest.mark.parametrize(("command", "code"), [("refuse", 2), ("fail", 3)])
def test_an_error_of_a_command_is_survived(buttons, document, command, code):
    assert buttons.ask({"command": command, "book": document.uid}) == {"r": code}
    assert buttons.ask({"command": "fill", "book": document.uid}) == {"r": 0}


def test_what_prints_does_not_break_the_wire(buttons, document):
    assert buttons.ask({"command": "chatter", "book": document.uid}) == {"r": 0}
    assert cells(document) == [["Проверено", 2.0]]


def test_a_dead_worker_is_told_and_started_anew(buttons, document):
    answer = buttons.ask({"command": "die", "book": document.uid})

    assert answer["code"] == "hosts.worker_died"
    assert cells(document) == [["до смерти", None]]
    assert buttons.ask({"command": "fill", "book": document.uid}) == {"r": 0}


def test_a_worker_killed_between_clicks_is_started_anew(buttons, document):
    buttons.ask({"command": "fill", "book": document.uid})
    buttons.ask({"kill": True})

    assert buttons.ask({"command": "fill", "book": document.uid}) == {"r": 0}


def test_a_closed_document_is_told(buttons, remote_app):
    gone = remote_app.new_book()
    gone.close()

    assert buttons.ask({"command": "fill", "book": gone.uid}) == {"r": 2}


def test_long_work_shows_its_progress(buttons, document):
    assert buttons.ask({"command": "steps", "book": document.uid}) == {"r": 0}


def test_esc_stops_long_work(buttons, document):
    stopped = buttons.ask({"command": "steps", "book": document.uid, "stop": 2})

    assert stopped == {"r": 130}
    assert cells(document) == [["шаг 1", None]]


def test_a_book_never_saved_has_a_name_but_no_folder(buttons, document):
    buttons.ask({"command": "where", "book": document.uid})

    name, folder = cells(document)[0]
    assert name
    assert folder == "."


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are looked up in /proc")
def test_the_worker_ends_with_the_office(live_office, tmp_path):
    side = live_office.side(*worker_command("example_worker"))
    pipe = wire(side)
    pipe.ask({"command": "fill", "book": "нет такой"})
    pid = pipe.ask({"pid": True})["r"]

    side.kill()  # as an office that crashes: nobody says goodbye to the worker
    side.wait()

    deadline = time.monotonic() + 10
    while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{pid}").exists()


def test_a_missing_program_is_told(live_office, document):
    side = live_office.side(str(live_office.folder / "нет-такого-python"))
    pipe = wire(side)

    answer = pipe.ask({"command": "fill", "book": document.uid})

    assert answer["code"] == "hosts.worker_missing"
    side.stdin.close()
    side.wait(30)


def test_the_log_names_buttons_but_no_people(buttons, document, live_office):
    buttons.ask({"command": "fail", "book": document.uid})

    log = (live_office.folder / "worker.log").read_text(encoding="utf-8")
    assert "fail" in log
    assert "Иванова" not in log


def test_the_products_own_buttons_are_pressed_the_same_way(live_office, document, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    side = live_office.side(*worker_command("metodist.hosts.worker"))
    pipe = wire(side)

    codes = [pipe.ask({"command": button, "book": document.uid}) for button in ("about", "issue", "нет такой")]

    side.stdin.close()
    side.wait(30)
    # a book never saved lies in no working folder, which is the user's to mend
    assert codes == [{"r": 0}, {"r": 2}, {"r": 2}]


def test_a_window_is_painted_again_though_another_came_in_front(remote_app):
    first = remote_app.new_book()
    remote_app.set_screen_updating(on=False)
    second = remote_app.new_book()

    remote_app.set_screen_updating(on=True)

    assert remote_app.screen_updating()
    second.close()
    first.activate()
    assert remote_app.active_book() == first or remote_app.active_book().uid == first.uid
    assert remote_app.screen_updating()
    first.close()
