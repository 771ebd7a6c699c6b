"""Two indicators of one name that count the same are one too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.indicators import Indicator
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import INDICATORS


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """The same title, kind, scope, numerator, denominator, column and breakdown under two codes."""
    seen: list[tuple[Indicator, str]] = []
    for indicator in programme.indicators:
        essence = _essence(indicator)
        twin = next((code for other, code in seen if other == essence), "")
        if twin:
            message = say("lint.same_titles", first=twin, second=indicator.code)
            yield places.warning(message, (INDICATORS, indicator.code, "Показатель"))
        seen.append((essence, indicator.code))


def _essence(indicator: Indicator) -> Indicator:
    """The indicator without what does not change its number or its name."""
    without_place = replace(indicator, code="", group="", direction="", goals=(), monitorings=(), goal_words="")
    return replace(without_place, unit="", clause="", note="", target=None, higher_is_better=True, continues=None)
