"""Makes an invented row keep the programme's own rules: what is required, and what must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from metodist.domain.computed import with_computed
from metodist.domain.conditions import (
    All,
    AnyOf,
    Comparison,
    Condition,
    Exists,
    Filled,
    Literal,
    Not,
    OtherField,
    PeriodEdge,
    PeriodYear,
    Related,
    holds,
)
from metodist.domain.fields import Field
from metodist.domain.periods import Period
from metodist.domain.values import Row, Value, is_blank
from metodist.errors import InternalError

#: Values worth trying for a field of this row.
Candidates = Callable[[Field, Row], Sequence[Value]]

_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class RowRules:
    """The rules of one register (or of the facts) as a solver needs them.

    Args:
        fields: All fields of the row.
        fixed: Names of fields that may not be changed: the key.
        related: Where «есть(…)» looks.
    """

    fields: Sequence[Field]
    fixed: frozenset[str]
    period: Period
    related: Related

    def broken(self, row: Row) -> list[tuple[Field, Condition | None]]:
        """Fields whose rule is broken, each with the condition that says so (``None``: simply required)."""
        found: list[tuple[Field, Condition | None]] = []
        for field in self.fields:
            if is_blank(row.get(field.name)):
                if field.required:
                    found.append((field, None))
                elif self.asked(field, row):
                    found.append((field, field.required_if))
            elif field.check is not None and not holds(field.check, row, self.period, self.related):
                found.append((field, field.check))
        return found

    def asked(self, field: Field, row: Row) -> bool:
        """Whether ``required_if`` asks for the field in this row."""
        return field.required_if is not None and holds(field.required_if, row, self.period, self.related)

    def keeps(self, field: Field, row: Row) -> bool:
        """Whether the field's own rules hold in this row."""
        return all(other is not field for other, _ in self.broken(row))


def repaired(row: Row, rules: RowRules, candidates: Candidates, rng: Random) -> dict[str, Value]:
    """Change as few cells as it takes until every rule holds.

    Each round takes one broken rule and gives one of its cells the value that leaves the fewest rules broken.

    Args:
        row: May break rules.
        rules: What has to hold.
        candidates: Values worth trying.
        rng: Breaks ties.

    Raises:
        InternalError: The rules could not be kept: the programme's conditions contradict each other.
    """
    current = with_computed(rules.fields, row, rules.period)
    for _ in range(_ROUNDS):
        broken = rules.broken(current)
        if not broken:
            return current
        field, condition = rng.choice(broken)
        current = _best_change(current, _involved(field, condition, rules), rules, candidates, rng)
    names = ", ".join(field.name for field, _ in rules.broken(current))
    raise InternalError(f"no invented value keeps the rules of: {names}")


def _best_change(
    row: Mapping[str, Value], fields: Sequence[Field], rules: RowRules, candidates: Candidates, rng: Random
) -> dict[str, Value]:
    best: tuple[float, dict[str, Value]] | None = None
    for distance, field in enumerate(fields):
        for value in candidates(field, row):
            changed = with_computed(rules.fields, {**row, field.name: value}, rules.period)
            # The rule's own cell first: what it refers to is more likely right.
            cost = len(rules.broken(changed)) + 0.3 * (distance > 0) + 0.5 * rng.random()
            if best is None or cost < best[0]:
                best = (cost, changed)
    return best[1] if best else dict(row)


def _involved(field: Field, condition: Condition | None, rules: RowRules) -> list[Field]:
    """Cells that the rule speaks of and that may be changed; a computed field stands for its source."""
    by_name = {other.name: other for other in rules.fields}
    names = [field.name, *(mentioned(condition) if condition is not None else ())]
    sources = [_source(by_name[name]) for name in names if name in by_name]
    return [by_name[name] for name in dict.fromkeys(sources) if name in by_name and name not in rules.fixed]


def _source(field: Field) -> str:
    return field.computed.field if field.computed else field.name


def mentioned(condition: Condition) -> Iterator[str]:
    """Names of the row's own fields that a condition speaks of; not those inside «есть(…)»."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from mentioned(part)
        case Not(part):
            yield from mentioned(part)
        case Filled(name):
            yield name
        case Comparison(field=name, operands=operands):
            yield name
            yield from (operand.name for operand in operands if isinstance(operand, OtherField))
        case Exists():
            return


def bounds(condition: Condition | None, name: str, row: Row, period: Period) -> Iterator[Value]:
    """Values that a condition compares the field ``name`` with: the likeliest ones to make it true."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from bounds(part, name, row, period)
        case Not(part):
            yield from bounds(part, name, row, period)
        case Comparison(field=left, operands=operands):
            for operand in operands:
                if left == name:
                    yield _value(operand, row, period)
                elif operand == OtherField(name):
                    yield row.get(left)


def _value(operand: Literal | OtherField | PeriodYear | PeriodEdge, row: Row, period: Period) -> Value:
    match operand:
        case Literal(value):
            return value
        case OtherField(name):
            return row.get(name)
        case PeriodYear(offset):
            return period.year + offset
        case PeriodEdge.START:
            return period.start
        case _:
            return period.end
