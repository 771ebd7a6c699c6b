"""Rule «показатели»: the decision table over n indicators, b bad ones and c, the correspondence to the goal."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.programme import Criterion
from metodist.domain.scores import PositionFacts, Verdict

WORD = "показатели"


def judge(criteria: Sequence[Criterion], facts: PositionFacts) -> tuple[Verdict, ...]:
    """Score one position.

    ======  ======  ====  =======  ============  =====
    n       b       c     наличие  соответствие  минус
    ======  ======  ====  =======  ============  =====
    0       any     any   0        0             0
    1       1       any   0        0             −1
    ≥ 1     0       yes   1        1             0
    ≥ 1     0       no    1        0             0
    ≥ 2     ≥ 1     yes   1        1             −1
    ≥ 2     ≥ 1     no    1        0             −1
    ======  ======  ====  =======  ============  =====

    Args:
        criteria: Of the position, in their order: the first positive one is for the list itself, the other
            positive ones for its correspondence, negative ones are deductions.
        facts: n, b and c.
    """
    first = next((one for one in criteria if one.points > 0), None)
    return tuple(_verdict(one, facts, is_first=one is first) for one in criteria)


def _verdict(criterion: Criterion, facts: PositionFacts, *, is_first: bool) -> Verdict:
    if facts.indicators == 0:
        return Verdict(0, "no_indicators" if criterion.points > 0 else "nothing_to_deduct")
    if criterion.points < 0:
        return Verdict(criterion.points, "deducted") if facts.bad else Verdict(0, "nothing_to_deduct")
    if facts.indicators == 1 and facts.bad:
        return Verdict(0, "only_one_bad")
    if is_first:
        return Verdict(criterion.points, "listed")
    return Verdict(criterion.points, "corresponds") if facts.corresponds else Verdict(0, "not_corresponding")
