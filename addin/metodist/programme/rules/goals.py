"""Goals and indicators belong together."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import GOALS, INDICATORS


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """An indicator of a group without a goal; a goal that no indicator measures."""
    if not programme.goals:
        return
    for indicator in programme.indicators:
        if indicator.group and not indicator.goals:
            place = (INDICATORS, indicator.code, "Цели")
            yield places.warning(say("lint.no_goal", code=indicator.code), place, say("lint.no_goal_fix"))
    measured = {number.casefold() for indicator in programme.indicators for number in indicator.goals}
    for goal in programme.goals:
        if goal.number.casefold() not in measured:
            place = (GOALS, goal.number, "№")
            yield places.warning(say("lint.goal_unused", number=goal.number), place, say("lint.goal_unused_fix"))
