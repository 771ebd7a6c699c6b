"""What the cells of an indicator hold: constants, formulas, and the value that a formula comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from metodist.domain.indicators import Indicator, IndicatorKind, Scale
from metodist.domain.outcomes import Outcome
from metodist.domain.summary import Summary
from metodist.domain.values import Value
from metodist.layout.addresses import address, quoted
from metodist.layout.summary_sheets.plan import FIRST_SCHOOL_ROW, Block, Part

#: The parts that are counted; all others follow from them by a formula in the same row.
_COUNTED: Mapping[IndicatorKind, tuple[Part, ...]] = {
    IndicatorKind.COUNT: (Part.VALUE,),
    **dict.fromkeys(
        (IndicatorKind.SHARE, IndicatorKind.PRESENCE, IndicatorKind.MEAN, IndicatorKind.LEVEL, IndicatorKind.CHANGE),
        (Part.NUMERATOR, Part.DENOMINATOR),
    ),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell: a formula with what it comes to, or a constant where the formula is empty."""

    value: Value
    formula: str = ""


def counted(outcome: Outcome | None, part: Part) -> float | None:
    """A part of an outcome as a number; ``None`` where there is none."""
    if outcome is None:
        return None
    match part:
        case Part.NUMERATOR:
            return outcome.numerator
        case Part.DENOMINATOR:
            return outcome.denominator
        case Part.PERCENT:
            return outcome.percent_change
        case _:
            return outcome.value


def school_row(block: Block, outcome: Outcome | None, row: int) -> dict[Part, Shown]:
    """A school's cells: the counted numbers as constants, the rest as formulas over them."""
    constants = {part: Shown(counted(outcome, part)) for part in _COUNTED[block.indicator.kind]}
    return constants | _derived(block, outcome, row)


def district_row(block: Block, summary: Summary, row: int, last_school_row: int) -> dict[Part, Shown]:
    """The municipality's cells: Σ over the schools by formula, the share over those sums.

    What the municipality adds of its own is the last addend; what the schools do not add up to (a number that only
    the municipality knows) is a constant.
    """
    outcome = summary.municipality.get(block.indicator.code)
    sums = {part: _sum(block, summary, part, last_school_row) for part in _COUNTED[block.indicator.kind]}
    return sums | _derived(block, outcome, row)


def _sum(block: Block, summary: Summary, part: Part, last: int) -> Shown:
    code = block.indicator.code
    whole = counted(summary.municipality.get(code), part)
    schools = [number for school in summary.schools if (number := counted(school.outcomes.get(code), part)) is not None]
    added = (whole or 0) - sum(schools)
    exact = abs(added) <= 1e-9 * max(1.0, abs(whole or 0))
    if not schools or whole is None or not (exact or block.indicator.municipality_adds):
        return Shown(whole)
    column = block.columns[part]
    total = f"SUM({address(FIRST_SCHOOL_ROW, column)}:{address(last, column)})"
    return Shown(whole, total if exact else f"{total}+{round(added, 9)!r}")


def _derived(block: Block, outcome: Outcome | None, row: int) -> dict[Part, Shown]:
    at = {part: address(row, column) for part, column in block.columns.items()}
    match block.indicator.kind:
        case IndicatorKind.COUNT:
            return {}
        case IndicatorKind.CHANGE:
            return _change(at, outcome)
        case _:
            n, of = at[Part.NUMERATOR], at[Part.DENOMINATOR]
            cells = {Part.VALUE: Shown(counted(outcome, Part.VALUE), f'IF(N({of})=0,"",{n}/{of})')}
            if Part.LEVEL in at and block.indicator.scale:
                level = _level(at[Part.VALUE], block.indicator.scale)
                cells[Part.LEVEL] = Shown(outcome.level if outcome else "", level)
            return cells


def _change(at: Mapping[Part, str], outcome: Outcome | None) -> dict[Part, Shown]:
    before, now, value = at[Part.DENOMINATOR], at[Part.NUMERATOR], at[Part.VALUE]
    return {
        Part.VALUE: Shown(counted(outcome, Part.VALUE), f'IF(COUNT({before},{now})<2,"",{now}-{before})'),
        Part.PERCENT: Shown(counted(outcome, Part.PERCENT), f'IF({value}="","",IF(N({before})=0,"",{value}/{before}))'),
    }


def _level(value: str, scale: Scale) -> str:
    """The label of the band that the value falls in; blank below the first band."""
    starts = ";".join(repr(float(band.start)) for band in scale.bands)
    names = ";".join(quoted(band.label) for band in scale.bands)
    return f'IF({value}="","",IF({value}<{scale.bands[0].start!r},"",LOOKUP({value},{{{starts}}},{{{names}}})))'


def look_of(indicator: Indicator, part: Part, numbers: Iterable[float | None]) -> str:
    """How a part's numbers are shown; decimals only where a number of the column has them."""
    whole = all(number is None or float(number).is_integer() for number in numbers)
    match part:
        case Part.RANK:
            return "integer"
        case Part.LEVEL | Part.REMARK:
            return "centre" if part is Part.LEVEL else "padded"
        case Part.PERCENT:
            return "signed_percent"
        case Part.VALUE if indicator.kind is IndicatorKind.PRESENCE:
            return "yes_no"
        case Part.VALUE if indicator.kind is IndicatorKind.SHARE:
            return "percent"
        case Part.VALUE if indicator.kind is IndicatorKind.CHANGE:
            return "signed" if whole else "signed_decimal"
        case Part.VALUE if indicator.kind in (IndicatorKind.MEAN, IndicatorKind.LEVEL):
            return "decimal"
        case _:
            return "integer" if whole else "decimal"


def looks_of(indicator: Indicator, parts: Iterable[Part], summary: Summary) -> dict[Part, str]:
    """How each part of an indicator is shown, for its schools and its municipality alike."""
    outcomes = [school.outcomes.get(indicator.code) for school in summary.schools]
    outcomes.append(summary.municipality.get(indicator.code))
    return {part: look_of(indicator, part, [counted(outcome, part) for outcome in outcomes]) for part in parts}
