"""«Инструкция»: what to do step by step, what the cells mean, which sheets there are."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.fields import FACTS, FieldType
from metodist.domain.tables import Area, Cell, Role, Sheet
from metodist.layout.fitting import fitted_height
from metodist.layout.page import HEAD_HEIGHTS
from metodist.layout.plan import INSTRUCTION, Plan
from metodist.layout.title_page import sheet_links
from metodist.messages import say

_LEFT, _RIGHT = 1, 2
_WIDTHS = {_LEFT: 26.0, _RIGHT: 100.0}
_FIRST_STEP_ROW = 5

#: The legend: how the cell looks, the word in it, what it means.
_LEGEND: tuple[tuple[Role, str], ...] = (
    (Role.INPUT, "input"),
    (Role.CHOICE, "choice"),
    (Role.COMPUTED, "computed"),
    (Role.REFERENCE, "reference"),
    (Role.HEADING, "heading"),
)
#: The legend of sentences, coloured by their first word.
_SENTENCES = ("error", "required", "warning", "done")


def instruction(plan: Plan) -> Sheet:
    """Draw the instruction."""
    legend_row = _FIRST_STEP_ROW + len(_steps_of(plan)) + 1
    sheets_row = legend_row + len(_LEGEND) + len(_SENTENCES) + 2
    bands = {_FIRST_STEP_ROW - 1: "steps", legend_row: "legend", sheets_row: "sheets"}
    cells = (
        Cell(1, 1, say("school_table.instruction_title"), Role.TITLE),
        Cell(2, 1, say("school_table.instruction_lead"), Role.LEAD),
        *(Cell(row, 1, say(f"school_table.{name}"), Role.SUBHEADING) for row, name in bands.items()),
        *(Cell(row, 2, None, Role.SUBHEADING) for row in bands),
        *_steps(plan),
        *_legend(legend_row + 1),
        *sheet_links(plan, sheets_row + 1, titled=True),
    )
    last = max(cell.row for cell in cells)
    return Sheet(
        name=INSTRUCTION,
        cells=cells,
        tab="reference",
        widths=_WIDTHS,
        heights=_heights(cells),
        merges=tuple(Area(row, 1, row, 2) for row in bands),
        cursor=(1, 1),
        print_area=Area(1, 1, last, _RIGHT),
    )


def _steps(plan: Plan) -> Iterator[Cell]:
    passport = plan.programme.passport
    deadline = f"{passport.deadline:%d.%m.%Y}" if passport.deadline else say("school_table.deadline_unknown")
    values = {
        "school": plan.organisation.short_name,
        "deadline": deadline,
        "service": passport.service or passport.body,
        "contact": passport.contact or say("school_table.contact_unknown"),
        "staff": plan.programme.staff.name,
    }
    for number, step in enumerate(_steps_of(plan), 1):
        row = _FIRST_STEP_ROW + number - 1
        yield Cell(row, _LEFT, say("school_table.step", number=number), Role.LABEL, align="left")
        text = say(f"school_table.step_{step}", **values)
        yield Cell(row, _RIGHT, text, Role.LABEL, align="left", own=True, varies=True)


def _steps_of(plan: Plan) -> tuple[str, ...]:
    """Which steps there are: people are chosen on other sheets only where a register names them."""
    others = [register for register in plan.programme.registers if register is not plan.programme.staff]
    chosen = any(field.type is FieldType.PERSON_REF for register in others for field in register.fields)
    more = ("3",) if others or plan.facts_of(FACTS) or plan.self_lines else ()
    return ("1", "2" if chosen else "2_alone", *more, "4", "5", "6", "7")


def _legend(row: int) -> Iterator[Cell]:
    for index, (role, name) in enumerate(_LEGEND):
        shown = Role.INPUT_SAMPLE if role in (Role.INPUT, Role.CHOICE) else role
        yield Cell(row + index, _LEFT, say(f"school_table.legend_{name}"), shown, align="center")
        yield Cell(row + index, _RIGHT, say(f"school_table.means_{name}"), Role.LABEL, align="left")
    for index, tone in enumerate(_SENTENCES, start=len(_LEGEND)):
        word = say(f"school_table.legend_{tone}")
        yield Cell(row + index, _LEFT, word, Role(f"{tone}_sample"), align="center")
        yield Cell(row + index, _RIGHT, say(f"school_table.means_{tone}"), Role.LABEL, align="left")


def _heights(cells: tuple[Cell, ...]) -> dict[int, float]:
    heights = dict(HEAD_HEIGHTS)
    for cell in cells:
        if isinstance(cell.value, str) and cell.role not in (Role.TITLE, Role.LEAD):
            height = fitted_height(cell.value, _WIDTHS[cell.column], bold=cell.role is Role.SUBHEADING)
            heights[cell.row] = max(heights.get(cell.row, 18.0), height)
    return heights
