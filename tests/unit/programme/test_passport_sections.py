"""Sections of «Паспорт» with a meaning of their own: the document's steps of the cycle, the second yardstick."""

from __future__ import annotations

import pytest
from tests.programme_text import SMALL, reading_of

from metodist.domain.cycle_views import Link
from metodist.domain.yardstick import Measured, in_proportion


def with_rows(*rows: str) -> str:
    return SMALL.replace("Реестры ¦ Кадры", "\n".join(rows) + "\nРеестры ¦ Кадры")


def errors(*rows: str) -> list[tuple[int, str, str, str]]:
    return [(one.row, one.column, one.message, one.suggestion) for one in reading_of(with_rows(*rows)).issues]


def test_steps_of_the_document_are_a_view_of_the_chain() -> None:
    programme = reading_of(
        with_rows(
            "Звенья цикла: Два этапа ¦ 1. Замысел ¦ Цель, показатели",
            "Звенья цикла: Два этапа ¦ 2. Дело ¦ Мероприятия; Решения",
            "Звенья цикла ¦ Всё ¦ Цель",
        )
    ).programme

    assert programme is not None
    first, second = programme.views
    assert (first.title, [step.title for step in first.steps]) == ("Два этапа", ["1. Замысел", "2. Дело"])
    assert first.steps[0].links == (Link.GOAL, Link.INDICATORS)
    assert first.steps[1].links == (Link.MEASURES, Link.DECISIONS)
    assert second.title == "Звенья цикла"
    assert programme.passport.extra["Звенья цикла: Два этапа"][0] == ("1. Замысел", "Цель, показатели")


@pytest.mark.parametrize(
    ("row", "column", "message", "suggestion"),
    [
        ("Звенья цикла ¦ Этап ¦ Показатель", "Значение", "Звена «Показатель» в управленческом цикле нет", "Показатели"),
        ("Звенья цикла ¦ Этап ¦", "Значение", "У этапа не названы звенья цикла", ""),
        ("Звенья цикла ¦ Этап ¦ Цель, Цель", "Значение", "Звено «Цель» уже отнесено к этапу", ""),
        ("Звенья цикл ¦ Этап ¦ Цель", "Раздел", "Раздел называется «Звенья цикл».", "Звенья цикла"),
        ("Сравнение баллов ¦ Лучший результат ¦ 0", "Значение", "за число больше нуля, а стоит «0»", "100"),
        ("Сравнение баллов ¦ Лучший результат ¦ сто", "Значение", "сто", ""),
        ("Сравнение баллов ¦ Соседний район ¦ 40", "Название", "нет строки «Лучший результат»", "Сравнение баллов — "),
    ],
)
def test_what_is_wrong_is_told_with_its_place(row: str, column: str, message: str, suggestion: str) -> None:
    found = errors(row)

    assert len(found) == 1, found
    assert found[0][1] == column
    assert message in found[0][2]
    assert found[0][3].startswith(suggestion)


def test_other_municipalities_have_a_number_and_the_own_one_is_computed() -> None:
    best = "Сравнение баллов ¦ Лучший результат ¦ 100"
    programme = reading_of(with_rows(best, "Сравнение баллов ¦ Соседний район ¦ 45,5")).programme
    assert programme is not None
    assert programme.yardstick is not None
    assert (programme.yardstick.best, programme.yardstick.others) == (100, (("Соседний район", 45.5),))

    own, twice = "Муниципальное образование Примерный район", "Соседний район"
    found = errors(best, f"Сравнение баллов ¦ {own} ¦ 4", *(f"Сравнение баллов ¦ {twice} ¦ {n}" for n in (1, 2)))
    assert ["ваш муниципалитет" in found[0][2], "Соседний район" in found[1][2]] == [True, True]


def test_the_best_is_the_measure_of_the_others() -> None:
    assert in_proportion({"а": 40, "б": 30, "в": 40}, 100) == {
        "а": Measured(40, 100, 1),
        "б": Measured(30, 75, 3),
        "в": Measured(40, 100, 1),
    }
    assert in_proportion({"а": 0, "б": -1}, 100) == {"а": Measured(0, None, 1), "б": Measured(-1, None, 2)}
    assert in_proportion({}, 100) == {}
