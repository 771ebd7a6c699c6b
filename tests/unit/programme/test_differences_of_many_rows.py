"""Two editions of a programme: renamings, orders of rows, a new year, and changes that bring others with them."""

from __future__ import annotations

from differences_sample import NUMBER, REFUSED, RENAMED_FIELD, RETURNED, SAME, WARNED, compared
from metodist.domain.differences import Change, worst
from programme_text import SMALL, replaced, with_rows, with_sheet


def test_the_same_text_has_no_differences() -> None:
    assert compared(SMALL) == ()
    assert compared(replaced("Возраст <= 35; Стаж", "возраст<=35;  Стаж")) == ()  # read alike


def test_a_renamed_field_is_one_difference_and_so_is_what_it_changes() -> None:
    found = compared(RENAMED_FIELD)
    assert [(each.sheet, each.change, each.before, each.after) for each in found] == [
        ("Поля", Change.RENAMED, "Кадры / Балл", "Кадры / Результат"),
        ("Показатели", Change.CHANGED, "Балл", "Результат"),
    ]
    assert "«Балл»" in found[0].meaning


def test_a_renaming_that_nobody_declared_is_guessed_and_asked_about() -> None:
    text = replaced("Кадры ¦ Балл ¦", "Кадры ¦ Результат ¦").replace(
        "Диагностика = да ¦ ¦ Балл ¦", "Диагностика = да ¦ ¦ Результат ¦"
    )
    found = compared(text)
    assert [each.change for each in found if each.sheet == "Поля"] == [Change.REMOVED, Change.ADDED]
    assert "«Балл»" in found[1].meaning
    assert "«Прежнее название»" in found[1].meaning


def test_an_indicator_over_a_new_field_waits_for_new_tables() -> None:
    text = with_rows("Поля", NUMBER.format(""))
    row = "'3.5 ¦ Кадры ¦ Нагрузка ¦ среднее ¦ Кадры ¦ ¦ ¦ Нагрузка ¦ ¦ ¦ ¦ ¦ ставок ¦ 2 ¦ 1"
    added = compared(with_rows("Показатели", row, base=text))[-1]
    assert (added.key, added.change) == ("3.5", Change.ADDED)
    assert "«Нагрузка»" in added.meaning


def test_an_order_of_rows_is_told_once() -> None:
    lines = "Предметы ¦ Русский язык\nПредметы ¦ Математика\n"
    swapped = "Предметы ¦ Математика\nПредметы ¦ Русский язык\n"
    (each,) = compared(replaced(lines, swapped))
    assert (each.sheet, each.key, each.change, each.tables) == ("Списки", "", Change.REORDERED, WARNED)


def test_rows_of_one_key_are_told_apart() -> None:
    twice = with_rows("Паспорт", "Термины ¦ ИОМ ¦ маршрут", "Термины ¦ ИОМ ¦ план")
    (each,) = compared(twice.replace("ИОМ ¦ план", "ИОМ ¦ программа"), twice)
    assert (each.key, each.before, each.after) == ("Термины / ИОМ (2)", "план", "программа")


def test_a_sheet_that_the_old_edition_lacks_is_all_new() -> None:
    heads = "Сведение ¦ Значение\nКурсов проведено ¦ 12"
    text = SMALL.replace("# Замечания к источнику", f"# Сведения района\n{heads}\n\n# Замечания к источнику")
    (each,) = compared(text)
    assert (each.sheet, each.key, each.change, each.after) == (
        "Сведения района",
        "Курсов проведено",
        Change.ADDED,
        "12",
    )


NEXT_YEAR = "Отчётный год ¦ 2027"


def test_another_year_says_what_cannot_be_compared() -> None:
    """A new field has no past; a list that lost a value cannot be counted alike."""
    text = replaced("Отчётный год ¦ 2026", NEXT_YEAR, with_rows("Поля", NUMBER.format("")))
    row = "'3.5 ¦ Кадры ¦ Нагрузка ¦ среднее ¦ Кадры ¦ ¦ ¦ Нагрузка ¦ ¦ ¦ ¦ ¦ ставок ¦ 2 ¦ 1"
    text = with_rows("Показатели", row, base=text).replace("Категории ¦ первая\n", "")
    found = compared(text)
    year = next(each for each in found if each.key == "Основное / Отчётный год")
    assert year.tables is REFUSED
    assert "2026 год" in year.meaning
    gone = {each.key: each.meaning for each in found if each.change is Change.NOT_COMPARABLE}
    assert set(gone) == {"3.1", "3.5"}
    assert "«первая»" in gone["3.1"]
    assert "«Нагрузка»" in gone["3.5"]


def test_a_renamed_field_of_the_next_year_stays_comparable() -> None:
    found = compared(RENAMED_FIELD.replace("Отчётный год ¦ 2026", NEXT_YEAR))
    assert not [each for each in found if each.change is Change.NOT_COMPARABLE]


def test_the_worst_of_all_is_what_becomes_of_tables() -> None:
    assert worst(()) is SAME
    assert worst(compared(replaced("¦ 80% ¦", "¦ 85% ¦"))) is SAME
    assert worst(compared(with_rows("Поля", NUMBER.format("да")))) is RETURNED


def test_a_percent_is_shown_as_a_percent() -> None:
    (each,) = compared(replaced("¦ 80% ¦", "¦ 82,5% ¦"))
    assert (each.before, each.after) == ("80 %", "82.5 %")


def test_a_merged_indicator_says_what_it_continues() -> None:
    table = "Код ¦ Показатель ¦ Вид ¦ Где считать ¦ Столбец ¦ Прежний код\n"
    old = with_sheet(
        "Показатели", table + "'1 ¦ Стаж ¦ среднее ¦ Кадры ¦ Стаж общий\n'2 ¦ Балл ¦ среднее ¦ Кадры ¦ Балл"
    )
    new = with_sheet("Показатели", table + "'3 ¦ Стаж ¦ среднее ¦ Кадры ¦ Стаж общий ¦ '1, 2")
    found = compared(new, old)
    assert [(each.key, each.change) for each in found] == [
        ("1", Change.REMOVED),
        ("2", Change.REMOVED),
        ("3", Change.ADDED),
    ]
    assert "1, 2" in found[-1].meaning


def test_a_school_under_another_code_is_recognised() -> None:
    removed, added = compared(replaced("ОО-03 ¦", "ОО-05 ¦"))
    assert (removed.tables, added.tables) == (REFUSED, SAME)
    assert "прежний — ОО-03" in added.meaning
