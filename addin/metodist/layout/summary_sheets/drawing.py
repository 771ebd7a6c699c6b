"""Drawing a chart: native, in the Okabe–Ito palette, with data labels, axis titles and an alt text."""

from __future__ import annotations

from typing import Any

from metodist.domain.tables import NumberForm
from metodist.layout import styles
from metodist.layout.summary_sheets.chart_data import LABEL, TARGET, VALUE
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.pictures import Numbers, Picture
from metodist.messages import say

# Okabe and Ito's colours, told apart by the colour-blind and in grey.
BLUE, ORANGE, SKY, GREEN, VERMILION, BLACK = "#0072B2", "#E69F00", "#56B4E9", "#009E73", "#D55E00", "#000000"

#: Colours of the states on «Полнота», told apart in grey too.
STATE_COLOURS = (GREEN, ORANGE, VERMILION)

_BAR_PIXELS, _LEAST_PIXELS, _AROUND_PIXELS = 32, 240, 110
_AXIS_PERCENT = '0"\u00a0"%'
_TITLE_SIZE, _TEXT_SIZE = 12, 10
_SHORT = 0.08
"""Of the axis up to 100 %."""


def height_of(picture: Picture) -> int:
    """The chart's height in pixels: so many bars, axis titles and a legend where there are targets."""
    legend = 24 if picture.has_targets else 0
    return max(_LEAST_PIXELS, _AROUND_PIXELS + legend + _BAR_PIXELS * len(picture.lines))


def draw(page: Page, pen: Pen, numbers: Numbers, at: tuple[int, int], size: tuple[int, int]) -> None:
    """Put a chart on a sheet.

    Args:
        page: The workbook and its addresses.
        pen: The sheet.
        numbers: The chart and where its numbers stand.
        at: Row and column of its upper left corner, 1-based.
        size: Width and height in pixels.
    """
    picture = numbers.picture
    chart = _bars(page, numbers)
    chart.set_title({"name": picture.title, "overlay": False, "name_font": _font(_TITLE_SIZE, bold=True)})
    chart.set_size({"width": size[0], "height": size[1]})
    chart.set_chartarea({"border": {"color": styles.BORDER}})
    pen.sheet.insert_chart(at[0] - 1, at[1] - 1, chart, {"description": picture.alt_text, "object_position": 2})


def _font(size: int, *, bold: bool = False, colour: str = styles.COMPUTED_INK) -> dict[str, Any]:
    return {"name": styles.FONT, "size": size, "bold": bold, "color": colour}


def _area(page: Page, numbers: Numbers, column: int) -> list[Any]:
    return [page.plan.chart_data, numbers.first - 1, column - 1, numbers.last - 1, column - 1]


def _form(picture: Picture) -> str:
    return styles.FORMATS[NumberForm.PERCENT if picture.fractions else NumberForm.INTEGER]


def _series(page: Page, numbers: Numbers, name: str, column: int) -> dict[str, Any]:
    return {
        "name": name,
        "categories": _area(page, numbers, LABEL),
        "values": _area(page, numbers, column),
    }


def _labels(picture: Picture, position: str, **font: Any) -> dict[str, Any]:
    return {"value": True, "position": position, "num_format": _form(picture), "font": _font(_TEXT_SIZE, **font)}


def _short_bars(picture: Picture) -> dict[str, Any]:
    """A bar that is shorter than its number bears it in black."""
    dark = {"font": _font(_TEXT_SIZE, bold=True, colour=BLACK)}
    custom = [dark if (line.value or 0) < _SHORT else None for line in picture.lines]
    return {"custom": custom} if any(custom) else {}


def _bars(page: Page, numbers: Numbers) -> Any:
    """Lying bars, for long labels, the first on top; an outline reaches to the target that the label names."""
    picture = numbers.picture
    chart = page.book.add_chart({"type": "bar"})
    series = _series(page, numbers, picture.values, VALUE) | {"fill": {"color": BLUE}, "gap": 45, "overlap": 100}
    if picture.has_targets:
        series["data_labels"] = _labels(picture, "inside_base", bold=True, colour=styles.WHITE) | _short_bars(picture)
    else:
        series["data_labels"] = _labels(picture, "outside_end")
    if picture.name == "completeness":
        series["points"] = [{"fill": {"color": colour}} for colour in STATE_COLOURS]
    chart.add_series(series)
    if picture.has_targets:
        outline = {"fill": {"none": True}, "border": {"color": BLACK, "width": 1.75}}
        target = _series(page, numbers, say("summary.target_row"), TARGET)
        chart.add_series(target | outline)
        chart.set_legend({"position": "bottom", "font": _font(_TEXT_SIZE)})
    else:
        chart.set_legend({"none": True})
    _axes(chart, picture)
    return chart


def _axes(chart: Any, picture: Picture) -> None:
    """Of a bar chart XlsxWriter calls the axis of values x and the axis of categories y."""
    fonts: dict[str, Any] = {"name_font": _font(_TEXT_SIZE), "num_font": _font(_TEXT_SIZE)}
    scale: dict[str, Any] = {"min": 0, "num_format": _AXIS_PERCENT if picture.fractions else "#,##0"}
    greatest = max((number for line in picture.lines for number in (line.value, line.target) if number), default=0)
    if picture.fractions and greatest > 0.5:
        scale |= {"max": 1.1, "major_unit": 0.2}  # room for the label of a full bar
    elif not picture.fractions and greatest < 10:
        scale |= {"major_unit": 2}
    grid = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}}
    line = {"line": {"color": styles.BORDER}}
    chart.set_x_axis(
        {**fonts, **scale, **line, "name": picture.values, "major_gridlines": grid, "label_position": "high"}
    )
    chart.set_y_axis(
        {
            **fonts,
            **line,
            "name": picture.categories,
            "reverse": True,
            "major_gridlines": {"visible": False},
            "interval_unit": 1,  # every bar bears its label, however long
        }
    )
