"""Sheets that the school does not see: lists of the drop-downs; the stamp and the count of problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from metodist.domain.tables import Area, Cell, Role, Sheet
from metodist.domain.values import NO, YES
from metodist.layout.addresses import fixed, fixed_area, in_sheet, letters
from metodist.layout.plan import ALL_PEOPLE, LISTS, PEOPLE_LIST, SERVICE, YES_NO_LIST, Plan
from metodist.layout.problems import ERROR, REQUIRED, WARNING
from metodist.layout.rules import (
    COUNT,
    DUE,
    DUE_ROW,
    ERRORS_ROW,
    FILLED_ROW,
    FIRST_RULE_ROW,
    LETTERS,
    OPEN_ROW,
    ORDER,
    ROW_NUMBER,
    RULE_HEADING_ROW,
    SHEET,
    STAMP_ROW,
    TEXT,
    TONE,
    TOTAL_COLUMN,
    WARNINGS_ROW,
    Rule,
    Rules,
)
from metodist.messages import say

_LAST_ROW_OF_ALL = 1_000_000
"""Above every row number: the first row with a problem is this less the greatest remainder."""


def lists_sheet(plan: Plan) -> Sheet:
    """Every list as a column with its name above it."""
    cells: list[Cell] = []
    widths: dict[int, float] = {}
    for column, (title, values) in enumerate(_columns(plan), start=1):
        cells.append(Cell(1, column, title, Role.HEADING))
        cells.extend(Cell(row, column, value) for row, value in enumerate(values, start=2))
        widths[column] = 30.0
    return Sheet(LISTS, tuple(cells), state="hidden", widths=widths)


def list_names(plan: Plan) -> dict[str, str]:
    """Defined names of the lists → where they stand."""
    names = [YES_NO_LIST, *plan.lists.values()]
    found: dict[str, str] = {}
    for column, (name, (_, values)) in enumerate(zip(names, _columns(plan), strict=True), start=1):
        found[name] = in_sheet(LISTS, fixed_area(Area(2, column, max(2, len(values) + 1), column)))
    staff = plan.programme.staff
    found[ALL_PEOPLE] = plan.column(staff.name, staff.key.name)
    found[PEOPLE_LIST] = _people(plan)
    return found


def _columns(plan: Plan) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield f"{YES}/{NO}", (YES, NO)
    for name in plan.lists:
        yield name, plan.programme.lists[name]


def _people(plan: Plan) -> str:
    """The filled part of the staff's names, so that the drop-down has no empty lines at its end."""
    staff = plan.programme.staff
    place = plan.registers[staff.name]
    column = plan.column(staff.name, staff.key.name)
    first = in_sheet(place.sheet, fixed(place.first_row, place.columns[staff.key.name]))
    last = f'SUMPRODUCT(MAX(({column}<>"")*ROW({column})))-{place.first_row - 1}'
    return f"{first}:INDEX({column},MAX(1,{last}))"


def service_sheet(plan: Plan, rules: Rules) -> Sheet:
    """The stamp, the totals, and a line for every rule."""
    cells = [Cell(1, 1, say("school_table.service_title"), Role.TITLE), *_totals(rules)]
    cells.append(Cell(STAMP_ROW, 1, say("school_table.stamp"), Role.LABEL))
    cells.append(_stamp(plan))
    headings = ("number", "sheet", "what", "tone", "count", "first_row", "column", "due", "order")
    for column, name in enumerate(headings, start=1):
        cells.append(Cell(RULE_HEADING_ROW, column, say(f"school_table.{name}"), Role.HEADING))
    for number, rule in enumerate(rules.all, start=1):
        cells.extend(_rule_line(rule, number))
    widths = {1: 22.0, SHEET: 20.0, TEXT: 80.0, TONE: 12.0}
    return Sheet(SERVICE, tuple(cells), state="veryHidden", widths=widths)


def restamped(sheet: Sheet, plan: Plan) -> Sheet:
    """The same sheet «Служебный» for another school: only the stamp is another one."""
    stamp = _stamp(plan)
    place = (stamp.row, stamp.column)
    return replace(sheet, cells=tuple(stamp if (cell.row, cell.column) == place else cell for cell in sheet.cells))


def _stamp(plan: Plan) -> Cell:
    return Cell(STAMP_ROW, TOTAL_COLUMN, plan.identity.stamp, Role.LABEL, own=True)


def _totals(rules: Rules) -> Iterator[Cell]:
    tone, count = (_own(rules, column) for column in (TONE, COUNT))
    due = f'{fixed(DUE_ROW, TOTAL_COLUMN)}-SUMIF({tone},"{REQUIRED}",{count})'
    missing = rules.counted(REQUIRED)
    lines = (
        (DUE_ROW, "total_due", f"SUM({_own(rules, DUE)})", rules.due()),
        (FILLED_ROW, "total_filled", due, rules.due() - missing),
        (ERRORS_ROW, "total_errors", f'SUMIF({tone},"{ERROR}",{count})', rules.counted(ERROR)),
        (WARNINGS_ROW, "total_warnings", f'SUMIF({tone},"{WARNING}",{count})', rules.counted(WARNING)),
        (OPEN_ROW, "total_open", f'COUNTIF({count},">0")', sum(1 for rule in rules.all if rule.count)),
    )
    for row, name, formula, value in lines:
        yield Cell(row, 1, say(f"school_table.{name}"), Role.LABEL)
        yield Cell(row, TOTAL_COLUMN, value, Role.COMPUTED, formula=formula)


def _own(rules: Rules, column: int) -> str:
    return f"{fixed(FIRST_RULE_ROW, column)}:{fixed(rules.last_row, column)}"


def _rule_line(rule: Rule, number: int) -> Iterator[Cell]:
    problem, row = rule.problem, rule.row
    test = problem.formula(rule.place)
    single = problem.area.top == problem.area.bottom
    counted = f"1*(({test})>0)" if single else f"SUMPRODUCT({test})"
    count = fixed(row, COUNT)
    yield Cell(row, 1, number, Role.LABEL)
    yield Cell(row, SHEET, problem.sheet, Role.LABEL)
    yield Cell(row, TEXT, problem.text, Role.LABEL, varies=True)
    yield Cell(row, TONE, problem.tone, Role.LABEL)
    yield Cell(row, COUNT, rule.count, Role.COMPUTED, formula=counted)
    yield Cell(row, ROW_NUMBER, rule.first_row or "", Role.COMPUTED, formula=_first_row(rule, test, count))
    yield Cell(row, LETTERS, letters(problem.area.left), Role.LABEL)
    if problem.due is not None:
        due = problem.due(rule.place)
        yield Cell(row, DUE, rule.due, Role.COMPUTED, formula=f"1*({due})" if single else f"SUMPRODUCT({due}*1)")
    order = f'IF({count}>0,{rule.order},"")'
    yield Cell(row, ORDER, rule.order if rule.count else "", Role.COMPUTED, formula=order)


def _first_row(rule: Rule, test: str, count: str) -> str:
    area = rule.problem.area
    if area.top == area.bottom:
        return f'IF({count}>0,{area.top},"")'
    column = in_sheet(rule.problem.sheet, fixed_area(area))
    return f'IF({count}>0,{_LAST_ROW_OF_ALL}-SUMPRODUCT(MAX(({test})*({_LAST_ROW_OF_ALL}-ROW({column})))),"")'
