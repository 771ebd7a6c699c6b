"""Западнодвинский округ: what the programme workbook must hold, shares counted by hand, and the whole way."""

from __future__ import annotations

from datetime import date

import pytest

from brought_programmes import programme_of, reading_of_programme
from metodist.domain.cycle import Link
from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS, FieldType
from metodist.domain.findings import Severity
from metodist.domain.indicators import FactSum, IndicatorKind
from metodist.domain.programme import Programme
from metodist.domain.returns import Status
from metodist.domain.roadmap import ActivityKind
from metodist.programme.lint import lint_programme
from metodist.programme.plan import plan_of
from metodist.programme.reader import Reading
from whole_way import Way, delivered, whole_way

#: By code: the beginning of the source's wording, the kind (д — доля, к — количество), what is counted.
INDICATORS = {
    "1.1": ("Доля педагогов (в разрезе учебных предметов), прошедших диагностику", "д", "Кадры"),
    "1.2": ("Доля педагогов, имеющих профессиональные дефициты (в разрезе групп", "д", "Кадры"),
    "2.1": ("Доля педагогических работников, охваченных адресными программами", "д", "Кадры"),
    "2.2": ("Доля курсов повышения квалификации, организованных по заявкам", "д", MUNICIPALITY),
    "3.1": ("Доля педагогов, охваченных методическими мероприятиями", "д", "Кадры"),
    "3.2": ("Доля ОО округа, имеющих продуктивную систему", "д", SCHOOLS),
    "3.3": ("Доля образовательных организаций, имеющих статус", "д", SCHOOLS),
    "4.1": ("Доля молодых педагогов, охваченных мероприятиями", "д", "Кадры"),
    "4.2": ("Доля молодых педагогов, охваченных программами наставничества", "д", "Кадры"),
    "5.1": ("Доля педагогов, включенных в сетевые сообщества", "д", "Кадры"),
    "5.2": ("Количество методических мероприятий", "к", FACTS),
}
GROUPS = ["методические", "психолого-педагогические", "универсальные", "коммуникативные"]
#: Sections of the passport that the programme fills, and how many rows the source gives each.
SECTIONS = {
    "Этапы": 3,
    "Управленческий цикл": 7,
    "Источники данных": 5,
    "Нормативные основания": 8,
    "Ожидаемые результаты": 5,
    "Направления содержания": 5,
}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return reading_of_programme("zapadnodvinsk")


@pytest.fixture(scope="module")
def district() -> Programme:
    return programme_of("zapadnodvinsk")


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    folder = delivered(tmp_path_factory.mktemp("Западная Двина") / "2024", "zapadnodvinsk")
    return whole_way(folder, date(2024, 12, 2))


def test_five_groups_hold_ten_shares_and_a_count(district: Programme) -> None:
    letters = {IndicatorKind.SHARE: "д", IndicatorKind.COUNT: "к"}

    assert [each.code for each in district.indicators] == list(INDICATORS)
    for each in district.indicators:
        title, kind, scope = INDICATORS[each.code]
        assert each.title.startswith(title)
        assert (letters[each.kind], each.scope) == (kind, scope)
        assert each.clause.startswith("Раздел 7")
        assert each.goals == (each.code[0],)
        assert each.monitorings
    assert len({each.group for each in district.indicators}) == 5


def test_shares_are_split_by_subject_and_by_group_of_competences(district: Programme) -> None:
    by_code = {each.code: each for each in district.indicators}
    subjects, groups = by_code["1.1"].breakdown, by_code["1.2"].breakdown

    assert subjects is not None
    assert groups is not None
    assert (subjects.title, subjects.overlapping) == ("Предмет", False)
    assert len(subjects.slices) == len(district.lists["Предметы"]) == 14
    assert [part.label for part in groups.slices] == GROUPS
    assert groups.overlapping


def test_events_are_those_of_schools_and_of_the_municipality(district: Programme) -> None:
    events = district.indicators[-1].numerator
    assert events == FactSum(("Сетевых мероприятий школы",), ("Сетевых мероприятий отдела образования",))


def test_stages_cycle_and_sources_stand_in_the_passport(district: Programme) -> None:
    extra = district.passport.extra

    assert {name: len(extra[name]) for name in SECTIONS} == SECTIONS
    assert (district.passport.first_year, district.passport.last_year) == (2021, 2024)
    assert (district.passport.act_date, district.passport.act_number) == (date(2021, 7, 1), "25/1")
    assert [goal.number for goal in district.goals] == ["1", "2", "3", "4", "5"]
    (view,) = district.views
    assert len(view.steps) == 7
    assert [link for step in view.steps for link in step.links] == list(Link)


def test_twenty_five_rows_of_the_plan_become_dated(district: Programme) -> None:
    plan = plan_of(district)
    dated: dict[str, list[tuple[int, int, int]]] = {}
    for entry in plan.entries:
        if entry.item.source == "roadmap":
            start, end = entry.occurrence.start, entry.occurrence.end
            dated.setdefault(entry.item.number, []).append((start.year, start.month, end.month))

    assert [each.number for each in district.roadmap] == [str(number) for number in range(1, 26)]
    assert [each.number for each in district.roadmap if each.kind is ActivityKind.EFFECT] == ["23", "24", "25"]
    assert all(each.expected and each.responsible for each in district.roadmap)
    assert dated.keys() == {each.number for each in district.roadmap}
    assert dated["1"] == [(2021, 9, 9)]
    assert dated["2"] == [(year, 1, 1) for year in range(2021, 2025)]
    assert dated["8"] == [(year, 1, 12) for year in range(2021, 2025)]
    assert dated["9"] == [(year, month, month) for year in range(2021, 2025) for month in (8, 12)]
    assert dated["18"] == [(year, month, month + 2) for year in range(2021, 2025) for month in (1, 10)]
    assert dated["22"] == [(year, 7, 9) for year in range(2021, 2025)]
    assert [one.item.source for one in plan.undated] == ["monitoring", "monitoring"]


@pytest.mark.parametrize(
    "words", ["Западнодвинского района", "РОО", "управления образования", "КМО", "«З. Проводится", "00 округа", "РМО"]
)
def test_contradictions_of_the_source_are_carried(district: Programme, words: str) -> None:
    assert any(words in note.text for note in district.notes)


def test_the_signature_is_the_sources(district: Programme) -> None:
    person = district.person("подписывает")
    assert person is not None
    assert person.name == "Мамченкова Т. А."
    assert person.post == "и.о. заведующего отделом образования администрации Западнодвинского района"
    assert district.person("контролирует") is None


def test_the_linter_warns_only_of_what_the_source_lacks(reading: Reading, district: Programme) -> None:
    issues = [one for one in lint_programme(district, reading.rows) if one.severity is not Severity.REMARK]

    assert {one.severity for one in issues} == {Severity.WARNING}
    assert {"Мониторинги"} <= {one.sheet for one in issues}


def test_the_clerk_is_told_kindly_what_to_enter(district: Programme) -> None:
    fields = [field for register in district.registers for field in register.fields] + list(district.facts)
    for field in fields:
        assert field.hint, field.name
        assert len(field.hint) <= 255, field.name
        assert len(field.message) <= 225, field.name
        assert field.message or field.type is FieldType.COMPUTED, field.name


def test_every_table_is_accepted_without_a_finding(way: Way) -> None:
    assert [one.returned.findings for one in way.taken] == [()] * (len(way.programme.reporting) - 1)
    assert {one.returned.status for one in way.taken} == {Status.ACCEPTED}
    assert way.summary["schools"]["accepted"] == len(way.taken) == 11


def test_the_summary_adds_the_municipality_once(way: Way) -> None:
    indicators = way.summary["indicators"]
    own = way.programme.district.facts
    schools = sum(one["value"] for one in indicators["5.2"]["by_school"].values())

    assert indicators["5.2"]["value"] == schools + own["Сетевых мероприятий отдела образования"]
    assert indicators["2.2"]["denominator"] == own["Курсов повышения квалификации проведено"]
    assert all(entry["value"] is not None for entry in indicators.values())


def test_documents_speak_of_the_programme_in_its_own_words(way: Way) -> None:
    order = way.text("order_monitoring")
    assert "ПРИКАЗ" in order
    assert "показателей программы методического обеспечения образовательной деятельности" in order
    assert "Контроль за исполнением настоящего приказа оставляю за собой." in order
    note = way.text("note")
    assert "на 2021-2024 гг. Основная цель программы — создание условий" in note
    assert "«Сетевых мероприятий школы» + «Сетевых мероприятий отдела образования»" in note


def test_no_document_puts_the_programmes_title_in_quotes_of_its_own(way: Way) -> None:
    """Its title cannot be declined by rules; the passport says the genitive."""
    texts = {one.kind: way.text(one.kind) for one in way.documents.written if one.kind != "recommendations"}

    assert {kind for kind, text in texts.items() if "программы «Программа" in text} == set()
    assert "recommendations_overview" in texts


def test_recommendations_say_what_the_programme_plans(district: Programme, way: Way) -> None:
    assert len(district.advice_rules) == 10
    assert all(rule.clause.startswith("Раздел 5") for rule in district.advice_rules)
    assert {rule.addressee.dative for rule in district.advice_rules} == {
        "",
        "педагогическим командам",
        "управленческой команде",
        "отделу образования",
    }
    overview = way.text("recommendations_overview")
    assert "совершенствовать систему наставничества с целью поддержки молодых педагогов" in overview


def test_the_plan_reaches_over_every_year_of_the_programme(way: Way) -> None:
    assert len(way.plan.plan.entries) == 133
    assert {one.item.number for one in way.plan.plan.undated} == {"4", "5"}
