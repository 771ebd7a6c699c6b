"""The charts of the note: values against targets, and values over the periods."""

from __future__ import annotations

from metodist.documents.chart import BLACK, BLUE, PALE, SKY, Chart, ChartSeries
from metodist.documents.indicators import missed, reached
from metodist.domain.dynamics import Movement, Series
from metodist.domain.indicators import Indicator
from metodist.domain.summary import Summary
from metodist.domain.wording import is_fraction, percent_text
from metodist.messages import say

#: More columns than that are narrower than their labels.
MOST = 12
#: Periods side by side, from light to dark; the newest is always the darkest.
_PERIODS = (PALE, SKY, BLUE)


def target_chart(summary: Summary) -> Chart | None:
    """Columns of shares with their targets as strokes; ``None`` where fewer than two shares have one.

    Where there are more than :data:`MOST`, those that lag most stand in it.
    """
    lagging, good = missed(summary), reached(summary)
    shares = [one for one in (*lagging, *good) if is_fraction(one)]
    chosen = set(shares[:MOST])
    shown = [one for one in summary.programme.indicators if one in chosen]
    if len(shown) < 2:
        return None
    values = tuple(summary.municipality[one.code].value for one in shown)
    targets = tuple(one.target for one in shown)
    hit = sum(one in good for one in shown)
    return Chart(
        key="targets",
        title=say("documents.chart_targets", hit=hit, all=len(shown)),
        categories=tuple(say("documents.chart_category", code=one.code, target=_goal(one)) for one in shown),
        series=(
            ChartSeries(say("documents.chart_value"), values, BLUE),
            ChartSeries(say("documents.chart_target"), targets, BLACK, marks=True),
        ),
    )


def dynamics_chart(summary: Summary) -> Chart | None:
    """Columns of shares in the last periods, at most three; ``None`` without an earlier period that had them."""
    known = [(one, summary.analysis.dynamics.of(one.code)) for one in summary.programme.indicators if is_fraction(one)]
    moved = [(one, series) for one, series in known if series is not None and series.change is not None]
    if len(moved) < 2:
        return None
    moved.sort(key=lambda pair: pair[0].target is None)  # those with a target first, in the programme's order
    shown = moved[:MOST]
    periods = summary.analysis.dynamics.periods[-len(_PERIODS) :]
    colours = _PERIODS[-len(periods) :]
    rows = [{point.period.code: point.value for point in series.points} for _, series in shown]
    series = tuple(
        ChartSeries(period.label, tuple(row.get(period.code) for row in rows), colour)
        for period, colour in zip(periods, colours, strict=True)
    )
    return Chart(
        key="dynamics",
        title=_movements([series for _, series in shown]),
        categories=tuple(one.code for one, _ in shown),
        series=series,
    )


def _movements(shown: list[Series]) -> str:
    """How many grew and fell beyond chance."""
    kinds = [series.change.movement for series in shown if series.change is not None]
    grew, fell = kinds.count(Movement.GREW), kinds.count(Movement.FELL)
    return say("documents.chart_dynamics", grew=grew, fell=fell, rest=len(kinds) - grew - fell)


def _goal(indicator: Indicator) -> str:
    goal = percent_text(indicator.target or 0.0).replace(",0", "")
    return goal if indicator.higher_is_better else say("documents.not_more", target=goal)
