"""What became of an indicator since the period before, in one sentence."""

from __future__ import annotations

from metodist.documents.typography import clean
from metodist.domain.dynamics import Point
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.summary import Summary
from metodist.domain.wording import number_text, value_text
from metodist.messages import say


def before_and_now(summary: Summary, indicator: Indicator, school: str = "") -> str:
    """«1.3. Доля…: было 60,0 %, стало 71,4 %, рост подтверждён»; without an earlier value only what is now.

    Args:
        summary: Its analysis holds the dynamics.
        indicator: Which.
        school: A school's code; empty for the municipality.
    """
    series = summary.analysis.dynamics.of(indicator.code, school)
    change = series.change if series else None
    name = say("papers.indicator_name", code=indicator.code, title=clean(indicator.title))
    if change is None:
        outcome = summary.municipality.get(indicator.code)
        return say("papers.only_now", name=name, now=value_text(indicator, outcome.value if outcome else None))
    return say(
        "papers.before_now",
        name=name,
        before=_shown(indicator, change.before),
        now=_shown(indicator, change.now),
        movement=say(f"papers.movement_{change.movement.value}"),
    )


def _shown(indicator: Indicator, point: Point) -> str:
    """A change is told by the number that was reached, everything else as it is always shown."""
    if indicator.kind is IndicatorKind.CHANGE and point.value is not None:
        return number_text(point.value)
    return value_text(indicator, point.value)
