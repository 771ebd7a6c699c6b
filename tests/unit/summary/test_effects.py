"""What became of measures and recommendations: before and after, and the problem that is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from metodist.domain.analysis import Analysis
from metodist.domain.dynamics import PeriodResults
from metodist.domain.effects import EffectAnalysis, IssuedAdvice, MeasureKind, Verdict
from metodist.domain.outcomes import Outcome
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.domain.returns import RegisterRow, SchoolData
from metodist.domain.roadmap import Activity, ActivityKind
from metodist.domain.wording import NBSP
from metodist.summary.dynamics import dynamics_of
from metodist.summary.effects import effects_of
from summary_samples import organisations, summary_of

YOUNG = "Молодые педагоги"
ROADMAP = (
    Activity("1", ActivityKind.ACTIVITY, "Диагностика", "Провести диагностику", goals=("1",)),
    Activity("2", ActivityKind.ACTIVITY, "Диагностика", "Обсудить итоги", goals=("1",)),
    Activity("Р1", ActivityKind.DECISION, YOUNG, "Разработать комплекс мер"),
    Activity("А1", ActivityKind.EFFECT, "Разработать комплекс мер", "Отчёт об исполнении", "в конце учебного года"),
)


@pytest.fixture(scope="module")
def programme(small_programme: Programme) -> Programme:
    first, second, *others = small_programme.indicators
    young = replace(second, direction=YOUNG)
    indicators = (first, young, *(one for one in others if one.code not in ("1.3",)))
    return replace(small_programme, indicators=indicators, roadmap=ROADMAP, organisations=organisations(2))


def school(diagnosed: int, of: int, behind: int = 0) -> SchoolData:
    """Teachers diagnosed, and how many of them have a deficit."""
    rows = (
        {
            "ФИО": f"Педагог {row}",
            "Диагностика": "да" if row < diagnosed else "нет",
            "Дефицит: предметные": "да" if row < behind else "нет",
        }
        for row in range(of)
    )
    return SchoolData({"Кадры": tuple(RegisterRow(8 + at, row) for at, row in enumerate(rows))})


def issued(code: str, school_code: str, n: int, of: int) -> IssuedAdvice:
    text = "Провести диагностику остальных."
    return IssuedAdvice(
        "2025", school_code, "Школа", "1", code, text, f"{n} из {of}", n, of, n / of, "до 1 июня", date(2026, 1, 20)
    )


def analysed(
    programme: Programme,
    before: dict[str, tuple[int, int]],
    *now: SchoolData,
    advice: tuple[IssuedAdvice, ...] = (),
) -> EffectAnalysis:
    """This year's schools against last year's share 1.1 of each."""
    summary = summary_of(programme, {f"ОО-{place:02}": data for place, data in enumerate(now, start=1)})
    share = programme.indicators[0]

    def outcome(n: int, of: int) -> Outcome:
        return Outcome(share.code, share.kind, n, of, n / of)

    whole = outcome(*(sum(pair[side] for pair in before.values()) for side in (0, 1))) if before else None
    earlier = PeriodResults(
        Period(2025),
        {share.code: whole} if whole else {},
        {code: {share.code: outcome(*pair)} for code, pair in before.items()},
    )
    this = PeriodResults(
        Period(2026), summary.municipality, {one.organisation.code: one.outcomes for one in summary.schools}
    )
    dynamics = dynamics_of(programme, [earlier, this] if before else [this])
    return effects_of(replace(summary, analysis=Analysis(dynamics=dynamics)), advice)


def test_a_recommendation_that_was_followed_by_growth(programme: Programme) -> None:
    found = analysed(programme, {"ОО-01": (10, 40)}, school(36, 40), advice=(issued("1.1", "ОО-01", 10, 40),))

    (one,) = found.recommendations
    assert (one.kind, one.verdict, one.problem) == (MeasureKind.RECOMMENDATION, Verdict.IMPROVED, "")
    assert (one.before_text.replace(NBSP, " "), one.now_text.replace(NBSP, " ")) == (
        "25,0 % (10 из 40)",
        "90,0 % (36 из 40)",
    )


def test_growth_that_does_not_reach_the_target_leaves_a_problem(programme: Programme) -> None:
    found = analysed(programme, {"ОО-01": (10, 40)}, school(28, 40), advice=(issued("1.1", "ОО-01", 10, 40),))

    (one,) = found.recommendations
    assert one.verdict is Verdict.IMPROVED
    assert one.problem.replace(NBSP, " ") == (
        "Показатель 1.1 «Доля педагогов, прошедших диагностику» улучшился, но недостаточно: прежде — 25,0 % (10 из "
        "40), теперь — 70,0 % (28 из 40), цель 80 % не достигнута."
    )


def test_what_chance_explains_is_no_improvement(programme: Programme) -> None:
    found = analysed(programme, {"ОО-01": (20, 40)}, school(22, 40), advice=(issued("1.1", "ОО-01", 20, 40),))

    assert found.recommendations[0].verdict is Verdict.UNCONFIRMED
    assert "не подтверждено" in found.recommendations[0].problem


def test_without_last_years_table_the_recommendations_own_numbers_stand(programme: Programme) -> None:
    """The archive lost the school's table; the recommendation remembers what it rested on."""
    found = analysed(
        programme, {"ОО-02": (20, 40)}, school(22, 40), school(30, 40), advice=(issued("1.1", "ОО-01", 20, 40),)
    )

    (one,) = found.recommendations
    assert one.before is not None
    assert (one.before.numerator, one.verdict) == (20, Verdict.UNCONFIRMED)


def test_a_school_that_did_not_hand_in_again_is_passed_over(programme: Programme) -> None:
    advice = (issued("1.1", "ОО-02", 10, 40), issued("9.9", "ОО-01", 10, 40))

    assert analysed(programme, {"ОО-01": (10, 40)}, school(36, 40), advice=advice).recommendations == ()


def test_measures_are_held_against_the_indicators_that_they_serve(programme: Programme) -> None:
    found = analysed(programme, {"ОО-01": (10, 40)}, school(36, 40, behind=20))

    told = [(one.kind, one.number, one.measure, one.indicator.code, one.verdict) for one in found.measures]
    assert told == [
        (MeasureKind.ACTIVITY, "1–2", "Диагностика", "1.1", Verdict.IMPROVED),
        (MeasureKind.ACTIVITY, "1–2", "Диагностика", "1.2", Verdict.UNKNOWN),
        (MeasureKind.DECISION, "Р1", "Разработать комплекс мер", "1.2", Verdict.UNKNOWN),
    ]
    assert (found.measures[2].analysis, found.measures[2].analysis_term) == (
        "Отчёт об исполнении",
        "в конце учебного года",
    )


def test_problems_name_the_municipality_first_then_the_schools(programme: Programme) -> None:
    advice = (issued("1.1", "ОО-01", 30, 40), issued("1.1", "ОО-02", 30, 40))
    found = analysed(programme, {"ОО-01": (39, 40), "ОО-02": (39, 40)}, school(20, 40), school(20, 40), advice=advice)

    assert (
        found.problems[0]
        .replace(NBSP, " ")
        .startswith("Показатель 1.1 «Доля педагогов, прошедших диагностику» ухудшился")
    )
    assert found.problems[-1].endswith("проблема осталась у школ: Школа № 1, Школа № 2.")
    assert len(found.problems) == len(set(found.problems))


def test_the_first_year_has_nothing_to_compare_with(programme: Programme) -> None:
    found = analysed(programme, {}, school(36, 40))

    assert (found.everything, found.previous) == ((), None)
    assert "сравнивать не с чем" in found.reason
