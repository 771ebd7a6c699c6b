"""Качканарский округ: indicators counted by hand on answers that stand here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers_text import school_answers
from brought_programmes import programme_of
from metodist.domain.outcomes import Outcome
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.scoring.indicators import score_district, score_school


@pytest.fixture(scope="module")
def district() -> Programme:
    return programme_of("kachkanar")


#: Courses of 2021…2023 count in 2023: Петров's are a day too old. Сидорова plans twice and counts once.
FIRST = school_answers(
    """
    # Кадры
    ФИО             | Должность            | Вид работника            | Квалификационная категория | Дата курсов ПК | Удовлетворённость программой ДПО
    Иванова А. А.   | директор             | руководящий работник     | –                          | 01.01.2021     | –
    Петров Б. Б.    | заместитель директора | руководящий работник    | –                          | 31.12.2020     | –
    Сидорова В. В.  | учитель              | педагогический работник  | высшая                     | 15.03.2023     | 8
    Кузнецова Г. Г. | учитель              | педагогический работник  | первая                     | 20.11.2023     | 5
    Титов Д. Д.     | педагог-психолог     | педагогический работник  | первая                     | –              | –

    # Конкурсы
    Работник       | Конкурс      | Уровень       | Дата
    Титов Д. Д.    | Психолог     | региональный  | 10.02.2023
    Титов Д. Д.    | Психолог     | муниципальный | 10.01.2023
    Иванова А. А.  | Лидер        | муниципальный | 11.03.2023

    # Затруднения
    Работник        | Затруднение
    Титов Д. Д.     | цифровые
    Сидорова В. В.  | методические
    Кузнецова Г. Г. | цифровые

    # Планы ПК
    Работник       | Форма                        | Новая форма | В ИОМ по дефицитам | По запросу
    Сидорова В. В. | мастер-класс                 | да          | да                 | нет
    Сидорова В. В. | вебинар                      | да          | нет                | предметная ассоциация
    Иванова А. А.  | курсы повышения квалификации | нет         | да                 | целевое объединение
    Титов Д. Д.    | вебинар                      | да          | нет                | целевое объединение

    # Практики
    Практика        | Форма        | Эффективность подтверждена
    Уроки вдвоём    | мастер-класс | нет
    Методический час | семинар     | да

    # Сведения
    Онлайн-мероприятий школы: 4
    """
)
SECOND = school_answers(
    """
    # Кадры
    ФИО          | Должность | Вид работника           | Квалификационная категория | Дата курсов ПК | Удовлетворённость программой ДПО
    Орлова Е. Е. | учитель   | педагогический работник | нет                        | 01.02.2022     | –

    # Практики
    Практика | Форма   | Эффективность подтверждена
    Карта    | вебинар | нет

    # Сведения
    Онлайн-мероприятий школы: 0
    """
)
MUNICIPAL = {
    "Онлайн-мероприятий ГИМЦ РО": 6,
    "Программ повышения квалификации реализовано": 10,
    "Программ на основе сетевого взаимодействия": 3,
    "Система оценки качества повышения квалификации": "да",
}


def outcomes(district: Programme) -> dict[str, Outcome]:
    return score_district(district, {"ОО-01": FIRST, "ОО-02": SECOND}, MUNICIPAL)


def lines(outcome: Outcome) -> dict[str, float]:
    return {label: ratio.numerator for label, ratio in outcome.breakdown.items() if ratio.numerator}


@pytest.mark.parametrize(
    ("code", "numerator", "denominator"),
    [
        ("2", 4, 6),  # Иванова, Сидорова, Кузнецова, Орлова
        ("4", 3, 6),  # Сидорова, Иванова, Титов
        ("7", 1, 2),  # the first school
        ("Э2", 1, 3),  # of three new forms one stands in a route
        ("Э3", 2, 3),  # both webinars
        ("Э4", 1, 1),
        ("Э5", 3, 10),
    ],
)
def test_shares_counted_by_hand(district: Programme, code: str, numerator: int, denominator: int) -> None:
    outcome = outcomes(district)[code]
    assert (outcome.numerator, outcome.denominator) == (numerator, denominator)
    assert outcome.value == pytest.approx(numerator / denominator)


def test_distributions_and_rankings_counted_by_hand(district: Programme) -> None:
    found = outcomes(district)

    assert lines(found["1"]) == {"высшая": 1, "первая": 2, "нет": 1}
    assert found["1"].denominator == 4, "managers have no category to count"
    assert lines(found["2"]) == {"педагогический работник": 3, "руководящий работник": 1}
    assert lines(found["3"]) == {"цифровые": 2, "методические": 1}
    assert lines(found["5"]) == {"мастер-класс": 1, "вебинар": 2, "курсы повышения квалификации": 1}
    assert lines(found["6"]) == {"муниципальный": 2, "региональный": 1}


def test_events_and_satisfaction_counted_by_hand(district: Programme) -> None:
    found = outcomes(district)

    assert found["Э1"].value == 4 + 0 + 6
    assert found["Э4.1"].value == pytest.approx((8 + 5) / 2)
    assert score_school(district, SECOND)["7"].value == 0


def test_the_window_of_three_years_moves_with_the_reporting_year(district: Programme) -> None:
    later = replace(district, passport=replace(district.passport, period=Period(2024)))

    window = {
        programme.passport.period.year: score_district(programme, {"ОО-01": FIRST, "ОО-02": SECOND})["2"].numerator
        for programme in (district, later)
    }
    assert window == {2023: 4, 2024: 3}, "in 2024 the courses of 1 January 2021 are too old"
