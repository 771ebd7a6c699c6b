"""A condition that a field's limits decide beforehand counts nobody, or everybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodist.domain.asked import simple_parts
from metodist.domain.conditions import Comparison, Condition, Literal, Operator, OtherField
from metodist.domain.fields import Field
from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.condition_text import condition_text
from metodist.programme.places import Places
from metodist.programme.records import as_text
from metodist.programme.used_words import conditions, fields

Number = float | date


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Comparisons outside the limits of their field, and of a field with itself."""
    known = {(field.register, field.name): field for field in fields(programme)}
    for condition, owner, place in conditions(programme):
        for part, whose in simple_parts(condition, owner):
            field = known.get((whose, part.field))
            if not isinstance(part, Comparison) or field is None:
                continue
            text = condition_text(part)
            if part.operands == (OtherField(field.name),):
                yield places.warning(say("lint.self", name=field.name, condition=text), place)
            elif verdict := _verdict(part, field):
                message = say(f"lint.{verdict}", condition=text, name=field.name, limits=_limits(field))
                yield places.warning(message, place)


def out_of_limits(programme: Programme, condition: Condition, owner: str) -> bool:
    """Whether a comparison inside a condition can never hold for the limits of its own field alone."""
    known = {(field.register, field.name): field for field in fields(programme)}
    told = [
        part.operands == (OtherField(field.name),) or _verdict(part, field) == "never"
        for part, whose in simple_parts(condition, owner)
        if isinstance(part, Comparison) and (field := known.get((whose, part.field))) is not None
    ]
    return any(told)


def _verdict(comparison: Comparison, field: Field) -> str:
    """``never``, ``always`` or nothing: what the limits alone say about a comparison with literals."""
    if comparison.year_of or (field.minimum is None and field.maximum is None):
        return ""
    values = [operand.value for operand in comparison.operands if isinstance(operand, Literal)]
    if len(values) != len(comparison.operands):
        return ""
    if comparison.operator in (Operator.EQUAL, Operator.NOT_EQUAL):
        outside = all(_below(value, field.minimum) or _below(field.maximum, value) for value in values)
        return ("never" if comparison.operator is Operator.EQUAL else "always") if outside else ""
    return _ordered_verdict(comparison.operator, values[0], field)


def _ordered_verdict(operator: Operator, value: object, field: Field) -> str:
    low, high = field.minimum, field.maximum
    match operator:
        case Operator.LESS:
            never, always = _not_above(value, low), _below(high, value)
        case Operator.LESS_EQUAL:
            never, always = _below(value, low), _not_above(high, value)
        case Operator.GREATER:
            never, always = _not_above(high, value), _below(value, low)
        case _:
            never, always = _below(high, value), _not_above(value, low)
    return "never" if never else "always" if always else ""


def _below(first: object, second: object) -> bool:
    """``first < second`` for two numbers or two dates; false where a limit is missing."""
    if isinstance(first, date) and isinstance(second, date):
        return first < second
    return isinstance(first, int | float) and isinstance(second, int | float) and first < second


def _not_above(first: object, second: object) -> bool:
    return _below(first, second) or (first is not None and first == second)


def _limits(field: Field) -> str:
    parts = (("from", field.minimum), ("to", field.maximum))
    return " ".join(say(f"lint.{word}", limit=as_text(limit)) for word, limit in parts if limit is not None)
