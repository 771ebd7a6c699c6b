"""What every sheet has alike: title, one line of what to do, links back, how many pages wide it prints."""

from __future__ import annotations

import math
from collections.abc import Iterable

from metodist.domain.tables import ROW, Area, Cell, Highlight, Role
from metodist.layout.addresses import in_sheet
from metodist.layout.plan import CHECK, TITLE_PAGE
from metodist.layout.problems import ERROR
from metodist.layout.references import Place
from metodist.layout.rules import Rule
from metodist.messages import say

#: Heights of the first three rows of every sheet, in points.
HEAD_HEIGHTS = {1: 24.0, 2: 18.0, 3: 18.0}

_PAGE_POINTS = 780
"""The room for columns on a landscape A4 page between margins of 1 cm, in points."""
_LEAST_SCALE = 0.62
"""The smallest print that is still readable: Calibri 11 becomes 7 points."""
_POINTS_PER_CHARACTER, _POINTS_PER_COLUMN = 5.25, 3.75


def header(title: str, lead: str, *, check_column: int = 3) -> tuple[Cell, ...]:
    """Title in A1, what to do here in A2, links to «Титул» and «Проверка» in row 3."""
    return (
        Cell(1, 1, title, Role.TITLE),
        Cell(2, 1, lead, Role.LEAD),
        Cell(3, 1, say("school_table.to_title_page"), Role.LINK, link=in_sheet(TITLE_PAGE, "A1")),
        Cell(3, check_column, say("school_table.to_check"), Role.LINK, link=in_sheet(CHECK, "A1")),
    )


def print_pages(widths: Iterable[float]) -> int:
    """How many landscape pages wide columns are printed so that the text stays readable."""
    points = sum(width * _POINTS_PER_CHARACTER + _POINTS_PER_COLUMN for width in widths)
    return max(1, math.ceil(points * _LEAST_SCALE / _PAGE_POINTS))


def word_highlights(area: Area, cell: str, *, filled: bool = False) -> tuple[Highlight, ...]:
    """Colours that repeat the first word of a sentence: «Ошибка…», «Заполните…», «Проверьте…».

    Args:
        area: What is coloured.
        cell: The first cell with the sentence, as it stands in the first row of ``area``.
        filled: «Заполните…» has a fill too; on sheets of input cells those cells have it already.
    """
    tones = {"error": "error", "required": "required" if filled else "required_text", "warning": "warning"}
    words = ((tone, say(f"school_table.word_{name}")) for name, tone in tones.items())
    return tuple(Highlight(area, f'LEFT({cell},{len(word)})="{word}"', tone) for tone, word in words)


def own_sheet(formula: str, sheet: str) -> str:
    """The formula without the sheet's own name; conditional formats refer to their own sheet only.

    Returns:
        The formula, or the empty text where it needs another sheet.
    """
    local = formula.replace(in_sheet(sheet, ""), "")
    return "" if "!" in local else local


def problem_highlights(rules: Iterable[Rule], place: Place, sheet: str, row: int) -> tuple[Highlight, ...]:
    """The cells of each problem in its colour; errors before what is not filled in.

    Args:
        rules: The sheet's rules.
        place: Where they are asked.
        sheet: The sheet's name.
        row: The first row of a register, for the formula of the area's first cell.
    """
    ordered = sorted(rules, key=lambda rule: rule.problem.tone != ERROR)
    texts = ((rule, own_sheet(rule.problem.formula(place).replace(ROW, str(row)), sheet)) for rule in ordered)
    return tuple(Highlight(rule.problem.area, text, rule.problem.tone) for rule, text in texts if text)
