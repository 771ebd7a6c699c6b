"""«План-график»: month by month; formulas mark and colour the months, today's month has its own line."""

from __future__ import annotations

import calendar
from datetime import date

from metodist.domain.plans import PlanEntry, PlanItem, State
from metodist.layout import fitting, styles
from metodist.layout.addresses import address, fixed, letters, quoted
from metodist.layout.plan_sheets import places as at
from metodist.layout.plan_sheets.pages import PlanPage, serial
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

NUMBER, TITLE, RESPONSIBLE, TERM, STATE = range(1, 6)
FIRST_MONTH = 6
_WIDTHS = {NUMBER: 7.0, TITLE: 48.0, RESPONSIBLE: 26.0, TERM: 24.0, STATE: 14.0}
_MONTH_WIDTH = 5.5
_PADDING = 1.5
MARKER_ROW, YEAR_ROW, HEAD_ROW, START_ROW, END_ROW = 5, 6, 7, 8, 9
FIRST_ROW = 10

#: What a month shows; the worst of what falls into it.
MARKS: dict[State, str] = {
    State.OVERDUE: "!",
    State.DUE: "◐",
    State.IN_PROGRESS: "◐",
    State.PLANNED: "○",
    State.DONE: "●",
    State.CANCELLED: "×",
}
#: The order in which states outweigh each other.
WORST = (State.OVERDUE, State.IN_PROGRESS, State.DUE, State.PLANNED, State.DONE, State.CANCELLED)


def write_grid(page: PlanPage) -> None:
    """Write the sheet."""
    passport = page.plan.programme.passport
    title = say("plan.grid_title", period=passport.period.label, municipality=passport.municipality)
    pen = page.open(page.places.grid, title, say("plan.grid_lead"), "computed")
    months = at.month_starts(page.plan)
    for column, width in _WIDTHS.items():
        pen.width(column, width)
    pen.sheet.set_column(FIRST_MONTH - 1, FIRST_MONTH + len(months) - 2, _MONTH_WIDTH)
    _legend(pen)
    _headings(page, pen, months)
    row = FIRST_ROW
    for section in page.places.sections:
        pen.merge(row, 1, FIRST_MONTH + len(months) - 1, section, "subheading", "wrap", "padded")
        width = sum(_WIDTHS.values()) + _MONTH_WIDTH * len(months)
        pen.height(row, fitting.fitted_height(section, width, bold=True) + 3)
        for number, item in enumerate(page.plan.items, 1):
            if item.section == section:
                row += 1
                _item(page, pen, row, number, item, months)
        row += 1
    _rules(page, pen, row - 1, months)
    pen.sheet.freeze_panes(END_ROW, TITLE)
    pen.sheet.repeat_rows(MARKER_ROW - 1, HEAD_ROW - 1)
    pen.sheet.set_selection(FIRST_ROW, FIRST_MONTH - 1, FIRST_ROW, FIRST_MONTH - 1)


def _legend(pen: Pen) -> None:
    """What the marks mean, in the colours of the grid; today."""
    shown = (State.PLANNED, State.DUE, State.DONE, State.OVERDUE, State.CANCELLED)
    texts = [f"{MARKS[state]} {say(f'plan.mark_{state.name.lower()}')}" for state in shown]
    looks = {State.OVERDUE: "error", State.DUE: "warning", State.DONE: "done"}
    column = TITLE
    for state, text in zip(shown, texts, strict=True):
        column = {TITLE: RESPONSIBLE, RESPONSIBLE: TERM, TERM: STATE, STATE: FIRST_MONTH}.get(column, FIRST_MONTH + 4)
        own = looks.get(state, "subheading" if state is State.PLANNED else "reference")
        if column >= FIRST_MONTH:
            pen.merge(3, column, column + 3, text, "cell", own, "centre")
        else:
            pen.put(3, column, text, "cell", own, "centre")


def _headings(page: PlanPage, pen: Pen, months: tuple[date, ...]) -> None:
    names = {NUMBER: "number", TITLE: "title", RESPONSIBLE: "responsible", TERM: "term_source", STATE: "state"}
    for column, name in names.items():
        pen.sheet.merge_range(
            YEAR_ROW - 1, column - 1, HEAD_ROW - 1, column - 1, say(f"plan.{name}"), pen.looks("heading")
        )
    today = page.places.today
    day, month, year = (f"{name}({today})" for name in ("DAY", "MONTH", "YEAR"))
    shown = f'{quoted(say("plan.today") + " ")}&RIGHT("0"&{day},2)&"."&RIGHT("0"&{month},2)&"."&{year}'
    pen.formula(MARKER_ROW, TERM, shown, f"{say('plan.today')} {page.today:%d.%m.%Y}", "strong", "right")
    _chosen_year(page, pen)
    for column, first in enumerate(months, FIRST_MONTH):
        _month(page, pen, column, first, first.year - months[0].year)
    for shown_year in dict.fromkeys(first.year for first in months):
        columns = [column for column, first in enumerate(months, FIRST_MONTH) if first.year == shown_year]
        pen.merge(YEAR_ROW, columns[0], columns[-1], "", "heading")
        pen.formula(YEAR_ROW, columns[0], f"YEAR({address(START_ROW, columns[0])})", shown_year, "heading")
    for row in (START_ROW, END_ROW):
        pen.sheet.set_row(row - 1, None, None, {"hidden": True})
    pen.height(HEAD_ROW, 18)


def _chosen_year(page: PlanPage, pen: Pen) -> None:
    """The year that the months begin in: one of the programme's."""
    pen.put(MARKER_ROW, TITLE, say("plan.from_year"), "right")
    pen.put(MARKER_ROW, RESPONSIBLE, page.plan.years.period.year, "cell", "input", "centre", "strong", "year")
    years = [period.year for period in page.plan.years.periods]
    cell = (MARKER_ROW - 1, RESPONSIBLE - 1, MARKER_ROW - 1, RESPONSIBLE - 1)
    texts = {"error_title": say("plan.year_error_title"), "error_message": say("plan.year_error")}
    pen.sheet.data_validation(*cell, {"validate": "list", "source": years, **texts})


def _month(page: PlanPage, pen: Pen, column: int, first: date, years_later: int) -> None:
    """A month's heading, its first and last day, and the mark of today."""
    start, end, today = address(START_ROW, column), address(END_ROW, column), page.places.today
    begin = f"DATE({fixed(MARKER_ROW, RESPONSIBLE)}+{years_later},{first.month},1)"
    pen.formula(START_ROW, column, begin, serial(first), "date")
    pen.formula(END_ROW, column, f"DATE(YEAR({start}),MONTH({start})+1,0)", serial(_month_end(first)), "date")
    here = first <= page.today <= _month_end(first)
    pen.formula(MARKER_ROW, column, f'IF(AND({today}>={start},{today}<={end}),"▼","")', "▼" if here else "", "centre")
    pen.put(HEAD_ROW, column, say("plan.months").split()[first.month - 1], "heading")


def _item(page: PlanPage, pen: Pen, row: int, number: int, item: PlanItem, months: tuple[date, ...]) -> None:
    entries = [entry for entry in page.plan.entries if entry.item is item]
    texts = {TITLE: item.title, RESPONSIBLE: item.responsible, TERM: item.term or say("plan.no_term")}
    pen.put(row, NUMBER, item.number, "cell", "centre")
    for column, text in texts.items():
        pen.put(row, column, text, "cell", "wrap", "padded")
    state = _worst(page, entries)
    cached = state.value if state else say("plan.no_dates")
    pen.formula(row, STATE, _state_formula(page, number), cached, "cell", "centre")
    for column, first in enumerate(months, FIRST_MONTH):
        inside = [one for one in entries if one.occurrence.start <= _month_end(first) and one.occurrence.end >= first]
        worst = _worst(page, inside)
        pen.formula(row, column, _mark_formula(page, number, column), MARKS[worst] if worst else "", "cell", "centre")
    lines = max(fitting.line_count(text, _WIDTHS[column] - _PADDING) for column, text in texts.items())
    pen.height(row, fitting.height_for(lines))


def _worst(page: PlanPage, entries: list[PlanEntry]) -> State | None:
    states = {entry.state(page.today) for entry in entries}
    return next((state for state in WORST if state in states), None)


def _count(page: PlanPage, number: int, *more: str) -> str:
    own = ",".join((page.places.column(at.ITEM_KEY), str(number), *more))
    return f"COUNTIFS({own})"


def _state_formula(page: PlanPage, number: int) -> str:
    """The worst state of an item's dates."""
    formula = quoted(say("plan.no_dates"))
    for state in reversed(WORST):
        count = _count(page, number, page.places.column(at.STATE), quoted(state.value))
        formula = f"IF({count}>0,{quoted(state.value)},{formula})"
    return formula


def _mark_formula(page: PlanPage, number: int, column: int) -> str:
    """The mark of the worst state among the item's dates that fall into the month."""
    start, end = f"{letters(column)}${START_ROW}", f"{letters(column)}${END_ROW}"
    inside = (page.places.column(at.START), f'"<="&{end}', page.places.column(at.END), f'">="&{start}')
    formula = '""'
    for state in reversed(WORST):
        count = _count(page, number, *inside, page.places.column(at.STATE), quoted(state.value))
        formula = f"IF({count}>0,{quoted(MARKS[state])},{formula})"
    return f'IF({_count(page, number, *inside)}=0,"",{formula})'


def _rules(page: PlanPage, pen: Pen, last: int, months: tuple[date, ...]) -> None:
    left, right = FIRST_MONTH - 1, FIRST_MONTH + len(months) - 2
    first_cell = address(FIRST_ROW, FIRST_MONTH)
    today = page.places.today
    start = f"{letters(FIRST_MONTH)}${START_ROW}"
    month = f"AND({today}>={start},{today}<={letters(FIRST_MONTH)}${END_ROW})"
    # A neighbour's left border is drawn over a right one: the month's right line is the left one of the next.
    beside = f"OR({month},DATE(YEAR({today}),MONTH({today})+1,1)={start})"
    ink = styles.TONES["error"].ink
    line = page.book.add_format({"border": 1, "border_color": styles.BORDER, "left_color": ink})
    marker = page.book.add_format({"font_color": ink, "bold": True})
    pen.sheet.conditional_format(
        MARKER_ROW - 1, left, MARKER_ROW - 1, right, {"type": "formula", "criteria": f"={month}", "format": marker}
    )
    for state in (State.OVERDUE, State.DUE, State.DONE, State.PLANNED, State.CANCELLED):
        rule = page.state_rule(state, f"={first_cell}={quoted(MARKS[state])}")
        pen.sheet.conditional_format(FIRST_ROW - 1, left, last - 1, right, rule)
    pen.sheet.conditional_format(
        FIRST_ROW - 1, left, last - 1, right, {"type": "formula", "criteria": f"={beside}", "format": line}
    )
    own = f"${letters(STATE)}{FIRST_ROW}"
    for state in State:
        rule = page.state_rule(state, f"={own}={quoted(state.value)}")
        pen.sheet.conditional_format(FIRST_ROW - 1, STATE - 1, last - 1, STATE - 1, rule)


def _month_end(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
