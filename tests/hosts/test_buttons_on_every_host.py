"""The buttons that change an open book, on a closed file and in a live LibreOffice alike."""

from __future__ import annotations

import shutil

import pytest

import draw_cycle
from metodist.hosts.dialogs import SilentDialogs
from metodist.hosts.pressing import press
from metodist.layout.summary_sheets.query_places import CHOICE, NAME_ROW, places_of
from metodist.services.collecting import collect
from metodist.services.on_book.ask_query import RESULT
from metodist.services.on_book.cycle_block import CYCLE_NAME
from metodist.services.on_book.refresh_control import AREA_NAME
from metodist.services.queries import ask, saved_queries
from metodist.services.summarising import build_summary
from metodist.services.working_folder import load_programme
from working_folder_sample import FILLED, RESAVED, copied, make_folder, place_of

RED, INPUT = (0xFF, 0xC7, 0xCE), (0xFF, 0xF8, 0xDC)


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    return make_folder(tmp_path_factory.mktemp("buttons") / "район")


@pytest.fixture
def folder(template, tmp_path):
    return copied(template, tmp_path / "район")


def pressed(button, book, *answers):
    dialogs = SilentDialogs(answers=list(answers))
    code = press(button, lambda: book, dialogs)
    assert (code, dialogs.complaints) == (0, [])
    return dialogs.results[0]


def names(book):
    return [sheet.name for sheet in book.sheets]


def test_a_table_that_takes_sheets_is_marked_listed_and_cleaned(host, folder):
    book = host.open(folder / RESAVED)
    cell = place_of(book, "Предмет")
    good = cell.value
    cell.value = "История"

    result = pressed("check", book)

    assert result.title == "Ошибок в таблице: 1. Их нужно исправить."
    assert cell.color == RED
    assert names(book)[0] == "Протокол"
    address = cell.address.replace("$", "")
    assert book.sheets["Протокол"].range("A6:E6").value == ["1", "Ошибка", "Кадры", address, "История"]
    # LibreOffice gives names back without quotes that they do not need
    assert book.sheets["Протокол"].range("D6").hyperlink.replace("'", "") == f"#Кадры!{address}"

    cell.value = good
    assert pressed("check", book).title == "Ошибок в таблице нет."
    assert cell.color == INPUT


def test_a_table_as_issued_is_marked_too_and_gets_its_fills_back(host, folder):
    """Its structure is locked: a host that keeps the lock lists findings in a book of its own."""
    book = host.open(folder / FILLED)
    cell = place_of(book, "Предмет")
    good = cell.value
    cell.value = "История"

    result = pressed("check", book)

    inside = "Протокол" in names(book)
    assert any(("на листе «Протокол»" if inside else "отдельной новой книге") in line for line in result.lines)
    (owner,) = [other for other in book.app.books if "Протокол" in names(other)]
    assert owner.sheets["Протокол"].range("E6").value == "История"
    assert cell.color == RED

    cell.value = good
    pressed("check", book)
    assert cell.color == INPUT


def test_the_form_is_found_unchanged(host, folder):
    """Formulas come from the host in the grammar in which they were issued."""
    book = host.open(folder / FILLED)
    result = pressed("check", book)
    assert result.title == "Ошибок в таблице нет."
    found = [sheet for other in book.app.books for sheet in other.sheets if sheet.name == "Протокол"]
    assert [row[5] for row in found[0].range("A6:F30").value if row[5]] == ["Ошибок нет."]


def test_what_was_changed_is_taken_back(host, folder):
    book = host.open(folder / RESAVED)
    cell = place_of(book, "Предмет")
    cell.value = "История"
    pressed("check", book)

    pressed("undo", book, True)

    assert "Протокол" not in names(book)
    assert (cell.color, cell.value) == (INPUT, "История")


def test_the_control_sheet_is_refreshed_twice_in_place(host, folder):
    book = host.open(folder / "Программа.xlsx")
    pressed("status", book)
    first = book.names[AREA_NAME].refers_to
    pressed("status", book)

    assert book.names[AREA_NAME].refers_to == first
    rows = book.names[AREA_NAME].refers_to_range.options(ndim=2).value
    shown = {row[1]: row[2] for row in rows if row[1]}
    assert shown["Этап"] == "Таблицы созданы, школы ещё ничего не вернули."
    assert "Разошлите" in book.sheets["Пульт"].range("B4").value


def test_the_cycle_is_drawn_in_its_place_and_taken_back(host, folder):
    draw_cycle.draw(folder / "Программа.xlsx")
    book = host.open(folder / "Программа.xlsx")
    before = book.names[CYCLE_NAME].refers_to_range.options(ndim=2).value

    pressed("status", book)

    chain = book.names[CYCLE_NAME].refers_to_range.options(ndim=2).value
    assert [row[3] for row in chain[2:5]] == ["Готово: 2 из 2"] * 3
    assert chain[0] != before[0], "the title names the day"
    pressed("undo", book, True)
    assert book.names[CYCLE_NAME].refers_to_range.options(ndim=2).value == before


def test_numbers_agree_with_our_own(host, folder):
    assert pressed("indicators", host.open(folder / FILLED)).title == "Расхождений нет."


def test_a_query_is_listed_saved_and_taken_back(host, folder):
    shutil.copy(folder / FILLED, folder / "Входящие")
    collect(folder)
    build_summary(folder)
    rows = places_of(load_programme(folder / "Программа.xlsx")).rows
    book = host.open(folder / "Свод.xlsx")
    sheet = book.sheets["Запрос"]
    sheet.range((rows["Предмет"], CHOICE)).value = "Математика"
    sheet.range((NAME_ROW, CHOICE)).value = "Математики"

    result = pressed("query", book)

    found = len(ask(folder, "Математики").rows)
    assert result.title == f"Найдено педагогов: {found} из 40"
    assert names(book)[0] == RESULT
    assert len([row for row in book.sheets[RESULT].range((6, 1), (50, 1)).value if row]) == found

    pressed("undo", book, True)

    assert RESULT not in names(book)
    assert [one.name for one in saved_queries(folder)] == ["Математики"]
