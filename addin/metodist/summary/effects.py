"""Measures and recommendations against what the indicators came to afterwards; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from metodist.domain.dynamics import DISTRICT, Change, Movement
from metodist.domain.effects import EffectAnalysis, IssuedAdvice, MeasureEffect, MeasureKind, Verdict
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcome_tests import is_yes_no
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme
from metodist.domain.roadmap import Activity, ActivityKind
from metodist.domain.summary import Summary
from metodist.domain.values import fold
from metodist.messages import say
from metodist.summary.advice_texts import aim_shown, district_text, title_of, value_of

_LISTS = (IndicatorKind.DISTRIBUTION, IndicatorKind.RANKING)
#: What is said of each verdict.
_PROBLEMS = {
    Verdict.WORSENED: "effects.problem_worse",
    Verdict.IMPROVED: "effects.problem_not_yet",
    Verdict.UNKNOWN: "effects.problem_unknown",
    Verdict.SAME: "effects.problem_same",
    Verdict.UNCONFIRMED: "effects.problem_unsure",
}
#: The worst first.
_ORDER = (Verdict.WORSENED, Verdict.SAME, Verdict.UNCONFIRMED, Verdict.IMPROVED, Verdict.UNKNOWN)


def effects_of(summary: Summary, issued: Sequence[IssuedAdvice]) -> EffectAnalysis:
    """The draft of the analysis of effect.

    Args:
        summary: This period's, with its dynamics.
        issued: The recommendations of the period before, as the archive keeps them.
    """
    day, dynamics = summary.built.date(), summary.analysis.dynamics
    if not dynamics.has_earlier:
        return EffectAnalysis(day, reason=say("effects.nothing_before"))
    measures = tuple(_measures(summary))
    recommendations = tuple(_recommendations(summary, issued))
    return EffectAnalysis(
        day,
        dynamics.periods[-2],
        measures,
        recommendations,
        tuple(_problems((*measures, *recommendations))),
        "" if measures or recommendations else say("effects.nothing_measured"),
    )


def _measures(summary: Summary) -> Iterator[MeasureEffect]:
    """Sections of activities and single decisions, each with the indicators that it serves."""
    programme = summary.programme
    analyses = {fold(one.section): one for one in programme.roadmap if one.kind is ActivityKind.EFFECT}
    for kind, rows in _measured_rows(programme):
        measure = rows[0].section if kind is MeasureKind.ACTIVITY else rows[0].title
        analysis = analyses.get(fold(rows[0].title)) or analyses.get(fold(rows[0].section))
        for indicator in _served(programme, rows):
            series = summary.analysis.dynamics.of(indicator.code)
            change = series.change if series else None
            now = summary.municipality.get(indicator.code)
            before = change.before.outcome if change else None
            sides = _Sides(DISTRICT, programme.passport.municipality, indicator, before, now, change)
            yield _effect(kind, _numbers(rows), measure, sides, analysis)


def _measured_rows(programme: Programme) -> Iterator[tuple[MeasureKind, tuple[Activity, ...]]]:
    """Activities by section, decisions one by one, in the roadmap's order."""
    sections: dict[str, list[Activity]] = {}
    for one in programme.roadmap:
        if one.kind is ActivityKind.ACTIVITY:
            sections.setdefault(one.section, []).append(one)
    for rows in sections.values():
        yield MeasureKind.ACTIVITY, tuple(rows)
    for one in programme.roadmap:
        if one.kind is ActivityKind.DECISION:
            yield MeasureKind.DECISION, (one,)


def _numbers(rows: Sequence[Activity]) -> str:
    return rows[0].number if len(rows) == 1 else f"{rows[0].number}–{rows[-1].number}"


def _served(programme: Programme, rows: Sequence[Activity]) -> tuple[Indicator, ...]:
    """Indicators of the measure's direction; else of its goals. Those with a target where there are any."""
    direction, goals = fold(rows[0].section), {goal for row in rows for goal in row.goals}
    compared = [one for one in programme.indicators if one.kind not in _LISTS]
    found = [one for one in compared if one.direction and fold(one.direction) == direction]
    found = found or [one for one in compared if goals & set(one.goals)]
    aimed = [one for one in found if one.target is not None]
    return tuple(aimed or found)


def _recommendations(summary: Summary, issued: Sequence[IssuedAdvice]) -> Iterator[MeasureEffect]:
    """Last period's recommendations to schools that handed in again, and to the municipality's own addressees."""
    indicators = {one.code: one for one in summary.programme.indicators} | _renamed(summary.programme)
    results = {one.organisation.code: one for one in summary.schools}
    for one in issued:
        indicator, result = indicators.get(one.indicator), results.get(one.school)
        if indicator is None or indicator.kind in _LISTS or (one.school and result is None):
            continue
        series = summary.analysis.dynamics.of(indicator.code, one.school)
        change = series.change if series else None
        now = (result.outcomes if result else summary.municipality).get(indicator.code)
        before = change.before.outcome if change and change.before.outcome else _kept(one, indicator)
        name = result.organisation.short_name if result else one.name
        sides = _Sides(one.school, name, indicator, before, now, change)
        yield _effect(MeasureKind.RECOMMENDATION, one.rule, one.text, sides, None)


def _renamed(programme: Programme) -> dict[str, Indicator]:
    """Indicators by the code that they had before; one that was split has no single successor."""
    known = {one.code for one in programme.indicators}
    successors: dict[str, list[Indicator]] = {}
    for one in programme.indicators:
        for code in one.continues or ():
            successors.setdefault(code, []).append(one)
    return {code: found[0] for code, found in successors.items() if len(found) == 1 and code not in known}


def _kept(issued: IssuedAdvice, indicator: Indicator) -> Outcome | None:
    """The outcome that the recommendation itself remembers."""
    if issued.number is None:
        return None
    return Outcome(indicator.code, indicator.kind, issued.numerator, issued.denominator, issued.number)


@dataclass(frozen=True, slots=True)
class _Sides:
    """An indicator before and after, of whom."""

    school: str
    name: str
    indicator: Indicator
    before: Outcome | None
    now: Outcome | None
    change: Change | None

    @property
    def verdict(self) -> Verdict:
        return _verdict(self)

    @property
    def texts(self) -> tuple[str, str]:
        shown = value_of if self.school else district_text
        return shown(self.indicator, self.before), shown(self.indicator, self.now)


def _effect(kind: MeasureKind, number: str, measure: str, sides: _Sides, analysis: Activity | None) -> MeasureEffect:
    return MeasureEffect(
        kind=kind,
        number=number,
        measure=measure,
        addressee=sides.name,
        school=sides.school,
        indicator=sides.indicator,
        before=sides.before,
        now=sides.now,
        change=sides.change,
        verdict=sides.verdict,
        before_text=sides.texts[0],
        now_text=sides.texts[1],
        problem=_problem(sides),
        analysis=analysis.title if analysis else "",
        analysis_term=analysis.term if analysis else "",
    )


def _verdict(sides: _Sides) -> Verdict:
    before, now, change = sides.before, sides.now, sides.change
    if before is None or now is None or now.value is None:
        return Verdict.UNKNOWN
    if change is None:
        return Verdict.SAME if before.value == now.value else Verdict.UNCONFIRMED
    if not change.is_confirmed:
        return Verdict.SAME if change.movement is Movement.SAME else Verdict.UNCONFIRMED
    better = change.is_better(higher_is_better=sides.indicator.higher_is_better)
    return Verdict.IMPROVED if better else Verdict.WORSENED


def _problem(sides: _Sides) -> str:
    """What is left to do; empty where the indicator reached its target, or improved and has none."""
    indicator, verdict = sides.indicator, sides.verdict
    reached = indicator.reached(sides.now.value if sides.now else None)
    if verdict is not Verdict.WORSENED and (reached or (reached is None and _is_fine(sides))):
        return ""
    aim = ""
    if indicator.target is not None:
        aim = say("effects.aim_reached" if reached else "effects.aim_missed", target=aim_shown(indicator))
    before, now = sides.texts
    text = say(_PROBLEMS[verdict], code=indicator.code, title=title_of(indicator), before=before, now=now, aim=aim)
    return f"{text.rstrip('.')}."  # a unit may end with a full stop of its own


def _is_fine(sides: _Sides) -> bool:
    """Without a target: it improved, or there is what there should be."""
    yes = is_yes_no(sides.indicator) and sides.now is not None and sides.now.value == 1
    return yes or sides.verdict is Verdict.IMPROVED


def _problems(found: Sequence[MeasureEffect]) -> Iterator[str]:
    """Each problem of the municipality once, the worst first; of schools, how many have it."""
    told: dict[str, None] = {}
    for verdict in _ORDER:
        for one in found:
            if one.verdict is verdict and not one.school and one.problem:
                told.setdefault(one.problem)
    schools: dict[str, list[MeasureEffect]] = {}
    for one in found:
        if one.school and one.problem:
            schools.setdefault(one.indicator.code, []).append(one)
    yield from told
    for members in sorted(schools.values(), key=lambda members: -len(members)):
        first = members[0].indicator
        names = ", ".join(dict.fromkeys(one.addressee for one in members))
        yield say("effects.problem_schools", code=first.code, title=title_of(first), schools=names)
