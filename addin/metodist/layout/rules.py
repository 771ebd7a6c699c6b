"""The list of all problems with their lines on «Служебный», where «Проверка» counts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from metodist.domain.computed import with_computed
from metodist.domain.fields import FACTS, SELF_ASSESSMENT, Register
from metodist.domain.values import Row, Value
from metodist.layout.addresses import fixed, in_sheet
from metodist.layout.fact_problems import fact_problems
from metodist.layout.plan import SERVICE, Plan
from metodist.layout.problems import ERROR, REQUIRED, WARNING, Problem
from metodist.layout.references import AllRows, Place, SchoolFacts, evidence_key
from metodist.layout.register_problems import register_problems

#: Lines of «Служебный»: the stamp, the totals, the first rule; and the columns of a rule.
STAMP_ROW, DUE_ROW, FILLED_ROW, ERRORS_ROW, WARNINGS_ROW, OPEN_ROW = 2, 3, 4, 5, 6, 7
TOTAL_COLUMN, RULE_HEADING_ROW, FIRST_RULE_ROW = 2, 8, 9
SHEET, TEXT, TONE, COUNT, ROW_NUMBER, LETTERS, DUE, ORDER = 2, 3, 4, 5, 6, 7, 8, 9

#: Open errors stand first on «Проверка», then what is not filled in, then warnings.
_WEIGHTS = {ERROR: 0, REQUIRED: 10_000, WARNING: 20_000}


@dataclass(frozen=True, slots=True)
class Rule:
    """A problem, its line on «Служебный», and what it comes to as the table is issued.

    Args:
        row: 1-based sheet row of the line.
        place: Where the problem is counted: whole columns of a register, or the facts.
        hits: Which of the rows that the table is issued with have the problem, counted from 0.
        due: How many cells have to be filled.
    """

    problem: Problem
    row: int
    place: Place
    hits: frozenset[int]
    due: int

    @property
    def order(self) -> int:
        """Its number among open problems: the smaller, the higher on «Проверка»."""
        return _WEIGHTS[self.problem.tone] + self.row

    @property
    def count(self) -> int:
        """How many cells have the problem."""
        return len(self.hits)

    @property
    def first_row(self) -> int | None:
        """The sheet row of the first cell that has the problem; ``None`` where there is none."""
        return self.problem.area.top + min(self.hits) if self.hits else None


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of a table, in order of its sheets."""

    all: tuple[Rule, ...]

    def of_sheet(self, sheet: str) -> tuple[Rule, ...]:
        """The rules of one sheet."""
        return tuple(rule for rule in self.all if rule.problem.sheet == sheet)

    def of_rows(self, sheet: str) -> tuple[Rule, ...]:
        """The rules of one sheet that are asked of each row."""
        return tuple(rule for rule in self.of_sheet(sheet) if not rule.problem.once)

    @property
    def last_row(self) -> int:
        """The last line of «Служебный» that holds a rule."""
        return self.all[-1].row if self.all else FIRST_RULE_ROW

    def column(self, column: int) -> str:
        """One column of all rules, absolute, with the sheet."""
        return in_sheet(SERVICE, f"{fixed(FIRST_RULE_ROW, column)}:{fixed(self.last_row, column)}")

    def counted(self, tone: str, sheet: str = "") -> int:
        """How many cells have a problem of that tone as the table is issued."""
        chosen = self.of_sheet(sheet) if sheet else self.all
        return sum(rule.count for rule in chosen if rule.problem.tone == tone)

    def due(self, sheet: str = "") -> int:
        """How many cells have to be filled as the table is issued."""
        return sum(rule.due for rule in (self.of_sheet(sheet) if sheet else self.all))


def total(row: int) -> str:
    """The address of a total on «Служебный»: cells to fill, filled, errors, warnings, open lines."""
    return in_sheet(SERVICE, fixed(row, TOTAL_COLUMN))


def make_rules(plan: Plan) -> Rules:
    """Number the problems of every register and of the facts, and find those that the table is issued with."""
    found: list[tuple[Problem, Place, Sequence[Row]]] = []
    for register in plan.programme.registers:
        rows = register_rows(plan, register)
        place = AllRows(plan, register.name)
        problems = register_problems(plan, register)
        found.extend((problem, place, ({},) if problem.once else rows) for problem in problems)
    facts = (fact_row(plan),)
    found.extend((problem, SchoolFacts(plan), facts) for problem in fact_problems(plan))
    return Rules(tuple(_rule(*parts, row) for row, parts in enumerate(found, start=FIRST_RULE_ROW)))


def _rule(problem: Problem, place: Place, rows: Sequence[Row], row: int) -> Rule:
    hits = frozenset(index for index, values in enumerate(rows) if problem.found(values))
    asked = problem.asked
    due = 0 if asked is None else sum(1 for values in rows if asked(values))
    return Rule(problem, row, place, hits, due)


def register_rows(plan: Plan, register: Register) -> tuple[Row, ...]:
    """The rows that the table is issued with, computed fields worked out; no more than there is room for."""
    given = plan.prefill.data.registers.get(register.name, ())[: plan.registers[register.name].capacity]
    period = plan.programme.passport.period
    return tuple(with_computed(register.fields, row.values, period) for row in given)


def fact_row(plan: Plan) -> dict[str, Value]:
    """The facts and their evidence that the table is issued with, as one row."""
    data = plan.prefill.data
    row: dict[str, Value] = dict(data.facts)
    for cell in plan.facts:
        evidence = data.evidence.get(cell.fact.name)
        if evidence is not None and cell.part.value != "value":
            row[evidence_key(cell.fact.name, cell.part)] = getattr(evidence, cell.part.value)
    return row


def sheets_of(plan: Plan) -> tuple[str, ...]:
    """The sheets that the school fills in, in their order."""
    facts = (sheet for sheet in (FACTS, SELF_ASSESSMENT) if plan.facts_of(sheet))
    return (*(register.name for register in plan.programme.registers), *facts)
