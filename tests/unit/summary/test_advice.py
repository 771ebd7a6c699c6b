"""Recommendations with proof: every number is the school's own, a practice is named only where one was recorded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from metodist.domain.analysis import Analysis
from metodist.domain.clusters import Cluster, Clustering, Membership
from metodist.domain.indicators import IndicatorKind
from metodist.domain.outcome_tests import is_yes_no
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme
from metodist.domain.recommendations import Advice, SchoolAdvice
from metodist.domain.returns import Evidence, RegisterRow, SchoolData
from metodist.domain.summary import Summary
from metodist.domain.values import Value
from metodist.domain.wording import NBSP
from metodist.services.demo_data import school_data
from metodist.summary.advice import advise
from metodist.summary.practices import tidy
from programme_text import SMALL, programme_from, replaced
from summary_samples import organisations, summary_of

PRACTICES = """
Реестры ¦ Практики ¦ одна строка — одна практика"""
PRACTICE_FIELDS = """
Практики ¦ Практика ¦ ¦ текст ¦ ¦ ¦ ¦ ¦ да ¦ ¦ ¦ ¦ ¦ ¦
Практики ¦ Показатель ¦ ¦ текст ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦ ¦"""
RULES = """
# Правила рекомендаций
№ ¦ Показатель ¦ Условие ¦ Рекомендация ¦ Адресат ¦ Материал ¦ Срок
1 ¦ 1.1 ¦ хуже цели ¦ Провести диагностику в {школа}: не хватает {ещё}. Взять за образец: {практика}. ¦ ¦ Памятка для {школа} ¦ до 1 июня
2 ¦ 1.1 ¦ хуже цели ¦ Обсудить. ¦ категория: сельская
3 ¦ 2.1 ¦ нет ¦ Изучить практику: {практика}.
"""


@pytest.fixture(scope="module")
def programme() -> Programme:
    text = replaced("\n# Цели", f"{PRACTICES}\n\n# Цели")
    text = replaced("\n\n# Списки", f"{PRACTICE_FIELDS}\n\n# Списки", text)
    return replace(programme_from(text), organisations=organisations(4))


def people(diagnosed: int, of: int) -> tuple[RegisterRow, ...]:
    rows = ({"ФИО": f"Педагог {row}", "Диагностика": "да" if row < diagnosed else "нет"} for row in range(of))
    return tuple(RegisterRow(8 + at, row) for at, row in enumerate(rows))


def school(diagnosed: int, of: int, order: str = "да", practices: Sequence[tuple[str, str]] = ()) -> SchoolData:
    """A school: teachers diagnosed, whether there is an order on mentoring, practices with their indicators."""
    facts: dict[str, Value] = {"Положение о наставничестве": order}
    proof = {"Положение о наставничестве": Evidence("Положение", "15", None)} if order == "да" else {}
    rows = tuple(
        RegisterRow(8 + at, {"Практика": title, "Показатель": code}) for at, (title, code) in enumerate(practices)
    )
    return SchoolData({"Кадры": people(diagnosed, of), "Практики": rows}, facts, proof)


def summed(programme: Programme, *schools: SchoolData) -> Summary:
    return summary_of(programme, {f"ОО-{number:02}": data for number, data in enumerate(schools, start=1)})


def of_first(summary: Summary, code: str) -> Advice:
    return next(item for item in advise(summary).schools[0].items if item.indicator.code == code)


def test_the_proof_names_indicator_value_counts_target_and_municipality(programme: Programme) -> None:
    advice = of_first(summed(programme, school(25, 40), school(38, 40)), "1.1")

    assert advice.ground.replace(NBSP, " ") == (
        "Показатель 1.1 «Доля педагогов, прошедших диагностику»: 62,5 % (25 из 40); цель 80 % не достигнута, не хватает "
        "7 педагогов; по муниципалитету — 78,8 % (63 из 80)."
    )
    assert advice.few == ""


def test_a_small_number_is_said(programme: Programme) -> None:
    advice = of_first(summed(programme, school(1, 4), school(38, 40)), "1.1")

    assert "малому числу (4)" in advice.few
    assert "25,0" in advice.few


def test_a_practice_is_of_a_school_that_does_well_and_recorded_it_about_that_indicator(programme: Programme) -> None:
    good = school(39, 40, practices=[("Чужая", "2.3"), ("Школа диагностики", "1.1")])
    advice = of_first(summed(programme, school(25, 40), good, school(40, 40)), "1.1")

    assert advice.practice is not None
    assert advice.practice.school == "ОО-02"
    assert advice.practice_text.replace(NBSP, " ") == (
        "Школа № 2 — 97,5 % (39 из 40): практика «Школа диагностики» (реестр «Практики»)"
    )


@pytest.mark.parametrize(
    "other",
    [
        school(40, 40),  # does well, recorded nothing
        school(30, 40, practices=[("Школа диагностики", "1.1")]),  # recorded, but misses the target
        school(5, 5, practices=[("Школа диагностики", "1.1")]),  # so few teachers show nothing
        school(39, 40, practices=[("Школа диагностики", "2.3")]),  # about something else
    ],
)
def test_what_was_not_recorded_or_does_not_work_is_not_claimed(programme: Programme, other: SchoolData) -> None:
    advice = of_first(summed(programme, school(25, 40), other), "1.1")

    assert (advice.practice, advice.practice_text) == (None, "")


def test_a_school_learns_from_its_own_group_first(programme: Programme) -> None:
    good = [("Школа диагностики", "1.1")]
    summary = summed(programme, school(25, 40), school(40, 40, practices=good), school(33, 40, practices=good))
    members = [Membership(f"ОО-{n:02}", letter, letter, {}, 1.0) for n, letter in ((1, "А"), (2, "Б"), (3, "А"))]
    clusters = tuple(Cluster(letter, f"группа {letter}", {}, ()) for letter in "АБ")
    grouped = replace(summary, analysis=Analysis(clustering=Clustering(clusters=clusters, memberships=tuple(members))))

    advice = of_first(grouped, "1.1")

    assert advice.practice is not None
    assert (advice.practice.school, advice.practice.same_cluster) == ("ОО-03", True)
    assert "из той же группы школ" in advice.practice_text
    assert advise(grouped).schools[0].cluster == "А. группа А"


def test_a_document_that_a_school_named_is_a_practice_of_a_presence(programme: Programme) -> None:
    advice = of_first(summed(programme, school(38, 40, order="нет"), school(38, 40)), "2.1")

    assert advice.ground.replace(NBSP, " ") == (
        "Показатель 2.1 «Наличие положения о наставничестве»: нет; цель 100 % не достигнута; по муниципалитету — есть в "
        "1 из 2 школ (50,0 %)."
    )
    assert advice.practice_text == "Школа № 2: «Положение о наставничестве» — Положение № 15"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Положение..", "Положение"),
        ("  Приказ ,, о  наставничестве ;", "Приказ, о наставничестве"),
        ("План ( ) работы", "План работы"),
        ("{{ school }}", "school"),
        ("...", ""),
    ],
)
def test_what_a_school_typed_is_made_fit_for_a_sentence(typed: str, shown: str) -> None:
    """Else one school's stray comma would keep all documents from being written."""
    assert tidy(typed) == shown


def test_own_rules_take_the_place_of_the_general_ones(programme: Programme) -> None:
    own = programme_from(
        replaced("\n# Цели", f"{PRACTICES}\n\n# Цели", SMALL).replace("\n\n# Списки", f"{PRACTICE_FIELDS}\n\n# Списки")
        + RULES
    )
    kinds = tuple(
        replace(one, kind=kind) for one, kind in zip(organisations(2), ("городская", "сельская"), strict=True)
    )
    plan = advise(summed(replace(own, organisations=kinds), school(25, 40, "нет"), school(30, 40, "нет")))

    assert not plan.generic
    assert [[item.rule.number for item in one.items] for one in plan.schools] == [["1"], ["1", "2"]]
    assert plan.schools[0].items[0].action.replace(NBSP, " ") == (
        "Провести диагностику в Школа № 1: не хватает 7 педагогов."  # no practice: its sentence is left out
    )
    assert plan.schools[0].items[0].material == "Памятка для Школа № 1"


def test_a_school_that_needs_nothing_is_told_what_it_reached(programme: Programme) -> None:
    asked = replace(programme, indicators=programme.indicators[:1])
    (first, *_) = advise(summed(asked, school(38, 40), school(20, 40))).schools

    assert first.items == ()
    assert [text.replace(NBSP, " ") for text in first.reached] == [
        "показатель 1.1 «Доля педагогов, прошедших диагностику» — 95,0 % (38 из 40), цель 80 %"
    ]


def test_a_confirmation_rests_on_numbers_too(programme: Programme) -> None:
    """Two schools with nothing to recommend do not get the same text, unless their numbers are the same."""
    growth = next(one for one in programme.indicators if one.code == "2.4")
    asked = replace(programme, indicators=(growth,))
    data = [SchoolData(facts={"Участников сообществ": now, "Участников сообществ в прошлом году": 5}) for now in (5, 7)]
    first, second, *_ = advise(summed(asked, *data)).schools

    assert (first.items, second.items) == ((), ())
    assert [text.replace(NBSP, " ") for text in second.values] == [
        (
            "показатель 2.4 «Увеличение числа участников сообществ» — +2 чел. (было 5, стало 7), по муниципалитету — +2 чел. "
            "(было 10, стало 12)"
        )
    ]
    assert first.values != second.values


def test_a_share_of_nothing_is_unknown_not_missed(programme: Programme) -> None:
    (first, *_) = advise(summed(programme, school(0, 0), school(20, 40))).schools

    assert "1.1" in first.unknown
    assert not any(item.indicator.code == "1.1" for item in first.items)


@pytest.fixture(scope="module")
def district() -> Summary:
    """Forty schools with invented answers."""
    small = replace(programme_from(SMALL), organisations=organisations(40))
    return summary_of(small, {one.code: school_data(small, one, 7) for one in small.organisations})


def test_no_two_schools_get_the_same_text_unless_their_data_are_the_same(district: Summary) -> None:
    plan, results = advise(district), {one.organisation.code: one for one in district.schools}
    texts: dict[tuple[str, ...], list[SchoolAdvice]] = {}
    for one in plan.schools:
        texts.setdefault(said(one), []).append(one)

    for same in texts.values():
        for one in same[1:]:
            first, other = results[same[0].school], results[one.school]
            used = {item.indicator.code for item in one.items} | {item.indicator.code for item in same[0].items}
            assert [numbers(first.outcomes[code]) for code in used] == [numbers(other.outcomes[code]) for code in used]
    assert len(texts) >= len(plan.schools) - 3


def said(one: SchoolAdvice) -> tuple[str, ...]:
    """All that a school is told, without its name."""
    told = (f"{item.ground} {item.action} {item.practice_text}" for item in one.items)
    return tuple(text.replace(one.name, "") for text in (*told, *one.reached, *one.values))


def numbers(outcome: Outcome) -> tuple[object, ...]:
    return outcome.numerator, outcome.denominator, outcome.value, tuple(outcome.breakdown.items())


def test_every_number_of_a_proof_is_the_summarys(district: Summary) -> None:
    results = {one.organisation.code: one for one in district.schools}
    for one in advise(district).schools:
        for item in one.items:
            outcome = results[one.school].outcomes[item.indicator.code]
            assert item.outcome is outcome
            if item.indicator.kind is IndicatorKind.SHARE and not is_yes_no(item.indicator):
                counts = re.search(r"(\d+) из (\d+)", item.ground.replace(NBSP, ""))
                assert counts is not None
                assert (float(counts[1]), float(counts[2])) == (outcome.numerator, outcome.denominator)


def test_every_school_is_in_the_plan(district: Summary) -> None:
    assert [one.school for one in advise(district).schools] == [one.organisation.code for one in district.schools]
