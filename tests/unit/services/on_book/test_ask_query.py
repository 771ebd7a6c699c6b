"""«Запрос» on the open summary: lists, saves, repeats, and takes back what it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from metodist.domain.queries import Query
from metodist.errors import UserError
from metodist.hosts.closed import open_closed
from metodist.hosts.dialogs import SilentDialogs
from metodist.layout.summary_sheets.query_places import CHOICE, NAME_ROW, SAVED_ROW, places_of
from metodist.services.on_book import ask_query, undo
from metodist.services.on_book.ask_query import RESULT
from metodist.services.programmes import new_folder
from metodist.services.queries import ask, query_named, save_query, saved_queries
from metodist.services.summarising import build_summary
from metodist.services.working_folder import load_programme

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


@pytest.fixture
def book(summed: Path):
    return open_closed(summed / "Свод.xlsx")


@pytest.fixture
def rows(summed: Path) -> dict[str, int]:
    return places_of(load_programme(summed / "Программа.xlsx")).rows


def choose(book, rows, **choices):
    for label, value in choices.items():
        book.sheets["Запрос"].range((rows[label], CHOICE)).value = value


def listed(book):
    sheet = book.sheets[RESULT]
    return [row for row in sheet.range((6, 1), (60, 3)).value if row[0]]


def test_the_people_are_listed_on_a_sheet_of_their_own(book, rows, summed, dialogs):
    choose(book, rows, Предмет="Математика")

    result = ask_query.run(book, dialogs)

    expected = [(one.school, one.row.values["ФИО"]) for one in ask(summed, words=["Предмет = Математика"]).answer.found]
    assert [(row[0], row[2]) for row in listed(book)] == expected
    assert expected
    assert result.title == f"Найдено педагогов: {len(expected)} из 40"
    assert book.sheets[RESULT].range("A2").value == "Предмет — Математика"


def test_a_name_saves_the_query_and_a_rebuilt_summary_offers_it(book, rows, summed, dialogs):
    choose(book, rows, Предмет="Математика", Диагностика="да")
    book.sheets["Запрос"].range((NAME_ROW, CHOICE)).value = "Математики"

    ask_query.run(book, dialogs)

    assert saved_queries(summed) == (Query("Математики", {"Предмет": "Математика", "Диагностика": "да"}),)
    assert build_summary(summed).queries == saved_queries(summed)


def test_a_saved_query_fills_in_its_choices(book, rows, summed, dialogs):
    save_query(summed, Query("Математики", {"Предмет": "Математика", "Школа": "ОО-01"}))
    book.sheets["Запрос"].range((SAVED_ROW, CHOICE)).value = "математики"

    ask_query.run(book, dialogs)

    sheet = book.sheets["Запрос"]
    assert sheet.range((rows["Предмет"], CHOICE)).value == "Математика"
    assert sheet.range((rows["Школа"], CHOICE)).value == "Школа № 1"
    assert len(listed(book)) == len(ask(summed, "Математики").rows)


def test_undo_takes_the_list_away_and_the_choices_back(book, rows, summed, dialogs):
    save_query(summed, Query("Математики", {"Предмет": "Математика"}))
    book.sheets["Запрос"].range((SAVED_ROW, CHOICE)).value = "Математики"
    ask_query.run(book, dialogs)

    undo.run(book, SilentDialogs(answers=[True]))

    assert RESULT not in [sheet.name for sheet in book.sheets]
    assert book.sheets["Запрос"].range((rows["Предмет"], CHOICE)).value is None


def test_a_second_press_replaces_the_list(book, rows, dialogs):
    choose(book, rows, Диагностика="да")
    ask_query.run(book, dialogs)
    first = len(listed(book))
    choose(book, rows, Диагностика="нет")

    ask_query.run(book, dialogs)

    assert first + len(listed(book)) == 40
    assert [sheet.name for sheet in book.sheets].count(RESULT) == 1


def test_a_school_that_is_not_in_the_list_is_refused(book, rows, dialogs):
    choose(book, rows, Школа="Школа № 77")

    with pytest.raises(UserError, match="«Школа № 77» в списке нет"):
        ask_query.run(book, dialogs)


def test_next_year_the_query_comes_along(summed, tmp_path):
    save_query(summed, Query("Математики", {"Предмет": "Математика"}))
    new_folder(str(summed), tmp_path / "2027", 2027)

    assert query_named(tmp_path / "2027", "Математики").choices == {"Предмет": "Математика"}


def test_an_unknown_query_names_the_nearest(summed):
    save_query(summed, Query("Математики", {}))

    with pytest.raises(UserError, match="Возможно, вы имели в виду «Математики»"):
        query_named(summed, "Математик")


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("Предмет", "не понято"),
        ("Предмит = Математика", "имели в виду «Предмет»"),
        ("Предмет = Матиматика", "имели в виду «Математика»"),
        ("Школа = Школа № 99", "Школы «Школа № 99»"),
    ],
)
def test_a_condition_that_cannot_be_asked_says_what_can(summed, word, part):
    with pytest.raises(UserError, match=part):
        ask(summed, words=[word])
