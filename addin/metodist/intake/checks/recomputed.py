"""Numbers that the table shows against the numbers that follow from its inputs."""

from __future__ import annotations

import math
from collections.abc import Iterator

from metodist.domain.fields import FieldType
from metodist.domain.findings import Severity
from metodist.domain.outcomes import Outcome
from metodist.domain.tables import OutcomeCell, OutcomePart
from metodist.domain.values import Value
from metodist.intake.cells import ERROR, NOTHING, NUMBER, RawCell
from metodist.intake.context import Case
from metodist.intake.normalise import shown, shown_number
from metodist.intake.report import Draft, at
from metodist.messages import say


def check_outcomes(case: Case) -> Iterator[Draft]:
    """«Показатели» as saved against our own computation, which counts; asked only of tables without errors.

    An older form may show other indicators, in other places and counted in another way.
    """
    if case.outcomes is None or case.older:
        return
    for cell in case.context.spec.outcomes:
        came = case.sheets.get(cell.sheet)
        outcome = case.outcomes.get(cell.code)
        raw = came.cells.get((cell.row, cell.column)) if came is not None else None
        if raw is None or outcome is None or raw.kind == NOTHING:
            continue
        expected = _expected(outcome, cell)
        if differs(expected, raw):
            place = (cell.row, cell.column)
            values = {"expected": _word(expected), "indicator": cell.code}
            yield at("outcome.differs", Severity.WARNING, cell.sheet, place, shown(raw), **values)


def _expected(outcome: Outcome, cell: OutcomeCell) -> float | None:
    if not cell.slice:
        parts = {OutcomePart.NUMERATOR: outcome.numerator, OutcomePart.DENOMINATOR: outcome.denominator}
        return parts.get(cell.part, outcome.value)
    ratio = outcome.breakdown.get(cell.slice)
    if ratio is None:
        return None
    inner = {OutcomePart.NUMERATOR: ratio.numerator, OutcomePart.DENOMINATOR: ratio.denominator}
    return inner.get(cell.part, ratio.value)


def _word(number: float | None) -> str:
    return say("intake.word.blank") if number is None else shown_number(round(number, 4))


def differs(expected: Value, raw: RawCell) -> bool:
    """Whether a saved number is another one than expected; a text stands for «no value»."""
    if raw.kind == ERROR:
        return True
    if raw.kind != NUMBER:
        return expected is not None and not isinstance(expected, str) and bool(raw.value.strip())
    try:
        number = float(raw.value)
    except ValueError:
        return True
    if not isinstance(expected, int | float):
        return True
    return not math.isclose(number, expected, rel_tol=1e-9, abs_tol=1e-9)


def check_computed(case: Case) -> Iterator[Draft]:
    """Computed columns of registers, such as the age, as saved against our own computation."""
    for register in case.registers.values():
        computed = [field for field in register.register.fields if field.type is FieldType.COMPUTED]
        for row in register.counted():
            for cell in (row.cells[field.name] for field in computed if field.name in row.cells):
                if cell.raw is None or cell.raw.kind == NOTHING or cell.value is None:
                    continue
                if differs(cell.value, cell.raw):
                    values = {"expected": str(cell.value), "name": cell.field.name}
                    yield at("computed.differs", Severity.WARNING, cell.sheet, cell.place, cell.text, **values)
