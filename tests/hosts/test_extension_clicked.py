"""Real clicks on LibreOffice's toolbar, under Xvfb: cells, windows, the worker's life and death."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import Desk, need_screen, worker_command
from metodist.commands import BUTTONS
from working_folder_sample import RESAVED, STAFF_ROW, make_folder

RED = 0xFFC7CE

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
    assert not states["Рубрика (только для свода или книги программы)"]


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


@pytest.fixture
def own_worker(desk) -> Iterator[None]:
    """The product's own worker in place of `panel_worker`: another command in the settings is enough."""
    settings = desk.settings / "host.json"
    kept = settings.read_bytes()
    settings.write_text(json.dumps({"command": worker_command("metodist.hosts.worker")}), encoding="utf-8")
    yield
    settings.write_bytes(kept)


def test_the_check_of_an_open_table_is_clicked(desk, own_worker, tmp_path):
    folder = make_folder(tmp_path / "район")
    desk.ask("open", str(folder / RESAVED))
    spoiled = desk.ask("find", "Кадры", "Предмет", STAFF_ROW)
    desk.ask("put", "Кадры", spoiled, "История")

    desk.click(desk.button("Проверить таблицу"))
    shown = desk.answer()

    assert "Ошибок в таблице: 1." in shown["text"]
    assert "История" in shown["text"]
    assert desk.ask("sheets")[0] == "Протокол"
    assert desk.ask("cells", "Протокол", "B6:E6") == [["Ошибка", "Кадры", spoiled, "История"]]
    assert desk.ask("colour", "Кадры", spoiled) == RED
    desk.ask("close")


def test_a_programme_is_linted_by_a_click_in_a_book_with_unsaved_changes(desk, own_worker, tmp_path):
    folder = make_folder(tmp_path / "район")
    desk.ask("open", str(folder / "Программа.xlsx"))
    desk.ask("put", desk.ask("sheets")[0], "F40", "не сохранено")

    desk.click(desk.button("Проверить программу"))
    shown = desk.answer()

    assert shown["title"] == "Методист"
    assert desk.ask("cells", desk.ask("sheets")[0], "F40") == [["не сохранено"]]
    desk.ask("close")


def test_a_book_never_saved_is_told_what_to_do(desk, own_worker, empty_book):
    desk.click(desk.button("Создать таблицы"))

    assert "ещё ни разу не сохранена" in desk.answer()["text"]


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
