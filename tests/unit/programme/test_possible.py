"""Conditions that can never hold, and the proof that nothing else is called so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metodist.domain.computed import with_computed
from metodist.domain.conditions import (
    All,
    AnyOf,
    Comparison,
    Condition,
    Filled,
    Literal,
    Not,
    Operator,
    OtherField,
    PeriodEdge,
    PeriodYear,
    holds,
)
from metodist.domain.values import Row, Value
from metodist.programme.conditions import parse_condition
from metodist.programme.possible import Fields, possible
from metodist.programme.vocabulary import Vocabulary
from programme_text import programme_from, with_sheet

FIELDS = """
Реестр ¦ Поле ¦ Тип ¦ Список ¦ Минимум ¦ Максимум ¦ Обязательно ¦ Обязательно, если ¦ Проверка ¦ Формула
Кадры ¦ ФИО ¦ ФИО ¦ ¦ ¦ ¦ да
Кадры ¦ Дата рождения ¦ дата ¦ ¦ 01.01.1950 ¦ 31.12.2006
Кадры ¦ Возраст ¦ вычисляемое ¦ ¦ ¦ ¦ ¦ ¦ ¦ возраст(Дата рождения)
Кадры ¦ Категория ¦ список ¦ Категории ¦ ¦ ¦ да
Кадры ¦ Стаж ¦ целое ¦ ¦ 0 ¦ 60 ¦ да
Кадры ¦ Стаж педагогический ¦ целое ¦ ¦ 0 ¦ 60 ¦ ¦ ¦ Стаж педагогический <= Стаж
Кадры ¦ Ставка ¦ число ¦ ¦ 0 ¦ 2
Кадры ¦ Курсы ¦ да/нет ¦ ¦ ¦ ¦ да
Кадры ¦ Дата курсов ¦ дата ¦ ¦ ¦ ¦ ¦ Курсы = да ¦ Курсы = да; Дата курсов >= {начало}; Дата курсов <= {конец}
Кадры ¦ Кафедра ¦ текст
Конкурсы ¦ Педагог ¦ педагог ¦ ¦ ¦ ¦ да
Конкурсы ¦ Уровень ¦ список ¦ Уровни конкурсов ¦ ¦ ¦ да
Сведения ¦ Штат ¦ целое ¦ ¦ 0 ¦ 500 ¦ да
"""
ONE = "Код ¦ Показатель ¦ Вид ¦ Где считать ¦ Числитель\n'1 ¦ Всего ¦ количество ¦ Кадры ¦"
PROGRAMME = programme_from(with_sheet("Показатели", ONE, with_sheet("Поля", FIELDS)))
KNOWN = Fields.of(PROGRAMME)
PERIOD = PROGRAMME.passport.period
WORDS = Vocabulary.of(PROGRAMME, "Кадры")


def can_hold(text: str) -> bool:
    return possible([parse_condition(text, WORDS)], "Кадры", KNOWN, PERIOD)


@pytest.mark.parametrize(
    "text",
    [
        "Возраст < 25; Возраст > 60",
        "Стаж > 60",
        "Стаж < 0",
        "Стаж > 3; Стаж < 4",
        "Стаж >= 3; не(Стаж > 2)",
        "Ставка > 1; Ставка <= 1",
        "Возраст > 90",
        "Возраст < 18; заполнено(Возраст)",
        "Категория = высшая; Категория = первая",
        "Категория <> высшая, первая, нет",
        "Категория = высшая; Категория <> высшая",
        "не(Категория = высшая, первая, нет)",
        "Курсы = да; Курсы = нет",
        "не(Курсы = да | Курсы = нет)",
        "Курсы = нет; Дата курсов >= 01.01.2026",
        "Дата курсов < 01.01.2026",
        "Дата курсов > {конец}",
        "год(Дата курсов) <= {год-1}",
        "год(Дата курсов) = 2025, 2027",
        "Стаж педагогический > Стаж",
        "Стаж < Стаж педагогический; заполнено(Ставка)",
        "Стаж педагогический = 10; Стаж <= 9",
        "Стаж <> Стаж",
        "Ставка < Ставка",
        "заполнено(Кафедра); не(заполнено(Кафедра))",
        "Кафедра = А; Кафедра = Б",
        "не(заполнено(Стаж))",
        "Стаж > 60 | (Курсы = да; Курсы = нет)",
        "Курсы = да; не(заполнено(Дата курсов))",
        "есть(Конкурсы: Уровень = муниципальный; Уровень = региональный)",
        "есть(Конкурсы: не(заполнено(Уровень)))",
        "(Стаж < 5 | Стаж > 50); Стаж > 10; Стаж < 40",
        "год(Дата рождения) > 2006",
    ],
)
def test_what_can_never_hold(text: str) -> None:
    assert not can_hold(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Возраст < 25; Стаж <= 3",
        "Возраст >= 25; Возраст <= 25",
        "Ставка > 1; Ставка < 1,01",
        "Стаж > 2; Стаж < 4",
        "Категория <> высшая",
        "не(Дата рождения >= 01.01.1950)",
        "не(Стаж педагогический <= Стаж)",
        "Стаж педагогический = Стаж",
        "Дата курсов >= 31.12.2026",
        "год(Дата курсов) = {год}",
        "год(Дата рождения) <> 1980",
        "не(есть(Конкурсы: Уровень = муниципальный))",
        "есть(Конкурсы: Уровень = муниципальный); есть(Конкурсы: Уровень = региональный)",
        "Кафедра <> А; Кафедра <> Б",
        "(Стаж < 5 | Стаж > 50); Стаж > 10",
        "не(Возраст > 0)",
    ],
)
def test_what_may_hold(text: str) -> None:
    assert can_hold(text)


def test_two_conditions_are_asked_together() -> None:
    young, old = (parse_condition(text, WORDS) for text in ("Возраст <= 35", "Возраст > 40"))
    assert possible([young], "Кадры", KNOWN, PERIOD)
    assert not possible([young, old], "Кадры", KNOWN, PERIOD)


def test_a_tangle_counts_as_possible_instead_of_taking_forever() -> None:
    twice = "; ".join("(Ставка > 1 | Стаж > 3 | Возраст > 30 | Кафедра = А)" for _ in range(12))
    assert can_hold(f"{twice}; (Стаж > 60 | Стаж < 0 | Курсы = да)")


NUMBERS = ("Возраст", "Стаж", "Стаж педагогический", "Ставка")
DATES = ("Дата рождения", "Дата курсов")
CHOICES = {"Категория": ("высшая", "первая", "нет"), "Курсы": ("да", "нет"), "Кафедра": ("А", "Б")}
ORDERS = tuple(Operator)
SAME = (Operator.EQUAL, Operator.NOT_EQUAL)

number = st.one_of(st.integers(-1, 62), st.sampled_from([0.5, 1.0, 1.5])).map(Literal)
day = st.one_of(st.dates(date(1949, 1, 1), date(2027, 12, 31)).map(Literal), st.sampled_from(PeriodEdge))
year = st.one_of(st.integers(1949, 2028).map(Literal), st.integers(-3, 1).map(PeriodYear))


def compared(names, operands, operators=ORDERS, year_of: bool = False):
    several = st.lists(operands, min_size=1, max_size=3).map(tuple)
    one = operands.map(lambda operand: (operand,))
    return st.tuples(st.sampled_from(names), st.sampled_from(operators)).flatmap(
        lambda pair: (several if pair[1] in SAME else one).map(lambda values: Comparison(*pair, values, year_of))
    )


leaves = st.one_of(
    compared(NUMBERS, st.one_of(number, st.sampled_from(NUMBERS).map(OtherField))),
    compared(DATES, st.one_of(day, st.sampled_from(DATES).map(OtherField))),
    compared(DATES, year, year_of=True),
    *(compared((name,), st.sampled_from(words).map(Literal), SAME) for name, words in CHOICES.items()),
    st.sampled_from((*NUMBERS, *DATES, *CHOICES)).map(Filled),
)
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=8,
)


def birthday() -> st.SearchStrategy[Value]:
    return st.integers(0, 20_818).map(lambda days: date(1950, 1, 1) + timedelta(days=days))


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """A row that a school could hand in: types, limits, lists and the rules of the fields are kept."""
    courses = draw(st.sampled_from(("да", "нет")))
    years = draw(st.integers(0, 60))
    row: dict[str, Value] = {
        "ФИО": "Иванова А. А.",
        "Дата рождения": draw(st.one_of(st.none(), birthday())),
        "Категория": draw(st.sampled_from(CHOICES["Категория"])),
        "Стаж": years,
        "Стаж педагогический": draw(st.one_of(st.none(), st.integers(0, years))),
        "Ставка": draw(st.one_of(st.none(), st.sampled_from([0, 0.5, 1, 1.5, 2]), st.floats(0, 2))),
        "Курсы": courses,
        "Дата курсов": draw(st.dates(PERIOD.start, PERIOD.end)) if courses == "да" else None,
        "Кафедра": draw(st.sampled_from((None, "А", "Б", "В"))),
    }
    return with_computed(PROGRAMME.staff.fields, row, PERIOD)


@settings(max_examples=80, deadline=None)
@given(condition=conditions, some=st.lists(rows(), min_size=4, max_size=4))
def test_what_is_called_impossible_holds_for_no_row(condition: Condition, some: list[Row]) -> None:
    if not possible([condition], "Кадры", KNOWN, PERIOD):
        assert not any(holds(condition, row, PERIOD) for row in some)


def near(row: Row) -> st.SearchStrategy[Condition]:
    """A comparison whose constants lie at the row's own values, where a mistake by one shows."""
    numbers = {0, *(value for value in row.values() if isinstance(value, int | float))}
    days = {PERIOD.start, *(value for value in row.values() if isinstance(value, date))}
    number = st.tuples(st.sampled_from(sorted(numbers)), st.sampled_from((-1, 0, 0, 1))).map(sum).map(Literal)
    day = st.tuples(st.sampled_from(sorted(days)), st.sampled_from((-1, 0, 0, 1))).map(
        lambda pair: Literal(pair[0] + timedelta(days=pair[1]))
    )
    year = st.tuples(st.sampled_from(sorted({each.year for each in days})), st.sampled_from((-1, 0, 1))).map(sum)
    return st.one_of(
        compared(NUMBERS, st.one_of(number, st.sampled_from(NUMBERS).map(OtherField))),
        compared(DATES, st.one_of(day, st.sampled_from(DATES).map(OtherField))),
        compared(DATES, year.map(Literal), year_of=True),
        leaves,
    )


@settings(max_examples=150, deadline=None)
@given(data=st.data(), row=rows())
def test_what_holds_for_a_row_is_possible(data: st.DataObject, row: Row) -> None:
    """Everything that a row is, said at once: none of it may be called impossible."""
    said = data.draw(st.lists(near(row), min_size=1, max_size=6))
    true = [each if holds(each, row, PERIOD) else Not(each) for each in said]
    assert possible(true, "Кадры", KNOWN, PERIOD)
