"""A group of indicators that is called like a goal refers to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.indicators import Indicator
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.likeness import alike
from metodist.programme.places import Places
from metodist.programme.schema import INDICATORS

#: «Показатели по …» before the matter itself.
_LEAD = re.compile(r"^показател\w*\s*(?:по|для|о|об)?\s+", re.IGNORECASE)
_CALLED_SO = 0.8


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A group named as a goal whose indicators refer to other goals."""
    groups: dict[str, list[Indicator]] = {}
    for indicator in programme.indicators:
        if indicator.group:
            groups.setdefault(indicator.group, []).append(indicator)
    for group, indicators in groups.items():
        named = [goal for goal in programme.goals if alike(_LEAD.sub("", group), goal.title) >= _CALLED_SO]
        referred = {number for indicator in indicators for number in indicator.goals}
        if named and referred and not any(goal.number in referred for goal in named):
            message = say("lint.group_goal", group=group, number=named[0].number, goals=", ".join(sorted(referred)))
            yield places.warning(message, (INDICATORS, indicators[0].code, "Цели"), say("lint.contradiction_fix"))
