"""«Прежнее название», «Прежний код», «Прежние реестры»: how they are read, and what is refused."""

from __future__ import annotations

import pytest

from programme_text import programme_from, reading_of, with_sheet

FIELDS = """
Реестр ¦ Поле ¦ Тип ¦ Прежнее название
Кадры ¦ ФИО ¦ ФИО ¦
Кадры ¦ Результат ¦ число ¦ Балл
Кадры ¦ Нагрузка ¦ число ¦ нет
Кадры ¦ Стаж ¦ число ¦ {then}
"""
INDICATORS = """
Код ¦ Показатель ¦ Вид ¦ Где считать ¦ Столбец ¦ Прежний код
'1.1 ¦ Средний стаж ¦ среднее ¦ Кадры ¦ Стаж ¦ {code}
"""
LONELY = with_sheet("Показатели", INDICATORS, with_sheet("Поля", FIELDS))
LONELY = LONELY.replace("Реестры ¦ Конкурсы ¦ одна строка — одно участие", "Прежние реестры ¦ Кадры ¦ Педагоги")


def text(then: str = "", code: str = "") -> str:
    return LONELY.replace("{then}", then).replace("{code}", code)


def problems(programme: str) -> list[tuple[str, int, str]]:
    return [(issue.sheet, issue.row, issue.column) for issue in reading_of(programme).issues]


def test_a_blank_cell_means_the_same_name_and_a_word_means_none() -> None:
    programme = programme_from(text())
    assert [field.earlier for field in programme.staff.fields] == [None, "Балл", "", None]
    assert programme.staff.earlier == "Педагоги"


@pytest.mark.parametrize(
    ("cell", "codes"),
    [("", None), ("'1.1, 1.2", ("1.1", "1.2")), ("'1.2; 1.2", ("1.2",)), ("нет", ()), ("НЕТ", ())],
)
def test_codes_of_last_year(cell: str, codes: tuple[str, ...] | None) -> None:
    assert programme_from(text(code=cell)).indicators[0].continues == codes


def test_no_and_a_code_contradict_one_another() -> None:
    assert problems(text(code="'1.2, нет")) == [("Показатели", 5, "Прежний код")]


def test_a_code_that_excel_made_a_date_is_refused() -> None:
    assert problems(text(code="01.02.2026")) == [("Показатели", 5, "Прежний код")]


def test_two_fields_cannot_have_been_one() -> None:
    assert problems(text(then="балл")) == [("Поля", 8, "Прежнее название")]


def test_a_field_that_is_still_there_was_not_renamed() -> None:
    (issue,) = reading_of(text(then="ФИО")).issues
    assert (issue.row, issue.column) == (8, "Прежнее название")
    assert "строка 5" in issue.message


def test_an_earlier_register_of_a_register_that_is_not_there() -> None:
    wrong = text().replace("Прежние реестры ¦ Кадры", "Прежние реестры ¦ Курсы")
    (issue,) = reading_of(wrong).issues
    assert "Прежние реестры" in issue.message


def test_the_bridge_does_not_make_issued_tables_outdated() -> None:
    before = programme_from(text())
    after = programme_from(text(then="Стаж общий", code="'1.2"))
    assert before.version == after.version
