"""The rubric as formulas: what ``scoring.rubric_rules`` computes in Python, in functions of Excel 2010.

``tests/parity`` proves the two equal on the whole decision table and on random rubrics.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from metodist.domain.programme import Criterion
from metodist.layout.addresses import quoted


@dataclass(frozen=True, slots=True)
class PositionCells:
    """Where stands what a position is scored from.

    Args:
        answers: The cell of every criterion, in their order.
        yes: The word that says that a criterion is shown.
        indicators: A reference or number: how many indicators there are.
        bad: How many of them are ineffective or have negative consequences.
        foreign: Above 0 where one belongs to no position of the method.
    """

    answers: tuple[str, ...]
    yes: str
    indicators: str = "1"
    bad: str = "0"
    foreign: str = "0"

    def shown(self, number: int) -> str:
        """Whether the criterion of that number, from 0, is shown."""
        return f"{self.answers[number]}={quoted(self.yes)}"

    @property
    def n(self) -> str:
        """A whole number from 0 on, whatever stands in the cell."""
        return _whole(self.indicators)

    @property
    def b(self) -> str:
        """A whole number, no more than :attr:`n`."""
        return _whole(self.bad) if self.bad.isdigit() else f"MIN({self.n},{_whole(self.bad)})"


def _whole(reference: str) -> str:
    return reference if reference.isdigit() else f"MAX(0,INT(N({reference})))"


Formulas = Callable[[Sequence[Criterion], PositionCells], tuple[str, ...]]


def _by_indicators(criteria: Sequence[Criterion], cells: PositionCells) -> tuple[str, ...]:
    first = next((one for one in criteria if one.points > 0), None)
    scored = f"OR({cells.n}>1,AND({cells.n}=1,{cells.b}=0))"
    formulas = []
    for number, one in enumerate(criteria):
        if one.points < 0:
            when = f"AND({cells.n}>0,{cells.b}>0)"
        else:
            when = scored if one is first else f"AND({scored},{cells.shown(number)})"
        formulas.append(_points(when, one))
    return tuple(formulas)


def _by_monitoring(criteria: Sequence[Criterion], cells: PositionCells) -> tuple[str, ...]:
    known = f"{cells.n}>0,{cells.b}<{cells.n},N({cells.foreign})=0,{cells.shown(0)}"
    return tuple(
        _points(f"AND({known},{cells.shown(number)})" if number else f"AND({known})", one)
        for number, one in enumerate(criteria)
    )


def _by_analysis(criteria: Sequence[Criterion], cells: PositionCells) -> tuple[str, ...]:
    good = f"OR({cells.n}=0,{cells.b}<{cells.n})"
    there = cells.shown(0)
    return tuple(
        _points(f"AND({there},{cells.shown(number)})" if number else f"AND({there},{good})", one)
        for number, one in enumerate(criteria)
    )


def _by_presence(criteria: Sequence[Criterion], cells: PositionCells) -> tuple[str, ...]:
    there = cells.shown(0)
    return tuple(
        _points(f"AND({there},{cells.shown(number)})" if number else there, one) for number, one in enumerate(criteria)
    )


def _points(when: str, criterion: Criterion) -> str:
    return f"IF({when},{criterion.points:g},0)"


#: Every rule: the word of the programme workbook → its formulas; the same words as ``scoring.rubric.RULES``.
RULE_FORMULAS: tuple[tuple[str, Formulas], ...] = (
    ("показатели", _by_indicators),
    ("мониторинг", _by_monitoring),
    ("анализ", _by_analysis),
    ("наличие", _by_presence),
)
_FORMULAS: Mapping[str, Formulas] = dict(RULE_FORMULAS)


def position_formulas(criteria: Sequence[Criterion], cells: PositionCells) -> tuple[str, ...]:
    """The points of every criterion of one position, each a formula without ``=``."""
    return _FORMULAS.get(criteria[0].rule, _by_presence)(criteria, cells)
