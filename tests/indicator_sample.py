"""Two small schools, and indicators asked of them one by one."""

from __future__ import annotations

from metodist.domain.conditions import (
    Comparison,
    Condition,
    Literal,
    Operator,
)
from metodist.domain.fields import STAFF
from metodist.domain.indicators import Breakdown, Indicator, IndicatorKind, Slice
from metodist.domain.outcomes import Outcome
from metodist.domain.returns import SchoolData
from metodist.domain.values import Value
from metodist.scoring.indicators import score_district, score_school
from unit.scoring.tiny import programme, school

K = IndicatorKind


def equal(field: str, *values: str | int) -> Condition:
    return Comparison(field, Operator.EQUAL, tuple(Literal(value) for value in values))


def at_most(field: str, number: float) -> Condition:
    return Comparison(field, Operator.LESS_EQUAL, (Literal(number),))


def by(field: str, *values: str) -> Breakdown:
    return Breakdown(field, tuple(Slice(value, equal(field, value)) for value in values))


def parts(outcome: Outcome) -> tuple[float | None, float | None, float | None]:
    return outcome.numerator, outcome.denominator, outcome.value


def of_school(indicator: Indicator, data: SchoolData) -> Outcome:
    return score_school(programme(indicator), data)[indicator.code]


def of_district(indicator: Indicator, *schools: SchoolData, municipal: dict[str, Value] | None = None) -> Outcome:
    data = {f"ОО-{number}": each for number, each in enumerate(schools, 1)}
    return score_district(programme(indicator), data, municipal)[indicator.code]


FIRST = school(
    """
    ФИО            | Предмет | Диагностика | Дефицит: цифровые | Дефицит: оценочные | Стаж  | Дата рождения
    Иванова А. А.  | физика  | да          | да                | да                 | 2     | 31.12.1991
    Петров Б. Б.   | физика  | нет         | да                | –                  | 30    | 01.01.1960
    Сидорова В. В. | химия   | Да          | нет               | нет                | много | –
    –              | химия   | да          | да                | да                 | 1     | 01.01.2000
    Юдин Г. Г.     | –       | –           | –                 | –                  | 3     | 29.02.2000
    """,
    """
    Конкурс      | Педагог         | Уровень
    Учитель года | иванова  а. а.  | региональный
    Учитель года | Петров Б. Б.    | школьный
    –            | Юдин Г. Г.      | региональный
    Мой урок     | –               | региональный
    """,
    """
    Положение: да
    Курсов: 8
    Курсов по заявкам: 2
    Было участников: 5
    Удовлетворённость: 4.5
    Площадка: да
    """,
)
SECOND = school(
    """
    ФИО         | Предмет | Диагностика | Дефицит: цифровые | Дефицит: оценочные | Стаж | Дата рождения
    Яшин Д. Д.  | химия   | да          | нет               | да                 | 10   | 15.06.1990
    """,
    facts="""
    Положение: нет
    Курсов: 4
    Курсов по заявкам: –
    Было участников: 0
    Удовлетворённость: 2
    Площадка: нет
    """,
)
EMPTY = SchoolData()

DIAGNOSED = Indicator("1", "прошли диагностику", K.SHARE, STAFF, numerator=equal("Диагностика", "да"))
