"""Западнодвинский округ: what the programme workbook must hold, shares counted by hand, and the whole way."""

from __future__ import annotations

from datetime import date

import pytest

from answers_text import school_answers
from metodist.domain.cycle import Link
from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS, FieldType
from metodist.domain.findings import Severity
from metodist.domain.indicators import FactSum, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme
from metodist.domain.returns import Status
from metodist.domain.roadmap import ActivityKind
from metodist.programme.lint import lint_programme
from metodist.programme.plan import plan_of
from metodist.programme.reader import Reading, read_programme
from metodist.scoring.indicators import score_district, score_school
from metodist.services.resources import programme_file
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
    path = programme_file("zapadnodvinsk")
    assert path is not None
    return read_programme(path)


@pytest.fixture(scope="module")
def district(reading: Reading) -> Programme:
    assert reading.programme is not None, reading.issues
    assert reading.issues == ()
    return reading.programme


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


#: Кузнецова's deficit is none of the four groups; Титов took part in an event and in two contests and counts once.
FIRST = school_answers(
    """
    # Кадры
    ФИО             | Должность        | Предмет    | Молодой педагог | Диагностика | Дефициты выявлены | Дефицит: методические | Дефицит: коммуникативные | Адресная программа ПК | Мероприятия для молодых | Программа наставничества | Сетевое сообщество
    Иванова А. А.   | учитель          | математика | нет             | да          | да                | да                    | да                       | да                    | –                       | –                        | да
    Петров Б. Б.    | учитель          | математика | нет             | нет         | –                 | –                     | –                        | нет                   | –                       | –                        | нет
    Сидорова В. В.  | учитель          | физика     | да              | да          | нет               | нет                   | нет                      | нет                   | да                      | да                       | да
    Кузнецова Г. Г. | педагог-психолог | –          | нет             | да          | да                | нет                   | нет                      | да                    | –                       | –                        | нет
    Титов Д. Д.     | учитель          | физика     | да              | нет         | –                 | –                     | –                        | нет                   | нет                     | да                       | да

    # Конкурсы
    Педагог      | Конкурс       | Дата
    Титов Д. Д.  | Дебют         | 10.02.2024
    Титов Д. Д.  | Учитель года  | 11.03.2024
    Петров Б. Б. | Учитель года  | 11.03.2024

    # Мероприятия
    Педагог     | Мероприятие | Форма   | Дата
    Титов Д. Д. | Семинар     | семинар | 12.04.2024

    # Сведения
    Продуктивная система методической деятельности: да
    Статус инновационной площадки: нет
    Участие в образовательных проектах: нет
    Сетевых мероприятий школы: 3
    """
)
SECOND = school_answers(
    """
    # Кадры
    ФИО          | Должность | Предмет | Молодой педагог | Диагностика | Дефициты выявлены | Дефицит: методические | Дефицит: коммуникативные | Адресная программа ПК | Сетевое сообщество
    Орлова Е. Е. | учитель   | физика  | нет             | да          | да                | да                    | нет                      | да                    | нет

    # Сведения
    Продуктивная система методической деятельности: нет
    Статус инновационной площадки: региональная инновационная площадка
    Участие в образовательных проектах: да
    Сетевых мероприятий школы: 2
    """
)
MUNICIPAL = {
    "Курсов повышения квалификации проведено": 8,
    "Курсов по заявкам образовательных организаций": 6,
    "Сетевых мероприятий отдела образования": 4,
}


def outcomes(district: Programme) -> dict[str, Outcome]:
    return score_district(district, {"ОО-01": FIRST, "ОО-02": SECOND}, MUNICIPAL)


@pytest.mark.parametrize(
    ("code", "numerator", "denominator"),
    [
        ("1.1", 4, 6),  # all but Петров and Титов
        ("1.2", 3, 4),  # Иванова, Кузнецова, Орлова of the diagnosed
        ("2.1", 3, 6),
        ("2.2", 6, 8),  # the municipality's own numbers
        ("3.1", 2, 6),  # Петров by a contest, Титов once
        ("3.2", 1, 2),  # the first school
        ("3.3", 1, 2),  # the second school, once
        ("4.1", 1, 2),  # Сидорова of Сидорова and Титов
        ("4.2", 2, 2),
        ("5.1", 3, 6),
    ],
)
def test_shares_counted_by_hand(district: Programme, code: str, numerator: int, denominator: int) -> None:
    outcome = outcomes(district)[code]
    assert (outcome.numerator, outcome.denominator) == (numerator, denominator)
    assert outcome.value == pytest.approx(numerator / denominator)


def test_lines_counted_by_hand(district: Programme) -> None:
    found = outcomes(district)
    subjects = {label: (ratio.numerator, ratio.denominator) for label, ratio in found["1.1"].breakdown.items()}
    groups = {label: (ratio.numerator, ratio.denominator) for label, ratio in found["1.2"].breakdown.items()}

    assert {label: pair for label, pair in subjects.items() if pair[1]} == {"математика": (1, 2), "физика": (2, 3)}
    assert groups == {
        "методические": (2, 4),
        "психолого-педагогические": (0, 4),
        "универсальные": (0, 4),
        "коммуникативные": (1, 4),
    }


def test_events_counted_by_hand(district: Programme) -> None:
    assert outcomes(district)["5.2"].value == 3 + 2 + 4
    assert score_school(district, FIRST)["5.2"].value == 3
    unsaid = score_district(district, {"ОО-01": FIRST}, {"Курсов повышения квалификации проведено": 8})
    assert unsaid["5.2"].value is None, "the municipality has not said how many it held"


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
