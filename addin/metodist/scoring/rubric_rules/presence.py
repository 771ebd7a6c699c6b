"""Rule «наличие»: nothing without the thing itself; then every criterion by what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.programme import Criterion
from metodist.domain.scores import PositionFacts, Verdict

WORD = "наличие"


def judge(criteria: Sequence[Criterion], facts: PositionFacts) -> tuple[Verdict, ...]:
    """Score one position; its first criterion is the thing itself: measures or decisions."""
    return by_parameters(criteria, facts)


def by_parameters(criteria: Sequence[Criterion], facts: PositionFacts) -> tuple[Verdict, ...]:
    """0 for every criterion where the first is not shown; else each by whether it is shown."""
    if criteria[0].title not in facts.shown:
        rest = ("waits" if one.title in facts.shown else "absent_too" for one in criteria[1:])
        return (Verdict(0, "absent"), *(Verdict(0, why) for why in rest))
    return tuple(_shown(one, facts) for one in criteria)


def _shown(criterion: Criterion, facts: PositionFacts) -> Verdict:
    if criterion.title in facts.shown:
        return Verdict(criterion.points, "shown" if criterion.points > 0 else "deduction_shown")
    return Verdict(0, "not_shown" if criterion.points > 0 else "nothing_to_deduct")
