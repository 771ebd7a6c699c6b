"""The rubric's formulas against Python: the whole decision table, then random rubrics, in one start of LibreOffice."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from tests.office import recalculated

from metodist.domain.programme import Criterion
from metodist.domain.scores import PositionFacts
from metodist.layout.rubric_formulas import PositionCells, position_formulas
from metodist.scoring.rubric import RULES, judged

YES, WORDS = "найдено", ("найдено", "нет", "под вопросом", None)
WIDTH = 6
"""The most criteria of one position."""
SEED = 20261122


@dataclass(frozen=True)
class Case:
    """A position: its criteria, what stands in its cells, what is known of it."""

    criteria: tuple[Criterion, ...]
    answers: tuple[str | None, ...]
    facts: PositionFacts


def case(rule: str, points: tuple[float, ...], answers: tuple[str | None, ...], n: int, b: int, foreign: bool) -> Case:
    criteria = tuple(Criterion("Б", "П", f"параметр {i}", value, rule) for i, value in enumerate(points))
    pairs = list(zip(criteria, answers, strict=True))
    shown = frozenset(one.title for one, answer in pairs if answer == YES)
    first = next((one for one in criteria if one.points > 0), None)
    goal = any(answer == YES for one, answer in pairs if one.points > 0 and one is not first)
    return Case(criteria, answers, PositionFacts(n, b, goal, foreign, shown))


def whole_table() -> list[Case]:
    """Every n up to 4 with every b up to n, every answer: for each of the rules."""
    cases = []
    for rule, _ in RULES:
        points = (1.0, 1.0, -1.0) if rule == "показатели" else (1.0, 1.0, 1.0)
        for n, b, foreign in product(range(5), range(5), (False, True)):
            if b <= n:
                cases += [case(rule, points, words, n, b, foreign) for words in product((YES, "нет"), repeat=3)]
    return cases


def random_rubrics(count: int = 1500) -> list[Case]:
    """Positions of any length, with points of any size and answers of any kind."""
    rng = random.Random(SEED)
    cases = []
    for _ in range(count):
        rule = rng.choice([word for word, _ in RULES] + [""])
        length = 2 if rule == "показатели" else rng.randint(1, WIDTH)
        points: list[float] = [rng.choice((1, 2, 0.5, 3)) for _ in range(length)]
        points += [-rng.choice((1, 2))] if rule == "показатели" or rng.random() < 0.2 else []
        points = points[:WIDTH]
        answers = tuple(rng.choice(WORDS) for _ in points)
        n = rng.randint(0, 12)
        cases.append(case(rule, tuple(points), answers, n, rng.randint(0, n), rng.random() < 0.2))
    return cases


@pytest.mark.office
def test_the_sheet_and_python_agree_on_every_combination(tmp_path: Path) -> None:
    cases = [*whole_table(), *random_rubrics()]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row, one in enumerate(cases, 1):
        sheet.append([one.facts.indicators, one.facts.bad, int(one.facts.foreign), *one.answers])
        answers = tuple(f"{'DEFGHI'[i]}{row}" for i in range(len(one.criteria)))
        cells = PositionCells(answers, YES, f"A{row}", f"B{row}", f"C{row}")
        for column, formula in enumerate(position_formulas(one.criteria, cells), 4 + WIDTH):
            sheet.cell(row, column).value = f"={formula}"
    path = tmp_path / "рубрики.xlsx"
    book.save(path)

    computed = load_workbook(recalculated(path, tmp_path / "пересчитано"), data_only=True).active
    assert computed is not None
    wrong = []
    for row, one in enumerate(cases, 1):
        found = tuple(computed.cell(row, 4 + WIDTH + i).value for i in range(len(one.criteria)))
        expected = tuple(verdict.points for verdict in judged(one.criteria, one.facts))
        if found != expected:
            wrong.append((one.criteria[0].rule, one.answers, one.facts, found, expected))
    assert len(cases) > 2000
    assert wrong == []
