"""«Без срока»: what could not be dated and what to write instead; how terms are read."""

from __future__ import annotations

from metodist.domain.periods import Period, PeriodKind
from metodist.layout import fitting
from metodist.layout.plan_sheets.pages import PlanPage
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

HEAD_ROW = 5
_COLUMNS: tuple[tuple[str, float], ...] = (
    ("number", 8),
    ("kind", 16),
    ("title", 46),
    ("section", 40),
    ("responsible", 27),
    ("term_source", 28),
    ("reason", 36),
    ("suggestion", 36),
)
_PADDING = 1.5
_TEXT = ("cell", "wrap", "padded")


def write_undated(page: PlanPage) -> None:
    """Write the sheet."""
    passport = page.plan.programme.passport
    title = say("plan.undated_title", count=len({one.item.key for one in page.plan.undated}))
    pen = page.open(page.places.undated, title, say("plan.undated_lead"), "reference")
    for column, (name, width) in enumerate(_COLUMNS, 1):
        pen.width(column, width)
        pen.put(HEAD_ROW, column, say(f"plan.{name}"), "heading")
    pen.height(HEAD_ROW, 33)
    row = HEAD_ROW
    for row, one in enumerate(page.plan.undated, HEAD_ROW + 1):
        item = one.item
        texts = (item.number, item.kind, item.title, item.section, item.responsible, item.term)
        _row(pen, row, (*texts, one.problem.message, one.problem.suggestion))
    if not page.plan.undated:
        row = HEAD_ROW + 1
        pen.merge(row, 1, len(_COLUMNS), say("plan.all_dated"), "cell", "done", "padded")
    pen.sheet.autofilter(HEAD_ROW - 1, 0, row - 1, len(_COLUMNS) - 1)
    _reading(pen, row + 2, passport.period, page.plan.years.periods)
    pen.sheet.freeze_panes(HEAD_ROW, 1)
    pen.sheet.repeat_rows(HEAD_ROW - 1)
    pen.sheet.set_selection(HEAD_ROW, 0, HEAD_ROW, 0)


def _row(pen: Pen, row: int, texts: tuple[str, ...]) -> None:
    for column, text in enumerate(texts, 1):
        pen.put(row, column, text, *_TEXT)
    lines = (fitting.line_count(text, width - _PADDING) for text, (_, width) in zip(texts, _COLUMNS, strict=True))
    pen.height(row, fitting.height_for(max(lines)))


def _reading(pen: Pen, row: int, period: Period, periods: tuple[Period, ...]) -> None:
    """How words become dates, with the dates of this programme."""
    pen.merge(row, 1, len(_COLUMNS), say("plan.reading_title"), "section")
    years = periods[0].label if len(periods) == 1 else f"{periods[0].year}–{periods[-1].end.year}"
    values = {
        "period": period.label,
        "years": years,
        "year": period.start.year,
        "next": period.start.year + 1,
        "school": Period(period.start.year, PeriodKind.SCHOOL).label,
    }
    for own, line in enumerate(say("plan.reading", **values).split("\n"), row + 1):
        term, _, meaning = line.partition(" — ")
        pen.merge(own, 1, 3, term, "cell", "padded")
        pen.merge(own, 4, len(_COLUMNS), meaning, "cell", "padded")
