"""«Замечания» of a row: the first problem in words, as a formula and as the value that it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from metodist.domain.computed import with_computed
from metodist.domain.fields import Register
from metodist.domain.tables import ROW, Block, Cell
from metodist.domain.values import Row
from metodist.layout.addresses import letters
from metodist.layout.plan import Plan
from metodist.layout.references import Place
from metodist.layout.rules import Rule

_DEEPEST, _LONGEST = 58, 7600
"""Excel nests 64 functions and takes 8192 characters in a formula; longer chains go on in a hidden column."""


def remark_chain(rules: tuple[Rule, ...], place: Place, column: int) -> tuple[str, ...]:
    """Formulas that name a row's first problem; each but the last goes on in the column to its right.

    Args:
        rules: In the order in which they are told.
        place: The row that is asked.
        column: 1-based column of the first formula.
    """
    chunks: list[list[str]] = [[]]
    for rule in rules:
        link = f"IF({rule.problem.formula(place)},{rule.text_cell},"
        if len(chunks[-1]) >= _DEEPEST or sum(map(len, chunks[-1])) + len(link) > _LONGEST:
            chunks.append([])
        chunks[-1].append(link)
    ends = [f"${letters(column + index)}{ROW}" for index in range(1, len(chunks))] + ['""']
    return tuple("".join(chunk) + end + ")" * len(chunk) for chunk, end in zip(chunks, ends, strict=True))


def remark(rules: tuple[Rule, ...], row: Row) -> str:
    """The text of the first problem; empty for a row without any."""
    return next((rule.problem.text for rule in rules if rule.problem.found(row)), "")


def prefilled_rows(
    plan: Plan, rules: tuple[Rule, ...], register: Register, pattern: tuple[Cell, ...]
) -> Iterator[Cell]:
    """Rows that are issued with values: constants, and formulas with the values that they come to.

    Args:
        plan: Holds the values.
        rules: The register's rules.
        register: What the rows are of.
        pattern: One empty row: a cell a field, then the cells of the remark's chain.
    """
    place = plan.registers[register.name]
    given = plan.prefill.data.registers.get(register.name, ())
    for index, filled in enumerate(given[: place.capacity]):
        row = with_computed(register.fields, filled.values, plan.programme.passport.period)
        number = place.first_row + index
        cells = tuple(Block(number, number, pattern).row(number))
        for field, cell in zip(register.fields, cells, strict=False):
            value = row.get(field.name)
            yield replace(cell, value="" if value is None and cell.formula else value)
        text = remark(rules, row)
        yield from (replace(cell, value=text) for cell in cells[len(register.fields) :])
