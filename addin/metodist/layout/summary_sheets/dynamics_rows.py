"""What the rows of «Динамика» and «Динамика школ» have in common: difference, probability, verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from metodist.domain.chance import is_count
from metodist.domain.dynamics import Change, Movement, Series, Test
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.values import Value
from metodist.domain.wording import is_fraction
from metodist.layout import chance_formulas as chances
from metodist.layout.addresses import address, quoted
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

NUMBERS_ONLY = (IndicatorKind.COUNT, IndicatorKind.CHANGE)
"""Kinds that are one number: there is no N."""
_NOTHING_COMPARED = 9


@dataclass(frozen=True, slots=True)
class ChangeColumns:
    """Where the parts of a change stand in its row."""

    before_n: int
    before_of: int
    now_n: int
    now_of: int
    difference: int
    chance: int
    step: int
    corrected: int
    verdict: int


@dataclass(frozen=True, slots=True)
class Family:
    """Comparisons that are corrected together.

    Args:
        chances: The area of all probabilities of the sheet.
        steps: The area of all steps.
        where: An array condition that picks the comparisons of a row's own kind; empty for all.
        values: What each step comes to, by indicator and school code.
    """

    chances: str
    steps: str
    where: str
    values: Mapping[tuple[str, str], float]


def value_formula(indicator: Indicator, n: str, of: str) -> str:
    """The compared value of its parts."""
    if indicator.kind in NUMBERS_ONLY:
        return f'IF(COUNT({n})=0,"",{n})'
    return f'IF(N({of})=0,"",{n}/{of})'


def value_look(indicator: Indicator) -> str:
    """How the compared value is shown."""
    if is_fraction(indicator):
        return "percent"
    return "decimal" if indicator.kind in (IndicatorKind.MEAN, IndicatorKind.LEVEL) else "plain_number"


def part_look(*numbers: float | None) -> str:
    """How n and N are shown."""
    return "integer" if is_count(*(number for number in numbers if number is not None)) else "decimal"


def put_change(pen: Pen, row: int, indicator: Indicator, series: Series, at: ChangeColumns, family: Family) -> None:
    """Difference, probability, correction and verdict, all formulas over the row's n and N.

    Args:
        pen: The sheet.
        row: The row.
        indicator: Whose change.
        series: With its change; without one the cells say that there is nothing to compare with.
        at: The columns.
        family: What it is corrected together with.
    """
    change = series.change
    if change is None:
        for column in (at.difference, at.chance, at.step, at.corrected):
            pen.put(row, column, None, "cell", "reference")
        pen.formula(row, at.step, f"{_NOTHING_COMPARED}", _NOTHING_COMPARED, "cell", "reference")
        pen.put(row, at.verdict, say("dynamics.no_earlier"), "cell", "computed", "wrap", "padded")
        return
    stated = change.test is Test.STATED
    scale = 100 if is_fraction(indicator) and not stated else 1
    shown = None if change.difference is None else change.difference * scale
    pen.formula(row, at.difference, _difference(indicator, row, at, scale), shown, "cell", "computed", _signed(change))
    _put_chance(pen, row, series, at, family)
    pen.formula(
        row,
        at.verdict,
        _verdict(indicator, change, row, at),
        verdict_text(indicator, change),
        "cell",
        "strong",
        "wrap",
        "padded",
    )


def _signed(change: Change) -> str:
    whole = change.test in (Test.COUNTS, Test.STATED) or (
        not change.pairs[0][1] and float(change.difference or 0).is_integer()
    )
    return "signed" if whole else "signed_decimal"


def _difference(indicator: Indicator, row: int, at: ChangeColumns, scale: int) -> str:
    n, m = address(row, at.before_n), address(row, at.now_n)
    if indicator.kind in NUMBERS_ONLY:
        return f"{m}-{n}"
    of, among = address(row, at.before_of), address(row, at.now_of)
    return f"{scale}*({m}/{among}-{n}/{of})" if scale != 1 else f"{m}/{among}-{n}/{of}"


def _put_chance(pen: Pen, row: int, series: Series, at: ChangeColumns, family: Family) -> None:
    change = series.change
    assert change is not None  # noqa: S101 - rows without one were left before
    cell = address(row, at.chance)
    n, m = address(row, at.before_n), address(row, at.now_n)
    computed = ("cell", "computed", "chance")
    if change.test is Test.SHARES:
        of, among = address(row, at.before_of), address(row, at.now_of)
        pen.formula(row, at.chance, chances.two_shares((n, of), (m, among)), change.chance, *computed)
    elif change.test is Test.COUNTS:
        pen.formula(row, at.chance, chances.two_counts(n, m), change.chance, *computed)
    else:
        pen.put(row, at.chance, change.chance, *(computed if change.chance is not None else ("cell", "reference")))
    step = family.values.get((series.indicator, series.school), _NOTHING_COMPARED)
    pen.formula(row, at.step, chances.step(cell, family.chances, family.where), step, *computed)
    corrected = chances.corrected(cell, family.chances, family.steps, family.where)
    pen.formula(row, at.corrected, corrected, change.corrected, *computed)


def _verdict(indicator: Indicator, change: Change, row: int, at: ChangeColumns) -> str:
    difference = address(row, at.difference)
    if change.test is Test.STATED:
        other = _either(difference, _word(indicator, Movement.APPEARED), _word(indicator, Movement.VANISHED))
    elif change.test is Test.NONE:
        other = quoted(say("dynamics.untested"))
    else:
        moved = _either(difference, _word(indicator, Movement.GREW), _word(indicator, Movement.FELL))
        sure = chances.is_sure(address(row, at.corrected))
        other = f"IF({sure},{moved},{quoted(say('dynamics.unconfirmed'))})"
    return f"IF({difference}=0,{quoted(say('dynamics.same'))},{other})"


def _either(difference: str, up: str, down: str) -> str:
    return f"IF({difference}>0,{quoted(up)},{quoted(down)})"


def verdict_text(indicator: Indicator, change: Change) -> str:
    """What the verdict comes to."""
    return _word(indicator, change.movement)


def _word(indicator: Indicator, movement: Movement) -> str:
    word = say(f"dynamics.{movement.value}")
    if movement not in (Movement.GREW, Movement.FELL):
        return word
    better = (movement is Movement.GREW) is indicator.higher_is_better
    return word + say("dynamics.better" if better else "dynamics.worse")


def remark_of(series: Series) -> str:
    """What a reader of the comparison has to know: of the period compared with, else of the newest earlier one."""
    if series.change is not None:
        return series.change.before.remark
    return next((point.remark for point in reversed(series.points[:-1]) if point.remark), "")


def part_value(pair: tuple[float, float], *, of: bool, indicator: Indicator) -> Value:
    """N or N of a pair; N is blank where there is none."""
    return None if of and indicator.kind in NUMBERS_ONLY else pair[of]
