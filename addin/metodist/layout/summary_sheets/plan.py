"""Who stands where in the summary: the one authority on its addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from metodist.domain.fields import FACTS
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.summary import Summary
from metodist.layout.addresses import fixed, in_sheet, letters
from metodist.messages import say

MAX_NAME = 31
"""Excel's limit for a sheet's name."""


class Part(StrEnum):
    """A column of an indicator's block."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"
    PERCENT = "percent"
    LEVEL = "level"
    RANK = "rank"
    REMARK = "remark"


#: Messages that name the sheets which every summary may have besides those of :class:`Plan`.
OTHER_SHEETS = (
    "effects.sheet",
    "query.sheet",
    "query.lists_sheet",
    "rubric.sheet",
    "rubric.self_sheet",
    "cycle.sheet",
    "dynamics.sheet",
    "dynamics.schools_sheet",
    "clusters.sheet",
    "factors.sheet",
    "factors.data_sheet",
    "briefing.sheet",
)

_NUMBERS = (Part.NUMERATOR, Part.DENOMINATOR, Part.VALUE)

#: The columns of a block by kind; a distribution and a ranking stand on «Разрезы» only.
PARTS: Mapping[IndicatorKind, tuple[Part, ...]] = {
    IndicatorKind.SHARE: _NUMBERS,
    IndicatorKind.PRESENCE: _NUMBERS,
    IndicatorKind.COUNT: (Part.VALUE,),
    IndicatorKind.MEAN: _NUMBERS,
    IndicatorKind.LEVEL: (*_NUMBERS, Part.LEVEL),
    IndicatorKind.CHANGE: (Part.DENOMINATOR, Part.NUMERATOR, Part.VALUE, Part.PERCENT),
}

# Rows of «Показатели».
GROUP_ROW, TITLE_ROW, PART_ROW = 5, 6, 7
DISTRICT_ROW, TARGET_ROW, REACHED_ROW = 8, 9, 10
MEAN_ROW, MEDIAN_ROW, MINIMUM_ROW, MAXIMUM_ROW = 11, 12, 13, 14
SCHOOLS_HEAD_ROW = 15
FIRST_SCHOOL_ROW = 16
FIRST_BLOCK = 3
"""Columns A and B name the school."""

# «Разрезы».
SLICE_SCHOOLS_ROW, SLICE_HEAD_ROW, FIRST_SLICE_ROW = 5, 6, 7
SLICE_N, SLICE_OF, SLICE_SHARE, SLICE_RANK = 3, 4, 5, 6
FIRST_SLICE_SCHOOL = 7


@dataclass(frozen=True, slots=True)
class Block:
    """An indicator's columns on «Показатели», by part."""

    indicator: Indicator
    columns: Mapping[Part, int]

    @property
    def left(self) -> int:
        """The first column."""
        return min(self.columns.values())

    @property
    def right(self) -> int:
        """The last column."""
        return max(self.columns.values())


@dataclass(frozen=True, slots=True)
class SliceBlock:
    """An indicator's lines on «Разрезы»: a heading row, then one row a label."""

    indicator: Indicator
    heading_row: int
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """Addresses of one summary.

    Args:
        front: The name of «Сводка»; the other sheets' names follow.
        registers: Sheet name by register.
        blocks: By indicator code, in the programme's order.
        slices: By indicator code.
        schools: How many schools have a row; at least 1, so that areas exist.
    """

    front: str
    indicators: str
    breakdowns: str
    charts: str
    facts: str
    completeness: str
    protocol: str
    chart_data: str
    registers: Mapping[str, str]
    blocks: Mapping[str, Block]
    slices: Mapping[str, SliceBlock]
    schools: int

    @property
    def last_school_row(self) -> int:
        """The last school's row on «Показатели»."""
        return FIRST_SCHOOL_ROW + self.schools - 1

    def district(self, code: str, part: Part, row: int = DISTRICT_ROW) -> str:
        """A reference from another sheet to a municipal number of «Показатели»."""
        return in_sheet(self.indicators, fixed(row, self.blocks[code].columns[part]))

    def slice(self, code: str, label: str, column: int) -> str:
        """A reference from another sheet to a municipal number of «Разрезы»."""
        return in_sheet(self.breakdowns, fixed(self.slices[code].rows[label], column))

    def over_schools(self, column: int) -> str:
        """The area of all schools in a column of «Показатели», rows fixed: ``E$16:E$49``."""
        name = letters(column)
        return f"{name}${FIRST_SCHOOL_ROW}:{name}${self.last_school_row}"


def plan_of(summary: Summary) -> Plan:
    """Lay the summary out."""
    names = {name: say(f"summary.sheet_{name}") for name in ("front", "indicators", "breakdowns", "charts")}
    names |= {name: say(f"summary.sheet_{name}") for name in ("completeness", "protocol", "chart_data")}
    names["facts"] = FACTS
    others = tuple(say(name) for name in OTHER_SHEETS)
    return Plan(
        **names,
        registers=_register_names(summary, (*names.values(), *others)),
        blocks=_blocks(summary.programme.indicators),
        slices=_slices(summary),
        schools=max(1, len(summary.schools)),
    )


def labels(summary: Summary, indicator: Indicator) -> tuple[str, ...]:
    """The labels of an indicator's breakdown: in the list's order; a ranking by frequency, most frequent first."""
    outcome = summary.municipality.get(indicator.code)
    found = outcome.breakdown if outcome else {}
    declared = [piece.label for piece in indicator.breakdown.slices] if indicator.breakdown else []
    known = tuple(dict.fromkeys([*declared, *found]))
    if indicator.kind is not IndicatorKind.RANKING:
        return known
    return tuple(sorted(known, key=lambda label: -found[label].numerator if label in found else 0))


def by_group(indicators: Sequence[Indicator]) -> list[tuple[str, list[Indicator]]]:
    """Indicators by group, groups in the order in which they first appear; unnamed ones come last."""
    groups: dict[str, list[Indicator]] = {}
    for indicator in indicators:
        groups.setdefault(indicator.group, []).append(indicator)
    return sorted(groups.items(), key=lambda item: not item[0])


def _blocks(indicators: Sequence[Indicator]) -> dict[str, Block]:
    blocks: dict[str, Block] = {}
    column = FIRST_BLOCK
    for _, group in by_group(indicators):
        for indicator in group:
            parts = PARTS.get(indicator.kind, ())
            if not parts:
                continue
            parts += (Part.RANK, Part.REMARK) if indicator.compares_schools else ()
            blocks[indicator.code] = Block(indicator, {part: column + i for i, part in enumerate(parts)})
            column += len(parts)
    return blocks


def _slices(summary: Summary) -> dict[str, SliceBlock]:
    blocks: dict[str, SliceBlock] = {}
    row = FIRST_SLICE_ROW
    for _, group in by_group(summary.programme.indicators):
        for indicator in group:
            names = labels(summary, indicator)
            if names:
                rows = {label: row + 1 + i for i, label in enumerate(names)}
                blocks[indicator.code] = SliceBlock(indicator, row, rows)
                row += len(names) + 2
    return blocks


def _register_names(summary: Summary, taken: Sequence[str]) -> dict[str, str]:
    used = {name.casefold() for name in taken}
    names: dict[str, str] = {}
    for register in summary.programme.registers:
        base = re.sub(r"[\[\]:*?/\\]", " ", register.name).strip("' ")[:MAX_NAME] or "Реестр"
        name, number = base, 2
        while name.casefold() in used:
            name, number = f"{base[: MAX_NAME - 4]} ({number})", number + 1
        used.add(name.casefold())
        names[register.name] = name
    return names
