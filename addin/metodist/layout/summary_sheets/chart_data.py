"""«Для диаграмм»: the numbers behind the charts, live; a chart follows the sheet that its number stands on."""

from __future__ import annotations

from metodist.domain.wording import number_text
from metodist.layout.addresses import quoted
from metodist.layout.summary_sheets.completeness import state_count
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.pictures import Line, Numbers
from metodist.messages import say

LABEL, VALUE, TARGET = 1, 2, 3


def write_chart_data(page: Page) -> None:
    """Write the sheet; hidden: nobody has to read it."""
    pen = page.open(
        page.plan.chart_data, say("summary.chart_data_title"), say("summary.chart_data_lead"), tab="computed"
    )
    for column, width in ((LABEL, 70), (VALUE, 16), (TARGET, 16)):
        pen.width(column, width)
    for numbers in page.numbers:
        _picture(page, pen, numbers)
    pen.sheet.freeze_panes(3, 0)
    pen.sheet.hide()


def _picture(page: Page, pen: Pen, numbers: Numbers) -> None:
    picture = numbers.picture
    pen.put(numbers.first - 2, LABEL, picture.title, "strong")
    for column, title in ((LABEL, picture.categories), (VALUE, picture.values), (TARGET, say("summary.target_row"))):
        pen.put(numbers.first - 1, column, title, "subheading", "centre")
    look = "percent" if picture.fractions else "integer"
    for row, line in enumerate(picture.lines, numbers.first):
        reference = state_count(page, line.reference) if picture.name == "completeness" else line.reference
        pen.formula(row, VALUE, reference, line.value, "cell", "computed", look)
        if line.target_reference:
            pen.formula(row, LABEL, _label_formula(line), labelled(line), "cell", "computed", "wrap")
            pen.formula(row, TARGET, line.target_reference, line.target, "cell", "computed", look)
        else:
            pen.put(row, LABEL, line.label, "cell", "wrap")
            pen.put(row, TARGET, None, "cell", "reference")


def _label_formula(line: Line) -> str:
    """The label with the target behind it, which follows «Показатели»."""
    start, end = say("summary.label_target", label=line.label, target="\n").split("\n")
    return f"{quoted(start)}&ROUND(100*{line.target_reference},1)&{quoted(end)}"


def labelled(line: Line) -> str:
    """What the label comes to."""
    if line.target is None:
        return line.label
    return say("summary.label_target", label=line.label, target=number_text(round(100 * line.target, 1)))
