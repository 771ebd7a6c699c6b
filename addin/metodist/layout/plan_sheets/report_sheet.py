"""«Исполнение»: what is done, in work and overdue, by who answers and by section; live formulas."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from metodist.domain.plans import PlanEntry, State
from metodist.layout import fitting
from metodist.layout.addresses import address, quoted
from metodist.layout.plan_sheets import places as at
from metodist.layout.plan_sheets.pages import PlanPage
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

NAME, ALL, DONE, IN_WORK, OVERDUE, PLANNED, CANCELLED, SHARE = range(1, 9)
FIRST_TABLE_ROW = 5
_NAME_WIDTH, _WIDTH = 78.0, 14.0
_PADDING = 1.5
#: Column → states that it counts.
STATES: dict[int, tuple[State, ...]] = {
    DONE: (State.DONE,),
    IN_WORK: (State.IN_PROGRESS, State.DUE),
    OVERDUE: (State.OVERDUE,),
    PLANNED: (State.PLANNED,),
    CANCELLED: (State.CANCELLED,),
}
_HEADINGS = {
    ALL: "all",
    DONE: "done",
    IN_WORK: "in_work",
    OVERDUE: "overdue",
    PLANNED: "planned",
    CANCELLED: "cancelled",
    SHARE: "share",
}
Fits = Callable[[PlanEntry], bool]
#: A line: its name, the criteria of its formulas, which entries it counts.
Line = tuple[str, tuple[str, ...], Fits]


def write_report(page: PlanPage) -> None:
    """Write the sheet."""
    passport = page.plan.programme.passport
    title = say("plan.report_title", period=passport.period.label, municipality=passport.municipality)
    pen = page.open(page.places.report, title, say("plan.report_lead"), "summary")
    pen.width(NAME, _NAME_WIDTH)
    pen.sheet.set_column(ALL - 1, SHARE - 1, _WIDTH)
    row = _table(page, pen, FIRST_TABLE_ROW, "by_people", _people(page))
    _table(page, pen, row + 2, "by_sections", _sections(page))
    pen.sheet.freeze_panes(3, 0)


def _people(page: PlanPage) -> list[Line]:
    column = page.places.column(at.PEOPLE_KEY)
    return [
        (name, (column, quoted(f"*|{number}|*")), _answers(page, number))
        for number, name in _numbered(page.places.people)
    ]


def _sections(page: PlanPage) -> list[Line]:
    column = page.places.column(at.SECTION_KEY)
    return [(name, (column, str(number)), _belongs(name)) for number, name in _numbered(page.places.sections)]


def _numbered(names: Sequence[str]) -> list[tuple[int, str]]:
    return list(enumerate(names, 1))


def _answers(page: PlanPage, number: int) -> Fits:
    return lambda entry: number in page.places.people_numbers(entry.item)


def _belongs(section: str) -> Fits:
    return lambda entry: entry.item.section == section


def _table(page: PlanPage, pen: Pen, row: int, name: str, lines: list[Line]) -> int:
    """One table with its title and its total. Returns its last row."""
    pen.merge(row, NAME, SHARE, say(f"plan.{name}_title"), "section")
    pen.put(row + 1, NAME, say(f"plan.{name}"), "heading")
    for column, heading in _HEADINGS.items():
        pen.put(row + 1, column, say(f"plan.column_{heading}"), "heading")
    pen.height(row + 1, 48)
    first = row + 2
    for own, (title, criteria, fits) in enumerate(lines, first):
        _line(page, pen, own, title, criteria, fits)
    last = first + len(lines)
    _line(page, pen, last, say("plan.total"), (page.places.column(at.ITEM_KEY), '">0"'), lambda _: True, "strong")
    area = (first - 1, OVERDUE - 1, last - 1, OVERDUE - 1)
    pen.sheet.conditional_format(*area, page.state_rule(State.OVERDUE, f"={address(first, OVERDUE)}>0"))
    return last


def _line(page: PlanPage, pen: Pen, row: int, title: str, criteria: tuple[str, ...], fits: Fits, *looks: str) -> None:
    pen.put(row, NAME, title, "cell", "wrap", "padded", *looks)
    pen.height(row, fitting.fitted_height(title, _NAME_WIDTH - _PADDING, bold=bool(looks)))
    counted = [entry.state(page.today) for entry in page.plan.entries if fits(entry)]
    pen.formula(row, ALL, f"COUNTIFS({','.join(criteria)})", len(counted), "cell", "integer", "centre", *looks)
    states = page.places.column(at.STATE)
    for column, wanted in STATES.items():
        own = [f"COUNTIFS({','.join((*criteria, states, quoted(state.value)))})" for state in wanted]
        pen.formula(
            row, column, "+".join(own), sum(state in wanted for state in counted), "cell", "integer", "centre", *looks
        )
    whole = f"({address(row, ALL)}-{address(row, CANCELLED)})"
    valid = [state for state in counted if state is not State.CANCELLED]
    share = valid.count(State.DONE) / len(valid) if valid else None
    formula = f'IF({whole}=0,"",{address(row, DONE)}/{whole})'
    pen.formula(row, SHARE, formula, share, "cell", "percent", "centre", "strong")
