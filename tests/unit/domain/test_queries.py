"""Who a query finds; a saved query of a year ago leaves out what the programme no longer asks."""

from __future__ import annotations

import pytest

from metodist.domain.programme import Programme
from metodist.domain.queries import INDICATOR, SCHOOL, Query, answer, questions_of
from metodist.domain.summary import Summary
from summary_samples import sample_summary


@pytest.fixture(scope="module")
def summary(small_programme: Programme) -> Summary:
    return sample_summary(small_programme)


def names(summary: Summary, **choices: str) -> list[str]:
    labels = {"school": SCHOOL, "subject": "Предмет", "category": "Категория", "diagnosed": "Диагностика"}
    query = Query(choices={labels.get(key, "Дефицит"): value for key, value in choices.items()})
    return [str(one.row.values["ФИО"]) for one in answer(summary, query).found]


def test_what_can_be_asked_comes_from_the_register(small_programme: Programme) -> None:
    told = {one.label: one.values for one in questions_of(small_programme)}

    assert told == {
        "Предмет": ("Русский язык", "Математика", "Начальные классы"),
        "Категория": ("высшая", "первая", "нет"),
        "Диагностика": ("да", "нет"),
        "Дефицит": ("предметные", "методические"),
    }


def test_nothing_chosen_is_everybody(summary: Summary) -> None:
    found = answer(summary, Query())

    assert (len(found.found), found.among) == (5, 5)


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({"school": "ОО-02"}, ["Кузнецова Г. Г."]),
        ({"subject": "математика"}, ["Иванова А. А.", "Петров Б. Б."]),
        ({"subject": "Математика", "category": "нет"}, ["Петров Б. Б."]),
        ({"deficit": "предметные"}, ["Иванова А. А."]),
        ({"deficit": "методические"}, ["Кузнецова Г. Г."]),
        ({"diagnosed": "нет"}, ["Сидорова В. В.", "=Попова Д. Д."]),
        ({"school": "ОО-01", "deficit": "методические"}, []),
    ],
)
def test_everything_chosen_has_to_hold(summary: Summary, choices: dict[str, str], expected: list[str]) -> None:
    assert names(summary, **choices) == expected


def test_people_are_counted_among_those_of_the_school_asked(summary: Summary) -> None:
    found = answer(summary, Query(choices={SCHOOL: "ОО-01", "Предмет": "Математика", INDICATOR: "1.1"}))

    assert (len(found.found), found.among) == (2, 3)


def test_what_the_programme_no_longer_asks_is_left_out_and_told(summary: Summary) -> None:
    found = answer(summary, Query(choices={"Предмет": "Астрономия", "Стаж": "до 3 лет", "Категория": "высшая"}))

    assert found.unknown == ("Предмет — Астрономия", "Стаж — до 3 лет")
    assert len(found.found) == 2
