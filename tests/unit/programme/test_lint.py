"""What is odd about a programme that can be read."""

from __future__ import annotations

import pytest

from metodist.domain.findings import ProgrammeIssue, Severity
from metodist.domain.programme import Programme
from metodist.programme.lint import lint_programme
from programme_text import SMALL, reading_of, replaced, with_rows, with_sheet

WARNING, REMARK = Severity.WARNING, Severity.REMARK


def lint(text: str) -> list[ProgrammeIssue]:
    reading = reading_of(text)
    assert reading.programme is not None, reading.issues
    return [issue for issue in lint_programme(reading.programme, reading.rows) if issue.sheet != NOTES]


NOTES = "Замечания к источнику"


def test_a_good_programme_has_only_the_notes_of_its_source(small_programme: Programme) -> None:
    assert lint(SMALL) == []

    notes = lint_programme(small_programme)

    assert [(issue.severity, issue.sheet, issue.row) for issue in notes] == [(REMARK, NOTES, 0)]
    assert notes[0].message == ("Замечание к источнику. Раздел 3: показателя 2 нет. Учтено так: нумерация сохранена.")


# what is changed, severity, sheet, row, column, part of the sentence
ODD = [
    (replaced("¦ 80% ¦ больше ¦ % ¦ 1 ¦", "¦ 80% ¦ больше ¦ % ¦ ¦"), WARNING, "Показатели", 5, "Цели", "1.1 не связан"),
    (with_rows("Цели", "3 ¦ Лишняя"), WARNING, "Цели", 7, "№", "На цель 3 не ссылается"),
    (replaced("'3.2 ¦", "'3.7 ¦"), REMARK, "Показатели", 15, "Код", "нет 3.2, 3.5, 3.6, хотя есть 3.7"),
    (replaced("¦ ежегодно, ноябрь ¦", "¦ ¦"), WARNING, "Мониторинги", 5, "Срок", "не указан срок"),
    (replaced("¦ Адресные рекомендации", "¦"), WARNING, "Мониторинги", 5, "Использование результатов", "не указано"),
    (with_rows("Мониторинги", "2 ¦ Лишний ¦ ¦ май ¦ для дела"), REMARK, "Мониторинги", 6, "№", "Мониторинг 2"),
    (
        replaced("¦ 80% ¦ больше ¦ % ¦ 1 ¦ 1", "¦ 80% ¦ больше ¦ % ¦ 1 ¦"),
        REMARK,
        "Показатели",
        5,
        "Мониторинги",
        "1.1.",
    ),
    (replaced("показатели ¦ 2", "показатели ¦ 24"), WARNING, "Рубрика", 5, "Максимум блока по источнику", "24, а его"),
    (with_rows("Рубрика", "Меры ¦ План ¦ вред ¦ -1 ¦ наличие"), WARNING, "Рубрика", 8, "Баллы", "нет ни одного балла"),
    (with_rows("Паспорт", "Основное ¦ Дата приложения ¦ 13.02.2026"), WARNING, "Паспорт", 24, "Значение", "13.02.2026"),
    (with_rows("Паспорт", "Основное ¦ Номер приложения ¦ 7"), WARNING, "Паспорт", 24, "Значение", "номер 7"),
    (replaced("¦ 2027\n", "¦ 2025\n"), WARNING, "Паспорт", 17, "Значение", "вне срока программы: 2025–2025"),
    (replaced("¦ 20.12.2026", "¦ 20.12.2025"), WARNING, "Паспорт", 19, "Значение", "раньше начала"),
    (replaced("¦ 20.12.2026", "¦ 20.12.2028"), WARNING, "Паспорт", 19, "Значение", "больше чем через год"),
    (with_rows("Списки", "Классы ¦ 1"), REMARK, "Списки", 17, "Список", "Список «Классы»"),
    (with_rows("Списки", "Баллы ¦ низкие ¦ 0"), REMARK, "Списки", 17, "Список", "Шкалу «Баллы»"),
    (with_rows("Поля", "Кадры ¦ Рост ¦ ¦ число"), REMARK, "Поля", 29, "Поле", "«Рост»"),
    (
        replaced("начальник управления образования ¦ ж", "начальник управления образования ¦"),
        WARNING,
        "Люди",
        5,
        "Пол",
        "(Иванова А. А.)",
    ),
    (replaced("контролирует ¦", "согласует ¦"), REMARK, "Люди", 5, "Роль", "контролирует исполнение"),
    (replaced("¦ Школа № 2 ¦", "¦ школа № 1 ¦"), WARNING, "Организации", 6, "Краткое название", "у организации ОО-01"),
    (replaced("¦ 12 ¦ да", "¦ ¦ да"), REMARK, "Организации", 6, "Педагогов", "ОО-02"),
    (
        replaced("в течение года ¦ методисты", "¦ методисты"),
        REMARK,
        "Дорожная карта",
        5,
        "Срок",
        "«мероприятие» без срока",
    ),
    (replaced("¦ управление образования ¦ приказ", "¦ ¦ приказ"), REMARK, "Дорожная карта", 6, "Ответственный", "№ 2"),
    (
        replaced("Возраст <= 35; Стаж педагогический <= 3", "Возраст <= 35; Стаж педагогический > 65"),
        WARNING,
        "Показатели",
        10,
        "Знаменатель",
        "никогда не выполнится: Стаж педагогический > 65",
    ),
    (
        replaced("Возраст <= 35; Стаж педагогический <= 3", "Стаж общий <> 70"),
        WARNING,
        "Показатели",
        10,
        "Знаменатель",
        "для любого заполненного",
    ),
    (
        replaced("Стаж педагогический <= Стаж общий", "Стаж педагогический <= Стаж общий; Стаж общий = Стаж общий"),
        WARNING,
        "Поля",
        11,
        "Проверка",
        "сам",
    ),
]


@pytest.mark.parametrize(("text", "severity", "place", "sentence"), [(t, s, tuple(p), m) for t, s, *p, m in ODD])
def test_one_oddity_is_one_issue_at_its_place(
    text: str, severity: Severity, place: tuple[str, int, str], sentence: str
) -> None:
    issues = lint(text)

    assert len(issues) == 1, [(issue.sheet, issue.row, issue.message) for issue in issues]
    assert (issues[0].sheet, issues[0].row, issues[0].column) == place
    assert issues[0].severity is severity
    assert sentence in issues[0].message


def test_a_direction_that_the_rubric_does_not_know() -> None:
    table = (
        "Код ¦ Показатель ¦ Вид ¦ Где считать ¦ Числитель ¦ Цели ¦ Мониторинги ¦ Направление\n"
        "'1 ¦ Доля молодых ¦ доля ¦ Кадры ¦ Возраст <= 35 ¦ 1, 2 ¦ 1 ¦ Молодые педагогии"
    )

    issue = next(each for each in lint(with_sheet("Показатели", table)) if each.column == "Направление")

    assert (issue.row, issue.suggestion) == (5, "Молодые педагоги")


def test_the_same_indicator_twice() -> None:
    row = "'3.5 ¦ Кадры ¦ Средний возраст ¦ среднее ¦ Кадры ¦ ¦ ¦ Возраст ¦ ¦ ¦ ¦ ¦ ¦ 1 ¦ 1"

    issues = lint(with_rows("Показатели", row))

    assert [issue.message for issue in issues] == ["Показатели 3.2 и 3.5 названы и считаются одинаково."]


@pytest.mark.parametrize(
    ("condition", "odd"),
    [
        ("Стаж общий >= 0", True),  # the least allowed value: everybody
        ("Стаж общий > 0", False),
        ("Стаж общий < 0", True),
        ("Стаж общий <= 0", False),
        ("Стаж общий = 66, 70", True),
        ("Стаж общий = 65, 70", False),
        ("Стаж общий <> 65", False),
        ("Дата рождения < 01.01.1940", True),
        ("Дата рождения > {конец}", True),  # in no year of the programme
        ("год(Дата рождения) > 2100", True),
        ("не(есть(Конкурсы: Педагог = Педагог))", True),  # inside brackets too
        ("Балл > 100 | Балл < 10", True),  # one half can never be
    ],
)
def test_what_the_limits_decide_beforehand(condition: str, odd: bool) -> None:
    text = replaced("Возраст <= 35; Стаж педагогический <= 3", condition)

    assert [issue.column for issue in lint(text)] == (["Знаменатель"] if odd else [])


def test_fields_that_only_describe_are_not_called_unused() -> None:
    assert lint(with_rows("Поля", "Кадры ¦ Тема ¦ ¦ текст", "Кадры ¦ Ссылка ¦ ¦ ссылка")) == []
