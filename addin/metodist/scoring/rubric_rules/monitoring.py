"""Rule «мониторинг»: nothing is scored where it is absent, all bad, or about something else."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.programme import Criterion
from metodist.domain.scores import PositionFacts, Verdict
from metodist.scoring.rubric_rules.presence import by_parameters

WORD = "мониторинг"


def judge(criteria: Sequence[Criterion], facts: PositionFacts) -> tuple[Verdict, ...]:
    """Score one position; its first criterion is the monitoring itself.

    No indicator is monitored, every one is bad (or the only one is), or one belongs to no position of the
    method: 0 for every criterion. Some bad, but not all: by its parameters.
    """
    if facts.indicators == 0:
        return tuple(Verdict(0, "nothing_monitored") for _ in criteria)
    if facts.foreign:
        return tuple(Verdict(0, "foreign") for _ in criteria)
    if facts.bad >= facts.indicators:
        return tuple(Verdict(0, "all_bad") for _ in criteria)
    return by_parameters(criteria, facts)
