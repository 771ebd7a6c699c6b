"""What the summary's cells of «Показатели» and «Разрезы» come to by our own arithmetic: to compare an open one with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from metodist.domain.summary import Summary
from metodist.domain.values import Value
from metodist.layout.summary_sheets import plan as rows
from metodist.layout.summary_sheets.numbers import counted
from metodist.layout.summary_sheets.plan import Block, Part, Plan, SliceBlock, plan_of
from metodist.messages import say


class Expected(NamedTuple):
    """One cell.

    Args:
        what: Indicator and whose number it is, for the user.
        value: A number; a text for a level or a label; ``None`` for a blank.
        fixed: A label: where it differs, the summary was built from other tables.
    """

    sheet: str
    row: int
    column: int
    what: str
    value: Value
    fixed: bool = False


def expected_cells(summary: Summary) -> Iterator[Expected]:
    """Every school, label and number of the two sheets, labels first."""
    plan = plan_of(summary)
    yield from _labels(summary, plan)
    for block in plan.blocks.values():
        yield from _block(summary, plan, block)
    for slices in plan.slices.values():
        yield from _slices(summary, plan, slices)


def _labels(summary: Summary, plan: Plan) -> Iterator[Expected]:
    for row, school in enumerate(summary.schools, rows.FIRST_SCHOOL_ROW):
        yield Expected(plan.indicators, row, 1, school.organisation.short_name, school.organisation.code, fixed=True)
    # a row below the last school belongs to a school that is no longer accepted
    after = None if summary.schools else say("summary.no_schools")
    yield Expected(plan.indicators, rows.FIRST_SCHOOL_ROW + len(summary.schools), 1, "", after, fixed=True)
    for block in plan.slices.values():
        for label, row in block.rows.items():
            yield Expected(plan.breakdowns, row, 1, block.indicator.title, block.indicator.code, fixed=True)
            yield Expected(plan.breakdowns, row, 2, block.indicator.title, label, fixed=True)


def _block(summary: Summary, plan: Plan, block: Block) -> Iterator[Expected]:
    code = block.indicator.code
    district = summary.municipality.get(code)
    ranks = summary.ranks.get(code, {})
    for part, column in block.columns.items():
        if part not in (Part.RANK, Part.REMARK):
            number = (district.level if district else "") if part is Part.LEVEL else counted(district, part)
            yield Expected(plan.indicators, rows.DISTRICT_ROW, column, _what(code, say("summary.district")), number)
        for row, school in enumerate(summary.schools, rows.FIRST_SCHOOL_ROW):
            if part is Part.REMARK:
                break  # words about the rank, not a number
            outcome = school.outcomes.get(code)
            what = _what(code, school.organisation.short_name)
            value: Value = counted(outcome, part)
            if part is Part.LEVEL:
                value = outcome.level if outcome else ""
            elif part is Part.RANK:
                value = ranks.get(school.organisation.code)
            yield Expected(plan.indicators, row, column, what, value)


def _slices(summary: Summary, plan: Plan, block: SliceBlock) -> Iterator[Expected]:
    code = block.indicator.code
    owners = [(rows.SLICE_N, say("summary.district"), summary.municipality.get(code))]
    owners += [
        (rows.FIRST_SLICE_SCHOOL + 3 * number, school.organisation.short_name, school.outcomes.get(code))
        for number, school in enumerate(summary.schools)
    ]
    for label, row in block.rows.items():
        for left, name, outcome in owners:
            ratio = outcome.breakdown.get(label) if outcome else None
            n, of = (ratio.numerator, ratio.denominator) if ratio else (0, 0)
            what = _what(code, f"{label}, {name}")
            for offset, value in enumerate((n, of, ratio.value if ratio else None)):
                yield Expected(plan.breakdowns, row, left + offset, what, value)


def _what(code: str, name: str) -> str:
    return f"{code} — {name}"
