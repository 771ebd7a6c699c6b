"""Every button on every kind of book: it works, or says in one Russian sentence why it cannot."""

from __future__ import annotations

import re

import pytest

from metodist.commands import BUTTONS
from metodist.errors import UserError
from metodist.hosts.dialogs import SilentDialogs
from metodist.hosts.pressing import press

NEVER_SAVED = "ещё ни разу не сохранена"
NO_FOLDER = "лежит не в рабочей папке"
NOT_A_TABLE = "Эта кнопка проверяет таблицу школы"
NOT_A_SUMMARY = "Эта кнопка работает в своде"
NO_NUMBERS = "Эта кнопка пересчитывает показатели"
NO_SCORE = "Эта кнопка считает баллы муниципалитета"
NOTHING = "Возвращать нечего"
OPEN = "Файл «Свод.xlsx» открыт"

#: «+» it works; else what it says. Kinds of books across, buttons down.
EXPECTED = """
                | programme | table | summary | foreign in folder | foreign     | never saved
lint            | +         | +     | +       | +                 | NO_FOLDER   | NEVER_SAVED
status          | +         | +     | +       | +                 | NO_FOLDER   | NEVER_SAVED
plan            | +         | +     | +       | +                 | NO_FOLDER   | NEVER_SAVED
issue           | +         | +     | +       | +                 | NO_FOLDER   | NEVER_SAVED
check           | NOT_A_TABLE | +   | NOT_A_TABLE | NOT_A_TABLE   | NOT_A_TABLE | NOT_A_TABLE
collect         | +         | +     | +       | +                 | NO_FOLDER   | NEVER_SAVED
summary         | +         | +     | OPEN    | +                 | NO_FOLDER   | NEVER_SAVED
indicators      | +         | +     | +       | NO_NUMBERS        | NO_NUMBERS  | NO_NUMBERS
rubric          | +         | NO_SCORE | +    | NO_SCORE          | NO_SCORE    | NO_SCORE
query           | NOT_A_SUMMARY | NOT_A_SUMMARY | + | NOT_A_SUMMARY | NOT_A_SUMMARY | NOT_A_SUMMARY
order           | +         | +     | +       | +                 | NO_FOLDER   | NEVER_SAVED
note            | +         | +     | +       | +                 | NO_FOLDER   | NEVER_SAVED
recommendations | +         | +     | +       | +                 | NO_FOLDER   | NEVER_SAVED
documents       | +         | +     | +       | +                 | NO_FOLDER   | NEVER_SAVED
package         | +         | +     | +       | +                 | NO_FOLDER   | NEVER_SAVED
folder          | +         | +     | +       | +                 | +           | NEVER_SAVED
guide           | +         | +     | +       | +                 | +           | +
about           | +         | +     | +       | +                 | +           | +
undo            | NOTHING   | NOTHING | NOTHING | NOTHING         | NOTHING     | NEVER_SAVED
"""


def cases() -> list[tuple[str, str, str]]:
    head, *lines = [[cell.strip() for cell in line.split("|")] for line in EXPECTED.strip("\n").split("\n")]
    return [(line[0], kind, word) for line in lines for kind, word in zip(head[1:], line[1:], strict=True)]


def test_the_table_names_every_button():
    assert list(dict.fromkeys(button for button, _, _ in cases())) == [button.id for button in BUTTONS]


@pytest.mark.filterwarnings("ignore:.*xtension is not supported")
@pytest.mark.parametrize(("button", "kind", "word"), cases())
def test_it_works_or_says_why(button, kind, word, a_book, monkeypatch, tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "Руководство методиста.md").write_text("Руководство", encoding="utf-8")
    monkeypatch.setattr("metodist.services.on_book.show_guide.guides_folder", lambda: tmp_path / "docs")
    monkeypatch.setattr("metodist.services.packaging.has_office", lambda: False)
    dialogs = SilentDialogs(answers=[True])
    book = a_book(kind)
    before = {sheet.name for sheet in book.sheets}

    code = press(button, lambda: book, dialogs)

    said = [*dialogs.complaints, *(result.title for result in dialogs.results)]
    assert len(said) == 1, "one window at the end"
    assert not re.search(r"Traceback|Error|None", said[0])
    if word == "+":
        assert (code, dialogs.complaints) == (0, [])
    else:
        assert code == 2
        assert globals()[word] in said[0]
        assert {sheet.name for sheet in book.sheets} == before


def test_why_not_says_the_same_as_pressing(a_book):
    from metodist.services.on_book.what_book import what_book

    book = a_book("foreign")
    for button in BUTTONS:
        reason = button.why_not(what_book(book))
        if reason:
            with pytest.raises(UserError, match=re.escape(reason)):
                button.run(book, SilentDialogs())


def test_buttons_have_what_a_ribbon_needs():
    keytips = [button.keytip for button in BUTTONS]
    assert len(set(keytips)) == len(keytips)
    assert [button.id for button in BUTTONS if len(button.label.split()) > 3] == []
    assert [button.id for button in BUTTONS if not (button.screentip and button.supertip and button.icon)] == []
    assert [button.id for button in BUTTONS if button.kinds and not button.reason] == []
    assert list(dict.fromkeys(button.group for button in BUTTONS)) == [
        "Программа",
        "Таблицы",
        "Свод",
        "Документы",
        "Справка",
    ]


def test_every_function_is_there():
    from importlib import import_module

    for button in BUTTONS:
        if button.enabled:
            module, _, name = button.function.partition(":")
            assert callable(getattr(import_module(f"metodist.services.on_book.{module}"), name))
