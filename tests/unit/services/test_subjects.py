"""Whom a document is about: a school by code or name, one teacher by name, never a guess among namesakes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents_sample import sample_summary
from metodist.domain.programme import Programme
from metodist.domain.summary import Summary
from metodist.errors import UserError
from metodist.services.subjects import chosen_schools, chosen_teacher


@pytest.fixture(scope="module")
def summary(small_programme: Programme) -> Summary:
    return sample_summary(small_programme)


def test_without_a_name_every_accepted_school_is_chosen(summary: Summary) -> None:
    assert [one.code for one in chosen_schools(summary, "")] == [f"ОО-0{number}" for number in range(1, 7)]


@pytest.mark.parametrize("text", ["ОО-02", "оо-02", "Школа  № 2", "Муниципальное учреждение «Школа № 2»"])
def test_a_school_is_known_by_code_and_names(text: str, summary: Summary) -> None:
    assert [one.code for one in chosen_schools(summary, text)] == ["ОО-02"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("ОО-08", "Таблица школы «ОО-08» ещё не принята"), ("ОО-99", r"нет школы «ОО-99».*ОО-01 \(Школа № 1\)")],
)
def test_a_school_without_an_accepted_table_and_an_unknown_one_are_told_apart(
    text: str, complaint: str, summary: Summary
) -> None:
    with pytest.raises(UserError, match=complaint):
        chosen_schools(summary, text)


def test_a_teacher_is_found_by_name(summary: Summary) -> None:
    found = chosen_teacher(summary, "педагог 1-3")
    assert (found.school.code, found.row.values["ФИО"]) == ("ОО-02", "Педагог 1-3")


@pytest.mark.parametrize(
    ("person", "complaint"),
    [("", "педагог не назван"), ("Педагог 9-9", "нет педагога «Педагог 9-9»")],
)
def test_nobody_is_never_somebody(person: str, complaint: str, summary: Summary) -> None:
    with pytest.raises(UserError, match=complaint):
        chosen_teacher(summary, person)


def test_namesakes_are_told_apart_by_school_and_row(summary: Summary) -> None:
    first, second, *others = summary.schools
    namesake = replace(second.data.registers["Кадры"][0], values={"ФИО": "Педагог 0-0"})
    double = replace(namesake, sheet_row=99)
    data = replace(second.data, registers={"Кадры": (namesake, double)})
    shared = replace(summary, schools=(first, replace(second, data=data), *others))
    with pytest.raises(UserError, match=r"несколько: ОО-01 .*, строка 7, ОО-02 .*, строка 7, ОО-02 .*, строка 99"):
        chosen_teacher(shared, "Педагог 0-0")
    assert chosen_teacher(shared, "Педагог 0-0", "ОО-01").school.code == "ОО-01"
    assert chosen_teacher(shared, "Педагог 0-0, строка 99").row.sheet_row == 99
