"""The management cycle of a programme: which links every goal has, which are missing and what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from metodist.domain.cycle import GoalCycle, LinkState
from metodist.domain.cycle_views import Link
from metodist.domain.evidence import CriterionEvidence, EvidenceStatus, Topic
from metodist.domain.indicators import Indicator
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Goal, Programme
from metodist.domain.roadmap import Activity, ActivityKind
from metodist.domain.values import fold
from metodist.messages import say

#: Documents beside criteria, and codes of indicators about which recommendations were issued.
_Recommended = tuple[Sequence[CriterionEvidence], Collection[str]]


def management_cycle(
    programme: Programme,
    outcomes: Mapping[str, Outcome],
    evidence: Sequence[CriterionEvidence] = (),
    advised: Collection[str] = (),
) -> tuple[GoalCycle, ...]:
    """One chain a goal.

    Args:
        programme: Goals, indicators, monitorings, roadmap.
        outcomes: The municipality's, by indicator code: what there is to analyse.
        evidence: Documents beside the criteria of the rubric, the programme's own and the product's.
        advised: Codes of the indicators about which recommendations were issued: a programme without a rubric has
            no criteria that documents could show.
    """
    return tuple(_chain(programme, goal, outcomes, (evidence, advised)) for goal in programme.goals)


def _chain(programme: Programme, goal: Goal, outcomes: Mapping[str, Outcome], recommended: _Recommended) -> GoalCycle:
    indicators = tuple(one for one in programme.indicators if goal.number in one.goals)
    directions = {fold(one.direction) for one in indicators if one.direction}
    decisions = _rows(programme, ActivityKind.DECISION, goal, directions)
    effects = _rows(programme, ActivityKind.EFFECT, goal, {fold(one.title) for one in decisions})
    measures = _rows(programme, ActivityKind.ACTIVITY, goal, directions)
    links = (
        LinkState(Link.GOAL, present=True, text=goal.title),
        _indicators(indicators),
        _method(indicators),
        _monitoring(programme, indicators),
        _analysis(indicators, outcomes),
        _recommendations(programme, indicators, recommended),
        _activities(Link.MEASURES, "measures", measures),
        _activities(Link.DECISIONS, "decisions", decisions),
        _activities(Link.EFFECT, "effect", effects),
    )
    return GoalCycle(goal, links)


def _state(link: Link, name: str, present: object, **values: object) -> LinkState:
    return LinkState(link, bool(present), say(f"cycle.{name}" if present else f"cycle.no_{name}", **values))


def _indicators(indicators: Sequence[Indicator]) -> LinkState:
    codes = ", ".join(one.code for one in indicators)
    return _state(Link.INDICATORS, "indicators", indicators, count=len(indicators), codes=codes)


def _method(indicators: Sequence[Indicator]) -> LinkState:
    scopes = ", ".join(dict.fromkeys(one.scope for one in indicators))
    return _state(Link.METHOD, "method", indicators, scopes=scopes)


def _monitoring(programme: Programme, indicators: Iterable[Indicator]) -> LinkState:
    wanted = {number for one in indicators for number in one.monitorings}
    found = [one for one in programme.monitorings if one.number in wanted]
    numbers = "; ".join(
        say("cycle.monitoring_one", number=one.number, term=one.term or say("cycle.no_term")) for one in found
    )
    return _state(Link.MONITORING, "monitoring", found, numbers=numbers)


def _analysis(indicators: Sequence[Indicator], outcomes: Mapping[str, Outcome]) -> LinkState:
    known = sum(_is_known(outcomes.get(one.code)) for one in indicators)
    return _state(Link.ANALYSIS, "analysis", known, known=known, count=len(indicators))


def _is_known(outcome: Outcome | None) -> bool:
    if outcome is None:
        return False
    return outcome.value is not None or any(part.numerator for part in outcome.breakdown.values())


def _recommendations(programme: Programme, indicators: Sequence[Indicator], recommended: _Recommended) -> LinkState:
    """Documents that show it, or recommendations that were issued about the goal's own indicators."""
    evidence, advised = recommended
    wanted = {fold(one.direction) for one in indicators if one.direction}
    places = {
        (one.block, one.position, one.title)
        for one in programme.rubric
        if one.topic is Topic.RECOMMENDATIONS and fold(one.position) in wanted
    }
    found = [
        one
        for one in evidence
        if one.status is EvidenceStatus.FOUND and (one.block, one.position, one.criterion) in places
    ]
    documents = "; ".join(dict.fromkeys(one.title or one.kind for one in found))
    codes = ", ".join(one.code for one in indicators if one.code in advised)
    if found or not (advised or not programme.rubric):
        return _state(Link.RECOMMENDATIONS, "recommendations", found, documents=documents)
    return _state(Link.RECOMMENDATIONS, "advised" if advised else "issued", codes, codes=codes)


def _rows(programme: Programme, kind: ActivityKind, goal: Goal, sections: Iterable[str]) -> tuple[Activity, ...]:
    """Rows of the roadmap that name the goal, or stand in one of the sections."""
    wanted = set(sections)
    return tuple(
        one
        for one in programme.roadmap
        if one.kind is kind and (goal.number in one.goals or (not one.goals and fold(one.section) in wanted))
    )


def _activities(link: Link, name: str, rows: Sequence[Activity]) -> LinkState:
    return _state(link, name, rows, numbers=", ".join(one.number for one in rows))
