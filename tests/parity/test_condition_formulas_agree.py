"""The formula of a condition and its reading in Python pick the same rows.

Every condition becomes one formula over the whole register, whose value is a mask (row i counts 2^i), and one formula a
row. A failure prints the condition, the formula and the row; run it again with the same number as seed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from metodist.domain.conditions import EVERY, Condition
from metodist.domain.fields import SCHOOLS, STAFF
from metodist.layout.conditions import counting, fact_condition, matching, row_condition
from metodist.layout.ranges import Ranges
from metodist.scoring.rows import SchoolRows, school_rows
from parity.book import CAPACITY, FIRST_ROW, ParityBook, school_data
from parity.random_conditions import conditions, every_comparison
from parity.sample import CONTESTS, Filled, collected, programme, schools

pytestmark = pytest.mark.office

CONDITIONS = {STAFF: 180, CONTESTS: 60, SCHOOLS: 60}
SCHOOLS_A_RUN = 3


@dataclass(frozen=True)
class Question:
    """A condition about one school, and where its answers stand."""

    condition: Condition
    scope: str
    school: Filled
    rows: SchoolRows
    cell: int
    formula: str


def _ask(book: ParityBook, school: Filled, ranges: Ranges, scope: str, condition: Condition) -> Question:
    rows = school_rows(programme(), school_data(school))
    if scope == SCHOOLS:
        formula = fact_condition(condition, ranges)
        return Question(condition, scope, school, rows, book.ask(formula), formula)
    column = ranges.register(scope).column(ranges.register(scope).register.key.name).reference
    formula = f"SUMPRODUCT(({matching(condition, scope, ranges)})*2^(ROW({column})-{FIRST_ROW}))"
    cell = book.ask(formula)
    for number in range(CAPACITY):
        book.put(cell, 3 + number, row_condition(condition, scope, ranges, FIRST_ROW + number, local=False))
    book.put(cell, 3 + CAPACITY, counting(condition, scope, ranges))
    return Question(condition, scope, school, rows, cell, formula)


@pytest.mark.parametrize("seed", [2026, 2027])
def test_formulas_pick_the_rows_that_python_picks(seed: int, tmp_path: Path) -> None:
    book = ParityBook(tmp_path)
    asked = []
    for number, school in enumerate(collected(schools(), SCHOOLS_A_RUN + 1, seed)[1:]):
        ranges = book.add_school(school)
        for scope, amount in CONDITIONS.items():
            share = amount // SCHOOLS_A_RUN
            drawn = [EVERY, *collected(conditions(scope), share, seed + number)]
            asked += [_ask(book, school, ranges, scope, condition) for condition in drawn]
    values = book.recalculated()

    _check(asked, values)
    assert _variety(asked, values) > 0.2, "too few conditions tell rows apart: the test proves little"


def test_every_operator_over_every_field(tmp_path: Path) -> None:
    book = ParityBook(tmp_path)
    asked = []
    for school in collected(schools(CAPACITY, CAPACITY), 3, 2028)[1:]:
        ranges = book.add_school(school)
        asked += [
            _ask(book, school, ranges, scope, condition)
            for scope in CONDITIONS
            for condition in every_comparison(scope)
        ]
    _check(asked, book.recalculated())


def _check(asked: list[Question], values: list[tuple[object, ...]]) -> None:
    wrong = [_difference(question, values[question.cell]) for question in asked]
    wrong = [text for text in wrong if text]
    assert not wrong, f"{len(wrong)} of {len(asked)} differ; first:\n" + wrong[0]


def _difference(question: Question, answers: tuple[object, ...]) -> str:
    matching_rows = question.rows.matching(question.condition, question.scope)
    if question.scope == SCHOOLS:
        return "" if answers[2] == len(matching_rows) else _report(question, answers[2], len(matching_rows))
    every = question.rows.rows(question.scope)
    chosen = {id(row) for row in _same(every, matching_rows)}
    mask, count = 0, 0
    for number, row in _placed(question, every):
        expected = int(id(row) in chosen)
        mask, count = mask + expected * 2**number, count + expected
        if answers[3 + number] != expected:
            return _report(question, answers[3 + number], expected, row)
    if answers[2] != mask:
        return _report(question, answers[2], mask)
    return "" if answers[3 + CAPACITY] == count else _report(question, answers[3 + CAPACITY], count)


def _same(every: tuple[object, ...], some: list[object]) -> list[object]:
    picked = {id(row) for row in some}
    return [row for row in every if id(row) in picked]


def _placed(question: Question, every: tuple[object, ...]) -> list[tuple[int, object]]:
    """Rows that count with their place in the sheet: rows without a key are passed over."""
    key = next(each.key.name for each in programme().registers if each.name == question.scope)
    places = [
        number for number, row in enumerate(question.school.registers[question.scope]) if str(row[key] or "").strip()
    ]
    return list(zip(places, every, strict=True))


def _report(question: Question, got: object, expected: object, row: object = None) -> str:
    lines = (question.condition, question.formula, f"sheet {got!r}, Python {expected!r}", row or question.school.facts)
    return "\n".join(str(line) for line in lines)


def _variety(asked: list[Question], values: list[tuple[object, ...]]) -> float:
    """The part of conditions that hold for some rows and not for others."""
    telling = 0
    for question in asked:
        every = len(question.rows.rows(question.scope))
        count = values[question.cell][3 + CAPACITY] if question.scope != SCHOOLS else 0
        telling += isinstance(count, int | float) and 0 < count < every
    return telling / len(asked)
