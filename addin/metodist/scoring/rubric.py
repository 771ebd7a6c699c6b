"""The rubric in Python: facts of every position in, points with their reasons out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from metodist.domain.evidence import CriterionEvidence, EvidenceStatus
from metodist.domain.programme import Criterion
from metodist.domain.scores import (
    BlockScore,
    CriterionScore,
    PositionFacts,
    PositionScore,
    RubricScore,
    Verdict,
)
from metodist.scoring.reasons import reason_of
from metodist.scoring.rubric_rules import analysis, indicators, monitoring, presence

Judge = Callable[[Sequence[Criterion], PositionFacts], tuple[Verdict, ...]]
#: A block's title and a position's title.
Place = tuple[str, str]

#: Every rule: the word of the programme workbook → points. A new rule is a new file and a new line here.
RULES: tuple[tuple[str, Judge], ...] = (
    (indicators.WORD, indicators.judge),
    (monitoring.WORD, monitoring.judge),
    (analysis.WORD, analysis.judge),
    (presence.WORD, presence.judge),
)

_JUDGES: Mapping[str, Judge] = dict(RULES)
#: From the best to the worst.
_BEST_FIRST = (EvidenceStatus.FOUND, EvidenceStatus.DOUBTFUL, EvidenceStatus.MISSING)


def score_rubric(
    criteria: Sequence[Criterion],
    facts: Mapping[Place, PositionFacts],
    evidence: Iterable[CriterionEvidence] = (),
) -> RubricScore:
    """Score a whole rubric.

    Args:
        criteria: In the order of «Рубрика»: the rows of a block and of a position stand together.
        facts: By block and position; what is missing counts as nothing known.
        evidence: Documents to stand beside the points; they change no point, ``facts`` do.

    Example: one position of the rule «наличие» whose first two of three criteria are shown comes to 2.
    """
    found: dict[tuple[str, str, str], list[CriterionEvidence]] = {}
    for one in evidence:
        found.setdefault((one.block, one.position, one.criterion), []).append(one)
    return RubricScore(
        tuple(_block(title, list(rows), facts, found) for title, rows in groupby(criteria, key=lambda one: one.block))
    )


def positions(criteria: Iterable[Criterion]) -> tuple[tuple[Criterion, ...], ...]:
    """The criteria of every position, in order."""
    grouped = groupby(criteria, key=lambda one: (one.block, one.position))
    return tuple(tuple(rows) for _, rows in grouped)


def judged(criteria: Sequence[Criterion], facts: PositionFacts) -> tuple[Verdict, ...]:
    """The points of one position, by its own rule; a position without one is scored by «наличие»."""
    return _JUDGES.get(criteria[0].rule, presence.judge)(criteria, facts)


def _block(
    title: str,
    criteria: Sequence[Criterion],
    facts: Mapping[Place, PositionFacts],
    evidence: Mapping[tuple[str, str, str], Sequence[CriterionEvidence]],
) -> BlockScore:
    scored = []
    for number, rows in enumerate(positions(criteria), start=1):
        known = facts.get((title, rows[0].position), PositionFacts())
        scored.append(_position(rows, number, known, evidence))
    declared = next((one.declared_maximum for one in criteria if one.declared_maximum is not None), None)
    return BlockScore(title, declared, tuple(scored))


def _position(
    criteria: Sequence[Criterion],
    number: int,
    facts: PositionFacts,
    evidence: Mapping[tuple[str, str, str], Sequence[CriterionEvidence]],
) -> PositionScore:
    lines = []
    for criterion, verdict in zip(criteria, judged(criteria, facts), strict=True):
        own = sorted(
            evidence.get((criterion.block, criterion.position, criterion.title), ()),
            key=lambda one: _BEST_FIRST.index(one.status),
        )
        status = own[0].status if own else EvidenceStatus.MISSING
        why, reason = reason_of(criterion, verdict, facts, own, criteria[0])
        lines.append(CriterionScore(criterion, verdict.points, why, reason, status, tuple(own)))
    return PositionScore(criteria[0].position, number, facts, tuple(lines))
