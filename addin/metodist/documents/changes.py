"""Changes without a target: whether the period brought growth, what the programme hoped for, or not.

A programme may name no number to reach and still expect «увеличение числа…»: then the direction is the finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.summary import Summary
from metodist.messages import say

_DIRECTIONS = ("grown", "same", "fallen")


def direction_text(indicator: Indicator, outcome: Outcome | None) -> str:
    """«рост», «без изменений», «снижение»; empty for other kinds, for a change with a target and without a value."""
    direction = _direction(indicator, outcome)
    return say(f"documents.{direction}") if direction else ""


def changes_text(summary: Summary) -> str:
    """«… выросли — 1, 2; не изменились — 4; снизились — 5.4»; empty where the programme has no such change."""
    parts = [
        say(f"documents.changes_{direction}", codes=", ".join(item.code for item in _moved(summary, direction)))
        for direction in _DIRECTIONS
        if any(_moved(summary, direction))
    ]
    return say("documents.conclusion_changes", changes="; ".join(parts)) if parts else ""


def worsened(summary: Summary) -> tuple[Indicator, ...]:
    """Changes without a target that went the wrong way, in the programme's order."""
    return tuple(
        item
        for item in summary.programme.indicators
        if _direction(item, summary.municipality.get(item.code)) == ("fallen" if item.higher_is_better else "grown")
    )


def _moved(summary: Summary, direction: str) -> Iterator[Indicator]:
    found = summary.municipality
    return (item for item in summary.programme.indicators if _direction(item, found.get(item.code)) == direction)


def _direction(indicator: Indicator, outcome: Outcome | None) -> str:
    untargeted = indicator.kind is IndicatorKind.CHANGE and indicator.target is None
    if not untargeted or outcome is None or outcome.value is None:
        return ""
    return "same" if outcome.value == 0 else "grown" if outcome.value > 0 else "fallen"
