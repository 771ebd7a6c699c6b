"""Drawing a chart: native, in the Okabe–Ito palette, with data labels, axis titles and an alt text."""

from __future__ import annotations

from typing import Any

from metodist.domain.tables import NumberForm
from metodist.layout import fitting, styles
from metodist.layout.summary_sheets.chart_data import LABEL, TARGET, VALUE
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.pictures import Numbers, Picture
from metodist.messages import say

# Okabe and Ito's colours, told apart by the colour-blind and in grey.
BLUE, ORANGE, SKY, GREEN, VERMILION, BLACK = "#0072B2", "#E69F00", "#56B4E9", "#009E73", "#D55E00", "#000000"

#: Colours of the states on «Полнота», told apart in grey too.
STATE_COLOURS = (GREEN, ORANGE, VERMILION)

_BAR_PIXELS, _LEAST_PIXELS, _AROUND_PIXELS = 34, 260, 110
_UPRIGHT_PIXELS = 400
_TITLE_SIZE, _TEXT_SIZE = 12, 10


def height_of(picture: Picture) -> int:
    """The chart's height in pixels."""
    if picture.has_targets:
        return _UPRIGHT_PIXELS
    return max(_LEAST_PIXELS, _AROUND_PIXELS + _BAR_PIXELS * len(picture.lines))


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
    chart = _upright(page, numbers) if picture.has_targets else _lying(page, numbers)
    chart.set_title(
        {"name": _wrapped(picture.title, size[0]), "overlay": False, "name_font": _font(_TITLE_SIZE, bold=True)}
    )
    chart.set_size({"width": size[0], "height": size[1]})
    chart.set_chartarea({"border": {"color": styles.BORDER}})
    pen.sheet.insert_chart(at[0] - 1, at[1] - 1, chart, {"description": picture.alt_text, "object_position": 2})


def _font(size: int, *, bold: bool = False, colour: str = styles.COMPUTED_INK) -> dict[str, Any]:
    return {"name": styles.FONT, "size": size, "bold": bold, "color": colour}


def _wrapped(title: str, width: int) -> str:
    """Break a title into lines; LibreOffice does not break it by itself."""
    lines, line = [], ""
    for word in title.split(" "):
        longer = f"{line} {word}".strip()
        if line and fitting.text_pixels(longer, _TITLE_SIZE, bold=True) > width - 60:
            lines.append(line)
            longer = word
        line = longer
    return "\n".join([*lines, line])


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


def _labels(picture: Picture, position: str) -> dict[str, Any]:
    return {"value": True, "position": position, "num_format": _form(picture), "font": _font(_TEXT_SIZE)}


def _axes(chart: Any, picture: Picture, *, upright: bool) -> None:
    names: dict[str, Any] = {"name_font": _font(_TEXT_SIZE), "num_font": _font(_TEXT_SIZE)}
    scale: dict[str, Any] = {"min": 0, "num_format": "0%" if picture.fractions else "#,##0"}
    if picture.fractions:
        scale["max"] = 1
    elif max((line.value or 0 for line in picture.lines), default=0) < 10:
        scale["major_unit"] = 2
    grid = {"major_gridlines": {"visible": True, "line": {"color": "#D9D9D9", "width": 0.5}}}
    chart.set_x_axis({**names, "name": picture.categories, "reverse": not upright, "line": {"color": styles.BORDER}})
    chart.set_y_axis(
        {
            **names,
            **scale,
            **grid,
            "name": picture.values,
            "crossing": "min",
            **({} if upright else {"label_position": "high"}),
        }
    )


def _lying(page: Page, numbers: Numbers) -> Any:
    """Bars that lie, for long labels; the first line stands on top."""
    picture = numbers.picture
    chart = page.book.add_chart({"type": "bar"})
    series = _series(page, numbers, picture.values, VALUE)
    series |= {"fill": {"color": BLUE}, "gap": 45, "data_labels": _labels(picture, "outside_end")}
    if picture.name == "completeness":
        series["points"] = [{"fill": {"color": colour}} for colour in STATE_COLOURS]
    chart.add_series(series)
    chart.set_legend({"none": True})
    _axes(chart, picture, upright=False)
    return chart


def _upright(page: Page, numbers: Numbers) -> Any:
    """Bars that stand, with a black dash at each target and its value."""
    picture = numbers.picture
    chart = page.book.add_chart({"type": "column"})
    series = _series(page, numbers, say("summary.value"), VALUE)
    chart.add_series(
        series
        | {
            "fill": {"color": BLUE},
            "gap": 60,
            "data_labels": _labels(picture, "inside_base") | {"font": _font(_TEXT_SIZE, bold=True, colour="#FFFFFF")},
        }
    )
    targets = page.book.add_chart({"type": "line"})
    dash = {"type": "long_dash", "size": 24, "fill": {"color": BLACK}, "border": {"color": BLACK}}
    targets.add_series(
        _series(page, numbers, say("summary.target_row"), TARGET)
        | {"line": {"none": True}, "marker": dash, "data_labels": _labels(picture, "above")}
    )
    chart.combine(targets)
    chart.set_legend({"position": "bottom", "font": _font(_TEXT_SIZE)})
    _axes(chart, picture, upright=True)
    return chart
