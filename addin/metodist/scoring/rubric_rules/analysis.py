"""Rule «анализ»: an analysis of bad indicators only earns nothing for being there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from metodist.domain.programme import Criterion
from metodist.domain.scores import PositionFacts, Verdict
from metodist.scoring.rubric_rules.presence import by_parameters

WORD = "анализ"


def judge(criteria: Sequence[Criterion], facts: PositionFacts) -> tuple[Verdict, ...]:
    """Score one position; its first criterion is the analysis itself.

    Absent: 0 for every criterion. Every analysed indicator bad, or the only one: 0 for the first criterion, the
    others by their parameters, as the source words it.
    """
    verdicts = by_parameters(criteria, facts)
    if verdicts[0].why == "absent" or facts.indicators == 0 or facts.bad < facts.indicators:
        return verdicts
    return (replace(verdicts[0], points=0, why="all_bad_analysed"), *verdicts[1:])
