"""Numerators, denominators and breakdowns."""

from __future__ import annotations

import pytest

from metodist.domain.conditions import EVERY, Comparison, Filled, Literal, Operator
from metodist.domain.fields import Field, FieldType
from metodist.domain.indicators import FactSum, IndicatorKind
from metodist.domain.programme import Programme
from metodist.programme.conditions import ConditionError, Vocabulary
from metodist.programme.measures import parse_breakdown, parse_measure, parse_sum, sum_text

SHARE, CHANGE, MEAN = IndicatorKind.SHARE, IndicatorKind.CHANGE, IndicatorKind.MEAN


def words(programme: Programme, scope: str) -> Vocabulary:
    return Vocabulary.of(programme, scope)


def test_teachers_are_counted_by_a_condition(small_programme: Programme) -> None:
    staff = words(small_programme, "Кадры")

    assert parse_measure("заполнено(Балл)", staff, SHARE, "numerator") == Filled("Балл")
    assert parse_measure("", staff, SHARE, "denominator") == EVERY


def test_numbers_of_schools_are_added_up(small_programme: Programme) -> None:
    facts = words(small_programme, "Сведения")

    assert parse_measure("вакансий +  Педагогов по штату", facts, SHARE, "denominator") == FactSum(
        ("Вакансий", "Педагогов по штату")
    )


def test_the_municipality_may_add_to_what_the_schools_state(small_programme: Programme) -> None:
    facts = words(small_programme, "Сведения")

    total = parse_measure("Участников сообществ + курсов проведено", facts, IndicatorKind.COUNT, "numerator")

    assert total == FactSum(("Участников сообществ",), ("Курсов проведено",))
    assert sum_text(total) == "Участников сообществ + Курсов проведено"


def test_only_schools_numbers_are_added_to_in_their_scope(small_programme: Programme) -> None:
    with pytest.raises(ConditionError, match="только сведения муниципалитета"):
        parse_measure("Курсов проведено", words(small_programme, "Сведения"), IndicatorKind.COUNT, "numerator")
    with pytest.raises(ConditionError, match="нет поля «Вакансий»"):
        parse_measure("Вакансий", words(small_programme, "Муниципалитет"), IndicatorKind.COUNT, "numerator")


def test_the_previous_period_is_always_a_number(small_programme: Programme) -> None:
    previous = FactSum(("Участников сообществ в прошлом году",))

    for scope in ("Кадры", "Школы", "Сведения"):
        assert (
            parse_measure("Участников сообществ в прошлом году", words(small_programme, scope), CHANGE, "denominator")
            == previous
        )
    assert parse_measure("Диагностика = да", words(small_programme, "Кадры"), CHANGE, "numerator") == Comparison(
        "Диагностика", Operator.EQUAL, (Literal("да"),)
    )


def test_a_mean_over_schools_asks_which_schools_take_part(small_programme: Programme) -> None:
    condition = parse_measure("Вакансий > 0", words(small_programme, "Сведения"), MEAN, "numerator")

    assert condition == Comparison("Вакансий", Operator.GREATER, (Literal(0),))


@pytest.mark.parametrize(
    ("text", "sentence", "suggestion"),
    [
        ("", "Не указано, какие сведения", "название числового поля или сумма: Поле А + Поле Б"),
        ("Вакансий + ", "нет поля «»", ""),
        ("Вакансия", "нет поля «Вакансия»", "Вакансий"),
        ("Вакансий = 3", "нужна сумма полей", "название числового поля или сумма: Поле А + Поле Б"),
        ("Инновационная площадка", "только числа", ""),
    ],
)
def test_a_sum_that_is_none(small_programme: Programme, text: str, sentence: str, suggestion: str) -> None:
    with pytest.raises(ConditionError) as refused:
        parse_sum(text, words(small_programme, "Сведения"))

    assert sentence in refused.value.message
    assert refused.value.suggestion == suggestion


NAMES = ("Возраст 50+", "Вакансий", "«Точка роста»", "«Сириус» и «Артек»", "Учеников (9–11)")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("«Возраст 50+» + Вакансий", ("Возраст 50+", "Вакансий")),
        ("«Учеников (9–11)»", ("Учеников (9–11)",)),
        ("«Точка роста»+Учеников (9–11)", ("«Точка роста»", "Учеников (9–11)")),
        ("««Точка роста»» + «Сириус» и «Артек»", ("«Точка роста»", "«Сириус» и «Артек»")),
    ],
)
def test_names_with_signs_may_stand_in_quotes(text: str, facts: tuple[str, ...]) -> None:
    fields = tuple(Field("Сведения", name, FieldType.INTEGER) for name in NAMES)
    vocabulary = Vocabulary((), fields, {}, "Сведения")

    assert parse_sum(text, vocabulary) == FactSum(facts)
    assert parse_sum(sum_text(FactSum(NAMES)), vocabulary) == FactSum(NAMES)


def test_a_list_field_splits_by_its_values_in_order(small_programme: Programme) -> None:
    breakdown = parse_breakdown("категория", words(small_programme, "Кадры"))

    assert breakdown.title == "Категория"
    assert [part.label for part in breakdown.slices] == ["высшая", "первая", "нет"]
    assert breakdown.slices[0].condition == Comparison("Категория", Operator.EQUAL, (Literal("высшая"),))


def test_a_yes_no_field_splits_in_two(small_programme: Programme) -> None:
    labels = [part.label for part in parse_breakdown("Инновационная площадка", words(small_programme, "Школы")).slices]

    assert labels == ["да", "нет"]


@pytest.mark.parametrize("text", ["Дефицит: *", "Дефицит:*", "Дефицит *"])
def test_a_family_of_fields_splits_by_the_rest_of_their_names(small_programme: Programme, text: str) -> None:
    breakdown = parse_breakdown(text, words(small_programme, "Кадры"))

    assert breakdown.title == "Дефицит"
    assert [part.label for part in breakdown.slices] == ["предметные", "методические"]
    assert breakdown.slices[1].condition == Comparison("Дефицит: методические", Operator.EQUAL, (Literal("да"),))


@pytest.mark.parametrize(
    ("scope", "text", "sentence", "suggestion"),
    [
        ("Кадры", "Возраст", "делить нельзя", ""),
        ("Кадры", "Категори", "нет поля", "Категория"),
        ("Кадры", "Дефициты: *", "нет полей да/нет", "Дефицит: *"),
        ("Сведения", "Вакансий", "не предусмотрен", ""),
    ],
)
def test_what_cannot_split(small_programme: Programme, scope: str, text: str, sentence: str, suggestion: str) -> None:
    with pytest.raises(ConditionError) as refused:
        parse_breakdown(text, words(small_programme, scope))

    assert sentence in refused.value.message
    assert refused.value.suggestion == suggestion
