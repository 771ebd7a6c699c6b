"""The word beside a school's rank on «Показатели»: differs for sure or not, too few people, shared place, size."""

from __future__ import annotations

from metodist.domain.chance import LEVEL
from metodist.domain.fields import STAFF
from metodist.domain.indicators import IndicatorKind
from metodist.domain.publishing import LEAST
from metodist.domain.standing import Standing, is_testable, standing
from metodist.domain.summary import SchoolResult, Summary
from metodist.domain.values import is_blank
from metodist.layout.addresses import address, fixed, letters, quoted
from metodist.layout.chance_formulas import part_of_whole
from metodist.layout.summary_sheets.numbers import Shown
from metodist.layout.summary_sheets.plan import DISTRICT_ROW, Block, Part, Plan
from metodist.messages import say


def rank_remark(summary: Summary, plan: Plan, block: Block, school: SchoolResult, row: int) -> Shown:
    """The cell of one school.

    Args:
        summary: All schools.
        plan: Addresses.
        block: The indicator's columns; it compares schools.
        school: Whose remark.
        row: The school's row.
    """
    code = block.indicator.code
    testable = _testable(summary, block)
    known = sum(each.outcomes[code].value is not None for each in summary.schools if code in each.outcomes)
    found = standing(
        block.indicator, school.outcomes.get(code), summary.municipality.get(code), known, testable=testable
    )
    size = say("summary.remark_size", count=staff_of(summary, school))
    return Shown(_words(summary, block, school, found, size), _formula(plan, block, row, size, testable=testable))


def staff_of(summary: Summary, school: SchoolResult) -> int:
    """How many people the school's «Кадры» name."""
    key = summary.programme.staff.key.name
    return sum(not is_blank(row.values.get(key)) for row in school.data.registers.get(STAFF, ()))


def _testable(summary: Summary, block: Block) -> bool:
    return is_testable(block.indicator, (school.outcomes.get(block.indicator.code) for school in summary.schools))


def _words(summary: Summary, block: Block, school: SchoolResult, found: Standing | None, size: str) -> str:
    if found is None:
        return ""
    ranks = summary.ranks.get(block.indicator.code, {})
    own = ranks.get(school.organisation.code)
    ties = sum(rank == own for rank in ranks.values())
    word = {Standing.SIZE: size, Standing.UNTESTED: ""}.get(found)
    parts = [say(f"summary.remark_{found.value}") if word is None else word]
    parts += [say("summary.remark_ties") + str(ties)] if ties > 1 else []
    return ", ".join(part for part in parts if part)


def _formula(plan: Plan, block: Block, row: int, size: str, *, testable: bool) -> str:
    value, rank = (address(row, block.columns[part]) for part in (Part.VALUE, Part.RANK))
    word = _word(plan, block, row, size, testable=testable)
    ranks = plan.over_schools(block.columns[Part.RANK])
    ties = f"COUNTIF({ranks},{rank})"
    shared = quoted(say("summary.remark_ties"))
    if word == '""':
        return f'IF(COUNT({value})=0,"",IF({ties}>1,{shared}&{ties},""))'
    after = quoted(", " + say("summary.remark_ties"))
    if _may_be_silent(block, testable=testable):
        after = f'IF({word}="",{shared},{after})'
    return f'IF(COUNT({value})=0,"",{word}&IF({ties}>1,{after}&{ties},""))'


def _may_be_silent(block: Block, *, testable: bool) -> bool:
    """Whether there may be nothing to say but of a shared place."""
    return not testable and block.indicator.kind not in (IndicatorKind.COUNT, IndicatorKind.CHANGE)


def _word(plan: Plan, block: Block, row: int, size: str, *, testable: bool) -> str:
    if block.indicator.kind in (IndicatorKind.COUNT, IndicatorKind.CHANGE):
        return quoted(size)
    of = address(row, block.columns[Part.DENOMINATOR])
    small = quoted(say("summary.remark_small"))
    if not testable:
        return f'IF({of}<{LEAST},{small},"")'
    own = (address(row, block.columns[Part.NUMERATOR]), of)
    whole = (fixed(DISTRICT_ROW, block.columns[Part.NUMERATOR]), fixed(DISTRICT_ROW, block.columns[Part.DENOMINATOR]))
    value = block.columns[Part.VALUE]
    way = f"{letters(value)}{row}>{fixed(DISTRICT_ROW, value)}"
    above, below, unsure = (quoted(say(f"summary.remark_{name}")) for name in ("above", "below", "unsure"))
    sure = f"{part_of_whole(own, whole)}*COUNT({plan.over_schools(value)})<={LEVEL!r}"
    return f"IF({of}<{LEAST},{small},IF({sure},IF({way},{above},{below}),{unsure}))"
