"""A summary without small groups; people who are named in a text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents_sample import sample_summary
from metodist.domain.analysis import Analysis
from metodist.domain.dynamics import Dynamics, Point, Series
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme
from metodist.domain.returns import RegisterRow
from metodist.services.publishing import few_in, named_in, public_edition, teachers

KNOWN = frozenset({("иванова", "АА"), ("петров", "БВ")})


def test_an_indicator_of_few_people_is_left_out_and_named(small_programme: Programme) -> None:
    summary = sample_summary(small_programme)
    few = replace(summary.municipality["1.1"], numerator=3.0, denominator=4.0, value=0.75)
    edition = public_edition(replace(summary, municipality={**summary.municipality, "1.1": few}))
    assert [one.code for one in edition.left_out][:1] == ["1.1"]
    assert "1.1" not in {one.code for one in edition.summary.programme.indicators}
    assert "1.1" not in edition.summary.headlines


def test_dynamics_of_the_municipality_go_over_and_those_of_schools_and_of_few_people_do_not(
    small_programme: Programme,
) -> None:
    summary = sample_summary(small_programme)
    period, outcomes = small_programme.passport.period, summary.municipality
    few = replace(outcomes["1.2"], numerator=2.0, denominator=30.0)
    series = {
        ("1.1", ""): Series("1.1", "", (Point(period, outcomes["1.1"]),)),
        ("1.2", ""): Series("1.2", "", (Point(period, few), Point(period, outcomes["1.2"]))),
        ("1.1", "ОО-01"): Series("1.1", "ОО-01", (Point(period, outcomes["1.1"]),)),
    }
    analysis = Analysis(dynamics=Dynamics((period,), series))
    public = public_edition(replace(summary, analysis=analysis)).summary.analysis.dynamics
    assert list(public.series) == [("1.1", "")]


def test_hidden_schools_have_no_value_no_rank_and_no_part_in_the_statistics(small_programme: Programme) -> None:
    summary = sample_summary(small_programme)
    edition = public_edition(summary)
    hidden = edition.hidden["1.1"]
    assert hidden
    public = {one.organisation.code: one.outcomes["1.1"] for one in edition.summary.schools}
    assert {code for code, outcome in public.items() if outcome.value is None} == hidden
    assert not hidden & edition.summary.ranks["1.1"].keys()
    values = [outcome.value for code, outcome in public.items() if code not in hidden]
    assert edition.summary.statistics["1.1"].minimum == min(value for value in values if value is not None)


def test_nothing_of_fewer_than_five_is_left_in_a_public_summary(small_programme: Programme) -> None:
    edition = public_edition(sample_summary(small_programme))
    people = {one.code: one for one in edition.summary.programme.indicators if one.scope == "Кадры"}
    outcomes: list[Outcome] = [edition.summary.municipality[code] for code in people]
    outcomes += [school.outcomes[code] for school in edition.summary.schools for code in people]
    for outcome in outcomes:
        for ratio in outcome.breakdown.values():
            assert ratio.numerator == 0 or ratio.numerator >= 5
        if outcome.denominator is not None:
            assert outcome.denominator >= 5 or outcome.denominator == 0


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Отметить Иванову А. А.", ""),
        ("лучший результат — Иванова А.А.", "Иванова А.А."),
        ("А.\u00a0А.\u00a0Иванова", "А.\u00a0А.\u00a0Иванова"),
        ("Петров Богдан Васильевич", "Петров Богдан Васильевич"),
        ("Иванова Б. Б.", ""),
        ("Школа имени А. С. Пушкина", ""),
    ],
)
def test_a_teacher_is_found_under_every_form_of_the_name(text: str, person: str) -> None:
    assert named_in(text, KNOWN) == person


def test_who_signs_documents_is_no_secret(small_programme: Programme) -> None:
    summary = sample_summary(small_programme)
    school = summary.schools[0]
    rows = (
        RegisterRow(7, {"ФИО": "Иванова Анна Андреевна"}),  # the head of the department teaches too
        RegisterRow(8, {"ФИО": "Кузнецова Яна Юрьевна"}),
    )
    data = replace(school.data, registers={"Кадры": rows})
    known = teachers(replace(summary, schools=(replace(school, data=data),)))
    assert known == {("кузнецова", "ЯЮ")}


@pytest.mark.parametrize(
    ("text", "few"),
    [
        ("диагностику прошли 3 из 12", "3 из 12"),
        ("66,7 % (10 из 12)", "10 из 12"),
        ("744 из 1\u00a0141", ""),
        ("сдали 2 из 26 школ", ""),
        ("достигнуто 3 из 8 показателей", ""),
        ("0 из 40", ""),
    ],
)
def test_few_people_in_a_text(text: str, few: str) -> None:
    assert few_in(text) == few
