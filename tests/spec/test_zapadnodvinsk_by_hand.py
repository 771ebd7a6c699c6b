"""Западнодвинский округ: shares counted by hand on answers that stand here."""

from __future__ import annotations

import pytest

from answers_text import school_answers
from brought_programmes import programme_of
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme
from metodist.scoring.indicators import score_district, score_school


@pytest.fixture(scope="module")
def district() -> Programme:
    return programme_of("zapadnodvinsk")


#: Кузнецова's deficit is none of the four groups; Титов took part in an event and in two contests and counts once.
FIRST = school_answers(
    """
    # Кадры
    ФИО             | Должность        | Предмет    | Молодой педагог | Диагностика | Дефициты выявлены | Дефицит: методические | Дефицит: коммуникативные | Адресная программа ПК | Мероприятия для молодых | Программа наставничества | Сетевое сообщество
    Иванова А. А.   | учитель          | математика | нет             | да          | да                | да                    | да                       | да                    | –                       | –                        | да
    Петров Б. Б.    | учитель          | математика | нет             | нет         | –                 | –                     | –                        | нет                   | –                       | –                        | нет
    Сидорова В. В.  | учитель          | физика     | да              | да          | нет               | нет                   | нет                      | нет                   | да                      | да                       | да
    Кузнецова Г. Г. | педагог-психолог | –          | нет             | да          | да                | нет                   | нет                      | да                    | –                       | –                        | нет
    Титов Д. Д.     | учитель          | физика     | да              | нет         | –                 | –                     | –                        | нет                   | нет                     | да                       | да

    # Конкурсы
    Педагог      | Конкурс       | Дата
    Титов Д. Д.  | Дебют         | 10.02.2024
    Титов Д. Д.  | Учитель года  | 11.03.2024
    Петров Б. Б. | Учитель года  | 11.03.2024

    # Мероприятия
    Педагог     | Мероприятие | Форма   | Дата
    Титов Д. Д. | Семинар     | семинар | 12.04.2024

    # Сведения
    Продуктивная система методической деятельности: да
    Статус инновационной площадки: нет
    Участие в образовательных проектах: нет
    Сетевых мероприятий школы: 3
    """
)
SECOND = school_answers(
    """
    # Кадры
    ФИО          | Должность | Предмет | Молодой педагог | Диагностика | Дефициты выявлены | Дефицит: методические | Дефицит: коммуникативные | Адресная программа ПК | Сетевое сообщество
    Орлова Е. Е. | учитель   | физика  | нет             | да          | да                | да                    | нет                      | да                    | нет

    # Сведения
    Продуктивная система методической деятельности: нет
    Статус инновационной площадки: региональная инновационная площадка
    Участие в образовательных проектах: да
    Сетевых мероприятий школы: 2
    """
)
MUNICIPAL = {
    "Курсов повышения квалификации проведено": 8,
    "Курсов по заявкам образовательных организаций": 6,
    "Сетевых мероприятий отдела образования": 4,
}


def outcomes(district: Programme) -> dict[str, Outcome]:
    return score_district(district, {"ОО-01": FIRST, "ОО-02": SECOND}, MUNICIPAL)


@pytest.mark.parametrize(
    ("code", "numerator", "denominator"),
    [
        ("1.1", 4, 6),  # all but Петров and Титов
        ("1.2", 3, 4),  # Иванова, Кузнецова, Орлова of the diagnosed
        ("2.1", 3, 6),
        ("2.2", 6, 8),  # the municipality's own numbers
        ("3.1", 2, 6),  # Петров by a contest, Титов once
        ("3.2", 1, 2),  # the first school
        ("3.3", 1, 2),  # the second school, once
        ("4.1", 1, 2),  # Сидорова of Сидорова and Титов
        ("4.2", 2, 2),
        ("5.1", 3, 6),
    ],
)
def test_shares_counted_by_hand(district: Programme, code: str, numerator: int, denominator: int) -> None:
    outcome = outcomes(district)[code]
    assert (outcome.numerator, outcome.denominator) == (numerator, denominator)
    assert outcome.value == pytest.approx(numerator / denominator)


def test_lines_counted_by_hand(district: Programme) -> None:
    found = outcomes(district)
    subjects = {label: (ratio.numerator, ratio.denominator) for label, ratio in found["1.1"].breakdown.items()}
    groups = {label: (ratio.numerator, ratio.denominator) for label, ratio in found["1.2"].breakdown.items()}

    assert {label: pair for label, pair in subjects.items() if pair[1]} == {"математика": (1, 2), "физика": (2, 3)}
    assert groups == {
        "методические": (2, 4),
        "психолого-педагогические": (0, 4),
        "универсальные": (0, 4),
        "коммуникативные": (1, 4),
    }


def test_events_counted_by_hand(district: Programme) -> None:
    assert outcomes(district)["5.2"].value == 3 + 2 + 4
    assert score_school(district, FIRST)["5.2"].value == 3
    unsaid = score_district(district, {"ОО-01": FIRST}, {"Курсов повышения квалификации проведено": 8})
    assert unsaid["5.2"].value is None, "the municipality has not said how many it held"
