"""Every button once through the office's own way, headless, with the product's own worker, on books of a folder."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from desk import Desk, worker_command
from metodist.commands import BUTTONS
from metodist.domain.books import BookKind
from working_folder_sample import RESAVED, make_folder

pytestmark = [pytest.mark.office, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = Desk(tmp_path_factory.mktemp("desk"), worker_command("metodist.hosts.worker"), screen=False)
    yield made
    made.leave()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A working folder in which one school has returned its table."""
    made = make_folder(tmp_path_factory.mktemp("work") / "район")
    shutil.copy(made / RESAVED, made / "Входящие" / RESAVED)
    return made


def pressed(desk: Desk, book: Path, command_id: str, way: str = "trigger") -> str:
    """The worker's line about it: the button, and how it ended."""
    desk.ask("open", str(book))
    before = desk.log()
    desk.ask(way, command_id)
    desk.ask("close")
    return desk.log().removeprefix(before)


def test_the_worker_gets_ready_when_a_book_of_ours_is_opened(desk, folder):
    desk.ask("open", None)
    desk.ask("close")
    assert desk.log() == ""

    desk.ask("open", str(folder / RESAVED))

    until = time.monotonic() + 30
    while " ready " not in desk.log():
        assert time.monotonic() < until
        time.sleep(0.2)
    desk.ask("close")


@pytest.mark.parametrize("button", [one for one in BUTTONS if one.enabled], ids=lambda one: one.id)
def test_every_button_works_once_in_the_order_of_work(desk, folder, button):
    names = {BookKind.TABLE: RESAVED, BookKind.SUMMARY: "Свод.xlsx"}
    book = folder / (names.get(button.kinds[0], "Программа.xlsx") if button.kinds else "Программа.xlsx")

    line = pressed(desk, book, button.id)

    assert f" {button.id} " in line
    assert line.rstrip().endswith("code 0")


def test_the_folder_then_holds_what_the_buttons_made(folder):
    made = {path.relative_to(folder).parts[0] for path in folder.rglob("*") if path.is_file()}

    assert "Свод.xlsx" in made
    assert list((folder / "Документы").glob("Приказ*.docx"))
    assert not list((folder / "Входящие").iterdir())


def test_the_menu_presses_in_its_own_window(desk, folder):
    assert " about " in pressed(desk, folder / "Программа.xlsx", "about", way="dispatch")


def test_the_menu_holds_every_button_and_a_line_between_groups(desk):
    titles = desk.ask("menu")

    assert [title for title in titles if title] == [button.label for button in BUTTONS]
    assert titles.count(None) == len({button.group for button in BUTTONS}) - 1


def test_a_button_that_cannot_work_is_refused_by_the_program_too(desk, folder):
    assert pressed(desk, folder / "Программа.xlsx", "check").rstrip().endswith("code 2")


def test_the_extension_can_be_taken_away(desk):
    """The last test here."""
    assert desk.ask("uninstall", desk.identifier) is True
    assert desk.ask("uninstall", desk.identifier) is False
