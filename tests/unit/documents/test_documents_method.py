"""Conditions in words."""

from __future__ import annotations

import pytest

from metodist.documents.method import measure_words, method_rows
from metodist.domain.indicators import FactSum
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.programme.conditions import Vocabulary, parse_condition


@pytest.fixture
def staff(small_programme: Programme) -> Vocabulary:
    return Vocabulary.of(small_programme, "Кадры")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("Диагностика = да", "«Диагностика» — да"),
        ("Категория <> высшая, первая", "«Категория» — не высшая и не первая"),
        ("Возраст <= 35; Стаж общий < 3", "«Возраст» не больше 35 и «Стаж общий» меньше 3"),
        ("Стаж педагогический >= Стаж общий", "«Стаж педагогический» не меньше «Стаж общий»"),
        ("год(Дата диагностики) >= {год-2}", "год поля «Дата диагностики» не меньше 2024"),
        ("Дата диагностики > {начало}", "«Дата диагностики» больше 01.01.2026"),
        ("заполнено(Балл)", "поле «Балл» заполнено"),
        ("не(Диагностика = да)", "не выполнено: «Диагностика» — да"),
        ("(Возраст < 30 | Возраст > 60); Балл > 50",
         "(«Возраст» меньше 30 или «Возраст» больше 60) и «Балл» больше 50"),
        ("есть(Конкурсы: Уровень = региональный)", "есть строка реестра «Конкурсы», где «Уровень» — региональный"),
    ],
)  # fmt: skip
def test_a_condition_in_words(condition: str, words: str, staff: Vocabulary) -> None:
    parsed = parse_condition(condition, staff)
    assert measure_words(parsed, "Кадры", Period(2026)) == f"строки реестра «Кадры», где {words}"


def test_an_empty_condition_and_a_sum(small_programme: Programme) -> None:
    rows = {row.code: row for row in method_rows(small_programme)}
    assert rows["1.1"].denominator == "все строки реестра «Кадры»"
    assert rows["3.3"].denominator == "«Педагогов по штату» + «Вакансий»"
    assert rows["2.1"].numerator == "школы, в которых есть: «Положение о наставничестве»"
    assert measure_words(FactSum(("А", "Б")), "Сведения", Period(2026)) == "«А» + «Б»"
