"""What is known of every position of a rubric: from the programme and its evidence, or from a school's answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from metodist.domain.evidence import Assessment, CriterionEvidence, EvidenceStatus
from metodist.domain.indicators import Indicator
from metodist.domain.programme import Criterion, Programme
from metodist.domain.returns import SchoolData
from metodist.domain.scores import PositionFacts, RubricScore
from metodist.domain.self_assessment import Question, questions
from metodist.domain.values import YES, Value, fold
from metodist.scoring.rubric import Place, positions, score_rubric
from metodist.scoring.rubric_rules import indicators as indicator_rule

#: Indicators and bad ones of a position whose direction asks for no numbers.
UNCOUNTED = (1, 0)


def score_municipality(programme: Programme, evidence: Sequence[CriterionEvidence] = ()) -> RubricScore:
    """The municipality's score.

    Args:
        programme: Its indicators, rubric and evidence.
        evidence: Further documents, such as those that the product itself wrote.
    """
    everything = (*programme.evidence, *evidence)
    return score_rubric(programme.rubric, municipal_facts(programme, everything), everything)


def municipal_facts(programme: Programme, evidence: Iterable[CriterionEvidence]) -> dict[Place, PositionFacts]:
    """What is known of every position, by block and position.

    The list of rule «показатели» is the indicators of the position's direction; the other rules look at those of
    them that a monitoring collects. The list corresponds to the goal where the workbook says so, and where it says
    nothing, where every one of its indicators names a goal.
    """
    shown: dict[Place, set[str]] = {}
    for one in evidence:
        if one.status is EvidenceStatus.FOUND:
            shown.setdefault((one.block, one.position), set()).add(one.criterion)
    found: dict[Place, PositionFacts] = {}
    for criteria in positions(programme.rubric):
        place = (criteria[0].block, criteria[0].position)
        members = _members(programme, criteria)
        found[place] = PositionFacts(
            indicators=len(members),
            bad=sum(one.assessment.is_bad for one in members),
            corresponds=_corresponds(criteria, members),
            foreign=any(one.assessment is Assessment.FOREIGN for one in members),
            shown=frozenset(shown.get(place, ())),
        )
    return found


def _members(programme: Programme, criteria: Sequence[Criterion]) -> tuple[Indicator, ...]:
    direction = fold(criteria[0].position)
    members = tuple(one for one in programme.indicators if fold(one.direction) == direction)
    if criteria[0].rule == indicator_rule.WORD:
        return members
    return tuple(one for one in members if one.monitorings)


def _corresponds(criteria: Sequence[Criterion], members: Sequence[Indicator]) -> bool:
    judged = next((one.corresponds for one in criteria if one.corresponds is not None), None)
    return all(one.goals for one in members) if judged is None else judged


def score_school_itself(programme: Programme, data: SchoolData) -> RubricScore | None:
    """A school's self-assessment, from its answers on «Самооценка»; ``None`` where it answered nothing.

    The documents that it names stand beside the answers.
    """
    asked = questions(programme)
    if not any(question.field.name in data.facts for question in asked):
        return None
    criteria = tuple(question.criterion for question in asked)
    return score_rubric(criteria, school_facts(asked, data.facts), _documents(asked, data))


def school_facts(asked: Sequence[Question], answers: Mapping[str, Value]) -> dict[Place, PositionFacts]:
    """What a school's answers say of every position.

    Numbers of indicators are asked once a direction, where its position has the rule «показатели», and serve the
    positions of the same name in the other blocks; where nothing is counted, nothing speaks against a position.
    """
    counts = _counts(asked, answers)
    found: dict[Place, PositionFacts] = {}
    for question in asked:
        place = (question.criterion.block, question.criterion.position)
        total, bad = counts.get(fold(question.criterion.position), UNCOUNTED)
        known = found.get(place, PositionFacts(total, min(bad, total)))
        shown, corresponds = known.shown, known.corresponds
        if answers.get(question.field.name) == YES:
            shown |= {question.criterion.title}
            corresponds = corresponds or question.asks_goal
        found[place] = PositionFacts(known.indicators, known.bad, corresponds, shown=shown)
    return found


def _counts(asked: Sequence[Question], answers: Mapping[str, Value]) -> dict[str, tuple[int, int]]:
    """How many indicators a direction has and how many of them are bad."""
    counts: dict[str, tuple[int, int]] = {}
    for question in asked:
        value = answers.get(question.field.name)
        if not question.asks_number:
            continue
        number = int(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0
        key = fold(question.criterion.position)
        total, bad = counts.get(key, (0, 0))
        counts[key] = (total, bad + number) if question.criterion.points < 0 else (total + number, bad)
    return counts


def _documents(asked: Sequence[Question], data: SchoolData) -> tuple[CriterionEvidence, ...]:
    found = []
    for question in asked:
        proof = data.evidence.get(question.field.name)
        if proof is None or data.facts.get(question.field.name) != YES:
            continue
        one = question.criterion
        day = proof.date if isinstance(proof.date, date) else None
        found.append(
            CriterionEvidence(one.block, one.position, one.title, "", proof.document, proof.number, day, "", proof.link)
        )
    return tuple(found)
