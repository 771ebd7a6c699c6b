"""«Что если»: the fewest documents that bring a score up to a wish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from math import comb

from metodist.domain.evidence import CriterionEvidence
from metodist.domain.programme import Criterion, Programme
from metodist.domain.scores import PositionFacts, Step, WishPlan
from metodist.domain.values import fold
from metodist.domain.wording import number_text
from metodist.messages import say
from metodist.scoring.reasons import advice_of, document_of
from metodist.scoring.rubric import judged, positions
from metodist.scoring.rubric_facts import municipal_facts
from metodist.scoring.rubric_rules import indicators as indicator_rule

_MOST_TRIALS = 20_000
"""Sets of documents of one size that are looked through; with more, the best ones are taken one by one."""


@dataclass(slots=True)
class _Position:
    """A position whose score depends on which documents there are."""

    criteria: Sequence[Criterion]
    facts: PositionFacts
    documents: tuple[str, ...]
    known: dict[frozenset[str], tuple[float, ...]] = field(default_factory=dict)

    def points(self, documents: frozenset[str]) -> tuple[float, ...]:
        """The points of every criterion once these documents are there."""
        own = documents.intersection(self.documents)
        if own not in self.known:
            facts = _with(self.criteria, self.facts, self.documents, own)
            self.known[own] = tuple(verdict.points for verdict in judged(self.criteria, facts))
        return self.known[own]


def plan_for(programme: Programme, evidence: Iterable[CriterionEvidence], wished: float) -> WishPlan:
    """Which documents to make or find so that the municipality reaches a score.

    A document is what «Чем подтверждается» of the criterion names; one document may earn many criteria. The fewest
    documents are sought, among equally few those that give most.

    Args:
        programme: Its rubric and its own evidence.
        evidence: Further documents, such as those that the product itself wrote.
        wished: The score to reach, from 0.
    """
    facts = municipal_facts(programme, (*programme.evidence, *evidence))
    places = [_position(rows, facts[rows[0].block, rows[0].position]) for rows in positions(programme.rubric)]

    def total(documents: Iterable[str]) -> float:
        chosen = frozenset(documents)
        return sum(sum(place.points(chosen)) for place in places)

    if total(()) >= wished:
        return WishPlan(wished, total(()), ())
    useful = _useful(places, total)
    chosen = _fewest(useful, total, wished) if total(useful) >= wished else useful
    steps = _steps(chosen, places, total)
    return WishPlan(wished, total(chosen), steps)


def _position(criteria: Sequence[Criterion], facts: PositionFacts) -> _Position:
    return _Position(criteria, facts, tuple(document_of(one) for one in criteria))


def _with(
    criteria: Sequence[Criterion], facts: PositionFacts, documents: Sequence[str], there: frozenset[str]
) -> PositionFacts:
    """The facts of a position once documents are there: what they name is shown, lists of indicators are mended."""
    pairs = list(zip(criteria, documents, strict=True))
    earned = [one for one, document in pairs if document in there]
    if not earned:
        return facts
    shown = facts.shown | {one.title for one in earned if one.points > 0}
    changed = replace(facts, shown=shown - {one.title for one in earned if one.points < 0})
    if criteria[0] in earned:
        changed = replace(changed, indicators=max(1, facts.indicators), bad=0, foreign=False)
    elif any(one.points < 0 for one in earned):
        changed = replace(changed, bad=0)
    return _corresponding(criteria, changed)


def _corresponding(criteria: Sequence[Criterion], facts: PositionFacts) -> PositionFacts:
    if criteria[0].rule != indicator_rule.WORD:
        return facts
    asked = [one.title for one in criteria[1:] if one.points > 0]
    return replace(facts, corresponds=facts.corresponds or any(title in facts.shown for title in asked))


Total = Callable[[Iterable[str]], float]


def _useful(places: Sequence[_Position], total: Total) -> tuple[str, ...]:
    """Documents without which the most that can be reached would be less, in the order of the rubric."""
    everything = tuple(dict.fromkeys(document for place in places for document in place.documents))
    most = total(everything)
    return tuple(one for one in everything if total(other for other in everything if other != one) < most)


def _fewest(useful: Sequence[str], total: Total, wished: float) -> tuple[str, ...]:
    for size in range(1, len(useful) + 1):
        if comb(len(useful), size) > _MOST_TRIALS:
            return _one_by_one(useful, total, wished)
        fitting = [chosen for chosen in combinations(useful, size) if total(chosen) >= wished]
        if fitting:
            return max(fitting, key=total)
    return tuple(useful)


def _one_by_one(useful: Sequence[str], total: Total, wished: float) -> tuple[str, ...]:
    """The document that adds most, again and again; then whatever is not needed is left out."""
    chosen: list[str] = []
    while total(chosen) < wished:
        left = [one for one in useful if one not in chosen]
        chosen.append(max(left, key=lambda one: total((*chosen, one))))
    for one in tuple(chosen):
        rest = [other for other in chosen if other != one]
        if total(rest) >= wished:
            chosen = rest
    return tuple(chosen)


def _steps(chosen: Sequence[str], places: Sequence[_Position], total: Total) -> tuple[Step, ...]:
    """The chosen documents, the one that adds most first."""
    done: list[str] = []
    steps: list[Step] = []
    while len(done) < len(chosen):
        left = [one for one in chosen if one not in done]
        best = max(left, key=lambda one: total((*done, one)))
        before, after = frozenset(done), frozenset((*done, best))
        earned = tuple(
            criterion
            for place in places
            for criterion, old, new in zip(place.criteria, place.points(before), place.points(after), strict=True)
            if new > old
        )
        steps.append(Step(best, total(after) - total(before), _actions(earned), earned))
        done.append(best)
    return tuple(steps)


def _actions(earned: Sequence[Criterion]) -> tuple[str, ...]:
    """One sentence an advice, with the positions it is for."""
    by_advice: dict[tuple[str, str], list[Criterion]] = {}
    for one in earned:
        by_advice.setdefault((fold(one.block), advice_of(one)), []).append(one)
    return tuple(
        say(
            "scoring.action",
            advice=advice,
            gain=say("scoring.gain", points=number_text(sum(abs(one.points) for one in group))),
            positions="; ".join(dict.fromkeys(one.position for one in group)),
        )
        for (_, advice), group in by_advice.items()
    )
