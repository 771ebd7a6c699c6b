"""Качканарский округ: what the programme workbook must hold, indicators counted by hand, and the whole way."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from brought_programmes import programme_of, reading_of_programme
from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS, FieldType
from metodist.domain.findings import Severity
from metodist.domain.indicators import IndicatorKind
from metodist.domain.programme import Programme
from metodist.domain.returns import Status
from metodist.domain.roadmap import ActivityKind
from metodist.programme.lint import lint_programme
from metodist.programme.plan import plan_of
from metodist.programme.reader import Reading
from whole_way import Way, delivered, whole_way

K = IndicatorKind
#: Code → kind and what is counted: seven of the monitoring, four of effectiveness (the fourth is two), roadmap row 28.
INDICATORS = {
    "1": (K.DISTRIBUTION, "Кадры"),
    "2": (K.SHARE, "Кадры"),
    "3": (K.RANKING, "Затруднения"),
    "4": (K.SHARE, "Кадры"),
    "5": (K.RANKING, "Планы ПК"),
    "6": (K.DISTRIBUTION, "Конкурсы"),
    "7": (K.SHARE, SCHOOLS),
    "Э1": (K.COUNT, FACTS),
    "Э2": (K.SHARE, "Планы ПК"),
    "Э3": (K.SHARE, "Планы ПК"),
    "Э4": (K.PRESENCE, MUNICIPALITY),
    "Э4.1": (K.MEAN, "Кадры"),
    "Э5": (K.SHARE, MUNICIPALITY),
}
#: Section of the roadmap → how many of its 31 rows.
ROADMAP = {
    "Определение целей": 3,
    "Определение показателей сбора информации": 8,
    "Осуществление мониторинга": 5,
    "Подготовка адресных рекомендаций": 3,
    "Принятие управленческих решений": 7,
    "Анализ эффективности принятых управленческих решений": 5,
}
ADDRESSEES = {
    "ГИМЦ РО": ("Рекомендации: ГИМЦ РО", 4),
    "Управленческие команды образовательных организаций": ("Рекомендации: управленческие команды ОО", 6),
    "Школьные методические объединения": ("Рекомендации: школьные методические объединения", 3),
}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return reading_of_programme("kachkanar")


@pytest.fixture(scope="module")
def district() -> Programme:
    return programme_of("kachkanar")


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    folder = delivered(tmp_path_factory.mktemp("Качканар") / "2023", "kachkanar")
    return whole_way(folder, date(2023, 12, 11))


def test_seven_indicators_of_the_monitoring_and_five_of_effectiveness(district: Programme) -> None:
    assert {each.code: (each.kind, each.scope) for each in district.indicators} == INDICATORS
    assert all(each.clause and each.goals and each.monitorings for each in district.indicators)
    assert list(Counter(each.group for each in district.indicators).values()) == [7, 5, 1]
    assert len(district.indicators[1].title) > 100, "the source's own words"


def test_a_decree_signed_by_a_deputy(district: Programme) -> None:
    passport = district.passport
    person = district.person("подписывает")

    assert (passport.act_kind, passport.act_date, passport.act_number) == ("постановление", date(2020, 12, 31), "451")
    assert (passport.first_year, passport.last_year, passport.service) == (2021, 2023, "ГИМЦ РО")
    assert person is not None
    assert (person.name, person.gender.value) == ("Волохин И. С.", "м")
    assert person.post == "заместитель начальника управления образованием Качканарского городского округа"
    assert district.person("исполняет").post == "директор ГИМЦ РО"  # type: ignore[union-attr]


def test_thirty_one_rows_in_six_sections(district: Programme) -> None:
    assert Counter(each.section for each in district.roadmap) == ROADMAP
    assert list(dict.fromkeys(each.section for each in district.roadmap)) == list(ROADMAP)
    assert [each.number for each in district.roadmap][9:12] == ["10", "И", "12"]
    assert Counter(each.kind for each in district.roadmap) == {
        ActivityKind.ACTIVITY: 19,
        ActivityKind.DECISION: 7,
        ActivityKind.EFFECT: 5,
    }
    assert all(each.term and each.responsible for each in district.roadmap)
    assert [each.number for each in district.roadmap if "Быкова" in each.responsible] == ["4", "10", "12"]


def test_the_terms_of_one_cell_are_dated_one_by_one(district: Programme) -> None:
    occurrences = [each.occurrence for each in plan_of(district).entries if each.item.number == "19"]
    months = [(each.start.year, each.start.month, each.end.month) for each in occurrences]

    assert [(year, 12, 12) for year in (2021, 2022, 2023)] == [each for each in months if each[1] == 12]
    assert (2023, 8, 8) in months
    assert plan_of(district).undated == ()


def test_recommendations_have_three_addressees(district: Programme) -> None:
    extra = district.passport.extra

    assert [name for name, _ in extra["Адресаты рекомендаций"]] == list(ADDRESSEES)
    assert {name: len(extra[section]) for name, (section, _) in ADDRESSEES.items()} == {
        name: count for name, (_, count) in ADDRESSEES.items()
    }
    assert len(extra["Источники данных"]) == 5
    assert len(extra["Управленческие решения"]) == 6


def test_schools_hand_in_registers_of_their_own(district: Programme) -> None:
    assert [each.name for each in district.registers] == ["Кадры", "Конкурсы", "Затруднения", "Планы ПК", "Практики"]
    assert all(each.row_means.startswith("одна строка — ") for each in district.registers)


@pytest.mark.parametrize("words", ["городского округа Ревда", "«И»", "ПОСТАНОВЛЯЮ", "Быкова", "строка 28", "ГИМЦ РО"])
def test_contradictions_of_the_source_are_carried(district: Programme, words: str) -> None:
    assert any(words in f"{note.text} {note.contradiction}" for note in district.notes)


def test_a_contradiction_stands_where_a_rule_can_find_it(district: Programme) -> None:
    assert {each.group for each in district.indicators if "городского округа Ревда" in each.group}
    assert "И" in {each.number for each in district.roadmap}


def test_the_linter_finds_no_error(reading: Reading, district: Programme) -> None:
    assert [one for one in lint_programme(district, reading.rows) if one.severity is Severity.ERROR] == []


def test_the_clerk_is_told_kindly_what_to_enter(district: Programme) -> None:
    fields = [field for register in district.registers for field in register.fields] + list(district.facts)
    for field in fields:
        assert field.hint, field.name
        assert len(field.hint) <= 255, field.name
        assert len(field.message) <= 225, field.name
        assert field.message or field.type is FieldType.COMPUTED, field.name


def test_every_table_is_accepted_without_an_error(way: Way) -> None:
    assert {one.returned.status for one in way.taken} == {Status.ACCEPTED}
    assert {finding.severity for one in way.taken for finding in one.returned.findings} <= {Severity.WARNING}
    assert way.summary["schools"]["accepted"] == len(way.taken) == 7


def test_the_summary_ranks_and_distributes(way: Way) -> None:
    indicators = way.summary["indicators"]
    own = way.programme.district.facts

    for code in ("1", "3", "5", "6"):
        parts = indicators[code]["breakdown"].values()
        assert sum(part["numerator"] for part in parts) == indicators[code]["denominator"] > 0
    events = sum(one["value"] for one in indicators["Э1"]["by_school"].values())
    assert indicators["Э1"]["value"] == events + own["Онлайн-мероприятий ГИМЦ РО"]


def test_the_decree_is_a_decree_from_head_to_foot(way: Way) -> None:
    order = way.text("order_monitoring")

    assert "ПОСТАНОВЛЕНИЕ" in order
    assert "постановляю:" in order
    assert "приказ" not in order.casefold()
    assert "показателей комплекса мер, направленного на развитие системы" in order
    assert "Директору ГИМЦ РО И.Е. Кузнецовой:" in order
    assert "Контроль за исполнением настоящего постановления оставляю за собой." in order
    assert "Заместитель начальника управления образованием Качканарского городского округа" in order
    results = way.text("order_results")
    assert "На основании постановления управления образованием" in results
    assert "приказ" not in results.casefold()
    assert all("Приказ" not in one.title for one in way.documents.written)


def test_the_note_tells_rankings(way: Way) -> None:
    note = way.text("note")
    assert "Определение перечня профессиональных дефицитов педагогов: чаще всего — " in note
    assert "реестр «Планы ПК» таблиц мониторинга" in note
