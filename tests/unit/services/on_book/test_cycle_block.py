"""The management cycle on «Пульт»: in the place that the workbook keeps, or in front of the folder's state."""

from __future__ import annotations

import pytest

import draw_cycle
from metodist.domain.cycle_views import Link
from metodist.hosts.closed import open_closed
from metodist.hosts.dialogs import SilentDialogs
from metodist.services.on_book import refresh_control, undo
from metodist.services.on_book.cycle_block import CYCLE_NAME, ROWS, row_heights
from programme_text import replaced
from working_folder_sample import bare_folder, edited

STEPS = """Звенья цикла: Два этапа ¦ 1. Замысел ¦ Цель, Показатели
Звенья цикла: Два этапа ¦ 2. Исполнение ¦ Мероприятия, Решения
Реестры ¦ Кадры"""


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """A folder whose programme keeps a place for the chain, as all programmes of the product do."""
    folder = bare_folder(tmp_path_factory.mktemp("kept") / "район", replaced("Реестры ¦ Кадры", STEPS))
    path = folder / "Программа.xlsx"
    edited(path, lambda book: book["Пульт"].cell(9, 2, "Порядок работы"))
    assert draw_cycle.draw(path)
    assert not draw_cycle.draw(path), "a second run finds nothing to do"
    return path


def rows_of(book):
    return book.names[CYCLE_NAME].refers_to_range.options(ndim=2).value


def test_every_link_says_how_many_goals_have_it_and_what_to_do(kept):
    book = open_closed(kept)
    refresh_control.run(book, SilentDialogs())

    title, headings, *links, steps = rows_of(book)
    assert str(title[0]).startswith("Управленческий цикл: от цели до эффективности, на ")
    assert headings == ["№", "Звено", "Что есть и чего не хватает", "У скольких целей", "Чем делается"]
    shown = {str(name).removeprefix("↓ "): (lack, state, by) for _, name, lack, state, by in links}
    assert list(shown) == [link.value for link in Link]
    assert shown["Показатели"] == ("у каждой цели есть показатели", "Готово: 2 из 2", "лист «Показатели»")
    lack, state, by = shown["Анализ"]
    assert (state, by) == ("Нет: 0 из 2", "«Принять таблицы», «Построить свод»")
    assert lack.startswith("все цели: ")
    assert "постройте свод" in lack
    assert steps[1] == "Этапы документа"
    assert steps[2].startswith("Два этапа: 1. Замысел (2 из 2) → 2. Исполнение (")


def test_what_stood_on_the_sheet_stays_below_the_chain(kept):
    sheet = open_closed(kept).sheets["Пульт"]
    assert sheet.range((9 + ROWS + 2, 2)).value == "Порядок работы"


def test_undo_gives_the_chain_its_words_of_before(kept):
    book = open_closed(kept)
    before = rows_of(book)
    refresh_control.run(book, SilentDialogs())
    assert rows_of(book) != before

    undo.run(book, SilentDialogs(answers=[True]))

    assert rows_of(book) == before


def test_a_workbook_that_keeps_no_place_gets_the_chain_in_front_of_the_state(tmp_path):
    book = open_closed(bare_folder(tmp_path / "район") / "Программа.xlsx")
    refresh_control.run(book, SilentDialogs())

    area = book.names[refresh_control.AREA_NAME].refers_to_range
    sheet, top = book.sheets["Пульт"], area.row
    assert str(sheet.range((top, 2)).value).startswith("Управленческий цикл")
    assert sheet.range((top + 2, 5)).value == "Готово: 2 из 2"
    assert sheet.range((top + 2, 5)).color == (0xE2, 0xEF, 0xDA)
    assert str(sheet.range((top + ROWS + 1, 2)).value).startswith("Состояние рабочей папки")


def test_without_goals_the_chain_says_where_they_are_entered():
    from metodist.services.on_book.cycle_block import cycle_rows

    goal, indicators = cycle_rows((), (), None)[2:4]
    assert goal == [1, "Цель", "целей в программе нет: внесите их на лист «Цели»", "Нет: 0 из 0", "лист «Цели»"]
    assert indicators == [2, "↓ Показатели", "сначала нужны цели", "—", "лист «Показатели»"]


def test_a_row_is_as_high_as_its_longest_text_in_any_column():
    short, long = "коротко", "«Рекомендации», лист «Подтверждения», лист «Правила рекомендаций»"
    rows = [[], [], [1, "Звено", short, "", short], [2, "Звено", short, "", long]]

    heights = row_heights(rows)

    assert heights[3] > heights[2]
