"""«Сведения»: facts of the school with last period's value beside, and the evidence of what it says it has."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.fields import FACTS, Field, FieldType
from metodist.domain.tables import Area, Cell, FactCell, FactPart, Highlight, NumberForm, Role, Sheet, Validation
from metodist.domain.values import Value
from metodist.layout.addresses import address
from metodist.layout.field_looks import FORMS, LISTED, align_of, hint_of, role_of, validation_of
from metodist.layout.fitting import fitted_height, height_for
from metodist.layout.page import HEAD_HEIGHTS, header, problem_highlights, word_highlights
from metodist.layout.plan import (
    EVIDENCE,
    FACT_FIRST_ROW,
    FACT_HEADING_ROW,
    FACT_LABEL,
    FACT_NUMBER,
    FACT_PREVIOUS,
    FACT_REMARK,
    FACT_UNIT,
    FACT_VALUE,
    Plan,
    sections,
)
from metodist.layout.references import SchoolFacts
from metodist.layout.remarks import fact_remark, remark
from metodist.layout.rules import Rule, Rules
from metodist.layout.styles import NOTE_SIZE
from metodist.messages import say

FACT_WIDTHS = {
    FACT_NUMBER: 5.0,
    FACT_LABEL: 56.0,
    FACT_UNIT: 15.0,
    FACT_VALUE: 18.0,
    FACT_PREVIOUS: 15.0,
    FACT_REMARK: 46.0,
}
FACT_WIDTHS |= {EVIDENCE[FactPart.DOCUMENT]: 48.0, EVIDENCE[FactPart.NUMBER]: 13.0, EVIDENCE[FactPart.DATE]: 15.0}
FACT_WIDTHS |= {EVIDENCE[FactPart.LINK]: 28.0}


_DOCUMENT_LINES = 2
"""How many lines the name of a document may take: some 100 letters."""


def facts_sheet(plan: Plan, rules: Rules) -> Sheet:
    """Draw the facts, section by section."""
    own = rules.of_sheet(FACTS)
    cells = [*header(FACTS, say("school_table.facts_lead")), *_headings(plan)]
    values = [cell for cell in plan.facts_of(FACTS) if cell.part is FactPart.VALUE]
    for number, cell in enumerate(values, start=1):
        cells.extend(fact_line(plan, cell, number))
        cells.append(remark_cell(plan, own, cell))
    titles = dict(_section_rows(plan))
    cells.extend(
        Cell(at, column, title if column == 1 else None, Role.SUBHEADING)
        for at, title in titles.items()
        for column in range(1, FACT_REMARK + 1)
    )
    bottom = max((cell.row for cell in values), default=FACT_FIRST_ROW)
    return Sheet(
        name=FACTS,
        cells=tuple(cells),
        tab="input",
        widths=FACT_WIDTHS,
        heights=fact_heights(cells),
        merges=tuple(Area(at, 1, at, FACT_REMARK) for at in titles),
        validations=tuple(fact_validations(plan, FACTS)),
        highlights=fact_highlights(plan, own, FACTS, bottom),
        freeze=(FACT_FIRST_ROW, FACT_UNIT),
        cursor=(values[0].row if values else FACT_FIRST_ROW, FACT_VALUE),
        landscape=True,
        repeat=(FACT_HEADING_ROW, FACT_HEADING_ROW),
        print_area=Area(1, 1, bottom, FACT_REMARK),
        hidden_columns=() if plan.prefill.previous else (FACT_PREVIOUS,),
    )


def _section_rows(plan: Plan) -> Iterator[tuple[int, str]]:
    """Where each section's title stands: above its first fact."""
    first = {cell.fact.name: cell.row for cell in plan.facts_of(FACTS) if cell.part is FactPart.VALUE}
    for title, facts in sections(plan.programme.school_facts):
        if title:
            yield first[facts[0].name] - 1, title


def _headings(plan: Plan) -> Iterator[Cell]:
    names = ("number", "fact", "unit", "value_now", "value_before", "part_document", "part_number", "part_date")
    before = plan.programme.passport.period.previous.label
    for column, name in enumerate((*names, "part_link", "remarks"), start=1):
        yield Cell(FACT_HEADING_ROW, column, say(f"school_table.{name}", period=before), Role.HEADING)


def what_to_enter(fact: Field) -> str:
    """The unit or what may be typed in, «▾» for a list, and the word for a required fact."""
    mark = "required" if fact.required else "required_if" if fact.required_if else ""
    arrow = "\u00a0▾" if fact.type in LISTED else ""
    text = f"{fact.unit or hint_of(fact)}{arrow}"
    return f"{text}\n{say(f'school_table.{mark}')}" if mark else text


def fact_line(plan: Plan, cell: FactCell, number: int | str) -> Iterator[Cell]:
    """The cells of one fact: number, label, what to enter, the value, last year's, and the evidence."""
    fact, row = cell.fact, cell.row
    given, evidence = plan.prefill.data.facts, plan.prefill.data.evidence.get(cell.fact.name)
    yield Cell(row, FACT_NUMBER, number, Role.REFERENCE, align="center")
    yield Cell(row, FACT_LABEL, fact.name, Role.LABEL, align="left")
    yield Cell(row, FACT_UNIT, what_to_enter(fact), Role.REFERENCE, align="center")
    form, align = FORMS[fact.type], align_of(fact)
    yield Cell(row, FACT_VALUE, given.get(fact.name), role_of(fact), form, align=align, own=True)
    before: Value = plan.prefill.previous.get(fact.name)
    yield Cell(row, FACT_PREVIOUS, before, Role.REFERENCE, form, align=align, varies=True, own=True)
    for part, column in EVIDENCE.items():
        if fact.type is not FieldType.PRESENCE:
            yield Cell(row, column, say("school_table.dash"), Role.REFERENCE, align="center")
            continue
        is_date = part is FactPart.DATE
        form = NumberForm.DATE if is_date else NumberForm.TEXT
        value: Value = getattr(evidence, part.value) if evidence else None
        yield Cell(row, column, value or None, Role.INPUT, form, align="center" if is_date else "left")


def remark_cell(plan: Plan, rules: tuple[Rule, ...], cell: FactCell) -> Cell:
    """What is wrong with a fact, beside it."""
    own = _rules_of_row(rules, cell.row)
    formula = fact_remark(own, SchoolFacts(plan)) or '""'
    text = remark(own, beside=True)
    return Cell(cell.row, FACT_REMARK, text, Role.COMPUTED, formula=formula, align="left", varies=True)


def _rules_of_row(rules: tuple[Rule, ...], row: int) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.problem.area.top == row)


def fact_heights(cells: list[Cell]) -> dict[int, float]:
    """Rows as high as their longest text needs; where a document is named, as high as its name may be.

    A row of a protected sheet does not grow by itself.
    """
    heights = dict(HEAD_HEIGHTS)
    for cell in cells:
        if cell.column == EVIDENCE[FactPart.DOCUMENT] and cell.role is Role.INPUT:
            heights[cell.row] = max(heights.get(cell.row, 0.0), height_for(_DOCUMENT_LINES))
        if cell.row < FACT_HEADING_ROW or not isinstance(cell.value, str) or cell.formula:
            continue
        if cell.role is Role.SUBHEADING:
            heights[cell.row] = 18.0
            continue
        size = NOTE_SIZE if cell.role is Role.REFERENCE else 11
        height = fitted_height(cell.value, FACT_WIDTHS[cell.column], size, bold=cell.role is Role.HEADING)
        heights[cell.row] = max(heights.get(cell.row, 18.0), height)
    return heights


def fact_validations(plan: Plan, sheet: str) -> Iterator[Validation]:
    """What the cells of a sheet's facts accept."""
    for cell in plan.facts_of(sheet):
        area = Area(cell.row, cell.column, cell.row, cell.column)
        if cell.part is FactPart.VALUE:
            found = validation_of(cell.fact, area, plan)
            if found is not None:
                yield found
        else:
            kind = FieldType.DATE if cell.part is FactPart.DATE else FieldType.TEXT
            part = validation_of(Field(sheet, cell.fact.name, kind), area, plan)
            if part is not None:
                yield part


def fact_highlights(plan: Plan, rules: tuple[Rule, ...], sheet: str, bottom: int) -> tuple[Highlight, ...]:
    """The colours of what is wrong, and of the words that say it."""
    found = [*problem_highlights(rules, SchoolFacts(plan), sheet, FACT_FIRST_ROW)]
    remarks = Area(FACT_FIRST_ROW, FACT_REMARK, bottom, FACT_REMARK)
    found.extend(word_highlights(remarks, address(FACT_FIRST_ROW, FACT_REMARK)))
    return tuple(found)
