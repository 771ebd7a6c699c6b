"""Крымский район: monitorings, score sheet, roadmap, people, counted against the source document."""

from __future__ import annotations

from collections import Counter

import pytest

from brought_programmes import programme_of
from metodist.domain.fields import SCHOOLS
from metodist.domain.indicators import IndicatorKind
from metodist.domain.programme import Programme
from metodist.domain.roadmap import ActivityKind


@pytest.fixture(scope="module")
def krymsk() -> Programme:
    return programme_of("krymsk")


TERMS = {
    "1": "ежегодно, сентябрь",
    "2": "ежегодно, октябрь",
    "3": "ежегодно, ноябрь",
    "4": "",
    "5": "",
    "6": "ежегодно, апрель",
    "7": "ежегодно, март",
    "8": "ежегодно, август",
}


BLOCKS = {
    "Показатели": (8, 8, 4),
    "Мониторинг показателей": (12, 12, 4),
    "Анализ результатов мониторинга": (12, 12, 4),
    "Адресные рекомендации по результатам анализа": (12, 12, 4),
    "Меры, мероприятия": (24, 21, 7),
    "Управленческие решения": (3, 3, 1),
    "Анализ эффективности принятых мер": (3, 3, 1),
}


def test_eight_monitorings_with_the_terms_that_the_source_names(krymsk: Programme) -> None:
    assert {each.number: each.term for each in krymsk.monitorings} == TERMS
    for each in krymsk.monitorings:
        assert each.purpose
        assert each.indicators
        assert each.term or "Месяц источник не называет" in each.note
        assert each.use_of_results or "Использование результатов" in each.note
    collected = {number for each in krymsk.indicators for number in each.monitorings}
    assert collected == set(TERMS)


def test_indicators_of_the_calendar_stand_under_their_monitoring(krymsk: Programme) -> None:
    own = [each for each in krymsk.indicators if each.code.startswith("М")]

    assert own
    for each in own:
        assert not each.group
        assert each.monitorings == (each.code[1:].partition(".")[0],)
    assert {"М6.4", "М6.5"} <= {each.code for each in own if each.kind is IndicatorKind.LEVEL}
    assert {each.code for each in own if each.scope == SCHOOLS} == {"М6.6", "М7.3"}


def test_the_rubric_keeps_the_maximum_that_its_positions_do_not_reach(krymsk: Programme) -> None:
    found = {}
    for title in dict.fromkeys(each.block for each in krymsk.rubric):
        rows = [each for each in krymsk.rubric if each.block == title]
        reachable = sum(max(each.points, 0) for each in rows)
        found[title] = (rows[0].declared_maximum, reachable, len({each.position for each in rows}))
        assert len({each.declared_maximum for each in rows}) == 1
        assert set(Counter(each.position for each in rows).values()) == {3}

    assert found == BLOCKS


def test_only_bad_indicators_cost_a_point(krymsk: Programme) -> None:
    directions = [title for _, title in krymsk.passport.extra["Направления"]]
    deductions = [each for each in krymsk.rubric if each.points < 0]

    assert {each.points for each in krymsk.rubric} == {1, -1}
    assert [each.position for each in deductions] == directions
    assert {each.block for each in deductions} == {"Показатели"}
    assert {each.block: each.rule for each in krymsk.rubric} == {
        "Показатели": "показатели",
        "Мониторинг показателей": "мониторинг",
        "Анализ результатов мониторинга": "анализ",
        **dict.fromkeys(list(BLOCKS)[3:], "наличие"),
    }


def test_the_roadmap_holds_measures_decisions_and_their_effect(krymsk: Programme) -> None:
    rows = {kind: [each for each in krymsk.roadmap if each.kind is kind] for kind in ActivityKind}
    measures, decisions = rows[ActivityKind.ACTIVITY], rows[ActivityKind.DECISION]
    positions = [each.position for each in krymsk.rubric if each.block == "Меры, мероприятия"]

    assert [each.number for each in measures] == [str(number) for number in range(1, 42)]
    assert list(Counter(each.section for each in measures).values()) == [4, 13, 7, 4, 5, 5, 3]
    assert list(dict.fromkeys(each.section for each in measures)) == list(dict.fromkeys(positions))
    assert all(each.term and each.responsible.startswith("МКУ ИМЦ") for each in measures + decisions)
    assert list(Counter(each.section for each in decisions).values()) == [1, 2, 2, 1]
    assert len(rows[ActivityKind.EFFECT]) == 6
    assert [each.section for each in rows[ActivityKind.EFFECT]] == [each.title for each in decisions]
    assert all(each.expected and each.term for each in rows[ActivityKind.EFFECT])


def test_an_invented_district_of_thirty_four_schools(krymsk: Programme) -> None:
    schools = krymsk.organisations

    assert [school.code for school in schools] == [f"ОО-{number:02d}" for number in range(1, 35)]
    assert round(8 / len(schools), 3) == 0.235  # the source's own share of eight organisations
    assert {school.kind for school in schools} == {"городская", "сельская", "малокомплектная"}
    assert all(8 <= school.staff <= 75 for school in schools)
    assert all(school.email.endswith(".example") for school in schools)
    assert len(krymsk.reporting) == 34


def test_people_of_the_order(krymsk: Programme) -> None:
    named = {person.role: (person.name, person.post) for person in krymsk.people}

    assert named["подписывает"] == ("Василенко Н. М.", "начальник управления образования")
    assert named["исполняет"] == ("Пацюк А. А.", "директор МКУ ИМЦ")
    assert named["контролирует"] == ("Резник З. А.", "заместитель начальника управления образования")
