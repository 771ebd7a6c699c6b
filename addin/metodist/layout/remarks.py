"""«Замечания» of a row: the first problem in words, as a formula and as the value that it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from metodist.domain.fields import Register
from metodist.domain.tables import ROW, Block, Cell
from metodist.layout.addresses import fixed, in_sheet, letters, quoted
from metodist.layout.plan import SERVICE, Plan
from metodist.layout.references import OneRow, Place
from metodist.layout.rules import TEXT, Rule, register_rows

_DEEPEST, _LONGEST = 57, 7600
"""Excel nests 64 functions and takes 8192 characters in a formula; longer chains go on in a hidden column."""

#: How a condition trims a text cell of the same row; the cell's own rule refuses blanks around a value anyway.
_TRIMMED = re.compile(r"TRIM\(SUBSTITUTE\((\$[A-Z]+" + re.escape(ROW) + r'),"\u00a0"," "\)\)')


@dataclass(frozen=True, slots=True)
class Chain:
    """«Замечания» of a row.

    Args:
        text: The formula of the visible cell.
        numbers: Formulas of the hidden cells to its left: the number of the row's first problem, or 0; each but
            the last goes on in the next.
        starts: The number of the first problem that each of ``numbers`` asks for.
    """

    text: str
    numbers: tuple[str, ...]
    starts: tuple[int, ...]


def remark_chain(rules: tuple[Rule, ...], place: OneRow, column: int) -> Chain:
    """The formulas that name a row's first problem.

    Args:
        rules: The register's, numbered from 1 in this order; the first is the row without a key.
        place: The row that is asked.
        column: 1-based column of the first hidden cell; the visible one comes after the last.
    """
    keyless, *others = rules
    cell = f"${letters(column)}{ROW}"
    texts = f"{in_sheet(SERVICE, fixed(rules[0].row, TEXT))}:{fixed(rules[-1].row, TEXT)}"
    chunks, starts = _chunks(others, place)
    ends = [f"${letters(column + 1 + index)}{ROW}" for index in range(len(chunks) - 1)] + ["0"]
    numbers = ["".join(chunk) + end + ")" * len(chunk) for chunk, end in zip(chunks, ends, strict=True)]
    key = place.of(place.plan.programme.register(place.register).key.name)
    unkeyed = [f"IF({keyless.problem.formula(place)},1,0)"] + ["0"] * (len(numbers) - 1)
    numbers = [f'IF({key}="",{no_key},{number})' for no_key, number in zip(unkeyed, numbers, strict=True)]
    return Chain(f'IF({cell}=0,"",INDEX({texts},{cell}))', tuple(numbers), (1, *starts[1:]))


def _chunks(rules: Iterable[Rule], place: OneRow) -> tuple[list[list[str]], list[int]]:
    chunks: list[list[str]] = [[]]
    starts = [2]
    for number, rule in enumerate(rules, start=2):
        test = _TRIMMED.sub(r"\1", rule.problem.formula(place))
        link = f"IF({test},{number},"
        if len(chunks[-1]) >= _DEEPEST or sum(map(len, chunks[-1])) + len(link) > _LONGEST:
            chunks.append([])
            starts.append(number)
        chunks[-1].append(link)
    return chunks, starts


def fact_remark(rules: tuple[Rule, ...], place: Place) -> str:
    """The formula that names the first problem of a fact, whose name stands beside."""
    links = (f"IF({rule.problem.formula(place)},{quoted(rule.problem.beside)}," for rule in rules)
    return "".join(links) + '""' + ")" * len(rules)


def first_problem(rules: tuple[Rule, ...], index: int, start: int = 1) -> int:
    """The number, from ``start`` on, of the first problem of the row that is issued as ``index``; 0 for none."""
    return next((number for number, rule in enumerate(rules, 1) if number >= start and index in rule.hits), 0)


def remark(rules: tuple[Rule, ...], index: int = 0, *, beside: bool = False) -> str:
    """The text of the row's first problem; empty where there is none.

    Args:
        rules: The register's rules, or those of one fact.
        index: Which of the rows that the table is issued with, from 0; the facts are one row.
        beside: Whether the field's name stands beside the text.
    """
    number = first_problem(rules, index)
    problem = rules[number - 1].problem if number else None
    return (problem.beside if beside else problem.text) if problem else ""


def prefilled_rows(
    plan: Plan, rules: tuple[Rule, ...], register: Register, pattern: tuple[Cell, ...], chain: Chain
) -> Iterator[Cell]:
    """Rows that are issued with values: constants, and formulas with the values that they come to.

    Args:
        plan: Holds the values.
        rules: The register's rules.
        register: What the rows are of.
        pattern: One empty row: a cell a field, the hidden numbers, the remark.
        chain: What the last cells of ``pattern`` were made from.
    """
    first = plan.registers[register.name].first_row
    for index, row in enumerate(register_rows(plan, register)):
        cells = Block(first + index, first + index, pattern).row(first + index)
        hidden = [first_problem(rules, index, start) for start in chain.starts]
        values = [*(row.get(field.name) for field in register.fields), *hidden, remark(rules, index)]
        for cell, value in zip(cells, values, strict=True):
            yield replace(cell, value="" if value is None and cell.formula else value)
