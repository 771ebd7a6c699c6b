"""All accepted returns of one period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from metodist.domain.analysis import Analysis
from metodist.domain.cycle import GoalCycle
from metodist.domain.effects import EffectAnalysis
from metodist.domain.findings import Finding
from metodist.domain.outcomes import Outcome, Ratio
from metodist.domain.programme import Organisation, Programme
from metodist.domain.queries import Query
from metodist.domain.recommendations import AdvicePlan
from metodist.domain.returns import SchoolData
from metodist.domain.scores import RubricScore


@dataclass(frozen=True, slots=True)
class SchoolResult:
    """One accepted school of a summary.

    Args:
        organisation: The school.
        data: What it filled in.
        outcomes: By indicator code.
        findings: Warnings and remarks of its return.
        received: When its table was taken in.
        source: The path of the original, relative to the working folder, with ``/``.
        sha256: Of the original.
    """

    organisation: Organisation
    data: SchoolData
    outcomes: Mapping[str, Outcome]
    findings: tuple[Finding, ...]
    received: datetime
    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class FaultyReturn:
    """A table that waits for the school: the newest one is not accepted."""

    organisation: Organisation
    findings: tuple[Finding, ...]
    received: datetime
    source: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """Mean, median, least and greatest of the schools' values; ``None`` where no school has one.

    Never the municipality's share: that is the sum of numerators over the sum of denominators.
    """

    mean: float | None
    median: float | None
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True)
class Completeness:
    """Of the schools that have to hand in a table: accepted, sent back, silent."""

    accepted: int
    faulty: int
    missing: int

    @property
    def expected(self) -> int:
        """How many schools have to hand in."""
        return self.accepted + self.faulty + self.missing

    @property
    def ratio(self) -> Ratio:
        """Accepted of expected."""
        return Ratio(self.accepted, self.expected)


@dataclass(frozen=True, slots=True)
class Summary:
    """All accepted returns of one period, with the municipality's outcomes.

    Args:
        schools: Accepted, in the programme's order.
        faulty: Sent back and not yet accepted.
        missing: Schools that sent nothing at all.
        municipality: Σ numerators over Σ denominators, by indicator code.
        statistics: Over the schools' values, by indicator code.
        ranks: By indicator code, then school code; ties share the better rank; no value, no rank.
        headlines: What each indicator came to for the municipality, as one Russian sentence without a full
            stop, by indicator code; none where nothing is known yet.
        score: The municipality's rubric; ``None`` where the programme has none.
        self_scores: Self-assessments of the accepted schools that answered anything, by school code.
        cycle: The management cycle, one chain a goal.
        analysis: Dynamics over the archived periods, groups of schools, factors.
        queries: Saved queries of the working folder, by name.
        effect: What became of last period's measures and recommendations; ``None`` where nobody asked.
        advice: Recommendations with proof; ``None`` where nobody asked for them.
    """

    programme: Programme
    schools: tuple[SchoolResult, ...]
    faulty: tuple[FaultyReturn, ...]
    missing: tuple[Organisation, ...]
    municipality: Mapping[str, Outcome]
    statistics: Mapping[str, Statistics]
    ranks: Mapping[str, Mapping[str, int]]
    built: datetime
    headlines: Mapping[str, str] = field(default_factory=dict)
    score: RubricScore | None = None
    self_scores: Mapping[str, RubricScore] = field(default_factory=dict)
    cycle: tuple[GoalCycle, ...] = ()
    analysis: Analysis = field(default_factory=Analysis)
    advice: AdvicePlan | None = None
    effect: EffectAnalysis | None = None
    queries: tuple[Query, ...] = ()

    @property
    def completeness(self) -> Completeness:
        """How many schools handed in; a school is counted once."""
        accepted = {school.organisation.code for school in self.schools}
        faulty = {item.organisation.code for item in self.faulty} - accepted
        missing = {school.code for school in self.missing} - accepted - faulty
        return Completeness(len(accepted), len(faulty), len(missing))
