"""The plan of a programme: dated rows of the roadmap, monitorings, what has been done; errors and warnings of terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from metodist.domain.findings import Severity
from metodist.domain.plans import State
from metodist.domain.roadmap import ActivityStatus, Fulfilment
from metodist.programme.lint import lint_programme
from metodist.programme.plan import plan_of
from metodist.programme.snapshot import snapshot
from programme_text import programme_from, reading_of, with_sheet

ROADMAP = """
№ ¦ Вид ¦ Раздел ¦ Мероприятие ¦ Срок ¦ Ответственный ¦ Статус ¦ Выполнено ¦ Подтверждение
1 ¦ мероприятие ¦ Молодые педагоги ¦ Школа молодого педагога ¦ раз в квартал ¦ ИМЦ, школы / педагоги ¦ выполнено ¦ 15.05.2026 ¦ протокол № 3
2 ¦ мероприятие ¦ Молодые педагоги ¦ Форум ¦ апрель, ежегодно ¦ ИМЦ ¦ ¦ ¦
3 ¦ мероприятие ¦ Конкурсы ¦ Конкурс ¦ октябрь–март ¦ ИМЦ ¦ отменено ¦ ¦
4 ¦ мероприятие ¦ Конкурсы ¦ Семинары ¦ по графику ¦ ИМЦ ¦ ¦ ¦
5 ¦ решение ¦ Конкурсы ¦ Положение ¦ в течение года ¦ ¦ выполняется ¦ ¦
"""
TEXT = with_sheet("Дорожная карта", ROADMAP)
TODAY = date(2026, 5, 20)


def test_every_dated_time_in_its_order_with_its_state() -> None:
    plan = plan_of(programme_from(TEXT))

    seen = [
        (f"{entry.occurrence.start:%d.%m.%Y}", entry.item.number, entry.item.kind, entry.state(TODAY).value)
        for entry in plan.entries
    ]

    assert seen == [
        ("01.04.2025", "2", "мероприятие", "просрочено"),
        ("01.11.2025", "1", "мониторинг", "просрочено"),
        ("01.01.2026", "1", "мероприятие", "выполнено"),
        ("01.01.2026", "5", "решение", "выполняется"),
        ("01.04.2026", "2", "мероприятие", "просрочено"),
        ("01.04.2026", "1", "мероприятие", "выполнено"),
        ("01.07.2026", "1", "мероприятие", "предстоит"),
        ("01.10.2026", "1", "мероприятие", "предстоит"),
        ("01.10.2026", "3", "мероприятие", "отменено"),
        ("01.11.2026", "1", "мониторинг", "предстоит"),
        ("01.04.2027", "2", "мероприятие", "предстоит"),
        ("01.11.2027", "1", "мониторинг", "предстоит"),
    ]


def test_what_has_no_dates_stands_apart_with_a_suggestion() -> None:
    plan = plan_of(programme_from(TEXT))

    assert [(one.item.number, one.problem.text) for one in plan.undated] == [("4", "по графику")]
    assert "октябрь" in plan.undated[0].problem.suggestion


@pytest.mark.parametrize(
    ("entered", "today", "state"),
    [
        (Fulfilment(), date(2026, 3, 31), State.PLANNED),
        (Fulfilment(), date(2026, 4, 1), State.DUE),
        (Fulfilment(), date(2026, 4, 30), State.DUE),
        (Fulfilment(), date(2026, 5, 1), State.OVERDUE),
        (Fulfilment(ActivityStatus.NOT_STARTED), date(2026, 5, 1), State.OVERDUE),
        (Fulfilment(ActivityStatus.IN_PROGRESS), date(2026, 3, 1), State.IN_PROGRESS),
        (Fulfilment(ActivityStatus.IN_PROGRESS), date(2026, 5, 1), State.OVERDUE),
        (Fulfilment(ActivityStatus.DONE), date(2026, 3, 1), State.DONE),
        (Fulfilment(day=date(2026, 4, 7)), date(2026, 5, 1), State.DONE),
        (Fulfilment(ActivityStatus.CANCELLED, date(2026, 4, 7)), date(2026, 5, 1), State.CANCELLED),
    ],
)
def test_a_state_follows_from_the_day_and_what_is_entered(entered: Fulfilment, today: date, state: State) -> None:
    april = next(
        entry for entry in plan_of(programme_from(TEXT)).entries if entry.occurrence.label == "апрель 2026 года"
    )

    assert replace(april, fulfilment=entered).state(today) is state


def test_what_was_entered_in_the_plan_outweighs_the_roadmap() -> None:
    programme = programme_from(TEXT)
    cancelled = next(entry for entry in plan_of(programme).entries if entry.item.number == "3")

    plan = plan_of(programme, {cancelled.uid: Fulfilment(ActivityStatus.DONE, document="приказ № 7")})

    again = next(entry for entry in plan.entries if entry.uid == cancelled.uid)
    assert again.fulfilment == Fulfilment(ActivityStatus.DONE, document="приказ № 7")


def test_an_entry_is_known_again_when_wording_and_other_rows_change() -> None:
    before = {entry.uid: entry.item.number for entry in plan_of(programme_from(TEXT)).entries}
    changed = TEXT.replace("¦ Форум ¦", "¦ Форум молодых педагогов ¦").replace("раз в квартал", "ежемесячно")

    after = {entry.uid: entry.item.number for entry in plan_of(programme_from(changed)).entries}

    forum = [uid for uid, number in before.items() if number == "2"]
    assert len(before) == 12
    assert all(uid in after for uid in forum)


def test_rows_of_one_number_are_told_apart() -> None:
    twice = TEXT.replace("\n2 ¦ мероприятие", "\n1 ¦ мероприятие")
    plan = plan_of(programme_from(twice))

    assert len({entry.uid for entry in plan.entries}) == len(plan.entries)
    assert len({item.key for item in plan.items}) == len(plan.items)


@pytest.mark.parametrize(
    ("responsible", "people"),
    [
        ("МКУ ИМЦ, образовательные организации / молодые педагоги", ("МКУ ИМЦ", "образовательные организации")),
        ("МКУ ИМЦ / педагоги (количество посещений, скачиваний)", ("МКУ ИМЦ",)),
        ("методисты (школа № 1, школа № 2); ИМЦ", ("методисты (школа № 1, школа № 2)", "ИМЦ")),
        ("ИМЦ, имц", ("ИМЦ",)),
        ("", ()),
    ],
)
def test_who_answers_one_by_one(responsible: str, people: tuple[str, ...]) -> None:
    item = replace(plan_of(programme_from(TEXT)).items[0], responsible=responsible)

    assert item.people == people


def test_fulfilment_is_read_and_shown_in_the_snapshot() -> None:
    programme = programme_from(TEXT)

    assert programme.roadmap[0].fulfilment == Fulfilment(ActivityStatus.DONE, date(2026, 5, 15), "протокол № 3")
    assert programme.roadmap[1].fulfilment == Fulfilment()
    assert "| выполнено | 15.05.2026 | протокол № 3 |" in snapshot(programme)


# что стоит, графа, часть сообщения, подсказка
WRONG = [
    ("раз в квартал", "5 квартал", "Срок", "квартала 5 не бывает", "от 1 до 4"),
    ("раз в квартал", "тринадцатый месяц", "Срок", "такого месяца не бывает", "январь"),
    ("раз в квартал", "31 февраля", "Срок", "такого дня не бывает", "29.02"),
    ("¦ выполнено ¦", "¦ сделано ¦", "Статус", "«сделано»", ""),
    ("¦ 15.05.2026 ¦", "¦ в мае ¦", "Выполнено", "нужна дата", "31.12.2026"),
]


@pytest.mark.parametrize(("old", "new", "column", "message", "suggestion"), WRONG)
def test_an_impossible_term_or_status_is_an_error(
    old: str, new: str, column: str, message: str, suggestion: str
) -> None:
    reading = reading_of(TEXT.replace(old, new))

    assert [(issue.severity, issue.sheet, issue.row, issue.column) for issue in reading.issues] == [
        (Severity.ERROR, "Дорожная карта", 5, column)
    ]
    assert message in reading.issues[0].message
    assert suggestion in reading.issues[0].suggestion


def test_an_impossible_term_of_a_monitoring_is_an_error() -> None:
    issues = reading_of(TEXT.replace("¦ ежегодно, ноябрь ¦", "¦ ежегодно, 0 квартал ¦")).issues

    assert [(issue.sheet, issue.row, issue.column) for issue in issues] == [("Мониторинги", 5, "Срок")]


def test_rows_without_dates_are_one_warning_a_term() -> None:
    reading = reading_of(TEXT.replace("апрель, ежегодно", "по графику").replace("октябрь–март", "март 2031"))
    assert reading.programme is not None

    issues = [one for one in lint_programme(reading.programme, reading.rows) if one.column == "Срок"]

    assert [(one.severity, one.sheet, one.row) for one in issues] == [
        (Severity.WARNING, "Дорожная карта", 6),
        (Severity.WARNING, "Дорожная карта", 7),
    ]
    assert issues[0].message.endswith("Строки № 2, 4.")
    assert "вне лет программы (2025–2027)" in issues[1].message


def test_a_workbook_without_the_new_columns_is_read() -> None:
    rows = TEXT.replace(" ¦ Статус ¦ Выполнено ¦ Подтверждение", "").replace(
        " ¦ выполнено ¦ 15.05.2026 ¦ протокол № 3", ""
    )

    assert programme_from(rows).roadmap[0].fulfilment == Fulfilment()
