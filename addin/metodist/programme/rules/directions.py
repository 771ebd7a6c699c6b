"""An indicator's direction is a position of the rubric."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import INDICATORS
from metodist.programme.words import nearest, same_word


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A direction that no position of the rubric bears: the indicator would be scored nowhere."""
    positions = tuple(dict.fromkeys(criterion.position for criterion in programme.rubric))
    if not positions:
        return
    for indicator in programme.indicators:
        direction = indicator.direction
        if direction and not any(same_word(direction, position) for position in positions):
            message = say("lint.direction", direction=direction, code=indicator.code)
            yield places.warning(message, (INDICATORS, indicator.code, "Направление"), nearest(direction, positions))
