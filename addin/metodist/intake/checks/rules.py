"""Cross-field rules of the programme: where a cell is filled, its field's condition must hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from metodist.domain.conditions import (
    All,
    AnyOf,
    Comparison,
    Condition,
    Exists,
    Filled,
    Not,
    OtherField,
    Related,
)
from metodist.domain.fields import Field, FieldType
from metodist.domain.findings import Severity
from metodist.domain.periods import Period
from metodist.domain.predicates import Predicate, predicate
from metodist.domain.values import Row
from metodist.intake.checks.relations import related_rows
from metodist.intake.context import Case, InputCell
from metodist.intake.report import Draft, at
from metodist.messages import say


def check_rules(case: Case) -> Iterator[Draft]:
    """Rules of rows and of facts; a rule that looks at a cell which cannot be read waits for it."""
    period = case.context.programme.passport.period
    related = related_rows(case)
    for register in case.registers.values():
        rules = _rules(register.register.fields, period)
        for row in register.counted():
            yield from _broken(rules, row.cells, row.values(), related, register.unread)
    facts = {cell.field.name: cell for issued, cell in case.fact_cells() if issued.part.value == "value"}
    unread = frozenset(issued.fact.name for issued in case.context.spec.facts) - facts.keys()
    rules = _rules((cell.field for cell in facts.values()), period)
    yield from _broken(rules, facts, case.data.facts, related, unread)


class _Rule(NamedTuple):
    """A field's rule, ready to be asked of many rows."""

    holds: Predicate
    compared: frozenset[str]


def _rules(fields: Iterable[Field], period: Period) -> dict[str, _Rule]:
    """The rules of fields that have one, by the field's name."""
    return {
        field.name: _Rule(predicate(field.check, period), frozenset(compared_fields(field.check)))
        for field in fields
        if field.check is not None
    }


def _broken(
    rules: Mapping[str, _Rule],
    cells: Mapping[str, InputCell],
    values: Row,
    related: Related,
    unread: frozenset[str],
) -> Iterator[Draft]:
    for name, cell in cells.items():
        rule = rules.get(name)
        if rule is None or cell.value is None:
            continue
        if rule.compared & unread or any(_waits(cells.get(other)) for other in rule.compared):
            continue
        if not rule.holds(values, related):
            others = _others(cell, rule.compared)
            advice = cell.field.message or say("intake.advice.rule", others=", ".join(others))
            yield at(
                "rule.broken", Severity.ERROR, cell.sheet, cell.place, cell.text, name=cell.field.name, advice=advice
            )


def _waits(cell: InputCell | None) -> bool:
    """The cell has a finding of its own (it cannot be read, or must be filled and is not), or follows from one."""
    if cell is None:
        return False
    computed = cell.field.type is FieldType.COMPUTED
    return cell.normal.failed or (cell.blank and (cell.field.required or computed))


def _others(cell: InputCell, compared: Iterable[str]) -> list[str]:
    return sorted(f"«{name}»" for name in compared if name != cell.field.name) or [f"«{cell.field.name}»"]


def compared_fields(condition: Condition) -> Iterator[str]:
    """Names of the row's fields that a condition compares or asks about."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from compared_fields(part)
        case Not(part):
            yield from compared_fields(part)
        case Filled(name):
            yield name
        case Comparison():
            yield condition.field
            yield from (operand.name for operand in condition.operands if isinstance(operand, OtherField))
        case Exists():
            return
