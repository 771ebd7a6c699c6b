"""Where things stand on «Динамика», and which indicators its chart shows."""

from __future__ import annotations

from dataclasses import dataclass

from metodist.domain.dynamics import DISTRICT, Change, Dynamics
from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import Indicator
from metodist.domain.periods import Period
from metodist.domain.summary import Summary
from metodist.domain.wording import is_fraction
from metodist.layout.addresses import letters
from metodist.layout.summary_sheets.dynamics_rows import ChangeColumns

CODE, TITLE, UNIT, FIRST_VALUE = 1, 2, 3, 4
WIDTHS = {CODE: 10.0, TITLE: 58.0, UNIT: 9.0}
_MOST_PERIODS = 6
CHANGE_WIDTHS = (16.0, 8.0, 9.0, 9.0, 9.0, 9.0, 12.0, 12.0, 10.0, 12.0, 27.0, 40.0)
CHART_ROW, _CHART_ROWS = 5, 18


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand on «Динамика».

    Args:
        indicators: Those with a row, in the programme's order.
        periods: The oldest first, at most six.
        band: The row of the bands over the headings.
    """

    indicators: tuple[Indicator, ...]
    periods: tuple[Period, ...]
    band: int

    @property
    def head(self) -> int:
        """The row of headings."""
        return self.band + 1

    @property
    def last(self) -> int:
        """The last indicator's row."""
        return self.head + len(self.indicators)

    @property
    def trend(self) -> int:
        """The column of the small line."""
        return FIRST_VALUE + len(self.periods)

    @property
    def change(self) -> ChangeColumns:
        """The columns of the comparison."""
        left = self.trend + 3
        return ChangeColumns(*range(left, left + 9))

    @property
    def remark(self) -> int:
        """The column of remarks."""
        return self.change.verdict + 1

    @property
    def label(self) -> int:
        """The column of the chart's labels."""
        return self.parts(len(self.periods))[0]

    def row(self, code: str) -> int:
        """An indicator's row."""
        return self.head + 1 + next(at for at, each in enumerate(self.indicators) if each.code == code)

    def value(self, place: int) -> int:
        """The column of a period's value."""
        return FIRST_VALUE + place

    def parts(self, place: int) -> tuple[int, int]:
        """The columns of a period's n and N."""
        left = self.remark + 1 + 2 * place
        return left, left + 1

    def area(self, column: int) -> str:
        """A column over all indicators."""
        name = letters(column)
        return f"${name}${self.head + 1}:${name}${self.last}"


def places_of(summary: Summary) -> Places:
    """Lay «Динамика» out."""
    dynamics = summary.analysis.dynamics
    own = tuple(each for each in summary.programme.indicators if (each.code, DISTRICT) in dynamics.series)
    band = CHART_ROW + _CHART_ROWS if charted(summary) else CHART_ROW
    return Places(own, dynamics.periods[-_MOST_PERIODS:], band)


def charted(summary: Summary) -> list[Indicator]:
    """Indicators of the chart: shares with a target that have an earlier value; else any shares."""
    dynamics = summary.analysis.dynamics
    found = [
        each
        for each in summary.programme.indicators
        if is_fraction(each) and each.scope != MUNICIPALITY and _change_of(dynamics, each.code) is not None
    ]
    return [each for each in found if each.target is not None][:6] or found[:6]


def _change_of(dynamics: Dynamics, code: str) -> Change | None:
    series = dynamics.of(code)
    return series.change if series else None
