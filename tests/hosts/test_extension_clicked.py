"""Real clicks on LibreOffice's toolbar, under Xvfb: cells, windows, the worker's life and death."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk, need_screen, worker_command

from metodist.commands import BUTTONS

pytestmark = [pytest.mark.office, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def notes(tmp_path_factory) -> Path:
    """Where `panel_worker` leaves its notes."""
    return tmp_path_factory.mktemp("notes")


@pytest.fixture(scope="module")
def desk(tmp_path_factory, notes) -> Iterator[Desk]:
    need_screen()
    made = Desk(tmp_path_factory.mktemp("desk"), worker_command("panel_worker", str(notes)), screen=True)
    yield made
    made.leave()


@pytest.fixture
def empty_book(desk) -> Iterator[None]:
    desk.ask("open", None)
    yield
    desk.ask("close")


def anywhere() -> str:
    """A button that works on every book."""
    return next(button.label for button in BUTTONS if button.enabled and not button.kinds)


def alive(process: int) -> bool:
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def wait_for(condition, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.1)


def test_the_toolbar_shows_every_button_in_order(desk, empty_book):
    desk.button(anywhere())

    shown = [name for name, *_ in desk.ask("buttons")]

    assert len(shown) == len(BUTTONS)
    assert all(name.startswith(button.label) for name, button in zip(shown, BUTTONS, strict=True))


def test_buttons_that_cannot_work_here_are_grey_and_say_why(desk, empty_book):
    desk.button(anywhere())
    states = {name: enabled for name, enabled, *_ in desk.ask("buttons")}

    assert states["Открыть папку"]
    assert not states["Проверить таблицу (только для таблицы школы)"]
    assert not states["Показатели (только для таблицы школы, свода или книги программы)"]
    assert not states["Рубрика (появится в следующей версии)"]


def test_a_click_writes_into_the_book_and_tells(desk, empty_book):
    desk.click(desk.button(anywhere()))

    shown = desk.answer()

    assert shown["title"] == "Методист"
    assert "сработала" in shown["text"]
    assert desk.ask("cells", desk.ask("sheets")[0], "A1") != [[""]]


def test_a_killed_worker_is_told_of_and_replaced(desk, empty_book, notes):
    (notes / "slow").touch()
    desk.click(desk.button(anywhere()))
    wait_for((notes / "at work").exists)

    os.kill(int((notes / "process").read_text(encoding="utf-8")), signal.SIGKILL)
    shown = desk.answer()

    assert "неожиданно закрылась" in shown["text"]
    assert "Нажмите кнопку ещё раз" in shown["text"]
    (notes / "slow").unlink()
    desk.click(desk.button(anywhere()))
    assert "сработала" in desk.answer()["text"]


def test_a_missing_installation_is_told_of(desk, empty_book):
    settings = desk.settings / "host.json"
    kept = settings.read_bytes()
    settings.unlink()
    try:
        desk.click(desk.button(anywhere()))
        shown = desk.answer()
    finally:
        settings.write_bytes(kept)

    assert "Установите «Методист» заново." in shown["text"]
    assert "host.json" in shown["text"]


def test_the_worker_ends_with_the_office(desk, notes):
    """The last test here: the office of all others ends."""
    desk.ask("open", None)
    desk.click(desk.button(anywhere()))
    desk.answer()
    process = int((notes / "process").read_text(encoding="utf-8"))
    desk.ask("close")

    assert alive(process)
    desk.leave()

    wait_for(lambda: not alive(process))
