"""Formulas as values, and the places they refer to."""

from __future__ import annotations

from dataclasses import dataclass

from metodist.errors import UserError
from metodist.messages import say

#: What a cell of Excel 2010 takes.
LONGEST_FORMULA = 8192
#: Functions may be nested 64 deep; brackets are counted, so a few levels are kept in hand.
DEEPEST_BRACKETS = 60


@dataclass(frozen=True, slots=True)
class CellFormula:
    """A formula in English syntax without ``=``; ``array``: it has to be entered as an array formula."""

    text: str
    array: bool = False


@dataclass(frozen=True, slots=True)
class SliceCells:
    """Where one slice stands: absolute references on the same sheet, such as ``$E$13``.

    ``label`` and ``order`` are needed for a ranking only. Slices stand one below the other in the list's order.
    """

    numerator: str
    denominator: str
    label: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeCells:
    """Where an indicator's numbers stand; a part that does not apply is never looked at."""

    numerator: str = ""
    denominator: str = ""
    value: str = ""
    slices: tuple[SliceCells, ...] = ()


@dataclass(frozen=True, slots=True)
class SliceFormulas:
    """One slice.

    Args:
        order: For a ranking: its place by frequency, 1…n without gaps, equal ones in the list's order.
    """

    label: str
    numerator: CellFormula
    denominator: CellFormula
    value: CellFormula
    order: CellFormula | None = None


@dataclass(frozen=True, slots=True)
class RankedFormulas:
    """One line of a ranking, the most frequent first; both are the empty text where nobody named the value."""

    label: CellFormula
    count: CellFormula


@dataclass(frozen=True, slots=True)
class IndicatorFormulas:
    """Everything that a sheet can show of one indicator."""

    numerator: CellFormula | None = None
    denominator: CellFormula | None = None
    value: CellFormula | None = None
    percent_change: CellFormula | None = None
    level: CellFormula | None = None
    median: CellFormula | None = None
    minimum: CellFormula | None = None
    maximum: CellFormula | None = None
    slices: tuple[SliceFormulas, ...] = ()
    ranked: tuple[RankedFormulas, ...] = ()


def fitting(text: str, code: str, *, array: bool = False) -> CellFormula:
    """A formula that is sure to fit into a cell.

    Args:
        text: The formula without ``=``.
        code: The indicator it belongs to, for the message.
        array: It has to be entered as an array formula.

    Raises:
        UserError: It is longer or deeper than Excel takes.
    """
    if len(text) >= LONGEST_FORMULA:
        numbers = {"length": len(text), "limit": LONGEST_FORMULA - 1}
        raise UserError(say("formulas.too_long", code=code, **numbers), say("formulas.too_long_fix"))
    depth = _depth(text)
    if depth > DEEPEST_BRACKETS:
        numbers = {"depth": depth, "limit": DEEPEST_BRACKETS}
        raise UserError(say("formulas.too_deep", code=code, **numbers), say("formulas.too_deep_fix"))
    return CellFormula(text, array)


def _depth(formula: str) -> int:
    """How many brackets are open at once, those inside text constants left out."""
    depth = deepest = 0
    for part in formula.split('"')[::2]:
        for letter in part:
            depth += (letter == "(") - (letter == ")")
            deepest = max(deepest, depth)
    return deepest
