"""Dynamics, groups and factors come into documents; where there is nothing to say, the reason stands there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from documents_sample import sample_summary
from metodist.documents.analysis_parts import analysed
from metodist.documents.completeness import late_text
from metodist.documents.effect import EffectAnalysis, build_effect
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.domain.analysis import Analysis
from metodist.domain.association import Effect
from metodist.domain.clusters import Cluster, Clustering
from metodist.domain.dynamics import DISTRICT, Change, Dynamics, Movement, Point, Series, Test
from metodist.domain.effects import EffectAnalysis as Measured
from metodist.domain.effects import MeasureEffect, MeasureKind, Verdict
from metodist.domain.factors import FactorClass, FactorKind, Factors, Link
from metodist.domain.outcomes import Outcome
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.domain.roadmap import ActivityKind
from metodist.domain.summary import Summary
from metodist.programme.plan import plan_of

NBSP = "\u00a0"


@pytest.fixture(scope="module")
def summary(small_programme: Programme) -> Summary:
    return sample_summary(small_programme)


def _with_analysis(summary: Summary) -> Summary:
    indicator = summary.programme.indicators[0]
    before, now = Period(2025), Period(2026)
    points = (
        Point(before, Outcome("1.1", indicator.kind, 60, 120, 0.5)),
        Point(now, Outcome("1.1", indicator.kind, 87, 129, 87 / 129)),
    )
    change = Change(*points, Movement.GREW, Test.SHARES, 0.17, ((60, 120), (87, 129)), 6, 0.001, 0.002)
    series = {("1.1", DISTRICT): Series("1.1", DISTRICT, points, change)}
    cluster = Cluster("А", "сильнее района — «диагностика»", {}, ("ОО-01", "ОО-03"))
    link = Link("1.1", "Тип школы: сельская", FactorKind.NUMBER, Effect(-0.7, None, 0.001, 6), 0.004)
    classes = {"Тип школы: сельская": FactorClass("Тип школы: сельская", "внешний", "отрицательный", "нет")}
    analysis = Analysis(
        Dynamics((before, now), series),
        Clustering(clusters=(cluster,)),
        Factors(("1.1",), {}, (link, replace(link, corrected=0.5)), classes),
    )
    return replace(summary, analysis=analysis)


def test_without_an_analysis_the_note_says_why(summary: Summary) -> None:
    parts = analysed(summary, 5)
    assert (parts.dynamics, parts.clusters, parts.factors) == ((), (), ())
    assert parts.compared.startswith("Прошлых периодов в архиве нет")
    assert parts.no_clusters
    assert parts.no_factors == "Подтверждённых связей показателей со сведениями о школах нет."


def test_every_table_of_the_analysis_has_the_next_number(summary: Summary) -> None:
    parts = analysed(_with_analysis(summary), 5)
    assert (parts.dynamics_number, parts.clusters_number, parts.factors_number) == ("5", "6", "7")
    (row,) = parts.dynamics
    assert (row.before, row.now, row.change) == (f"50,0{NBSP}%", f"67,4{NBSP}%", "рост подтверждён")
    assert parts.clusters[0].schools == "Школа № 1, Школа № 3"
    (factor,) = parts.factors  # the other one is explained by chance
    assert "показатель обычно ниже" in factor.finding
    assert (factor.origin, factor.influence, factor.on_heads) == ("внешний", "отрицательный", "нет")


def test_who_was_late_is_told_by_days(summary: Summary) -> None:
    passport = replace(summary.programme.passport, deadline=date(2026, 12, 4))
    late = replace(summary, programme=replace(summary.programme, passport=passport))
    assert late_text(late) == (
        f"05.12.2026, на 1{NBSP}день позже срока, — Школа № 5; 06.12.2026, на 2{NBSP}дня позже срока, — Школа № 6"
    )
    assert late_text(summary) == ""
    assert late_text(replace(late, programme=replace(late.programme, passport=replace(passport, deadline=None)))) == ""


def _effect(summary: Summary) -> EffectAnalysis:
    programme = summary.programme
    return build_effect(Inputs(programme, summary, datetime(2026, 12, 22), plan=plan_of(programme))).context


def test_the_analysis_of_effect_compares_the_indicators_of_the_measures_goal(summary: Summary) -> None:
    goal = replace(summary.programme.roadmap[2], goals=("1",))
    programme = replace(summary.programme, roadmap=(*summary.programme.roadmap[:2], goal))
    (row,) = _effect(replace(_with_analysis(summary), programme=programme)).rows
    assert [(one.code, one.before) for one in row.indicators] == [("1.1", f"50,0{NBSP}%"), ("1.2", "—"), ("1.3", "—")]


def test_measures_of_the_period_before_stand_with_their_verdicts(summary: Summary) -> None:
    indicator = summary.programme.indicators[0]
    one = MeasureEffect(
        MeasureKind.RECOMMENDATION, "1", "провести диагностику", "Школа № 1", "ОО-01", indicator, None, None, None,
        Verdict.IMPROVED, "50,0 %", "67,4 %", "",
    )  # fmt: skip
    measured = Measured(date(2026, 12, 22), Period(2025), (), (one,), ("Показатель 1.2 ухудшился.",))
    context = _effect(replace(summary, effect=measured))
    assert [(row.measure, row.verdict) for row in context.measured] == [("Провести диагностику", "улучшение")]
    assert context.problems == ("Показатель 1.2 ухудшился",)


def test_without_planned_analyses_and_an_earlier_period_there_is_no_document(summary: Summary) -> None:
    roadmap = tuple(one for one in summary.programme.roadmap if one.kind is not ActivityKind.EFFECT)
    with pytest.raises(NotMadeError, match="сравнить нечего"):
        _effect(replace(summary, programme=replace(summary.programme, roadmap=roadmap)))
