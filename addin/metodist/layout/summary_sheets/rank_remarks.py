"""The word beside a school's rank on «Показатели»: differs for sure or not, too few people, shared place, size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class RankRemarks:
    """The remarks of one indicator; what is the same for all its schools is worked out once.

    Args:
        summary: All schools.
        plan: Addresses.
        block: The indicator's columns; it compares schools.
        testable: Whether its shares can be held against chance.
        known: How many schools have a value.
        shared: How many schools have each rank.
    """

    summary: Summary
    plan: Plan
    block: Block
    testable: bool
    known: int
    shared: Mapping[int, int]

    def of(self, school: SchoolResult, row: int) -> Shown:
        """The cell of one school."""
        code = self.block.indicator.code
        own, district = school.outcomes.get(code), self.summary.municipality.get(code)
        found = standing(self.block.indicator, own, district, self.known, testable=self.testable)
        size = say("summary.remark_size", count=staff_of(self.summary, school))
        rank = self.summary.ranks.get(code, {}).get(school.organisation.code, 0)
        words = _words(found, self.shared.get(rank, 0), size)
        return Shown(words, _formula(self.plan, self.block, row, size, testable=self.testable))


def rank_remarks(summary: Summary, plan: Plan, block: Block) -> RankRemarks:
    """Ready to be asked for each school of an indicator."""
    code = block.indicator.code
    outcomes = [school.outcomes.get(code) for school in summary.schools]
    known = sum(each is not None and each.value is not None for each in outcomes)
    shared = Counter(summary.ranks.get(code, {}).values())
    return RankRemarks(summary, plan, block, is_testable(block.indicator, outcomes), known, shared)


def staff_of(summary: Summary, school: SchoolResult) -> int:
    """How many people the school's «Кадры» name."""
    key = summary.programme.staff.key.name
    return sum(not is_blank(row.values.get(key)) for row in school.data.registers.get(STAFF, ()))


def _words(found: Standing | None, ties: int, size: str) -> str:
    if found is None:
        return ""
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
