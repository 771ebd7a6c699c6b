"""The right part of «Динамика школ»: every archived period of a school's indicator, where there are more than two."""

from __future__ import annotations

from dataclasses import dataclass

from metodist.domain.dynamics import Dynamics, Series
from metodist.domain.indicators import Indicator
from metodist.domain.periods import Period
from metodist.layout.addresses import address, fixed, in_sheet
from metodist.layout.summary_sheets.drawing import BLUE
from metodist.layout.summary_sheets.dynamics_rows import NUMBERS_ONLY, part_look, value_formula, value_look
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

_MOST_PERIODS = 6
_BEFORE_AND_NOW = 2


@dataclass(frozen=True, slots=True)
class History:
    """Values side by side with their small line, then n and N of each.

    Args:
        left: The first column.
        periods: The oldest first; none where before and now are all there is.
    """

    left: int
    periods: tuple[Period, ...]

    @property
    def right(self) -> int:
        """The last column; the one before :attr:`left` where there is no history."""
        return self.left + 3 * len(self.periods) if self.periods else self.left - 1

    @property
    def _trend(self) -> int:
        return self.left + len(self.periods)

    def _parts(self, place: int) -> tuple[int, int]:
        n = self._trend + 1 + 2 * place
        return n, n + 1

    def put_headings(self, pen: Pen, row: int) -> None:
        """Name the columns."""
        for place, period in enumerate(self.periods):
            n, of = self._parts(place)
            for column, text, width in (
                (self.left + place, period.label, 11),
                (n, say("dynamics.period_n", period=period.label), 9),
                (of, say("dynamics.period_of", period=period.label), 9),
            ):
                pen.put(row, column, text, "heading")
                pen.width(column, width)
        if self.periods:
            pen.put(row, self._trend, say("dynamics.trend"), "heading")
            pen.width(self._trend, 12)

    def put_row(self, pen: Pen, row: int, indicator: Indicator, series: Series) -> None:
        """Write one school's periods."""
        if not self.periods:
            return
        for place, point in enumerate(series.points[-len(self.periods) :]):
            n, of = self._parts(place)
            outcome = point.outcome
            parts = (None, None) if outcome is None else (outcome.numerator, outcome.denominator)
            pen.put(row, n, parts[0], "cell", part_look(parts[0]))
            if indicator.kind in NUMBERS_ONLY:
                pen.put(row, of, None, "cell", "reference")
            else:
                pen.put(row, of, parts[1], "cell", part_look(parts[1]))
            formula = value_formula(indicator, address(row, n), address(row, of))
            pen.formula(row, self.left + place, formula, point.value, "cell", "computed", value_look(indicator))
        pen.put(row, self._trend, None, "cell")
        area = in_sheet(pen.sheet.get_name(), f"{fixed(row, self.left)}:{fixed(row, self._trend - 1)}")
        line = {"range": area, "type": "line", "markers": True, "series_color": BLUE}
        pen.sheet.add_sparkline(row - 1, self._trend - 1, line)


def history_of(dynamics: Dynamics, left: int) -> History:
    """The history from a column on."""
    periods = dynamics.periods[-_MOST_PERIODS:]
    return History(left, periods if len(periods) > _BEFORE_AND_NOW else ())
