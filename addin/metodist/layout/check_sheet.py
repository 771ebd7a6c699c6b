"""«Проверка»: readiness, a line a sheet, and every open problem with a link to its first cell; by formulas alone."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.tables import Area, Cell, Highlight, Role, Sheet
from metodist.layout.addresses import address, fixed, in_sheet, quoted
from metodist.layout.field_looks import cut
from metodist.layout.page import HEAD_HEIGHTS, word_highlights
from metodist.layout.plan import CHECK, TITLE_PAGE, Plan
from metodist.layout.problems import ERROR, REQUIRED
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
    SHEET,
    TEXT,
    TONE,
    Rule,
    Rules,
    sheets_of,
    total,
)
from metodist.messages import say

NUMBER, WHAT, WHERE, HOW_MANY, GO, KEY = 1, 2, 3, 4, 5, 6
READINESS_ROW, SHEETS_ROW = 4, 6
OPEN_LINES = 60
"""How many open problems are listed; the rest is counted in a last line."""
PRINTED_LINES = 30
"""What fits on one page; the rest is for the screen."""
LONGEST_LINE = 145
"""Letters of a sentence on the list: a little smaller they fit on one line. The cell itself shows all of it."""
_WIDTHS = {NUMBER: 5.0, WHAT: 108.0, WHERE: 22.0, HOW_MANY: 12.0, GO: 14.0}
_WEIGHT = 10_000
"""Keys of open problems are the rule's row plus a multiple of this by tone (``rules``)."""


def check_sheet(plan: Plan, rules: Rules) -> Sheet:
    """Draw the check; every number in it is a formula over «Служебный»."""
    sheets = sheets_of(plan)
    list_row = SHEETS_ROW + len(sheets) + 2
    last = list_row + OPEN_LINES + 1
    cells = (
        Cell(1, 1, CHECK, Role.TITLE),
        Cell(2, 1, say("school_table.check_lead"), Role.LEAD),
        Cell(3, 1, say("school_table.to_title_page"), Role.LINK, link=in_sheet(TITLE_PAGE, "A1")),
        Cell(READINESS_ROW, 1, readiness_text(rules), Role.STATUS, formula=readiness_formula()),
        *_sheet_lines(rules, sheets),
        *_open_lines(rules, list_row),
    )
    return Sheet(
        name=CHECK,
        cells=cells,
        tab="computed",
        widths=_WIDTHS,
        heights=_heights(list_row),
        merges=(Area(READINESS_ROW, 1, READINESS_ROW, GO),),
        highlights=(
            *readiness_highlights(Area(READINESS_ROW, 1, READINESS_ROW, GO)),
            *word_highlights(Area(list_row + 1, WHAT, last, WHAT), address(list_row + 1, WHAT), filled=True),
            Highlight(Area(SHEETS_ROW + 1, GO, SHEETS_ROW + len(sheets), GO), "1=1", "line"),
            Highlight(Area(list_row + 1, 1, last, GO), f'${address(list_row + 1, WHAT)}<>""', "line"),
        ),
        freeze=(READINESS_ROW + 1, 1),
        cursor=(list_row + 1, GO),
        landscape=True,
        repeat=(list_row, list_row),
        print_area=Area(1, 1, list_row + PRINTED_LINES, GO),
        hidden_columns=(KEY,),
    )


def _heights(list_row: int) -> dict[int, float]:
    """Every line of the list is one line high: no row grows by itself where a formula changes its text."""
    lines = dict.fromkeys(range(list_row + 1, list_row + OPEN_LINES + 2), 18.0)
    return {**HEAD_HEIGHTS, READINESS_ROW: 28.0, SHEETS_ROW: 18.0, list_row: 18.0, **lines}


def readiness_formula() -> str:
    """«Готово 37 из 40, ошибок 2» as a formula of any sheet."""
    due, filled, errors = total(DUE_ROW), total(FILLED_ROW), total(ERRORS_ROW)
    start, middle, some, none, complete = (
        quoted(say(f"school_table.ready_{name}")) for name in ("start", "middle", "errors", "no_errors", "complete")
    )
    clean = f"IF({filled}={due},{complete},{none})"
    return f"{start}&{filled}&{middle}&{due}&IF({errors}=0,{clean},{some}&{errors})"


def readiness_text(rules: Rules) -> str:
    """What :func:`readiness_formula` comes to as the table is issued."""
    due, errors, missing = rules.due(), rules.counted(ERROR), rules.counted(REQUIRED)
    clean = say("school_table.ready_no_errors") if missing else say("school_table.ready_complete")
    tail = say("school_table.ready_errors") + str(errors) if errors else clean
    return f"{say('school_table.ready_start')}{due - missing}{say('school_table.ready_middle')}{due}{tail}"


def readiness_highlights(area: Area) -> tuple[Highlight, ...]:
    """Green when all is done, yellow while something is missing, red while there are errors; the words say it too."""
    cell = fixed(area.top, area.left)
    complete, none = (quoted(say(f"school_table.ready_{name}")) for name in ("complete", "no_errors"))
    return (
        Highlight(area, f"ISNUMBER(FIND({complete},{cell}))", "done"),
        Highlight(area, f"ISNUMBER(FIND({none},{cell}))", "required"),
        Highlight(area, f'{cell}<>""', "error"),
    )


def _sheet_lines(rules: Rules, sheets: tuple[str, ...]) -> Iterator[Cell]:
    names = ("number", "sheet", "filled_of", "errors", "link")
    for column, name in enumerate(names, start=1):
        yield Cell(SHEETS_ROW, column, say(f"school_table.{name}"), Role.HEADING)
    for index, sheet in enumerate(sheets, start=1):
        row = SHEETS_ROW + index
        own = f"{rules.column(SHEET)}={quoted(sheet)}"
        due = f"SUMPRODUCT(({own})*{rules.column(DUE)})"
        missing, errors = _of_tone(rules, own, REQUIRED), _of_tone(rules, own, ERROR)
        middle = say("school_table.ready_middle")
        filled = rules.due(sheet) - rules.counted(REQUIRED, sheet)
        yield Cell(row, NUMBER, index, Role.REFERENCE, align="center")
        yield Cell(row, WHAT, sheet, Role.LABEL, align="left")
        yield Cell(
            row,
            WHERE,
            f"{filled}{middle}{rules.due(sheet)}",
            Role.COMPUTED,
            formula=f"({due}-{missing})&{quoted(middle)}&{due}",
            align="center",
        )
        yield Cell(row, HOW_MANY, rules.counted(ERROR, sheet), Role.COMPUTED, formula=errors, align="center")
        yield Cell(row, GO, say("school_table.go"), Role.LINK, link=in_sheet(sheet, "A1"), align="center")


def _of_tone(rules: Rules, own: str, tone: str) -> str:
    return f"SUMPRODUCT(({own})*({rules.column(TONE)}={quoted(tone)})*{rules.column(COUNT)})"


def _open_lines(rules: Rules, heading: int) -> Iterator[Cell]:
    for column, name in enumerate(("number", "what", "sheet", "cells", "link"), start=1):
        yield Cell(heading, column, say(f"school_table.{name}"), Role.HEADING)
    opened = sorted((rule for rule in rules.all if rule.count), key=lambda rule: rule.order)
    for place in range(1, OPEN_LINES + 1):
        rule = opened[place - 1] if place <= len(opened) else None
        yield from _open_line(rules, heading + place, place, rule)
    row = heading + OPEN_LINES + 1
    more, count = say("school_table.more"), total(OPEN_ROW)
    text = f"{more}{len(opened) - OPEN_LINES}" if len(opened) > OPEN_LINES else ""
    yield Cell(
        row,
        WHAT,
        text,
        Role.NOTE,
        formula=f'IF({count}>{OPEN_LINES},{quoted(more)}&({count}-{OPEN_LINES}),"")',
    )


def _shortened(text: str, rules: Rules) -> str:
    """The sentence that a formula gives, cut as ``cut`` does; only where a sentence of this table is so long."""
    if all(len(rule.problem.text) <= LONGEST_LINE for rule in rules.all):
        return text
    return f'IF(LEN({text})>{LONGEST_LINE},TRIM(LEFT({text},{LONGEST_LINE - 1}))&"…",{text})'


def _open_line(rules: Rules, row: int, place: int, rule: Rule | None) -> Iterator[Cell]:
    key = fixed(row, KEY)
    clean = say("school_table.no_errors") if place == 1 else ""

    def shown(column: int, otherwise: str = "") -> str:
        line = f"MOD({key},{_WEIGHT})-{FIRST_RULE_ROW - 1}"
        return f'IF({key}="",{quoted(otherwise)},INDEX({rules.column(column)},{line}))'

    target = f'"#\'"&{fixed(row, WHERE)}&"\'!"&{shown(LETTERS)}&{shown(ROW_NUMBER)}'
    go = say("school_table.go")
    yield Cell(row, NUMBER, place if rule else "", Role.LINE, formula=f'IF({key}="","",{place})', align="center")
    text = cut(rule.problem.text, LONGEST_LINE) if rule else clean
    yield Cell(row, WHAT, text, Role.LINE, formula=_shortened(shown(TEXT, clean), rules), align="left")
    yield Cell(row, WHERE, rule.problem.sheet if rule else "", Role.LINE, formula=shown(SHEET), align="left")
    yield Cell(row, HOW_MANY, rule.count if rule else "", Role.LINE, formula=shown(COUNT), align="center")
    link = f'IF({key}="","",HYPERLINK({target},{quoted(go)}))'
    yield Cell(row, GO, go if rule else "", Role.LINK, formula=link, align="center")
    order = f'IFERROR(SMALL({rules.column(ORDER)},{place}),"")'
    yield Cell(row, KEY, rule.order if rule else "", Role.LINE, formula=order)
