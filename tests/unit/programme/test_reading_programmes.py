"""A programme workbook that is right: what each sheet becomes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from metodist.domain.conditions import Comparison, Exists, Literal, Operator
from metodist.domain.fields import Computed, FieldType, Formula
from metodist.domain.indicators import Band, FactSum, IndicatorKind
from metodist.domain.periods import Period, PeriodKind
from metodist.domain.programme import Gender, Programme
from metodist.domain.roadmap import ActivityKind
from metodist.programme.reader import read_programme
from programme_text import SMALL, programme_from, replaced, sheets_of, with_rows, write_programme, write_sheets


def test_the_passport_and_the_period(small_programme: Programme) -> None:
    passport = small_programme.passport

    assert passport.code == "demo"
    assert passport.period == Period(2026, PeriodKind.CALENDAR)
    assert passport.deadline == date(2026, 12, 20)
    assert (passport.act_date, passport.act_number) == (date(2026, 1, 12), "15-ОД")
    assert (passport.first_year, passport.last_year) == (2025, 2027)
    assert passport.annex_date is None
    assert passport.extra == {}


def test_free_sections_of_the_passport_are_kept_in_order() -> None:
    text = with_rows("Паспорт", "Термины ¦ ИОМ ¦ маршрут", "Основания ¦ 1 ¦ Закон", "Термины ¦ Наставник ¦ педагог")

    assert programme_from(text).passport.extra == {
        "Термины": (("ИОМ", "маршрут"), ("Наставник", "педагог")),
        "Основания": (("1", "Закон"),),
    }


def test_registers_stand_in_the_order_in_which_they_are_named(small_programme: Programme) -> None:
    assert [register.name for register in small_programme.registers] == ["Кадры", "Конкурсы"]
    assert small_programme.staff.key.type is FieldType.PERSON
    assert small_programme.staff.row_means == "одна строка — один педагог"
    assert small_programme.register("Конкурсы").person_field == small_programme.register("Конкурсы").field("Педагог")


def test_a_field_with_everything(small_programme: Programme) -> None:
    staff = small_programme.staff
    service = staff.field("Стаж педагогический")

    assert (service.minimum, service.maximum, service.unit, service.required) == (0, 65, "лет", True)
    assert service.message == "Педагогический стаж не больше общего"
    assert staff.field("Дата рождения").minimum == date(1940, 1, 1)
    assert staff.field("Дата рождения").personal
    assert staff.field("Возраст").computed == Computed(Formula.AGE, "Дата рождения")
    assert staff.field("Дата диагностики").required_if == Comparison("Диагностика", Operator.EQUAL, (Literal("да"),))


def test_facts_of_schools_and_of_the_municipality(small_programme: Programme) -> None:
    assert [fact.name for fact in small_programme.municipal_facts] == ["Курсов проведено", "Курсов по заявкам"]
    assert small_programme.school_facts[0].type is FieldType.PRESENCE


def test_lists_and_scales(small_programme: Programme) -> None:
    assert list(small_programme.lists) == ["Предметы", "Категории", "Уровни конкурсов"]
    assert small_programme.lists["Категории"] == ("высшая", "первая", "нет")
    assert small_programme.scales["Уровни компетентности"].bands == (
        Band("низкий", 0),
        Band("средний", 50),
        Band("высокий", 80),
    )


def test_a_scale_that_a_field_offers_is_a_list_too() -> None:
    text = with_rows("Поля", "Кадры ¦ Уровень ¦ ¦ список ¦ Уровни компетентности")

    assert programme_from(text).lists["Уровни компетентности"] == ("низкий", "средний", "высокий")


def test_indicators_of_every_kind(small_programme: Programme) -> None:
    by_code = {indicator.code: indicator for indicator in small_programme.indicators}

    assert {indicator.kind for indicator in small_programme.indicators} == set(IndicatorKind)
    assert by_code["1.1"].target == pytest.approx(0.8)
    assert not by_code["1.2"].higher_is_better
    assert by_code["1.3"].scale == small_programme.scales["Уровни компетентности"]
    assert [part.label for part in by_code["1.4"].breakdown.slices] == ["предметные", "методические"]
    assert by_code["2.1"].column == "Положение о наставничестве"
    assert isinstance(by_code["2.2"].numerator, Exists)
    assert by_code["3.3"].denominator == FactSum(("Педагогов по штату", "Вакансий"))
    assert by_code["1.1"].goals == ("1",)


def test_the_other_sheets(small_programme: Programme) -> None:
    assert [goal.number for goal in small_programme.goals] == ["1", "2"]
    assert small_programme.monitorings[0].term == "ежегодно, ноябрь"
    assert [criterion.points for criterion in small_programme.rubric] == [1, 1, -1]
    assert [activity.kind for activity in small_programme.roadmap] == [ActivityKind.ACTIVITY, ActivityKind.DECISION]
    assert [school.code for school in small_programme.reporting] == ["ОО-01", "ОО-02"]
    assert small_programme.organisation("ОО-01").staff == 40
    assert small_programme.person("подписывает").gender is Gender.FEMALE
    assert small_programme.notes[0].treatment == "нумерация сохранена"


@pytest.mark.parametrize("written", ["80%", "80 %", "80,0 %"])
def test_a_target_is_a_fraction_however_it_is_written(written: str) -> None:
    programme = programme_from(replaced("¦ 80% ¦", f"¦ {written} ¦"))

    assert programme.indicators[0].target == pytest.approx(0.8)


def test_numbers_and_dates_stored_as_text_are_read() -> None:
    text = replaced("¦ 20.12.2026", "¦ '20.12.2026").replace("целое ¦ ¦ лет ¦ 0 ¦ 65", "целое ¦ ¦ лет ¦ '0 ¦ '65,0")
    programme = programme_from(text)

    assert programme.passport.deadline == date(2026, 12, 20)
    assert programme.staff.field("Стаж общий").maximum == 65


def test_codes_that_excel_keeps_as_numbers_are_codes(tmp_path: Path) -> None:
    sheets = sheets_of(SMALL)
    sheets["Показатели"][2][0] = 1.1
    sheets["Цели"][2][0] = 1.0

    programme = read_programme(write_sheets(tmp_path / "a.xlsx", sheets)).programme

    assert programme is not None
    assert programme.indicators[0].code == "1.1"
    assert programme.goals[0].number == "1"


def test_the_dashboard_is_passed_over_and_blank_rows_too(tmp_path: Path) -> None:
    sheets = {"Пульт": [["что угодно", 1, 2]], **sheets_of(SMALL)}
    sheets["Цели"].insert(3, [None, "  ", None])

    reading = read_programme(write_sheets(tmp_path / "a.xlsx", sheets))

    assert reading.issues == ()
    assert reading.row("Цели", "1") == 5
    assert reading.row("Цели", "2") == 7
    assert reading.row("Поля", "Кадры.Возраст") == 7
    assert reading.row("Показатели", "нет такого") == 0


def version(text: str) -> str:
    return programme_from(text).version


def test_the_version_is_of_the_form_alone() -> None:
    original = version(SMALL)

    assert len(original) == 8
    assert version(replaced("Сидорова В. В.", "Кузнецова Г. Г.")) == original
    assert version(replaced("¦ 2026\n", "¦ 2027\n")) == original
    assert version(replaced("Возраст <= 35;  Стаж".replace("  ", " "), "возраст<=35; стаж")) == original


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Категории ¦ первая", "Категории ¦ первая категория"),
        ("Возраст <= 35;", "Возраст <= 36;"),
        ("Средний возраст", "Средний возраст педагогов"),
        ("¦ балл ¦ 0 ¦ 100 ¦", "¦ балл ¦ 0 ¦ 50 ¦"),
        ("средний ¦ 50", "средний ¦ 55"),
        ("календарный год", "учебный год"),
        ("одна строка — один педагог", "одна строка — один человек"),
    ],
)
def test_whatever_shapes_the_table_changes_the_version(old: str, new: str) -> None:
    assert version(replaced(old, new)) != version(SMALL)


def test_a_school_year() -> None:
    passport = programme_from(replaced("календарный год", "учебный год")).passport

    assert passport.period == Period(2026, PeriodKind.SCHOOL)


def test_a_reading_without_errors_has_no_issues(tmp_path: Path) -> None:
    reading = read_programme(write_programme(tmp_path / "a.xlsx", SMALL))

    assert reading.issues == ()
    assert reading.programme is not None
