"""«Циклограмма»: every dated time in its order, what is entered of it and where it stands today."""

from __future__ import annotations

from datetime import date

from metodist.domain.plans import PlanEntry, State
from metodist.domain.roadmap import ActivityStatus
from metodist.domain.values import Value
from metodist.layout import fitting, styles
from metodist.layout.addresses import address, fixed, in_sheet, letters, quoted
from metodist.layout.plan_sheets import places as at
from metodist.layout.plan_sheets.pages import PlanPage, serial
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

#: Column → heading, width in characters, looks of its cells.
_COLUMNS: dict[int, tuple[str, float, tuple[str, ...]]] = {
    at.START: ("start", 12.0, ("date",)),
    at.END: ("end", 13.0, ("date",)),
    at.TERM: ("term", 21.0, ("wrap", "padded")),
    at.NUMBER: ("number", 7.0, ("centre",)),
    at.TITLE: ("title", 44.0, ("wrap", "padded")),
    at.STATE: ("state", 14.0, ("centre", "strong")),
    at.STATUS: ("status", 15.0, ("centre", "input")),
    at.DAY: ("day", 14.0, ("date", "input")),
    at.DOCUMENT: ("document", 26.0, ("wrap", "padded", "input")),
    at.RESPONSIBLE: ("responsible", 27.0, ("wrap", "padded")),
    at.SECTION: ("section", 50.0, ("wrap", "padded", "computed")),
    at.KIND: ("kind", 15.0, ("wrap", "padded")),
}
_WRAPPED = (at.TERM, at.KIND, at.TITLE, at.SECTION, at.RESPONSIBLE, at.DOCUMENT)
_HIDDEN = (at.UID, at.ITEM_KEY, at.SECTION_KEY, at.PEOPLE_KEY)
_PADDING = 1.5
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


def write_calendar(page: PlanPage) -> None:
    """Write the sheet."""
    passport = page.plan.programme.passport
    title = say("plan.calendar_title", period=passport.period.label, municipality=passport.municipality)
    pen = page.open(page.places.calendar, title, say("plan.calendar_lead"), "input")
    _today(page, pen)
    _overdue(page, pen)
    for column, (heading, width, _) in _COLUMNS.items():
        pen.width(column, width)
        pen.put(at.HEAD_ROW, column, say(f"plan.{heading}"), "heading")
    pen.height(at.HEAD_ROW, 33)
    for row, entry in enumerate(page.plan.entries, at.FIRST_ROW):
        _entry(page, pen, row, entry)
    for column in _HIDDEN:
        pen.put(at.HEAD_ROW, column, say("plan.service"), "note")
        pen.sheet.set_column(column - 1, column - 1, 10, None, {"hidden": True})
    _rules(page, pen)
    _inputs(page, pen)
    _frame(page, pen)


def _today(page: PlanPage, pen: Pen) -> None:
    """Today, live or set; ways to the other sheets."""
    row, column = at.TODAY_ROW, at.TODAY_COLUMN
    pen.merge(row, 1, 2, say("plan.today"), "strong", "right")
    looks = ("cell", "date", "input", "strong")
    if page.live:
        pen.formula(row, column, "TODAY()", serial(page.today), *looks)
    else:
        pen.put(row, column, page.today, *looks)
    page.book.define_name(say("plan.today_name"), f"={page.places.today}")
    hint = {"input_title": say("plan.today_hint_title"), "input_message": say("plan.today_hint")}
    pen.sheet.data_validation(row - 1, column - 1, row - 1, column - 1, {"validate": "any", **hint})
    others = ((at.STATE, page.places.grid), (at.DAY, page.places.report), (at.DOCUMENT, page.places.undated))
    for place, name in others:
        pen.link(row, place, f"internal:{in_sheet(name, 'A1')}", f"{name} →")


def _overdue(page: PlanPage, pen: Pen) -> None:
    """How much is overdue, by word and colour."""
    row, cell = at.TODAY_ROW, (at.TODAY_ROW - 1, at.TITLE - 1, at.TODAY_ROW - 1, at.TITLE - 1)
    area = f"{fixed(at.FIRST_ROW, at.STATE)}:{fixed(page.places.last_row, at.STATE)}"
    count = f"COUNTIF({area},{quoted(State.OVERDUE.value)})"
    none, some = say("plan.nothing_overdue"), say("plan.overdue_count")
    overdue = sum(entry.state(page.today) is State.OVERDUE for entry in page.plan.entries)
    cached = f"{some} {overdue}" if overdue else none
    pen.formula(row, at.TITLE, f"IF({count}=0,{quoted(none)},{quoted(some + ' ')}&{count})", cached, "strong", "padded")
    own = fixed(row, at.TITLE)
    pen.sheet.conditional_format(*cell, page.state_rule(State.OVERDUE, f"={own}<>{quoted(none)}"))
    pen.sheet.conditional_format(*cell, page.state_rule(State.DONE, f"={own}={quoted(none)}"))


def _entry(page: PlanPage, pen: Pen, row: int, entry: PlanEntry) -> None:
    item, occurrence, entered = entry.item, entry.occurrence, entry.fulfilment
    values: dict[int, Value] = {
        at.START: occurrence.start,
        at.END: occurrence.end,
        at.TERM: "\n".join(filter(None, (occurrence.label, occurrence.note))),
        at.NUMBER: item.number,
        at.KIND: item.kind,
        at.TITLE: item.title,
        at.SECTION: item.section,
        at.RESPONSIBLE: item.responsible,
        at.STATUS: entered.status.value if entered.status else None,
        at.DAY: entered.day,
        at.DOCUMENT: entered.document,
    }
    for column, value in values.items():
        pen.put(row, column, value, "cell", *_COLUMNS[column][2])
    pen.formula(row, at.STATE, _state(row), entry.state(page.today).value, "cell", *_COLUMNS[at.STATE][2])
    pen.put(row, at.UID, entry.uid, "note")
    pen.put(row, at.ITEM_KEY, at.item_number(page.plan, entry), "note")
    pen.put(row, at.SECTION_KEY, page.places.section_number(item), "note")
    pen.put(row, at.PEOPLE_KEY, "|" + "".join(f"{one}|" for one in page.places.people_numbers(item)), "note")
    lines = (fitting.line_count(str(values[column] or ""), _COLUMNS[column][1] - _PADDING) for column in _WRAPPED)
    pen.height(row, fitting.height_for(max(lines)))


def _state(row: int) -> str:
    """The formula of :meth:`PlanEntry.state`."""
    status, day = address(row, at.STATUS), address(row, at.DAY)
    start, end, today = address(row, at.START), address(row, at.END), fixed(at.TODAY_ROW, at.TODAY_COLUMN)
    return (
        f'IF({status}="{ActivityStatus.CANCELLED}","{State.CANCELLED}",'
        f'IF(OR({status}="{ActivityStatus.DONE}",{day}<>""),"{State.DONE}",'
        f'IF({end}<{today},"{State.OVERDUE}",'
        f'IF({status}="{ActivityStatus.IN_PROGRESS}","{State.IN_PROGRESS}",'
        f'IF({start}<={today},"{State.DUE}","{State.PLANNED}")))))'
    )


def _rules(page: PlanPage, pen: Pen) -> None:
    """Colours of the states; today's line between what has begun and what has not."""
    first, last = at.FIRST_ROW - 1, page.places.last_row - 1
    own = f"${letters(at.STATE)}{at.FIRST_ROW}"
    for state in State:
        rule = page.state_rule(state, f'={own}="{state}"')
        pen.sheet.conditional_format(first, at.STATE - 1, last, at.STATE - 1, rule)
    start, above = f"${letters(at.START)}{at.FIRST_ROW}", f"${letters(at.START)}{at.FIRST_ROW - 1}"
    today = fixed(at.TODAY_ROW, at.TODAY_COLUMN)
    line = page.book.add_format({"top": 1, "top_color": styles.TONES["error"].ink})
    rule = {"type": "formula", "criteria": f"=AND({start}>{today},N({above})<={today})", "format": line}
    pen.sheet.conditional_format(first, 0, last, at.LAST_SHOWN - 1, rule)


def _inputs(page: PlanPage, pen: Pen) -> None:
    """What may be entered."""
    first, last = at.FIRST_ROW - 1, page.places.last_row - 1
    texts = {"error_title": say("plan.status_error_title"), "error_message": say("plan.status_error")}
    words = {"validate": "list", "source": [status.value for status in ActivityStatus]}
    pen.sheet.data_validation(first, at.STATUS - 1, last, at.STATUS - 1, words | texts)
    texts = {"error_title": say("plan.day_error_title"), "error_message": say("plan.day_error")}
    days = {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY}
    pen.sheet.data_validation(first, at.DAY - 1, last, at.DAY - 1, days | texts)


def _frame(page: PlanPage, pen: Pen) -> None:
    pen.sheet.autofilter(at.HEAD_ROW - 1, 0, page.places.last_row - 1, at.LAST_SHOWN - 1)
    pen.sheet.freeze_panes(at.HEAD_ROW, at.TITLE)
    pen.sheet.repeat_rows(at.HEAD_ROW - 1)
    pen.sheet.print_area(0, 0, page.places.last_row - 1, at.LAST_SHOWN - 1)
    pen.sheet.set_selection(at.FIRST_ROW - 1, at.STATUS - 1, at.FIRST_ROW - 1, at.STATUS - 1)
    pen.sheet.activate()
