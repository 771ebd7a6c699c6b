"""A condition written out and read again is the same condition."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from metodist.domain.conditions import (
    EVERY,
    All,
    AnyOf,
    Comparison,
    Condition,
    Exists,
    Filled,
    Literal,
    Not,
    Operand,
    Operator,
    OtherField,
    PeriodEdge,
    PeriodYear,
)
from metodist.domain.fields import Computed, Field, FieldType, Formula, Register
from metodist.programme.conditions import Vocabulary, condition_text, parse_condition

CHOICES = ("высшая", "первая; вторая", "да", "без «категории»", 'по "должности", (нет)', "5 | 6")
STAFF = Register(
    "Кадры",
    (
        Field("Кадры", "ФИО", FieldType.PERSON),
        Field("Кадры", "Дата рождения", FieldType.DATE),
        Field("Кадры", "Дата: приём (на работу)", FieldType.DATE),
        Field("Кадры", "Возраст", FieldType.COMPUTED, computed=Computed(Formula.AGE, "Дата рождения")),
        Field("Кадры", "Стаж 1", FieldType.INTEGER),
        Field("Кадры", "Стаж-2, лет", FieldType.INTEGER),
        Field("Кадры", "Балл", FieldType.NUMBER),
        Field("Кадры", "Категория", FieldType.CHOICE, list_name="Категории"),
        Field("Кадры", "Дефицит: «цифра» = да", FieldType.YES_NO),
        Field("Кадры", "Предмет", FieldType.TEXT),
        Field("Кадры", "Должность", FieldType.TEXT),
    ),
)
CONTESTS = Register(
    "Курсы ПК", (Field("Курсы ПК", "Педагог", FieldType.PERSON_REF), Field("Курсы ПК", "Часы", FieldType.INTEGER))
)
VOCABULARY = Vocabulary((STAFF, CONTESTS), (), {"Категории": CHOICES}, "Кадры")

TEXT_FIELDS = ("ФИО", "Предмет", "Должность")
DATE_FIELDS = ("Дата рождения", "Дата: приём (на работу)")
NUMBER_FIELDS = ("Возраст", "Стаж 1", "Стаж-2, лет", "Балл")
EQUALITY = (Operator.EQUAL, Operator.NOT_EQUAL)

days = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(Literal)
whole = st.integers(-(10**9), 10**9).map(Literal)
# A number is written as a methodist writes it; a fraction without a fraction is read as a whole number.
fractions = st.floats(-1e6, 1e6).filter(lambda number: not number.is_integer() and abs(number) > 1e-6).map(Literal)
#: Every sign of the language among letters, so that most texts need their quotes.
texts = st.text("абЁ 1.;|,()=<>≤≠{}«»\"'+-*:\n\u00a0", min_size=1).map(str.strip).filter(bool).map(Literal)


def others(names: tuple[str, ...]) -> st.SearchStrategy[Operand]:
    return st.sampled_from(names).map(OtherField)


@st.composite
def compared(draw: st.DrawFn, names: tuple[str, ...], values: st.SearchStrategy[Operand], ordered: bool) -> Condition:
    operator = draw(st.sampled_from(list(Operator) if ordered else EQUALITY))
    several = 3 if operator in EQUALITY else 1
    operands = draw(st.lists(values, min_size=1, max_size=several))
    return Comparison(draw(st.sampled_from(names)), operator, tuple(operands))


years = st.integers(-30, 30).map(PeriodYear)
comparisons = st.one_of(
    compared(TEXT_FIELDS, texts | others(TEXT_FIELDS), ordered=False),
    compared(("Категория",), st.sampled_from(CHOICES).map(Literal) | others(TEXT_FIELDS), ordered=False),
    compared(("Дефицит: «цифра» = да",), st.sampled_from(("да", "нет")).map(Literal), ordered=False),
    compared(DATE_FIELDS, days | others(DATE_FIELDS) | st.sampled_from(PeriodEdge), ordered=True),
    compared(NUMBER_FIELDS[:3], whole | others(NUMBER_FIELDS) | years, ordered=True),
    compared(("Балл",), whole | fractions | others(NUMBER_FIELDS) | years, ordered=True),
    compared(DATE_FIELDS, whole | years | others(NUMBER_FIELDS), ordered=True).map(
        lambda each: Comparison(each.field, each.operator, each.operands, year_of=True)
    ),
    st.sampled_from([field.name for field in STAFF.fields]).map(Filled),
    st.sampled_from(
        [
            Exists("Курсы ПК", EVERY),
            Exists("Курсы ПК", Comparison("Часы", Operator.GREATER, (Literal(72),))),
            Exists("Курсы ПК", AnyOf((Filled("Часы"), Not(Filled("Педагог"))))),
        ]
    ),
)
conditions = st.just(EVERY) | st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: AnyOf(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=8,
)


@given(conditions)
def test_reading_undoes_writing(condition: Condition) -> None:
    assert parse_condition(condition_text(condition), VOCABULARY) == condition


def test_a_written_condition_reads_like_the_methodist_s_own() -> None:
    text = "Возраст <= 35; не(заполнено(Предмет)) ; (Балл > 4,5 | есть(Курсы ПК: Часы >= 72))"

    written = "Возраст <= 35; не(заполнено(Предмет)); (Балл > 4.5 | есть(Курсы ПК: Часы >= 72))"
    assert condition_text(parse_condition(text, VOCABULARY)) == written
