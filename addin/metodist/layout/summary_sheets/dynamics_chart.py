"""The chart of «Динамика»: one line an indicator, told apart by marker and dash as well as by colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from metodist.domain.dynamics import Movement, Series
from metodist.domain.indicators import Indicator
from metodist.domain.wording import percent_text
from metodist.layout import styles
from metodist.layout.summary_sheets.drawing import BLACK, BLUE, GREEN, ORANGE, SKY, VERMILION
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

_SIZE = (1040, 330)
#: Colour, marker and dash of each line: readable in grey print.
_LINES = (
    (BLUE, "circle", "solid"),
    (VERMILION, "square", "dash"),
    (GREEN, "triangle", "round_dot"),
    (ORANGE, "diamond", "long_dash"),
    (BLACK, "x", "dash_dot"),
    (SKY, "plus", "solid"),
)
_FIRST_VALUE = 4

#: An indicator, its row on the sheet and its series.
Row = tuple[Indicator, int, Series]


def draw_dynamics(page: Page, pen: Pen, rows: Sequence[Row], head: int, label: int, at: tuple[int, int]) -> None:
    """Put the chart on the sheet.

    Args:
        page: The workbook.
        pen: The sheet with the values.
        rows: The lines.
        head: The row whose cells name the periods.
        label: The column whose cells name the lines.
        at: Row and column of its upper left corner.
    """
    periods = len(rows[0][2].points[-6:])
    sheet, last = pen.sheet.get_name(), _FIRST_VALUE + periods - 2
    chart = page.book.add_chart({"type": "line"})
    for (_, row, _), (colour, marker, dash) in zip(rows, _LINES, strict=False):
        chart.add_series(
            {
                "name": [sheet, row - 1, label - 1],
                "categories": [sheet, head - 1, _FIRST_VALUE - 1, head - 1, last],
                "values": [sheet, row - 1, _FIRST_VALUE - 1, row - 1, last],
                "line": {"color": colour, "width": 2.25, "dash_type": dash},
                "marker": {"type": marker, "size": 8, "fill": {"color": colour}, "border": {"color": colour}},
            }
        )
    title = title_of(rows)
    chart.set_title({"name": title, "overlay": False, "name_font": _font(12, bold=True)})
    _frame(chart)
    pen.sheet.insert_chart(at[0] - 1, at[1] - 1, chart, {"description": alt_text(title, rows), "object_position": 2})


def _frame(chart: Any) -> None:
    """Axes, legend, size and border."""
    chart.set_legend({"position": "right", "font": _font(10)})
    chart.set_x_axis({"num_font": _font(10), "line": {"color": styles.BORDER}})
    grid = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}}
    scale = {"min": 0, "max": 1, "major_unit": 0.2, "num_format": '0"\u00a0"%', "major_gridlines": grid}
    fonts = {"num_font": _font(10), "name_font": _font(10)}
    chart.set_y_axis({**scale, **fonts, "name": say("summary.share_percent")})
    chart.set_size({"width": _SIZE[0], "height": _SIZE[1]})
    chart.set_chartarea({"border": {"color": styles.BORDER}})


def title_of(rows: Sequence[Row]) -> str:
    """The finding: how many grew, fell, or did not change for sure."""
    moved = [series.change.movement for *_, series in rows if series.change]
    grew, fell = moved.count(Movement.GREW), moved.count(Movement.FELL)
    return say("dynamics.chart_title", grew=grew, fell=fell, unconfirmed=len(moved) - grew - fell)


def alt_text(title: str, rows: Sequence[Row]) -> str:
    """The chart in words."""
    lines = []
    for indicator, _, series in rows:
        known = [
            f"{point.period.label} — {percent_text(point.value)}" for point in series.points if point.value is not None
        ]
        lines.append(say("dynamics.chart_line", code=indicator.code, values=", ".join(known)))
    return say("dynamics.chart_alt", title=title, lines="; ".join(lines))


def _font(size: int, *, bold: bool = False) -> dict[str, Any]:
    return {"name": styles.FONT, "size": size, "bold": bold, "color": styles.COMPUTED_INK}
