"""What became of measures and recommendations: the indicator before and after, and the problem that is left.

Nothing here says that a measure was the cause: an indicator that rose after a measure rose after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from metodist.domain.dynamics import Change
from metodist.domain.indicators import Indicator
from metodist.domain.outcomes import Outcome
from metodist.domain.periods import Period


class Verdict(StrEnum):
    """What became of an indicator after a measure; the value is what the user reads."""

    IMPROVED = "улучшение"
    WORSENED = "ухудшение"
    UNCONFIRMED = "изменение не подтверждено"
    SAME = "без изменений"
    UNKNOWN = "нет данных для сравнения"


class MeasureKind(StrEnum):
    """What was done; the value is what the user reads."""

    RECOMMENDATION = "рекомендация"
    ACTIVITY = "мероприятия"
    DECISION = "решение"


@dataclass(frozen=True, slots=True)
class IssuedAdvice:
    """A recommendation as it was issued; kept in the archive, so that its effect can be measured.

    Args:
        period: The code of the period whose numbers it rests on.
        school: The school's code; empty for an addressee in the municipality.
        name: The addressee's name then.
        rule: The number of the rule.
        indicator: The indicator's code then.
        text: What was advised.
        value: The value in words with n/N.
        numerator: Behind the value; ``None`` where there is none.
        denominator: Likewise.
        number: The value itself; ``None`` for a list.
        deadline: In words; empty for none.
        made: When it was issued.
    """

    period: str
    school: str
    name: str
    rule: str
    indicator: str
    text: str
    value: str
    numerator: float | None
    denominator: float | None
    number: float | None
    deadline: str
    made: date


@dataclass(frozen=True, slots=True)
class MeasureEffect:
    """One measure and one indicator, before and after.

    Args:
        kind: What was done.
        number: Of the rule, of the roadmap's row, or of its rows («25–28»).
        measure: What was done, in the programme's words.
        addressee: The school's short name, or the municipality.
        school: The school's code; empty for the municipality.
        indicator: What it is measured by.
        before: The outcome then; ``None`` where it is not known.
        now: The outcome of this period.
        change: As it was held against chance; ``None`` where there is nothing to hold.
        verdict: What became of it.
        before_text: The value then, in words with n/N.
        now_text: The value now.
        problem: The problem that is left, one sentence; empty where none is.
        analysis: What the programme itself asks for as the analysis of this measure; empty for nothing.
        analysis_term: When, in the programme's words.
    """

    kind: MeasureKind
    number: str
    measure: str
    addressee: str
    school: str
    indicator: Indicator
    before: Outcome | None
    now: Outcome | None
    change: Change | None
    verdict: Verdict
    before_text: str
    now_text: str
    problem: str
    analysis: str = ""
    analysis_term: str = ""


@dataclass(frozen=True, slots=True)
class EffectAnalysis:
    """A draft of «Анализ эффективности принятых мер».

    Args:
        day: The date of the analysis.
        previous: The period that is compared with; ``None`` where there is none.
        measures: Activities and decisions, by the municipality's indicators, in the roadmap's order.
        recommendations: Last period's recommendations, school by school.
        problems: The problems that are left, worst first: what a new period begins with.
        reason: Why there is nothing to compare; empty where there is.
    """

    day: date
    previous: Period | None = None
    measures: tuple[MeasureEffect, ...] = ()
    recommendations: tuple[MeasureEffect, ...] = ()
    problems: tuple[str, ...] = ()
    reason: str = ""

    @property
    def everything(self) -> tuple[MeasureEffect, ...]:
        """Measures, then recommendations."""
        return self.measures + self.recommendations

    def count(self, verdict: Verdict) -> int:
        """How many came to that verdict."""
        return sum(one.verdict is verdict for one in self.everything)
