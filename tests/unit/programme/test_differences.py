"""Two editions of a programme: what differs, and what becomes of tables that were issued by the first."""

from __future__ import annotations

import pytest

from metodist.domain.differences import Change, Difference, Tables, worst
from metodist.programme.differences import differences
from metodist.programme.editions import Edition, edition_of
from metodist.programme.reader import read_rows
from programme_text import SMALL, replaced, sheets_of, with_rows, with_sheet

SAME, WARNED, RETURNED, REFUSED = Tables
FIELDS_HEAD, INDICATORS_HEAD = "Реестр ¦ Поле", "Код ¦ Группа ¦ Показатель"


def edition(text: str) -> Edition:
    sheets = {name: ((name,), ("",), *map(tuple, rows)) for name, rows in sheets_of(text).items()}
    reading = read_rows(sheets)
    assert reading.programme is not None, reading.issues
    return edition_of(reading.programme, sheets)


def compared(new: str, old: str = SMALL) -> tuple[Difference, ...]:
    return differences(edition(old), edition(new))


def widened(column: str, row: str, value: str, text: str = SMALL) -> str:
    """The text with one more column on a sheet, filled in one row."""
    head = FIELDS_HEAD if column == "Прежнее название" else INDICATORS_HEAD
    lines = [
        f"{line} ¦ {column}" if line.startswith(head) else f"{line} ¦ {value}" if line.startswith(row) else line
        for line in text.splitlines()
    ]
    return "\n".join(lines)


def without(row: str) -> str:
    """The text without the row that begins so."""
    lines = SMALL.splitlines()
    kept = [line for line in lines if not line.startswith(row)]
    assert len(kept) == len(lines) - 1
    return "\n".join(kept)


RENAMED_FIELD = widened("Прежнее название", "Кадры ¦ Балл ¦", "Балл").replace("Кадры ¦ Балл ¦", "Кадры ¦ Результат ¦")
RENAMED_FIELD = RENAMED_FIELD.replace("Диагностика = да ¦ ¦ Балл ¦", "Диагностика = да ¦ ¦ Результат ¦")
NEW_CODE = widened("Прежний код", "'2.5 ¦", "'2.5").replace("'2.5 ¦", "'4.1 ¦")
NUMBER = "Кадры ¦ Нагрузка ¦ Сведения о педагоге ¦ число ¦ ¦ ставок ¦ 0 ¦ 2 ¦ {}"

# the new text; sheet, key, change, column of the one difference; what becomes of issued tables; part of the meaning
CASES = [
    (replaced("¦ 80% ¦", "¦ 85% ¦"), "Показатели", "1.1", Change.CHANGED, "Целевое значение", SAME, "с планом"),
    (replaced("¦ 80% ¦", "¦ ¦"), "Показатели", "1.1", Change.CHANGED, "Целевое значение", WARNED, "с планом"),
    (
        replaced("Возраст <= 35; Стаж", "Возраст <= 30; Стаж"),
        *("Показатели", "2.2", Change.CHANGED, "Знаменатель", WARNED, "пересчитается"),
    ),
    (
        replaced("¦ чел. ¦ 2 ¦ 1\n'2.5", "¦ чел. ¦ 1 ¦ 1\n'2.5"),
        "Показатели",
        "2.4",
        Change.CHANGED,
        "Цели",
        SAME,
        "связи",
    ),
    (NEW_CODE, "Показатели", "4.1", Change.RENAMED, "", WARNED, "показатель 2.5: динамика"),
    (
        with_rows("Показатели", "'3.5 ¦ Кадры ¦ Средний стаж ¦ среднее ¦ Кадры ¦ ¦ ¦ Стаж общий ¦ ¦ ¦ ¦ ¦ лет ¦ 2 ¦ 1"),
        *("Показатели", "3.5", Change.ADDED, "", WARNED, "по выданным таблицам"),
    ),
    (with_rows("Поля", NUMBER.format("да")), "Поля", "Кадры / Нагрузка", Change.ADDED, "", RETURNED, "на доработку"),
    (with_rows("Поля", NUMBER.format("")), "Поля", "Кадры / Нагрузка", Change.ADDED, "", WARNED, "с предупреждением"),
    (
        with_rows("Поля", "Курсы ¦ Название ¦ ¦ текст ¦ ¦ ¦ ¦ ¦ да"),
        *("Поля", "Курсы / Название", Change.ADDED, "", WARNED, "листа «Курсы» нет"),
    ),
    (
        with_rows("Поля", "Кадры ¦ Выслуга ¦ ¦ вычисляемое ¦ ¦ лет ¦ ¦ ¦ ¦ ¦ ¦ возраст(Дата рождения)"),
        *("Поля", "Кадры / Выслуга", Change.ADDED, "", WARNED, "считается сама"),
    ),
    (
        without("Конкурсы ¦ Название конкурса"),
        *("Поля", "Конкурсы / Название конкурса", Change.REMOVED, "", WARNED, "не учитываются"),
    ),
    (
        replaced("¦ балл ¦ 0 ¦ 100 ¦", "¦ балл ¦ 0 ¦ 90 ¦"),
        "Поля",
        "Кадры / Балл",
        Change.CHANGED,
        "Максимум",
        RETURNED,
        "теснее",
    ),
    (
        replaced("¦ балл ¦ 0 ¦ 100 ¦", "¦ балл ¦ 0 ¦ 200 ¦"),
        "Поля",
        "Кадры / Балл",
        Change.CHANGED,
        "Максимум",
        WARNED,
        "шире",
    ),
    (
        replaced("¦ балл ¦ 0 ¦ 100 ¦", "¦ балл ¦ 5 ¦ 100 ¦"),
        "Поля",
        "Кадры / Балл",
        Change.CHANGED,
        "Минимум",
        RETURNED,
        "теснее",
    ),
    (
        replaced("01.01.1940 ¦ 31.12.2010", "01.01.1930 ¦ 31.12.2010"),
        *("Поля", "Кадры / Дата рождения", Change.CHANGED, "Минимум", WARNED, "шире"),
    ),
    (
        replaced("¦ балл ¦ 0 ¦ 100 ¦ ¦", "¦ балл ¦ 0 ¦ 100 ¦ да ¦"),
        *("Поля", "Кадры / Балл", Change.CHANGED, "Обязательно", RETURNED, "обязательной"),
    ),
    (
        replaced("Балл ¦ Диагностика ¦ число", "Балл ¦ Диагностика ¦ целое"),
        "Поля",
        "Кадры / Балл",
        Change.CHANGED,
        "Тип",
        RETURNED,
        "",
    ),
    (
        replaced("¦ Стаж педагогический <= Стаж общий ¦", "¦ ¦"),
        *("Поля", "Кадры / Стаж педагогический", Change.CHANGED, "Проверка", WARNED, "с предупреждением"),
    ),
    (
        replaced("Балл от 0 до 100", "Введите балл"),
        *("Поля", "Кадры / Балл", Change.CHANGED, "Сообщение", SAME, "годными"),
    ),
    (
        replaced("Предметы ¦ Математика\n", "Предметы ¦ Математика\nПредметы ¦ Физика\n"),
        "Списки",
        "Предметы / Физика",
        Change.ADDED,
        "",
        WARNED,
        "в списке нет",
    ),
    (
        replaced("Предметы ¦ Математика\n", ""),
        *("Списки", "Предметы / Математика", Change.REMOVED, "", RETURNED, "выбрано это значение"),
    ),
    (
        replaced("высокий ¦ 80", "высокий ¦ 85"),
        "Списки",
        "Уровни компетентности / высокий",
        Change.CHANGED,
        "От",
        WARNED,
        "Уровни",
    ),
    (
        replaced(
            "Муниципалитет ¦ Курсов проведено ¦ ¦ целое ¦ ¦ ед.", "Муниципалитет ¦ Курсов проведено ¦ ¦ целое ¦ ¦ шт."
        ),
        *("Поля", "Муниципалитет / Курсов проведено", Change.CHANGED, "Единица", WARNED, "Школы этого не заполняют"),
    ),
    (
        replaced("¦ 20.12.2026", "¦ 25.12.2026"),
        "Паспорт",
        "Основное / Срок сдачи таблиц",
        Change.CHANGED,
        "Значение",
        SAME,
        "новый",
    ),
    (
        replaced("¦ demo\n", "¦ other\n"),
        "Паспорт",
        "Основное / Код программы",
        Change.CHANGED,
        "Значение",
        REFUSED,
        "по коду",
    ),
    (replaced("15-ОД", "16-ОД"), "Паспорт", "Основное / Номер акта", Change.CHANGED, "Значение", SAME, "документы"),
    (
        replaced("одна строка — одно участие", "одна строка — один конкурс"),
        *("Паспорт", "Реестры / Конкурсы", Change.CHANGED, "Значение", WARNED, "пояснение"),
    ),
    (
        with_rows("Организации", "ОО-04 ¦ Школа № 4 ¦ Школа № 4"),
        "Организации",
        "ОО-04",
        Change.ADDED,
        "",
        SAME,
        "создайте",
    ),
    (
        without("ОО-03 ¦"),
        *("Организации", "ОО-03", Change.REMOVED, "", REFUSED, "больше не будет"),
    ),
    (replaced("¦ 40 ¦", "¦ 45 ¦"), "Организации", "ОО-01", Change.CHANGED, "Педагогов", SAME, "длина"),
    (replaced("¦ ежегодно, ноябрь", "¦ ежегодно, май"), "Мониторинги", "1", Change.CHANGED, "Срок", SAME, "план"),
    (replaced("план занятий", "план"), "Дорожная карта", "1", Change.CHANGED, "Ожидаемый результат", SAME, "план"),
    (
        replaced("неэффективные показатели ¦ -1", "неэффективные показатели ¦ -2"),
        *(
            "Рубрика",
            "Показатели / Молодые педагоги / неэффективные показатели",
            Change.CHANGED,
            "Баллы",
            SAME,
            "Баллы",
        ),
    ),
    (
        replaced("нумерация сохранена", "нумерация исправлена"),
        "Замечания к источнику",
        "1",
        Change.CHANGED,
        "Как учтено",
        SAME,
        "расчёт",
    ),
    (
        replaced("Петров Б. Б. ¦ директор", "Петров Б. Б. ¦ и.о. директора"),
        "Люди",
        "исполняет / Петров Б. Б.",
        Change.CHANGED,
        "Должность",
        SAME,
        "подписи",
    ),
]


@pytest.mark.parametrize(("text", "sheet", "key", "change", "column", "tables", "meaning"), CASES)
def test_one_change_is_one_difference(
    text: str, sheet: str, key: str, change: Change, column: str, tables: Tables, meaning: str
) -> None:
    found = compared(text)
    assert len(found) == 1, found
    (each,) = found
    assert (each.sheet, each.key, each.change, each.column) == (sheet, key, change, column)
    assert each.tables is tables
    assert meaning in each.meaning
    assert each.before != each.after


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_issued_tables_are_as_good_as_new_exactly_where_the_form_is_the_same(text: str) -> None:
    """What is said about issued tables agrees with the form version, by which intake tells an older table."""
    old, new = edition(SMALL), edition(text)
    found = differences(old, new)
    older = any(each.tables in (WARNED, RETURNED) for each in found)
    assert older is (old.programme.version != new.programme.version)


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
