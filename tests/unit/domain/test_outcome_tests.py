"""What a rule asks of an outcome: targets, the municipality's value, levels, changes that chance does not explain."""

from __future__ import annotations

import pytest

from metodist.domain.dynamics import Change, Movement, Point, Test
from metodist.domain.indicators import Band, Indicator, IndicatorKind, Scale
from metodist.domain.outcome_tests import Judged, holds
from metodist.domain.outcomes import Outcome
from metodist.domain.periods import Period, PeriodKind
from metodist.programme.outcome_conditions import parse_outcome_condition

SHARE = Indicator("1.1", "Доля", IndicatorKind.SHARE, "Кадры", target=0.8)
VACANCIES = Indicator("3.3", "Доля вакансий", IndicatorKind.SHARE, "Сведения", target=0.05, higher_is_better=False)
ORDER = Indicator("2.1", "Наличие положения", IndicatorKind.PRESENCE, "Сведения")
LEVEL = Indicator(
    "1.3",
    "Уровень",
    IndicatorKind.LEVEL,
    "Кадры",
    scale=Scale("Уровни", (Band("низкий", 0), Band("средний", 50), Band("высокий", 80))),
)
GROWTH = Indicator("2.4", "Увеличение", IndicatorKind.CHANGE, "Сведения")


def share(indicator: Indicator, n: int, of: int) -> Outcome:
    return Outcome(indicator.code, indicator.kind, n, of, n / of if of else None)


def asked(condition: str, judged: Judged) -> bool:
    return holds(parse_outcome_condition(condition), judged)


@pytest.mark.parametrize(
    ("condition", "n", "of", "expected"),
    [
        ("хуже цели", 31, 40, True),
        ("хуже цели", 32, 40, False),  # 80 % reaches 80 %
        ("не хуже цели", 32, 40, True),
        ("< цель", 31, 40, True),
        (">= цель", 32, 40, True),
        ("< 50 %", 19, 40, True),
        ("< 50%", 20, 40, False),
        ("хуже района", 20, 40, True),
        ("> район", 39, 40, True),
        ("хуже цели; < район", 30, 40, False),  # below the target, not below the municipality
        ("заметно хуже района", 20, 40, True),
        ("заметно хуже района", 3, 5, False),  # 60 % of five: chance explains it
        ("нет данных", 0, 0, True),
        ("есть данные", 1, 40, True),
        ("хуже цели", 0, 0, False),  # nothing is known: nothing is claimed
    ],
)
def test_a_share_is_compared(condition: str, n: int, of: int, *, expected: bool) -> None:
    judged = Judged(SHARE, share(SHARE, n, of), share(SHARE, 750, 1000))

    assert asked(condition, judged) is expected


def test_where_less_is_better_worse_is_more() -> None:
    judged = Judged(VACANCIES, share(VACANCIES, 3, 40), share(VACANCIES, 40, 1000))

    assert asked("хуже цели", judged)
    assert not asked("< цель", judged)


@pytest.mark.parametrize(("value", "word"), [(0, "нет"), (1, "да")])
def test_a_presence_is_yes_or_no(value: int, word: str) -> None:
    judged = Judged(ORDER, share(ORDER, value, 1))

    assert asked(word, judged)
    assert asked(f"= {word}", judged)
    assert not asked("да" if word == "нет" else "нет", judged)


def test_a_level_is_asked_by_its_name() -> None:
    judged = Judged(LEVEL, Outcome("1.3", LEVEL.kind, 400, 10, 40, level="низкий"))

    assert asked("уровень: низкий", judged)
    assert asked("= «низкий»", judged)
    assert asked("низший уровень", judged)
    assert asked("<> высокий", judged)
    assert not asked("<> низкий", judged)


def changed(movement: Movement) -> Judged:
    before, now = Period(2025, PeriodKind.CALENDAR), Period(2026, PeriodKind.CALENDAR)
    points = Point(before, share(SHARE, 30, 40)), Point(now, share(SHARE, 20, 40))
    return Judged(SHARE, points[1].outcome, None, Change(*points, movement, Test.SHARES, -0.25, ((30, 40), (20, 40))))


@pytest.mark.parametrize(
    ("condition", "movement", "expected"),
    [
        ("снизился", Movement.FELL, True),
        ("ухудшился", Movement.FELL, True),
        ("вырос", Movement.GREW, True),
        ("улучшился", Movement.GREW, True),
        ("снизился", Movement.UNCONFIRMED, False),  # other numbers, but chance explains them
        ("не изменился", Movement.UNCONFIRMED, True),
        ("не изменился", Movement.UNTESTED, False),  # nobody can tell
    ],
)
def test_only_what_chance_does_not_explain_is_a_change(condition: str, movement: Movement, *, expected: bool) -> None:
    assert asked(condition, changed(movement)) is expected


def test_without_a_period_before_nothing_has_changed() -> None:
    judged = Judged(SHARE, share(SHARE, 1, 40))

    assert not any(asked(word, judged) for word in ("снизился", "вырос", "ухудшился", "улучшился", "не изменился"))


@pytest.mark.parametrize(
    ("now", "before", "word"), [(3, 30, "ухудшился"), (30, 3, "улучшился"), (10, 12, "не изменился")]
)
def test_an_indicator_of_change_is_judged_by_its_own_two_numbers(now: int, before: int, word: str) -> None:
    judged = Judged(GROWTH, Outcome("2.4", GROWTH.kind, now, before, now - before))

    assert asked(word, judged)
