"""What an indicator was in the period before and what it is now, as a row of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.source import From
from metodist.documents.typography import clean
from metodist.domain.dynamics import Point
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.summary import Summary
from metodist.domain.wording import DASH, number_text, value_text
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class BeforeAndNow:
    """One indicator over two periods."""

    code: Annotated[str, From("«Показатели», графа «Код»")]
    title: Annotated[str, From("«Показатели», графа «Показатель»")]
    before: Annotated[str, From("архив: значение муниципалитета в прошлом периоде; «—», где его нет")]
    now: Annotated[str, From("свод: значение муниципалитета")]
    change: Annotated[str, From("что стало с показателем, проверено на случайность; «—», где сравнить не с чем")]


def before_and_now(summary: Summary, indicator: Indicator) -> BeforeAndNow:
    """The municipality's values of the indicator; without an earlier one only what is now.

    Args:
        summary: Its analysis holds the dynamics.
        indicator: Which.
    """
    series = summary.analysis.dynamics.of(indicator.code)
    change = series.change if series else None
    outcome = summary.municipality.get(indicator.code)
    return BeforeAndNow(
        code=indicator.code,
        title=clean(indicator.title),
        before=_shown(indicator, change.before) if change else DASH,
        now=_shown(indicator, change.now) if change else value_text(indicator, outcome.value if outcome else None),
        change=say(f"papers.movement_{change.movement.value}") if change else DASH,
    )


def _shown(indicator: Indicator, point: Point) -> str:
    """A change is told by the number that was reached, everything else as it is always shown."""
    if indicator.kind is IndicatorKind.CHANGE and point.value is not None:
        return number_text(point.value)
    return value_text(indicator, point.value)
