"""«Для диаграмм»: the numbers behind the charts, live; a chart follows the sheet that its number stands on."""

from __future__ import annotations

from metodist.layout.summary_sheets.completeness import state_count
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.pictures import Numbers
from metodist.messages import say

LABEL, VALUE, TARGET = 1, 2, 3


def write_chart_data(page: Page) -> None:
    """Write the sheet."""
    pen = page.open(
        page.plan.chart_data, say("summary.chart_data_title"), say("summary.chart_data_lead"), tab="computed"
    )
    for column, width in ((LABEL, 70), (VALUE, 16), (TARGET, 16)):
        pen.width(column, width)
    for numbers in page.numbers:
        _picture(page, pen, numbers)
    pen.sheet.freeze_panes(3, 0)


def _picture(page: Page, pen: Pen, numbers: Numbers) -> None:
    picture = numbers.picture
    pen.put(numbers.first - 2, LABEL, picture.title, "strong")
    for column, title in ((LABEL, picture.categories), (VALUE, picture.values), (TARGET, say("summary.target_row"))):
        pen.put(numbers.first - 1, column, title, "subheading", "centre")
    look = "percent" if picture.fractions else "integer"
    for row, line in enumerate(picture.lines, numbers.first):
        pen.put(row, LABEL, line.label, "cell", "wrap")
        reference = state_count(page, line.reference) if picture.name == "completeness" else line.reference
        pen.formula(row, VALUE, reference, line.value, "cell", "computed", look)
        if line.target_reference:
            pen.formula(row, TARGET, line.target_reference, line.target, "cell", "computed", look)
        else:
            pen.put(row, TARGET, None, "cell", "reference")
