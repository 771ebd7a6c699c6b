"""The map of the groups: schools by the two indicators that part them most, each group with a marker of its own."""

from __future__ import annotations

from typing import Any

from metodist.domain.wording import is_fraction
from metodist.layout import styles
from metodist.layout.summary_sheets.clusters_places import CODE, Places
from metodist.layout.summary_sheets.drawing import BLACK, BLUE, GREEN, ORANGE, SKY, VERMILION
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.picture_titles import shortened
from metodist.messages import say

_SIZE = (1000, 430)
#: Colour and marker by group: readable in grey print.
_MARKS = (
    (BLUE, "circle"),
    (VERMILION, "square"),
    (GREEN, "triangle"),
    (ORANGE, "diamond"),
    (BLACK, "x"),
    (SKY, "plus"),
    ("#CC79A7", "star"),
    ("#999999", "long_dash"),
)
_LONGEST_AXIS = 90


def draw_clusters(page: Page, pen: Pen, places: Places) -> None:
    """Put the chart on the sheet; one indicator alone makes no map."""
    axes = places.widest()
    if len(axes) < 2:
        return
    sheet = pen.sheet.get_name()
    chart = page.book.add_chart({"type": "scatter"})
    across, up = (places.first_value + at - 1 for at in axes)
    for letter, (colour, marker) in zip(places.letters, _MARKS, strict=False):
        if not any(each.cluster == letter for each in places.members):
            continue
        first, last = places.rows_of(letter)
        labels = [{"value": each.school} for each in places.members[first - places.first : last + 1 - places.first]]
        chart.add_series(
            {
                "name": say("clusters.chart_name", letter=letter),
                "categories": [sheet, first - 1, across, last - 1, across],
                "values": [sheet, first - 1, up, last - 1, up],
                "marker": {"type": marker, "size": 9, "fill": {"color": colour}, "border": {"color": styles.WHITE}},
                "data_labels": {"custom": labels, "value": True, "position": "right", "font": _font(8)},
            }
        )
    title = say("clusters.chart_title", first=places.indicators[axes[0]].code, second=places.indicators[axes[1]].code)
    chart.set_title({"name": title, "overlay": False, "name_font": _font(12, bold=True)})
    chart.set_legend({"position": "bottom", "font": _font(10)})
    chart.set_x_axis(_axis(places, axes[0]))
    chart.set_y_axis(_axis(places, axes[1]))
    chart.set_size({"width": _SIZE[0], "height": _SIZE[1]})
    chart.set_chartarea({"border": {"color": styles.BORDER}})
    options = {"description": alt_text(title, places), "object_position": 2}
    pen.sheet.insert_chart(places.chart_row - 1, CODE - 1, chart, options)


def alt_text(title: str, places: Places) -> str:
    """The map in words: who is in which group."""
    groups = [
        say("clusters.chart_group", letter=cluster.letter, schools=", ".join(cluster.members))
        for cluster in places.clustering.clusters
    ]
    return say("clusters.chart_alt", title=title, groups="; ".join(groups))


def _axis(places: Places, at: int) -> dict[str, Any]:
    indicator = places.indicators[at]
    form = '0"\u00a0"%' if is_fraction(indicator) else "General"
    grid = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}}
    name = shortened(f"{indicator.code}. {indicator.title}", _LONGEST_AXIS)
    return {"name": name, "name_font": _font(9), "num_font": _font(10), "num_format": form, "major_gridlines": grid}


def _font(size: int, *, bold: bool = False) -> dict[str, Any]:
    return {"name": styles.FONT, "size": size, "bold": bold, "color": styles.COMPUTED_INK}
