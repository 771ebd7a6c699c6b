"""One button pressed: what the user sees, whatever the command does."""

from __future__ import annotations

from pathlib import Path

import pytest

from metodist.commands import BUTTONS
from metodist.domain.results import CommandResult
from metodist.errors import UserError
from metodist.hosts.dialogs import SilentDialogs
from metodist.hosts.pressing import find_run, press

PERSON = "Иванова А. А."
DONE = CommandResult("Проверено таблиц: 3.")


@pytest.fixture(autouse=True)
def log_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    return tmp_path


def pressed(run, dialogs=None, book=lambda: "книга"):
    shown = dialogs or SilentDialogs()
    return press("check", book, shown, lambda _: run), shown


def test_the_result_is_shown_once():
    code, shown = pressed(lambda book, dialogs: DONE)

    assert (code, shown.results, shown.complaints) == (0, [DONE], [])


def test_the_command_gets_the_book():
    seen = []

    pressed(lambda book, dialogs: seen.append(book) or DONE)

    assert seen == ["книга"]


def test_an_error_of_the_users_is_one_sentence_with_what_to_do():
    def refuse(book, dialogs):
        raise UserError("Это не таблица школы.", "Откройте таблицу школы.")

    code, shown = pressed(refuse)

    assert (code, shown.complaints) == (2, ["Это не таблица школы. Откройте таблицу школы."])
    assert shown.results == []


def test_an_error_of_ours_is_logged_without_personal_data(log_folder):
    def fail(book, dialogs):
        raise ValueError(PERSON)

    code, shown = pressed(fail)

    assert code == 3
    assert "Traceback" not in shown.complaints[0]
    assert "Иванова" not in shown.complaints[0]
    (log,) = log_folder.rglob("metodist.log")
    text = log.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "Иванова" not in text


def test_esc_stops_at_the_next_step():
    done = []

    def long_work(book, dialogs):
        for step in range(1, 4):
            dialogs.progress(step, 3, "Проверяю таблицы")
            done.append(step)
        return DONE

    code, shown = pressed(long_work, SilentDialogs(stop_at=2))

    assert (code, done, shown.results) == (130, [1], [])
    assert "остановлена" in shown.complaints[0]


def test_a_book_that_cannot_be_had_is_told_too():
    def no_book():
        raise UserError("Нет открытой книги.", "Откройте книгу.")

    code, shown = pressed(lambda book, dialogs: DONE, book=no_book)

    assert (code, shown.complaints) == (2, ["Нет открытой книги. Откройте книгу."])


def test_a_button_of_another_version_is_told():
    with pytest.raises(UserError, match=r"Кнопка «teleport» здесь не работает"):
        find_run("teleport")


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.id)
def test_every_button_is_found(button):
    assert find_run(button.id) == button.run


def test_silent_dialogs_answer_in_order_and_then_no():
    dialogs = SilentDialogs(answers=[True])

    assert [dialogs.ask("Заменить?"), dialogs.ask("И это?")] == [True, False]
    assert dialogs.asked == ["Заменить?", "И это?"]


def test_a_result_without_anything_to_open_is_frozen():
    with pytest.raises(AttributeError):
        DONE.open_path = Path("Свод.xlsx")
