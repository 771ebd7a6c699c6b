"""Крымский район: indicators counted by hand over the registers of two small schools, written out here."""

from __future__ import annotations

from pathlib import Path

import pytest

from answers_text import school_answers
from metodist.domain.programme import Programme
from metodist.programme.reader import read_programme
from metodist.scoring.indicators import score_district

WORKBOOK = Path(__file__).resolve().parents[2] / "workbooks" / "programmes" / "krymsk.xlsx"

#: The period ends on 31.12.2026: Петров is 30 on that very day, Сидорова is not yet. His courses ended a day too early for
#: «the last three years».
FIRST = school_answers(
    """
    # Кадры
    ФИО             | Дата рождения | Диагностика | Дефициты выявлены | ИОМ                   | Ход ИОМ    | Переподготовка за период      | Дата курсов ПК | Экспертная деятельность | Сетевое сообщество | Удовлетворённость сетевой работой
    Иванова А. А.   | 01.01.1986    | да          | да                | устранение дефицитов  | реализован | нет                           | 01.03.2024     | региональный            | да                 | 9
    Петров Б. Б.    | 31.12.1996    | да          | да                | устранение дефицитов  | не начат   | педагогической направленности | 31.12.2023     | нет                     | да                 | 6
    Сидорова В. В.  | 01.01.1997    | да          | нет               | профессиональный рост | не начат   | иной направленности           | –              | муниципальный           | нет                | –
    Кузнецова Г. Г. | 15.06.1966    | нет         | –                 | нет                   | –          | нет                           | 10.10.2026     | федеральный             | нет                | –
    """
)
#: Зайцева has not begun her route, but took part in a measure of it.
SECOND = school_answers(
    """
    # Кадры
    ФИО            | Дата рождения | Диагностика | Дефициты выявлены | ИОМ                  | Ход ИОМ  | Переподготовка за период      | Дата курсов ПК | Экспертная деятельность | Сетевое сообщество | Удовлетворённость сетевой работой
    Зайцева И. И.  | 01.07.1976    | да          | да                | устранение дефицитов | не начат | педагогической направленности | 05.05.2025     | нет                     | нет                | –
    Лебедева К. К. | 02.02.2001    | нет         | –                 | нет                  | –        | нет                           | –              | нет                     | нет                | –
    Морозова Л. Л. | 01.01.1987    | да          | да                | нет                  | –        | нет                           | –              | муниципальный           | нет                | –

    # Мероприятия
    Педагог       | Мероприятие       | Дата       | По ИОМ | Сетевая форма | Творческая работа
    Зайцева И. И. | Семинар           | 12.03.2026 | да     | нет           | нет
    """
)


@pytest.fixture(scope="module")
def krymsk() -> Programme:
    programme = read_programme(WORKBOOK).programme
    assert programme is not None
    assert f"{programme.passport.period.end:%d.%m.%Y}" == "31.12.2026"
    return programme


@pytest.mark.parametrize(
    ("code", "numerator", "denominator"),
    [
        ("1.3", 5, 7),  # all but Кузнецова and Лебедева
        ("1.4", 4, 5),  # of those five all but Сидорова
        ("2.2", 3, 4),  # of the four with deficits all but Морозова
        ("2.3", 1, 1),  # Сидорова, the only one without deficits
        ("2.4", 2, 3),  # Иванова carried her route out, Зайцева took part; Петров has not begun
        ("3.2", 2, 3),  # Петров and Зайцева, of them and Сидорова
        ("М3.3", 3, 7),  # Иванова, Кузнецова, Зайцева: courses of 2024, 2025, 2026
        ("М7.3", 1, 2),  # the first school has members of a community
    ],
)
def test_shares_counted_by_hand(krymsk: Programme, code: str, numerator: int, denominator: int) -> None:
    outcome = score_district(krymsk, {"ОО-01": FIRST, "ОО-02": SECOND})[code]

    assert (outcome.numerator, outcome.denominator) == (numerator, denominator)
    assert outcome.value == pytest.approx(numerator / denominator)


def test_experts_ages_and_satisfaction_counted_by_hand(krymsk: Programme) -> None:
    district = score_district(krymsk, {"ОО-01": FIRST, "ОО-02": SECOND})

    assert district["4.3"].value == 2, "Иванова and Кузнецова; experts of the municipality do not count"
    assert district["6.7"].value == pytest.approx((9 + 6) / 2)
    assert district["7.8"].value == pytest.approx((40 + 30 + 29 + 60 + 50 + 25 + 39) / 7)
