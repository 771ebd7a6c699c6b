"""Two indicators of one name that count the same are one too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.indicators import Indicator
from metodist.domain.programme import Programme
from metodist.domain.values import fold
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import INDICATORS


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Two codes for one title and one measure; one measure under two titles; one title for two measures of a group.

    Indicators that stand under a monitoring only (without a group) repeat those of the groups: that is their purpose.
    """
    seen: list[tuple[Indicator, Indicator]] = []
    for indicator in programme.indicators:
        essence = _essence(indicator)
        for other, earlier in seen:
            message = _likeness(earlier, indicator, same=essence == other)
            if message:
                yield message_at(places, message, indicator)
                break
        seen.append((essence, indicator))


def message_at(places: Places, message: str, indicator: Indicator) -> ProgrammeIssue:
    """A warning at the title of an indicator."""
    return places.warning(message, (INDICATORS, indicator.code, "Показатель"))


def _likeness(earlier: Indicator, later: Indicator, *, same: bool) -> str:
    codes = {"first": earlier.code, "second": later.code}
    if same:
        return say("lint.same_titles", **codes)
    if not earlier.group or not later.group:
        return ""
    if _essence(replace(later, title="")) == _essence(replace(earlier, title="")):
        return say("lint.same_measures", **codes)
    same_title = earlier.group == later.group and fold(earlier.title) == fold(later.title)
    return say("lint.one_title", **codes, title=later.title) if same_title else ""


def _essence(indicator: Indicator) -> Indicator:
    """The indicator without what does not change its number or its name."""
    without_place = replace(indicator, code="", group="", direction="", goals=(), monitorings=(), goal_words="")
    return replace(without_place, unit="", clause="", note="", target=None, higher_is_better=True, continues=None)
