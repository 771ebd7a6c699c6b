"""The condition language: what a methodist writes, and what is understood."""

from __future__ import annotations

from datetime import date

import pytest
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
    Operator,
    OtherField,
    PeriodEdge,
    PeriodYear,
)
from metodist.domain.programme import Programme
from metodist.programme.conditions import ConditionError, Vocabulary, parse_condition
from metodist.programme.reference import EXAMPLES


def compare(field: str, operator: str, *values: object, year_of: bool = False) -> Comparison:
    operands = tuple(
        value if isinstance(value, OtherField | PeriodYear | PeriodEdge) else Literal(value) for value in values
    )
    return Comparison(field, Operator(operator), operands, year_of)


DIAGNOSED = compare("Диагностика", "=", "да")
YOUNG = compare("Возраст", "<=", 35)

UNDERSTOOD: list[tuple[str, Condition]] = [
    ("", EVERY),
    ("  \n ", EVERY),
    ("Диагностика = да", DIAGNOSED),
    ("диагностика=ДА", DIAGNOSED),
    ("Возраст <= 35; Диагностика = да", All((YOUNG, DIAGNOSED))),
    ("Возраст ≤ 35", YOUNG),
    ("Возраст <= 35 | Диагностика = да", AnyOf((YOUNG, DIAGNOSED))),
    ("Возраст <= 35; (Диагностика = да | Балл > 4,5)", All((YOUNG, AnyOf((DIAGNOSED, compare("Балл", ">", 4.5)))))),
    ("((Возраст <= 35))", YOUNG),
    ("Категория = Высшая, первая", compare("Категория", "=", "высшая", "первая")),
    ("Категория <> нет", compare("Категория", "<>", "нет")),
    ("Балл = 4.5, 5", compare("Балл", "=", 4.5, 5)),
    ("Балл > -1", compare("Балл", ">", -1)),
    ("Дата диагностики >= 01.09.2026", compare("Дата диагностики", ">=", date(2026, 9, 1))),
    ("Дата диагностики >= {начало}", compare("Дата диагностики", ">=", PeriodEdge.START)),
    ("Дата диагностики <= { Конец }", compare("Дата диагностики", "<=", PeriodEdge.END)),
    ("год(Дата диагностики) >= {год - 2}", compare("Дата диагностики", ">=", PeriodYear(-2), year_of=True)),
    ("Год(Дата диагностики) = 2025, {год}", compare("Дата диагностики", "=", 2025, PeriodYear(), year_of=True)),
    ("Стаж педагогический < Стаж общий", compare("Стаж педагогический", "<", OtherField("Стаж общий"))),
    ("[Балл] < [Стаж общий]", compare("Балл", "<", OtherField("Стаж общий"))),
    ("Дефицит:  предметные = да", compare("Дефицит: предметные", "=", "да")),
    ("заполнено(Дата диагностики)", Filled("Дата диагностики")),
    ("не(заполнено(Балл))", Not(Filled("Балл"))),
    ("есть(Конкурсы)", Exists("Конкурсы", EVERY)),
    (
        "есть(Конкурсы: Уровень = региональный; Дата <= {конец})",
        Exists("Конкурсы", All((compare("Уровень", "=", "региональный"), compare("Дата", "<=", PeriodEdge.END)))),
    ),
    ("есть(Конкурсы: не(Уровень = региональный))", Exists("Конкурсы", Not(compare("Уровень", "=", "региональный")))),
]


@pytest.mark.parametrize(("text", "condition"), UNDERSTOOD)
def test_a_condition_about_a_teacher(small_programme: Programme, text: str, condition: Condition) -> None:
    assert parse_condition(text, Vocabulary.of(small_programme, "Кадры")) == condition


def test_a_condition_about_a_school_speaks_of_its_facts(small_programme: Programme) -> None:
    schools = Vocabulary.of(small_programme, "Школы")

    assert parse_condition("Инновационная площадка = да; есть(Кадры: Возраст <= 35)", schools) == All(
        (compare("Инновационная площадка", "=", "да"), Exists("Кадры", YOUNG))
    )


def test_a_quoted_text_is_never_a_field(small_programme: Programme) -> None:
    contests = Vocabulary.of(small_programme, "Конкурсы")

    assert parse_condition("Название конкурса = Уровень", contests) == compare(
        "Название конкурса", "=", OtherField("Уровень")
    )
    assert parse_condition("Название конкурса = «Уровень»", contests) == compare("Название конкурса", "=", "Уровень")
    assert parse_condition('Название конкурса = "Кубок ""Маяк"", 1"', contests) == compare(
        "Название конкурса", "=", 'Кубок "Маяк", 1'
    )


WORDS = (
    *("Возраст", "Категория", "Дата рождения", "высшая", "да", "35", "4,5", "01.09.2026", "{год}", "{конец}"),
    *("=", "<>", "<=", ";", "|", ",", "(", ")", "не(", "заполнено(", "есть(", "Конкурсы:", "год(", "[Балл]", "«а»"),
)

REFUSED = [
    # what stands there, a part of the sentence, the suggestion
    ("Диагностка = да", "нет поля «Диагностка»", "Диагностика"),
    ("Диагностикa = да", "латинские буквы", "Диагностика"),
    ("Категория = высшея", "нет в списке «Категории»", "высшая"),
    ("Диагностика = дa", "латинские буквы", "да"),
    ("Диагностика", "нет сравнения", "Диагностика = да"),
    ("Возраст <= 35; Балл > 1 | Балл < 0", "без скобок", "поставьте скобки, например: А = да; (Б = да | В = да)"),
    ("Возраст <= 35 | Балл > 1; Балл < 0", "без скобок", "поставьте скобки, например: А = да; (Б = да | В = да)"),
    ("Возраст = 3,5", "и как два числа", "дробь пишите через точку (4.5), несколько чисел — через запятую с пробелом"),
    ("Возраст <= 3.5", "целое число", ""),
    ("Возраст <= 35, 40", "только одно значение", "несколько значений через запятую возможны после = и <>"),
    ("Возраст > {начало}", "— даты", ""),
    ("Дата диагностики >= {год}", "это число", "год(Дата диагностики) >= {год-2}"),
    ("Дата диагностики > 31.02.2026", "не дата", "дата пишется как 31.12.2026"),
    ("Дата диагностики > {гот}", "неизвестное обозначение", "{год}"),
    ("Возраст > Дата рождения", "разного типа", ""),
    ("год(Возраст) = 2026", "берётся от даты", ""),
    ("Категория > первая", "нельзя сравнивать", "для этого типа есть знаки = и <>"),
    ("есть(Конкурс: Уровень = региональный)", "Реестра «Конкурс» нет", "Конкурсы"),
    ("есть(Конкурсы: есть(Кадры))", "другого есть", ""),
    ("есть(Конкурсы: Возраст > 3)", "В разделе «Конкурсы» нет поля «Возраст»", ""),
    ("заполненно(Балл)", "Слова «заполненно(…)»", "заполнено(…)"),
    ("(Возраст > 3", "Не хватает закрывающей скобки", ""),
    ("Возраст > 3)", "Знак «)» здесь лишний", ""),
    ("Возраст > 3;", "обрывается", ""),
    ("Возраст >", "обрывается", ""),
    ("= 3", "ожидалось условие", ""),
    ("Возраст > 3 и Балл = 4", "Знак «=» здесь лишний", "соедините условия знаком «;» (и) или «|» (или)"),
    ("Предмет = «Химия", "не закрыта", ""),
    ("Возраст > {год", "не закрыта", ""),
    ("Предмет = «»", "ничего нет", "пустая ячейка: не(заполнено(поле)); любая заполненная: заполнено(поле)"),
    ("Категория = высшая (по должности)", "лишний", "возьмите значение в кавычки: «высшая (…)»"),
]


@pytest.mark.parametrize(("text", "sentence", "suggestion"), REFUSED)
def test_what_cannot_be_read_is_explained(
    small_programme: Programme, text: str, sentence: str, suggestion: str
) -> None:
    with pytest.raises(ConditionError) as refused:
        parse_condition(text, Vocabulary.of(small_programme, "Кадры"))

    assert sentence in refused.value.message
    assert suggestion in refused.value.suggestion
    assert bool(suggestion) == bool(refused.value.suggestion)


def complaint(text: str, programme: Programme) -> str:
    """What is said about a cell; empty where it is a condition. Any other exception fails the test."""
    try:
        parse_condition(text, Vocabulary.of(programme, "Кадры"))
    except ConditionError as error:
        return error.message
    return ""


@given(st.text('абв Возраст=<>;|,()[]{}«»"не заполнено есть: год-+1.5\n', max_size=60))
def test_whatever_stands_in_a_cell_is_a_condition_or_an_explained_error(small_programme: Programme, text: str) -> None:
    message = complaint(text, small_programme)

    assert message == "" or message.endswith(".")


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_any_order_of_words_is_a_condition_or_an_explained_error(small_programme: Programme, text: str) -> None:
    message = complaint(text, small_programme)

    assert message == "" or message.endswith(".")


def test_brackets_without_end_are_refused(small_programme: Programme) -> None:
    for text in ("(" * 16_000, "не(" * 10_000):
        with pytest.raises(ConditionError, match="Скобок внутри скобок"):
            parse_condition(text, Vocabulary.of(small_programme, "Кадры"))


def test_the_municipality_has_no_people(small_programme: Programme) -> None:
    with pytest.raises(ConditionError, match="нет ни людей, ни реестров"):
        parse_condition("есть(Кадры)", Vocabulary.of(small_programme, "Муниципалитет"))


@pytest.mark.parametrize("example", [condition for condition, _ in EXAMPLES])
def test_every_example_of_the_reference_is_a_condition(small_programme: Programme, example: str) -> None:
    assert parse_condition(example, Vocabulary.of(small_programme, "Кадры")) != EVERY
