"""Invented answers keep the rules of whatever programme they are invented for."""

from __future__ import annotations

from collections import Counter

import pytest

from metodist.domain.conditions import holds
from metodist.domain.fields import FACTS, STAFF, FieldType
from metodist.domain.programme import Programme
from metodist.domain.values import YES, is_blank
from metodist.errors import InternalError
from metodist.programme.reader import read_programme
from metodist.services.demo_data import municipal_facts, school_data
from metodist.services.resources import programme_codes, programme_file
from programme_text import programme_of, replaced, with_rows, with_sheet

# Реестр ¦ Поле ¦ Раздел ¦ Тип ¦ Список ¦ Единица ¦ Минимум ¦ Максимум ¦ Обязательно ¦ Обязательно, если ¦ Проверка
RULES = (
    "Кадры ¦ Молодой педагог ¦ ¦ да/нет ¦ ¦ ¦ ¦ ¦ да ¦ ¦ Молодой педагог = нет | (Возраст <= 35; Стаж педагогический <= 3)",
    "Кадры ¦ Опыт наставничества ¦ ¦ целое ¦ ¦ лет ¦ 0 ¦ 60 ¦ да ¦ ¦ Опыт наставничества <= Стаж педагогический",
    "Кадры ¦ Призёр ¦ ¦ да/нет ¦ ¦ ¦ ¦ ¦ да ¦ ¦ Призёр = нет | есть(Конкурсы: Уровень = региональный)",
    "Конкурсы ¦ Место ¦ ¦ целое ¦ ¦ ¦ 1 ¦ 3 ¦ ¦ Уровень = региональный ¦ Уровень = региональный",
    "Сведения ¦ Обучено ¦ ¦ целое ¦ ¦ чел. ¦ 0 ¦ 500 ¦ да ¦ ¦ Обучено <= Педагогов по штату",
)
SCHOOLS = "Код ¦ Полное название ¦ Краткое название ¦ Педагогов\n" + "\n".join(
    f"ОО-{n:02} ¦ Школа № {n} ¦ Школа № {n} ¦ {20 + 5 * n}" for n in range(1, 7)
)


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Programme:
    text = with_sheet("Организации", SCHOOLS, base=with_rows("Поля", *RULES))
    return programme_of(tmp_path_factory.mktemp("programme"), text)


@pytest.fixture(scope="module")
def district(small):
    return {school.code: school_data(small, school, seed=7) for school in small.reporting}


def test_every_row_and_every_fact_keeps_the_programmes_rules(small, district):
    assert [broken for data in district.values() for broken in broken_rules(small, data)] == []


def test_optional_cells_are_filled_exactly_where_their_rule_asks_for_them(district):
    rows = [row.values for data in district.values() for row in data.registers[STAFF]]
    diagnosed = [not is_blank(row.get("Дата диагностики")) for row in rows]
    assert diagnosed == [row["Диагностика"] == YES for row in rows]
    assert any(diagnosed)
    assert not all(diagnosed)


def test_young_teachers_are_those_whose_age_and_service_say_so(district):
    rows = [row.values for data in district.values() for row in data.registers[STAFF]]
    young = [row for row in rows if row["Молодой педагог"] == YES]
    fitting = [row for row in rows if row["Возраст"] <= 35 and row["Стаж педагогический"] <= 3]
    assert young == fitting
    assert 0.05 < len(young) / len(rows) < 0.3


def test_most_are_diagnosed_and_schools_differ(district):
    shares = [
        sum(row.values["Диагностика"] == YES for row in data.registers[STAFF]) / len(data.registers[STAFF])
        for data in district.values()
    ]
    assert 0.6 < sum(shares) / len(shares) < 0.92
    assert max(shares) - min(shares) > 0.08


def test_nobody_works_in_two_schools_and_names_are_whole(district):
    names = Counter(row.values["ФИО"] for data in district.values() for row in data.registers[STAFF])
    assert set(names.values()) == {1}
    assert all(len(name.split()) == 3 for name in names)


def test_contest_entries_name_people_of_the_same_school(district):
    for data in district.values():
        people = {row.values["ФИО"] for row in data.registers[STAFF]}
        assert {row.values["Педагог"] for row in data.registers["Конкурсы"]} <= people


def test_a_presence_has_its_document_and_an_absence_has_none(district):
    fact = "Положение о наставничестве"
    answers = {data.facts[fact] == YES: data.evidence.get(fact) for data in district.values()}
    assert answers[True].document
    assert answers[True].number
    assert answers[True].date.year == 2026
    assert answers[False] is None


def test_last_years_number_is_near_this_years(district):
    pairs = [
        (data.facts["Участников сообществ"], data.facts["Участников сообществ в прошлом году"])
        for data in district.values()
    ]
    assert all(0.65 * now - 1 <= before <= 1.05 * now + 1 for now, before in pairs)


def test_the_same_seed_gives_the_same_school_and_another_seed_another(small):
    school = small.reporting[0]
    assert school_data(small, school, seed=3) == school_data(small, school, seed=3)
    assert school_data(small, school, seed=3) != school_data(small, school, seed=4)


def test_rules_that_contradict_each_other_are_named(tmp_path):
    impossible = programme_of(tmp_path, replaced("Вакансий <= Педагогов по штату", "Вакансий < 5; Вакансий > 10"))
    with pytest.raises(InternalError, match="Вакансий"):
        school_data(impossible, impossible.reporting[0])


def test_the_municipality_states_its_own_facts(small):
    facts = municipal_facts(small)
    assert set(facts) == {"Курсов проведено", "Курсов по заявкам"}
    assert all(isinstance(value, int) and value >= 0 for value in facts.values())


@pytest.mark.parametrize("code", programme_codes())
def test_every_shipped_programme_is_filled_by_its_own_rules(code):
    programme = read_programme(programme_file(code)).programme
    for school in programme.reporting[:5]:
        data = school_data(programme, school)
        assert broken_rules(programme, data) == []
        assert len(data.registers[STAFF]) == school.staff


def broken_rules(programme: Programme, data) -> list[str]:
    """Every required cell that is blank and every check that does not hold, asked of the conditions themselves."""
    found = []
    period = programme.passport.period
    groups = [
        (register.name, register.fields, [row.values for row in data.registers[register.name]])
        for register in programme.registers
    ]
    groups.append((FACTS, programme.school_facts, [data.facts]))
    for name, fields, rows in groups:
        for row in rows:
            related = relations(programme, data, name)
            for field in fields:
                asked = field.required or (field.required_if and holds(field.required_if, row, period, related))
                blank = is_blank(row.get(field.name))
                if blank and asked:
                    found.append(f"{name}, {field.name}: пусто")
                if not blank and field.check and not holds(field.check, row, period, related):
                    found.append(f"{name}, {field.name}: {row[field.name]}")
                if (
                    field.type is FieldType.CHOICE
                    and not blank
                    and row[field.name] not in programme.lists[field.list_name]
                ):
                    found.append(f"{name}, {field.name}: не из списка")
    return found


def relations(programme: Programme, data, asking: str):
    def related(register, row):
        others = [other.values for other in data.registers[register]]
        if asking == FACTS:
            return others
        mine = row[programme.register(asking).person_field.name]
        return [other for other in others if other[programme.register(register).person_field.name] == mine]

    return related


def test_conditions_on_a_computed_field_ask_while_the_row_is_filled_in(tmp_path):
    """An age decides what is asked of whom: nobody's years of service are bent to be asked nothing."""
    asked = (
        "Кадры ¦ Поддержка: наставничество ¦ ¦ да/нет ¦ ¦ ¦ ¦ ¦ ¦ Возраст <= 35; Стаж педагогический < 3 ¦",
        "Кадры ¦ Поддержка: стажировка ¦ ¦ да/нет ¦ ¦ ¦ ¦ ¦ ¦ Возраст <= 35; Стаж педагогический < 3 ¦",
    )
    programme = programme_of(tmp_path, with_sheet("Организации", SCHOOLS, base=with_rows("Поля", *asked)))
    rows = [row.values for one in programme.reporting for row in school_data(programme, one).registers[STAFF]]
    beginners = [row for row in rows if row["Возраст"] <= 35 and row["Стаж педагогический"] < 3]
    assert 0.05 < len(beginners) / len(rows) < 0.3
    assert {row["Поддержка: стажировка"] for row in beginners} == {"да", "нет"}


def test_a_year_ago_the_same_people_did_a_little_less(small):
    def diagnosed(year_before: bool) -> tuple[set[str], int]:
        data = [school_data(small, school, seed=7, year_before=year_before) for school in small.reporting]
        rows = [row.values for each in data for row in each.registers[STAFF]]
        return {str(row["ФИО"]) for row in rows}, sum(row["Диагностика"] == YES for row in rows)

    (people, now), (then_people, then) = diagnosed(False), diagnosed(True)
    assert people == then_people
    assert 0.7 * now < then < now
