"""«Календарь.ics»: what RFC 5545 asks for."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from metodist.programme.plan import plan_of
from metodist.services.calendar_file import calendar_text, escaped, folded
from programme_text import programme_from, with_sheet

ROADMAP = """
№ ¦ Вид ¦ Раздел ¦ Мероприятие ¦ Срок ¦ Ответственный ¦ Ожидаемый результат ¦ Статус
1 ¦ мероприятие ¦ Молодые педагоги; наставники ¦ Форум ¦ до 15 мая ¦ ИМЦ, школы ¦ резолюция ¦
2 ¦ мероприятие ¦ Конкурсы ¦ Муниципальный этап конкурса профессионального мастерства ¦ октябрь–март ¦ ¦ ¦ отменено
"""
MADE = datetime(2026, 5, 20, 9, 30, tzinfo=UTC)


def events(text: str) -> list[dict[str, str]]:
    """Events with their lines unfolded: property → value."""
    lines = text.replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name != "END":
            found[-1][name] = value
    return found


@pytest.fixture(scope="module")
def text() -> str:
    return calendar_text(plan_of(programme_from(with_sheet("Дорожная карта", ROADMAP))), date(2026, 5, 20), MADE)


def test_one_all_day_event_an_occurrence(text: str) -> None:
    forum = next(event for event in events(text) if "Форум" in event["SUMMARY"])

    assert forum["DTSTAMP"] == "20260520T093000Z"
    assert forum["DTSTART;VALUE=DATE"] == "20260515"
    assert forum["DTEND;VALUE=DATE"] == "20260516"
    assert forum["SUMMARY"] == "до 15.05.2026: Форум"
    assert forum["CATEGORIES"] == r"Молодые педагоги\; наставники"
    assert forum["DESCRIPTION"] == (
        r"Срок в документе: до 15 мая\nРаздел: Молодые педагоги\; наставники\n"
        r"Ответственный: ИМЦ\, школы\nОжидаемый результат: резолюция"
    )
    assert forum["STATUS"] == "CONFIRMED"


def test_a_stretch_ends_on_the_day_after_its_last(text: str) -> None:
    contest = next(event for event in events(text) if "конкурса" in event["SUMMARY"])

    assert (contest["DTSTART;VALUE=DATE"], contest["DTEND;VALUE=DATE"]) == ("20261001", "20270401")
    assert contest["STATUS"] == "CANCELLED"


def test_the_file_is_of_the_format(text: str) -> None:
    lines = text.split("\r\n")

    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//metodist//plan//RU"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == len({event["UID"] for event in events(text)})


def test_uids_stay_from_one_export_to_the_next(text: str) -> None:
    plan = plan_of(programme_from(with_sheet("Дорожная карта", ROADMAP.replace("¦ Форум ¦", "¦ Большой форум ¦"))))

    again = calendar_text(plan, date(2026, 6, 1), datetime(2026, 6, 1, tzinfo=UTC))

    assert [event["UID"] for event in events(again)] == [event["UID"] for event in events(text)]


def test_marks_of_the_format_are_escaped() -> None:
    assert escaped("a\\b; c, d\r\ne") == r"a\\b\; c\, d\ne"


@pytest.mark.parametrize("line", ["x" * 75, "x" * 76, "ж" * 200, "SUMMARY:" + "а б" * 60, ""])
def test_a_folded_line_is_the_line(line: str) -> None:
    pieces = list(folded(line))

    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
