"""«Диаграммы»: one chart a group of indicators, one a breakdown."""

from __future__ import annotations

from metodist.layout.summary_sheets.drawing import draw, height_of
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pictures import Place
from metodist.messages import say

WIDTH = 980
_ROW_PIXELS = 20
FIRST_ROW = 5


def write_charts(page: Page) -> None:
    """Write the sheet: charts one under the other, each whole on a printed page."""
    pen = page.open(page.plan.charts, say("summary.charts_title"), say("summary.charts_lead"))
    pen.sheet.set_default_row(15)
    row, breaks, used = FIRST_ROW, [], 0
    for numbers in page.numbers:
        if numbers.picture.place is not Place.CHARTS:
            continue
        height = height_of(numbers.picture)
        if used and used + height > 640:
            breaks.append(row - 1)
            used = 0
        draw(page, pen, numbers, (row, 1), (WIDTH, height))
        row += height // _ROW_PIXELS + 2
        used += height + 2 * _ROW_PIXELS
    if row == FIRST_ROW:
        pen.put(row, 1, say("summary.no_charts"))
    pen.sheet.set_h_pagebreaks(breaks)
    pen.sheet.freeze_panes(3, 0)
