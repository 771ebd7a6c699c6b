"""«Самооценка»: the school scores its methodical work by the rubric; points and totals are live."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.fields import SELF_ASSESSMENT
from metodist.domain.programme import Criterion
from metodist.domain.scores import maximum_of
from metodist.domain.self_assessment import Question
from metodist.domain.tables import Area, Cell, FactPart, NumberForm, Role, Sheet
from metodist.domain.values import YES, fold
from metodist.domain.wording import number_text
from metodist.layout.addresses import address
from metodist.layout.facts_sheet import (
    FACT_WIDTHS,
    fact_heights,
    fact_highlights,
    fact_line,
    fact_validations,
    remark_cell,
)
from metodist.layout.fitting import fitted_height
from metodist.layout.page import header
from metodist.layout.plan import FACT_LABEL, FACT_NUMBER, FACT_PREVIOUS, FACT_REMARK, FACT_UNIT, FACT_VALUE, Plan
from metodist.layout.rubric_formulas import PositionCells, position_formulas
from metodist.layout.rules import Rules
from metodist.layout.self_lines import SELF_FIRST_ROW, SELF_HEADING_ROW, SELF_TOTAL_ROW, SelfLine
from metodist.messages import say

#: Points stand where «Сведения» shows last year's value.
POINTS = FACT_PREVIOUS


def self_assessment_sheet(plan: Plan, rules: Rules) -> Sheet:
    """Draw every block with its positions; the score of the whole stands on top."""
    own = rules.of_sheet(SELF_ASSESSMENT)
    values = [cell for cell in plan.facts_of(SELF_ASSESSMENT) if cell.part is FactPart.VALUE]
    cells = [*header(SELF_ASSESSMENT, say("scoring.self_lead")), *_headings()]
    for number, cell in enumerate(values, start=1):
        drawn = fact_line(plan, cell, number)
        cells.extend(one for one in drawn if one.column != POINTS)
        cells.append(remark_cell(plan, own, cell))
    cells.extend(_points(plan))
    cells.extend(_sums(plan))
    titles = [line.row for line in plan.self_lines if line.question is None]
    bottom = plan.self_lines[-1].row
    return Sheet(
        name=SELF_ASSESSMENT,
        cells=tuple(cells),
        tab="input",
        widths=FACT_WIDTHS,
        heights={**fact_heights(cells), **_title_heights(cells)},
        merges=tuple(Area(row, 1, row, FACT_VALUE) for row in (SELF_TOTAL_ROW, *titles)),
        validations=tuple(fact_validations(plan, SELF_ASSESSMENT)),
        highlights=fact_highlights(plan, own, SELF_ASSESSMENT, bottom),
        freeze=(SELF_FIRST_ROW, FACT_UNIT),
        cursor=(values[0].row, FACT_VALUE),
        landscape=True,
        repeat=(SELF_HEADING_ROW, SELF_HEADING_ROW),
        print_area=Area(1, 1, bottom, FACT_REMARK),
    )


def _title_heights(cells: list[Cell]) -> dict[int, float]:
    """Titles run over the columns up to the answer."""
    width = sum(FACT_WIDTHS[column] for column in range(1, FACT_VALUE + 1))
    titles = (cell for cell in cells if cell.role is Role.SUBHEADING and isinstance(cell.value, str))
    return {cell.row: max(18.0, fitted_height(str(cell.value), width, bold=True)) for cell in titles}


def _headings() -> Iterator[Cell]:
    names = ("code", "criterion", "answer_what", "answer", "points")
    for column, name in enumerate(names, start=1):
        yield Cell(SELF_HEADING_ROW, column, say(f"scoring.self_{name}"), Role.HEADING)
    parts = ("part_document", "part_number", "part_date", "part_link", "remarks")
    for column, name in enumerate(parts, start=POINTS + 1):
        yield Cell(SELF_HEADING_ROW, column, say(f"school_table.{name}"), Role.HEADING)


def _points(plan: Plan) -> Iterator[Cell]:
    """The points of every question."""
    counts = count_cells(plan)
    for line in plan.self_lines:
        if line.question is not None or line.is_block:
            continue
        criteria = tuple(question.criterion for question in line.questions)
        rows = range(line.row + 1, line.row + 1 + len(criteria))
        total, bad = counts.get(fold(line.title), ("1", "0"))
        answers = tuple(address(row, FACT_VALUE) for row in rows)
        cells = PositionCells(answers, YES, total, bad)
        for row, formula in zip(rows, position_formulas(criteria, cells), strict=True):
            yield Cell(row, POINTS, 0, Role.COMPUTED, NumberForm.GENERAL, formula=formula, align="center")


def count_cells(plan: Plan) -> dict[str, tuple[str, str]]:
    """Where each direction's numbers of indicators and of bad ones are asked, by its title folded."""
    found: dict[str, tuple[str, str]] = {}
    for line in plan.self_lines:
        if line.question is None or not line.question.asks_number:
            continue
        key, cell = fold(line.question.criterion.position), address(line.row, FACT_VALUE)
        total, bad = found.get(key, ("0", "0"))
        found[key] = (total, cell) if line.question.criterion.points < 0 else (cell, bad)
    return found


def _sums(plan: Plan) -> Iterator[Cell]:
    """The total on top, and one sum a block and position."""
    blocks = [line for line in plan.self_lines if line.is_block]
    total = "+".join(address(line.row, POINTS) for line in blocks)
    asked = tuple(question for line in blocks for question in line.questions)
    yield from _titled(SELF_TOTAL_ROW, say("scoring.self_total", maximum=_maximum(asked)), total)
    for line in plan.self_lines:
        if line.question is None:
            yield from _titled(line.row, _title(line), _sum_formula(line, plan))


def _titled(row: int, title: str, formula: str) -> Iterator[Cell]:
    yield Cell(row, FACT_NUMBER, title, Role.SUBHEADING)
    for column in (FACT_LABEL, FACT_UNIT, FACT_VALUE, *range(POINTS + 1, FACT_REMARK + 1)):
        yield Cell(row, column, None, Role.SUBHEADING)
    yield Cell(row, POINTS, 0, Role.SUBHEADING, formula=formula, align="center")


def _title(line: SelfLine) -> str:
    """The title with the most that can be reached, and what the source says of it where that differs."""
    reachable = say("scoring.self_title", title=line.title, maximum=_maximum(line.questions))
    if not line.is_block:
        return reachable
    declared = line.questions[0].criterion.declared_maximum
    if declared is None or declared == maximum_of(_criteria(line)):
        return reachable
    return say("scoring.self_declared", title=reachable, declared=number_text(declared))


def _sum_formula(line: SelfLine, plan: Plan) -> str:
    """A position sums its questions, a block its positions."""
    if not line.is_block:
        return f"SUM({address(line.row + 1, POINTS)}:{address(line.row + len(line.questions), POINTS)})"
    block = line.questions[0].criterion.block
    inside = (one for one in plan.self_lines if one.question is None and not one.is_block)
    rows = [one.row for one in inside if one.questions[0].criterion.block == block]
    return "+".join(address(row, POINTS) for row in rows)


def _criteria(line: SelfLine) -> Iterator[Criterion]:
    return (question.criterion for question in line.questions)


def _maximum(asked: tuple[Question, ...]) -> str:
    return number_text(maximum_of(question.criterion for question in asked))
