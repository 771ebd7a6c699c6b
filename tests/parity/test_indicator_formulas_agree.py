"""The formulas of every kind of indicator come to what ``scoring`` counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.layout.indicator_formulas import (
    IndicatorFormulas,
    OutcomeCells,
    SliceCells,
    indicator_formulas,
)
from metodist.layout.ranges import Ranges
from metodist.scoring.indicators import score_school
from parity.book import ParityBook, school_data
from parity.random_indicators import indicators
from parity.sample import collected, programme, schools

pytestmark = pytest.mark.office

INDICATORS = 70
SCHOOLS_A_RUN = 3

#: Columns of the sheet of formulas.
LABEL, NUMERATOR, DENOMINATOR, VALUE, ORDER, RANKED, RANKED_COUNT = range(1, 8)
EXTRA = {"percent_change": 5, "level": 6, "median": 7, "minimum": 8, "maximum": 9}


@dataclass(frozen=True)
class Placed:
    """An indicator's formulas from ``row`` on, and what Python says."""

    row: int
    indicator: Indicator
    formulas: IndicatorFormulas
    outcome: Outcome


def _place(book: ParityBook, ranges: Ranges, indicator: Indicator, outcome: Outcome) -> Placed:
    row = book.next_row
    labels = [part.label for part in indicator.breakdown.slices] if indicator.breakdown else []
    rows = range(row + 1, row + 1 + len(labels))
    slices = tuple(SliceCells(f"$B${each}", f"$C${each}", f"$A${each}", f"$E${each}") for each in rows)
    made = indicator_formulas(indicator, ranges, OutcomeCells(f"$B${row}", f"$C${row}", f"$D${row}", slices))
    for name, column in (("numerator", NUMERATOR), ("denominator", DENOMINATOR), ("value", VALUE), *EXTRA.items()):
        if formula := getattr(made, name):
            book.put(row, column, formula)
    for each, part in zip(rows, made.slices, strict=bool(made.slices)):
        book.label(each, LABEL, part.label)
        for column, formula in ((NUMERATOR, part.numerator), (DENOMINATOR, part.denominator), (VALUE, part.value)):
            book.put(each, column, formula)
        if part.order:
            book.put(each, ORDER, part.order)
    for each, line in zip(rows, made.ranked, strict=False):
        book.put(each, RANKED, line.label)
        book.put(each, RANKED_COUNT, line.count)
    book.put(row, 10, "1*1")  # keeps the row even where the kind has no formulas of its own
    return Placed(row, indicator, made, outcome)


@pytest.mark.parametrize("seed", [7, 8])
def test_formulas_come_to_what_scoring_counts(seed: int, tmp_path: Path) -> None:
    book, placed = ParityBook(tmp_path), []
    filled, almost_empty = collected(schools(), SCHOOLS_A_RUN, seed), collected(schools(0, 1), 1, seed)
    for number, school in enumerate([*filled, *almost_empty]):
        drawn = collected(indicators(), INDICATORS, seed * 10 + number)
        numbered = tuple(replace(each, code=str(place)) for place, each in enumerate(drawn))
        ranges, outcomes = book.add_school(school), score_school(programme(numbered), school_data(school))
        placed += [_place(book, ranges, each, outcomes[each.code]) for each in numbered]
    values = book.recalculated()

    wrong = [text for each in placed for text in _differences(each, values)]
    assert not wrong, f"{len(wrong)} numbers differ, seed {seed}; first:\n" + wrong[0]
    kinds = Counter(each.indicator.kind for each in placed if _says_something(each.outcome))
    assert set(kinds) == set(IndicatorKind), f"some kinds came to nothing only: {kinds}"


def _says_something(outcome: Outcome) -> bool:
    return bool(outcome.value) or any(ratio.numerator for ratio in outcome.breakdown.values())


def _differences(placed: Placed, values: list[tuple[Any, ...]]) -> list[str]:
    outcome, answers = placed.outcome, values[placed.row]
    found = [(NUMERATOR, outcome.numerator), (DENOMINATOR, outcome.denominator), (VALUE, outcome.value)]
    found += [(EXTRA["percent_change"], outcome.percent_change), (EXTRA["level"], outcome.level or None)]
    spread = outcome.spread
    found += [(EXTRA[name], getattr(spread, name) if spread else None) for name in ("median", "minimum", "maximum")]
    wrong = [
        _report(placed, answers[column], expected) for column, expected in found if _differ(answers[column], expected)
    ]
    return wrong + _wrong_slices(placed, values) + _wrong_ranking(placed, values)


def _wrong_slices(placed: Placed, values: list[tuple[Any, ...]]) -> list[str]:
    wrong = []
    for number, (label, ratio) in enumerate(placed.outcome.breakdown.items(), placed.row + 1):
        answers = values[number]
        # A slice of an unknown whole is blank in the sheet and 0 of 0 in Python.
        unknown = answers[NUMERATOR] in (None, "") and ratio.denominator == 0
        expected = ((LABEL, label), (VALUE, ratio.value))
        if not unknown:
            expected += ((NUMERATOR, ratio.numerator), (DENOMINATOR, ratio.denominator))
        wrong += [_report(placed, answers[place], each) for place, each in expected if _differ(answers[place], each)]
    return wrong


def _wrong_ranking(placed: Placed, values: list[tuple[Any, ...]]) -> list[str]:
    if placed.indicator.kind is not IndicatorKind.RANKING:
        return []
    wrong = []
    for number, (label, ratio) in enumerate(placed.outcome.ranked, placed.row + 1):
        answers = values[number][RANKED], values[number][RANKED_COUNT]
        expected = (label, ratio.numerator) if ratio.numerator else (None, None)
        pairs = zip(answers, expected, strict=True)
        wrong += [_report(placed, got, each) for got, each in pairs if _differ(got, each)]
    return wrong


def _differ(got: Any, expected: Any) -> bool:
    got = None if got == "" else got
    if isinstance(got, int | float) and isinstance(expected, int | float):
        return got != pytest.approx(expected, rel=1e-12, abs=1e-12)
    return bool(got != expected)


def _report(placed: Placed, got: Any, expected: Any) -> str:
    return f"{placed.indicator}\n{placed.formulas}\n{placed.outcome}\nsheet {got!r}, Python {expected!r}"
