"""What a rubric comes to, with the reason and the evidence of every point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from metodist.domain.evidence import CriterionEvidence, EvidenceStatus
from metodist.domain.programme import Criterion


@dataclass(frozen=True, slots=True)
class PositionFacts:
    """What is known of one position when it is scored.

    Args:
        indicators: How many indicators its list has (rule «показатели»), or are monitored (the other rules).
        bad: How many of them are ineffective or have negative consequences, 0 … ``indicators``.
        corresponds: The list corresponds to the stated goal.
        foreign: One of them belongs to no position of the method.
        shown: Titles of the criteria that some document shows.
    """

    indicators: int = 0
    bad: int = 0
    corresponds: bool = False
    foreign: bool = False
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule gives for one criterion: points, and the id of the reason in ``messages.scoring``."""

    points: float
    why: str


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One line of the score sheet.

    Args:
        why: The id of the reason, for whoever has to tell reasons apart.
        reason: One Russian sentence: what the point was given for, or what is missing and what would earn it.
        status: The best status among the evidence; «нет» where there is none.
    """

    criterion: Criterion
    score: float
    why: str
    reason: str
    status: EvidenceStatus
    evidence: tuple[CriterionEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionScore:
    """A position with what it was scored from; ``number`` counts from 1 within its block."""

    title: str
    number: int
    facts: PositionFacts
    criteria: tuple[CriterionScore, ...]

    @property
    def rule(self) -> str:
        """The word of the rule that scores it."""
        return self.criteria[0].criterion.rule

    @property
    def score(self) -> float:
        """The sum of its criteria."""
        return sum(one.score for one in self.criteria)

    @property
    def maximum(self) -> float:
        """The most that it can reach."""
        return maximum_of(one.criterion for one in self.criteria)


@dataclass(frozen=True, slots=True)
class BlockScore:
    """A block; ``declared_maximum`` is what the source states, ``None`` where it states none."""

    title: str
    declared_maximum: float | None
    positions: tuple[PositionScore, ...]

    @property
    def score(self) -> float:
        """The sum of its positions."""
        return sum(one.score for one in self.positions)

    @property
    def maximum(self) -> float:
        """The most that its positions give together."""
        return sum(one.maximum for one in self.positions)

    @property
    def contradicts(self) -> bool:
        """The source states another maximum than its positions give."""
        return self.declared_maximum is not None and self.declared_maximum != self.maximum


@dataclass(frozen=True, slots=True)
class RubricScore:
    """The whole score sheet."""

    blocks: tuple[BlockScore, ...]

    @property
    def total(self) -> float:
        """The sum of all blocks."""
        return sum(one.score for one in self.blocks)

    @property
    def maximum(self) -> float:
        """The most that the positions give."""
        return sum(one.maximum for one in self.blocks)

    @property
    def declared_maximum(self) -> float:
        """The sum of what the source states, by positions where it states nothing."""
        return sum(one.maximum if one.declared_maximum is None else one.declared_maximum for one in self.blocks)

    @property
    def criteria(self) -> tuple[CriterionScore, ...]:
        """Every line, in order."""
        return tuple(line for block in self.blocks for position in block.positions for line in position.criteria)


@dataclass(frozen=True, slots=True)
class Step:
    """One document of a plan to reach a wished score.

    Args:
        document: What has to be made or found.
        gain: Points that it adds after the steps before it.
        actions: What it must show, one sentence a criterion.
        criteria: The criteria it earns.
    """

    document: str
    gain: float
    actions: tuple[str, ...]
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class WishPlan:
    """The fewest documents that reach a score.

    Args:
        wished: The score asked for.
        reached: What the steps come to; less than ``wished`` where even everything is not enough.
        steps: By points a document, the most first; none where the score is reached already.
    """

    wished: float
    reached: float
    steps: tuple[Step, ...]


def maximum_of(criteria: Iterable[Criterion]) -> float:
    """The most that criteria give: deductions give nothing."""
    return sum(criterion.points for criterion in criteria if criterion.points > 0)
