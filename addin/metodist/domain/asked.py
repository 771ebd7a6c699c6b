"""Which fields a condition, a sum or an indicator asks about."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.conditions import All, AnyOf, Comparison, Condition, Exists, Filled, Not, OtherField
from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS
from metodist.domain.indicators import FactSum, Indicator, Measure

#: A field by its owner (a register, «Сведения» or «Муниципалитет») and its name.
FieldKey = tuple[str, str]


def owner_of(scope: str) -> str:
    """Whose fields a scope's rows have: «Школы» are rows of «Сведения»."""
    return FACTS if scope == SCHOOLS else scope


def simple_parts(condition: Condition, owner: str) -> Iterator[tuple[Comparison | Filled, str]]:
    """The comparisons and ``заполнено`` inside a condition, each with the owner of its fields."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from simple_parts(part, owner)
        case Not(part):
            yield from simple_parts(part, owner)
        case Exists(register, inner):
            yield from simple_parts(inner, register)
        case Comparison() | Filled():
            yield condition, owner


def in_condition(condition: Condition, owner: str) -> set[FieldKey]:
    """Every field that a condition over the rows of ``owner`` speaks of."""
    used = set()
    for part, whose in simple_parts(condition, owner):
        used.add((whose, part.field))
        if isinstance(part, Comparison):
            used |= {(whose, operand.name) for operand in part.operands if isinstance(operand, OtherField)}
    return used


def in_measure(measure: Measure, scope: str) -> set[FieldKey]:
    """Every field that a numerator or denominator of an indicator of that scope speaks of."""
    owner = owner_of(scope)
    if not isinstance(measure, FactSum):
        return in_condition(measure, owner)
    # A change of a register or of schools has its previous value among the schools' facts.
    of_schools = {(whose, fact) for fact in measure.facts for whose in (owner, FACTS)}
    return of_schools | {(MUNICIPALITY, fact) for fact in measure.municipal}


def in_indicator(indicator: Indicator) -> set[FieldKey]:
    """Every field that an indicator speaks of."""
    owner = owner_of(indicator.scope)
    used = {(owner, indicator.column)} if indicator.column and indicator.breakdown is None else set()
    used |= in_measure(indicator.numerator, indicator.scope) | in_measure(indicator.denominator, indicator.scope)
    for part in indicator.breakdown.slices if indicator.breakdown else ():
        used |= in_condition(part.condition, owner)
    return used


def other_registers(condition: Condition) -> Iterator[str]:
    """Registers that a condition looks into by ``есть(…)``."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from other_registers(part)
        case Not(part):
            yield from other_registers(part)
        case Exists(register, inner):
            yield register
            yield from other_registers(inner)
        case _:
            return
