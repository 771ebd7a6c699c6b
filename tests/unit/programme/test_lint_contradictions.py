"""Contradictions of a document, each in a small programme: one oddity, one message, at its place."""

from __future__ import annotations

import pytest

from metodist.domain.findings import ProgrammeIssue, Severity
from metodist.programme.lint import lint_programme
from programme_text import SMALL, reading_of, replaced, with_rows, with_sheet

WARNING, REMARK = Severity.WARNING, Severity.REMARK
NOTES = "Замечания к источнику"


def lint(text: str) -> list[ProgrammeIssue]:
    reading = reading_of(text)
    assert reading.programme is not None, reading.issues
    issues = lint_programme(reading.programme, reading.rows)
    return [issue for issue in issues if not issue.message.startswith("Замечание к источнику.")]


def passport(*rows: str) -> str:
    return with_rows("Паспорт", *rows)


def goals(*headings: str) -> str:
    """The two goals of the small programme with the headings that the document gives them."""
    table = "№ ¦ Цель ¦ Заголовок в источнике\n1 ¦ Выявлять профессиональные дефициты ¦ {}\n2 ¦ Поддерживать молодых педагогов ¦ {}"
    return with_sheet("Цели", table.format(*headings))


def goal_words(words: str, code: str = "'1.1") -> str:
    """The words that the document writes beside one indicator."""
    lines = []
    for line in SMALL.splitlines():
        if line.startswith("Код ¦ Группа ¦ Показатель"):
            lines.append(f"{line} ¦ Цели по источнику")
        else:
            lines.append(f"{line} ¦ {words}" if line.startswith(code) else line)
    return "\n".join(lines)


def rubric(words: str, points: int = 1) -> str:
    return with_sheet(
        "Рубрика",
        "Блок ¦ Позиция ¦ Параметр ¦ Баллы ¦ Правило ¦ Баллы по источнику\n"
        f"Показатели ¦ Молодые педагоги ¦ наличие ¦ {points} ¦ показатели ¦ {words}\n"
        "Показатели ¦ Молодые педагоги ¦ соответствие цели ¦ 1 ¦ показатели ¦\n"
        "Показатели ¦ Молодые педагоги ¦ неэффективные показатели ¦ -1 ¦ показатели ¦",
    )


def roadmap(*rows: str) -> str:
    table = "№ ¦ Вид ¦ Раздел ¦ Мероприятие ¦ Срок ¦ Ответственный"
    return with_sheet("Дорожная карта", "\n".join((table, *rows)))


def numbered(*numbers: str) -> str:
    terms = ("май", "июнь", "август", "октябрь")
    return roadmap(
        *(f"{each} ¦ мероприятие ¦ А ¦ Дело {each} ¦ {terms[at % 4]} ¦ отдел" for at, each in enumerate(numbers))
    )


TITLE = "Доля педагогов, прошедших диагностику"
CIRCULAR = "Доля прошедших переподготовку и курсы в общей доле прошедших переподготовку"
SHARE = "Диагностика = да ¦ ¦ ¦ Предмет ¦ ¦ 80%"
ACTIVITY = "1 ¦ мероприятие ¦ Молодые педагоги ¦ Школа молодого педагога ¦ в течение года ¦ методисты ¦ план занятий"

# what is changed, severity, sheet, column, part of the sentence
ODD = [
    # a cited распоряжение of 2029 (Петровский район), in figures, in words, and by its year alone
    (passport("Основания ¦ 1 ¦ Распоряжение от 7 октября 2029 г. № 2580-р"), WARNING, "Паспорт", "Значение", "2029, а"),
    (passport("Основания ¦ 1 ¦ Распоряжение № 2580-р от 07.10.2029"), WARNING, "Паспорт", "Значение", "07.10.2029"),
    (
        passport("Основания ¦ 1 ¦ Указ от седьмого октября две тысячи двадцать девятого года"),
        *(WARNING, "Паспорт", "Значение", "две тысячи двадцать девятого"),
    ),
    (passport("Основания ¦ 1 ¦ Письмо от 2029 года"), WARNING, "Паспорт", "Значение", "2029"),
    (replaced("Показатели 1, 3 и 4", "Приказ от 31.12.2030 № 5"), WARNING, NOTES, "Что написано", "31.12.2030"),
    (
        passport("Основания ¦ 1 ¦ Приказ от 31.02.2020 № 5"),
        WARNING,
        "Паспорт",
        "Значение",
        "нет в календаре: 31.02.2020",
    ),
    (
        passport("Основания ¦ 1 ¦ Приказ от 19 февраля 2021 г. № 56", "Основания ¦ 2 ¦ Приказ от 19.02.2020 № 56"),
        *(WARNING, "Паспорт", "Значение", "один и тот же акт"),
    ),
    (
        passport("Основания ¦ 1 ¦ Закон от 31.12.2019 № 3273", "Основания ¦ 2 ¦ Закон от 31.12.2019 № 3273-р"),
        *(WARNING, "Паспорт", "Значение", "3273-р"),
    ),
    (
        passport("Основания ¦ 1 ¦ Указ от 21 июня 2020 г. № 474", "Основания ¦ 2 ¦ Указ от 21 мая 2020 г. N 474"),
        *(WARNING, "Паспорт", "Значение", "21 мая 2020"),
    ),
    (passport("Основания ¦ 1 ¦ Распоряжение от 04.02.2021 № Р-ЗЗ"), WARNING, "Паспорт", "Значение", "№ Р-ЗЗ"),
    # the heading of indicators names another municipality (Качканар: Ревда)
    (
        replaced("¦ Дефициты ¦", "¦ Дефициты педагогов городского округа Ревда ¦"),
        *(WARNING, "Показатели", "Группа", "«городского округа Ревда»"),
    ),
    (replaced("план занятий", "план ГО Ревда"), WARNING, "Дорожная карта", "Ожидаемый результат", "«ГО Ревда»"),
    (replaced("план занятий", "план города Ревды"), WARNING, "Дорожная карта", "Ожидаемый результат", "Ревды"),
    (replaced("план занятий", "план Крымского района"), WARNING, "Дорожная карта", "Ожидаемый результат", "Крымского"),
    (
        replaced("план занятий", "план Примерного округа"),
        REMARK,
        "Дорожная карта",
        "Ожидаемый результат",
        "назван иначе",
    ),
    (
        replaced("план занятий", "план МБУ «ИМЦ», МКУ «ИМЦ»"),
        *(REMARK, "Дорожная карта", "Ожидаемый результат", "МБУ и МКУ"),
    ),
    # goals: the list and the headings, the table of indicators (Крымский район)
    (
        goals("Цель № 1. Создавать районный методический актив", ""),
        *(WARNING, "Цели", "Заголовок в источнике", "в перечне она — «Выявлять"),
    ),
    (goals("Цель № 1. Поддерживать молодых педагогов", ""), WARNING, "Цели", "Заголовок в источнике", "на цель № 2"),
    (goals("", "Цель № 2. Поддерживать по молодых педагогов"), REMARK, "Цели", "Заголовок в источнике", "чуть иначе"),
    (
        goals("", "Цель № 7. Поддерживать молодых педагогов"),
        WARNING,
        "Цели",
        "Заголовок в источнике",
        "№ 7, а на листе",
    ),
    (
        goal_words("Цель № 1. Поддерживать молодых педагогов"),
        *(WARNING, "Показатели", "Цели по источнику", "похоже на цель № 2"),
    ),
    (
        replaced("¦ Поддержка ¦", "¦ Показатели по выявлению: выявлять профессиональные дефициты ¦"),
        *(WARNING, "Показатели", "Цели", "называется как цель № 1"),
    ),
    # wording of indicators
    (replaced(TITLE, CIRCULAR), WARNING, "Показатели", "Показатель", "через самого себя"),
    (replaced(TITLE, "Количество прошедших диагностику"), WARNING, "Показатели", "Вид", "словом «количество»"),
    (
        replaced(TITLE, f"{TITLE} (общее количество прошедших)"),
        *(REMARK, "Показатели", "Показатель", "(общее количество прошедших)"),
    ),
    (
        with_rows("Показатели", f"'1.5 ¦ Дефициты ¦ Охват диагностикой ¦ доля ¦ Кадры ¦ {SHARE} ¦ больше ¦ % ¦ 1 ¦ 1"),
        *(WARNING, "Показатели", "Показатель", "1.1 и 1.5 считаются одинаково"),
    ),
    (
        with_rows(
            "Показатели", f"'1.5 ¦ Дефициты ¦ {TITLE} ¦ доля ¦ Кадры ¦ Балл > 50 ¦ ¦ ¦ ¦ ¦ 80% ¦ больше ¦ % ¦ 1 ¦ 1"
        ),
        *(WARNING, "Показатели", "Показатель", "1.1 и 1.5 одной группы"),
    ),
    # numbering: «И» for 11 (Качканар), gaps, order
    (
        numbered(*map(str, range(1, 11)), "И", "12"),
        WARNING,
        "Дорожная карта",
        "№",
        "похоже, это 11",
    ),
    (numbered("1", "2", "4"), REMARK, "Дорожная карта", "№", "нет 3, хотя есть 4"),
    (numbered("1", "17.1", "17.3", "17.4"), REMARK, "Дорожная карта", "№", "нет 17.2"),
    (numbered("1", "2", "2"), WARNING, "Дорожная карта", "№", "Номер 2 на листе «Дорожная карта» стоит не у одной"),
    (numbered("1", "3", "2"), REMARK, "Дорожная карта", "№", "после 3 стоит 2"),
    (passport(*(f"Принципы ¦ {each} ¦ слово" for each in (1, 2, 4))), REMARK, "Паспорт", "Название", "нет 3"),
    # points (Крымский район: «по 2 балла каждого показателя», scored by position)
    (rubric("по 2 балла каждого показателя"), WARNING, "Рубрика", "Баллы по источнику", "2 балла за показатель"),
    (rubric("по 3 балла за каждую позицию"), WARNING, "Рубрика", "Баллы по источнику", "«Молодые педагоги» даёт 2"),
    (rubric("по 2 балла за каждый параметр", 2), WARNING, "Рубрика", "Баллы по источнику", "«соответствие цели»"),
    (passport("Итоги ¦ Всего показателей ¦ 38"), WARNING, "Паспорт", "Значение", "38, а на листах их 13"),
    # the text breaks off, months are lost (Предгорный)
    (replaced("план занятий", "план занятий и проведение"), None, "", "", ""),
    (replaced("план занятий", "план занятий и"), WARNING, "Дорожная карта", "Ожидаемый результат", "«…план занятий и»"),
    (replaced("план занятий", "план (занятия"), REMARK, "Дорожная карта", "Ожидаемый результат", "без пары"),
    (replaced("план занятий", "план ДПС), занятия"), REMARK, "Дорожная карта", "Ожидаемый результат", "без пары"),
    (
        replaced(ACTIVITY, ACTIVITY.replace("Молодые педагоги", "Первый этап")).replace(
            "# Цели", "Этапы ¦ Первый этап ¦ подготовка\nЭтапы ¦ Второй этап ¦ работа\n\n# Цели", 1
        ),
        *(WARNING, "Паспорт", "Название", "«Второй этап» нет ни одного"),
    ),
    (
        passport("Этапы ¦ Первый этап 2021–2023 ¦ подготовка", "Этапы ¦ Второй этап 2022–2025 ¦ работа"),
        *(REMARK, "Паспорт", "Название", "накладываются"),
    ),
    (passport("Этапы ¦ Первый этап 2023–2021 ¦ подготовка"), WARNING, "Паспорт", "Название", "раньше, чем начинается"),
    # one thing listed twice; an act that came after what it orders
    (
        roadmap("1 ¦ мероприятие ¦ А ¦ Семинар ¦ май ¦ отдел", "2 ¦ мероприятие ¦ А ¦ семинар. ¦ май ¦ отдел"),
        *(WARNING, "Дорожная карта", "Мероприятие", "строки № 1 и № 2 говорят одно и то же"),
    ),
    (
        with_rows("Мониторинги", "2 ¦ Мониторинг профессиональных дефицитов ¦ ¦ май ¦ для дела").replace(
            "¦ 80% ¦ больше ¦ % ¦ 1 ¦ 1", "¦ 80% ¦ больше ¦ % ¦ 1 ¦ 1, 2"
        ),
        *(WARNING, "Мониторинги", "Мониторинг", "строки № 1 и № 2"),
    ),
    (
        replaced("Дата акта ¦ 12.01.2026", "Дата акта ¦ 13.02.2031"),
        WARNING,
        "Паспорт",
        "Значение",
        "кончается 31.12.2026",
    ),
    (
        roadmap(*(f"{at} ¦ мероприятие ¦ А ¦ Дело {at} ¦ январь–декабрь ¦ отдел" for at in range(1, 7))),
        *(REMARK, "Дорожная карта", "Срок", "У 6 строк из 6"),
    ),
    # a постановление that a deputy signs (Качканар)
    (replaced("Вид акта ¦ приказ", "Вид акта ¦ постановление"), REMARK, "Люди", "Должность", "подписывает глава"),
]


@pytest.mark.parametrize(("text", "severity", "sheet", "column", "sentence"), ODD)
def test_one_contradiction_is_one_message(
    text: str, severity: Severity | None, sheet: str, column: str, sentence: str
) -> None:
    issues = lint(text)
    if severity is None:
        assert issues == []
        return
    assert len(issues) == 1, [(issue.sheet, issue.column, issue.message) for issue in issues]
    (issue,) = issues
    assert (issue.severity, issue.sheet, issue.column) == (severity, sheet, column)
    assert sentence in issue.message
    assert issue.row > 0


GOOD = [
    passport("Основания ¦ 1 ¦ Программа до 2030 года, на период до 1 сентября 2031 года, 2027–2031 годы"),
    passport("Основания ¦ 1 ¦ Указ от 7 мая 2018 г. № 204 «О целях развития до 2030 года»"),
    passport("Основания ¦ 1 ¦ Приказ от 01.02.2020 № 5", "Основания ¦ 2 ¦ Приказ от 01.02.2021 № 6"),
    replaced("план занятий", "план каждого района и всего городского округа, г. Примерск, район Примерный"),
    replaced("план занятий", "план Южного федерального округа"),
    replaced("план занятий", "1) план занятий; 2) отчёт (в ноябре)"),
    replaced("план занятий", "план «Школы «Наставник»"),
    goals("Цель № 1. Выявлять профессиональных дефицитов", "Цель № 2. Поддерживать молодых педагогов."),
    replaced(TITLE, "Доля педагогов, прошедших диагностику, от общего числа педагогов"),
    replaced(TITLE, "Доля прошедших диагностику по предмету в общем числе прошедших диагностику"),
    rubric("по 2 балла за каждую позицию"),
    passport("Итоги ¦ Всего показателей ¦ 13 показателей", "Итоги ¦ Всего целей ¦ 2"),
    passport("Этапы ¦ Первый этап 2021 ¦ подготовка", "Этапы ¦ Второй этап 2021–2025 ¦ работа").replace(
        "2021 ¦", "2020 ¦"
    ),
    numbered("1", "2", "3", "А1", "А2", "А3"),
    roadmap(
        "1 ¦ мероприятие ¦ А ¦ Семинар ¦ май ¦ отдел",
        "2 ¦ мероприятие ¦ Б ¦ Семинар ¦ май ¦ отдел",
        "3 ¦ мероприятие ¦ А ¦ Семинар ¦ июнь ¦ отдел",
    ),
    numbered("1", "17.1", "17.2", "17.3").replace("1 ¦ мероприятие ¦ А ¦ Дело 1 ¦", "1 ¦ мероприятие ¦ А ¦ Дело ¦"),
    replaced("Вид акта ¦ приказ", "Вид акта ¦ постановление").replace(
        "начальник управления образования ¦ ж", "глава района ¦ ж"
    ),
]


@pytest.mark.parametrize("text", GOOD)
def test_what_is_no_contradiction_is_not_told(text: str) -> None:
    assert [(issue.sheet, issue.column, issue.message) for issue in lint(text)] == []


def test_goals_are_numbered_without_a_gap() -> None:
    issues = lint(with_rows("Цели", "5 ¦ Развивать сообщества"))
    assert [issue.message for issue in issues] == [
        "На цель 5 не ссылается ни один показатель.",
        "Среди номеров на листе «Цели» нет 3, 4, хотя есть 5.",
    ]


def test_many_later_acts_are_one_message_a_sheet() -> None:
    """The programme's own date is what is odd then."""
    days = ("05.10.2027", "31.12.2028", "18.10.2029")
    (issue,) = lint(passport(*(f"Основания ¦ {at} ¦ Приказ от {day} № {at}" for at, day in enumerate(days, 1))))
    assert "05.10.2027 (строка 24), 31.12.2028 (строка 25)" in issue.message


def test_a_note_that_quotes_what_stands_elsewhere_says_nothing_new() -> None:
    text = passport("Основания ¦ 1 ¦ Распоряжение от 7 октября 2029 г. № 2580-р, ГО Ревда")
    text = text.replace("Показатели 1, 3 и 4", "«от 07.10.2029», «ГО Ревда»")
    assert {issue.sheet for issue in lint(text)} == {"Паспорт"}


YOUNG = "Возраст <= 35; Стаж педагогический <= 3"


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        ("Возраст < 25; Возраст > 60", "не может выполниться ни для кого: Возраст < 25; Возраст > 60"),
        ("Предмет = Математика; Предмет = Русский язык", "ни для кого"),
        ("Диагностика = да; Диагностика = нет", "ни для кого"),
        ("Диагностика = нет; заполнено(Дата диагностики); Дата диагностики < {начало}", "ни для кого"),
        ("Дата диагностики >= 01.01.2029", "ни для кого"),
        ("Дата диагностики < 01.01.2026", "за отчётный период"),
        ("Диагностика = да | (Категория = высшая; Категория = нет)", "Часть условия"),
        ("есть(Конкурсы: Уровень = муниципальный; Уровень = региональный)", "ни для кого"),
    ],
)
def test_conditions_that_hold_for_nobody(condition: str, sentence: str) -> None:
    issues = lint(replaced(YOUNG, condition))
    assert [(issue.severity, issue.column) for issue in issues] == [
        (REMARK if "период" in sentence else WARNING, "Знаменатель")
    ]
    assert sentence in issues[0].message


def test_a_window_after_the_programme() -> None:
    text = replaced(YOUNG, "год(Дата аттестации) >= 2031")
    text = text.replace(
        "Кадры ¦ Диагностика ¦", "Кадры ¦ Дата аттестации ¦ Диагностика ¦ дата\nКадры ¦ Диагностика ¦", 1
    )
    (issue,) = lint(text)
    assert "после программы (она до 31.12.2027)" in issue.message


@pytest.mark.parametrize(
    ("numerator", "denominator", "sentence"),
    [
        ("Стаж общий <= 3", "Стаж общий > 10", "всегда 0 %"),
        ("Стаж общий <= 10", "Стаж общий <= 3", "всегда 100 %"),
        ("Диагностика = да | Диагностика = нет", "", "всегда 100 %"),
    ],
)
def test_shares_that_are_decided_beforehand(numerator: str, denominator: str, sentence: str) -> None:
    """The denominator narrower than the numerator, or apart from it."""
    before = "есть(Конкурсы: Уровень = региональный, федеральный) ¦ " + YOUNG
    (issue,) = lint(replaced(before, f"{numerator} ¦ {denominator}"))
    assert sentence in issue.message


def test_a_sum_that_may_exceed_its_whole() -> None:
    """Vacancies may not: they are part of the whole. Without a rule, and without being a part, they may."""
    text = replaced("Педагогов по штату + Вакансий ¦", "Педагогов по штату ¦")
    assert lint(text) == []  # «Вакансий <= Педагогов по штату» is a rule of the field
    (issue,) = lint(text.replace("Вакансий <= Педагогов по штату", ""))
    assert "«Вакансий»" in issue.message
    (issue,) = lint(
        replaced("¦ Вакансий ¦ Педагогов по штату + Вакансий", "¦ Педагогов по штату + Вакансий ¦ Вакансий")
    )
    assert "у́же числителя" in issue.message
    (issue,) = lint(replaced("¦ Вакансий ¦ Педагогов по штату + Вакансий", "¦ Вакансий ¦ Вакансий"))
    assert "одно и то же (Вакансий)" in issue.message
