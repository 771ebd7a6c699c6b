"""Two editions of a programme, one change each: how it is told, and what becomes of tables issued by the first."""

from __future__ import annotations

import pytest

from differences_sample import NEW_CODE, NUMBER, REFUSED, RETURNED, SAME, WARNED, compared, edition, without
from metodist.domain.differences import Change, Tables
from metodist.programme.differences import differences
from programme_text import SMALL, replaced, with_rows

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
