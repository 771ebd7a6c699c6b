"""Invented answers keep the rules of whatever programme they are invented for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from metodist.domain.conditions import EVERY, holds
from metodist.domain.fields import FACTS, STAFF, Computed, Field, FieldType, Formula, Register
from metodist.domain.periods import Period
from metodist.domain.programme import FactSum, Indicator, IndicatorKind, Organisation, Passport, Programme
from metodist.domain.values import YES, is_blank
from metodist.errors import InternalError
from metodist.programme.conditions import parse_condition
from metodist.programme.reader import read_programme
from metodist.programme.vocabulary import Vocabulary
from metodist.services.demo_data import school_data
from metodist.services.resources import programme_codes, programme_file

PERIOD = Period(2026)
LISTS = {"категории": ("высшая", "первая", "без категории"), "уровни": ("муниципальный", "региональный")}

# реестр | поле | тип | список | пределы | обязательно | обязательно, если | проверка
SMALL = """
Кадры    | ФИО              | ФИО         |           |       | да |                  |
Кадры    | Дата рождения    | дата        |           |       | да |                  |
Кадры    | Возраст          | вычисляемое |           |       |    |                  | Возраст >= 18
Кадры    | Стаж общий       | целое       |           | 0–60  | да |                  |
Кадры    | Стаж педагогический | целое    |           | 0–60  | да |                  | Стаж педагогический <= Стаж общий
Кадры    | Молодой педагог  | да/нет      |           |       | да |                  | Молодой педагог = нет | (Возраст <= 35; Стаж педагогический <= 3)
Кадры    | Категория        | список      | категории |       | да |                  | Категория <> высшая | Стаж педагогический >= 5
Кадры    | Диагностика      | да/нет      |           |       | да |                  |
Кадры    | Дата диагностики | дата        |           |       |    | Диагностика = да | Диагностика = да; Дата диагностики >= {начало}; Дата диагностики <= {конец}
Кадры    | Дефицит: цифровые | да/нет     |           |       |    | Диагностика = да | Диагностика = да
Кадры    | Призёр           | да/нет      |           |       | да |                  | Призёр = нет | есть(Конкурсы: Уровень = региональный)
Конкурсы | Педагог          | педагог     |           |       | да |                  |
Конкурсы | Уровень          | список      | уровни    |       | да |                  |
Конкурсы | Место            | целое       |           | 1–3   |    | Уровень = региональный |
Сведения | Педагогов по штату | целое     |           | 0–500 | да |                  |
Сведения | Обучено          | целое       |           | 0–500 | да |                  | Обучено <= Педагогов по штату
Сведения | Обучено в прошлом году | целое |           | 0–500 | да |                  |
Сведения | Положение о наставничестве | наличие |     |       | да |                  |
"""  # noqa: E501


@pytest.fixture(scope="module")
def small() -> Programme:
    return programme_of(SMALL)


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
    assert PERIOD.start <= answers[True].date <= PERIOD.end
    assert answers[False] is None


def test_last_years_number_is_near_this_years(district):
    pairs = [(data.facts["Обучено"], data.facts["Обучено в прошлом году"]) for data in district.values()]
    assert all(0.65 * now - 1 <= before <= 1.05 * now + 1 for now, before in pairs)


def test_the_same_seed_gives_the_same_school_and_another_seed_another(small):
    school = small.reporting[0]
    assert school_data(small, school, seed=3) == school_data(small, school, seed=3)
    assert school_data(small, school, seed=3) != school_data(small, school, seed=4)


def test_rules_that_contradict_each_other_are_named():
    impossible = programme_of(
        """
        Кадры | ФИО  | ФИО   |  |      | да | |
        Кадры | Стаж | целое |  | 0–60 | да | | Стаж < 5; Стаж > 10
        """
    )
    with pytest.raises(InternalError, match="Стаж"):
        school_data(impossible, impossible.reporting[0])


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


def programme_of(text: str) -> Programme:
    """A programme with the fields of ``text``, six schools and one indicator of change."""
    lines = [[part.strip() for part in line.split("|", 7)] for line in text.strip().splitlines()]
    plain = [plain_field(line) for line in lines]
    registers, facts = grouped(plain)
    vocabulary = Vocabulary(registers, facts, LISTS, STAFF)
    ruled = [with_rules(field, line, vocabulary) for field, line in zip(plain, lines, strict=True)]
    registers, facts = grouped(ruled)
    change = Indicator(
        "1",
        "рост",
        IndicatorKind.CHANGE,
        FACTS,
        numerator=FactSum(("Обучено",)),
        denominator=FactSum(("Обучено в прошлом году",)),
    )
    schools = tuple(Organisation(f"ОО-{n:02}", f"Школа № {n}", f"Школа № {n}", staff=30 + n) for n in range(1, 7))
    passport = Passport("small", "Пример", "Пример", PERIOD, deadline=date(2026, 11, 20))
    return Programme(passport, (), registers, facts, LISTS, {}, (change,), (), (), (), schools, (), (), "1")


def plain_field(line: list[str]) -> Field:
    register, name, kind, list_name, limits, required, *_ = line
    low, _, high = limits.partition("–")
    kind = FieldType(kind)
    return Field(
        register,
        name,
        kind,
        list_name=list_name,
        minimum=int(low) if low else None,
        maximum=int(high) if high else None,
        required=required == "да",
        computed=Computed(Formula.AGE, "Дата рождения") if kind is FieldType.COMPUTED else None,
    )


def with_rules(field: Field, line: list[str], vocabulary: Vocabulary) -> Field:
    asked, check = (parse_condition(text, vocabulary.at(field.register)) for text in line[6:8])
    return replace(field, required_if=None if asked == EVERY else asked, check=None if check == EVERY else check)


def grouped(fields: list[Field]) -> tuple[tuple[Register, ...], tuple[Field, ...]]:
    names = dict.fromkeys(field.register for field in fields if field.register != FACTS)
    registers = tuple(Register(name, tuple(f for f in fields if f.register == name)) for name in names)
    return registers, tuple(field for field in fields if field.register == FACTS)
