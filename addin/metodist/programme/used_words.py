"""Which fields a programme's conditions, sums and breakdowns speak of."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.conditions import All, AnyOf, Comparison, Condition, Exists, Filled, Not, OtherField
from metodist.domain.fields import FACTS, SCHOOLS, Field
from metodist.domain.indicators import FactSum, Indicator
from metodist.domain.programme import Programme
from metodist.programme.schema import FIELDS, INDICATORS

#: A condition with the register (or «Сведения», «Муниципалитет») whose rows it asks, and where it is written:
#: sheet, key of the row, column.
Placed = tuple[Condition, str, tuple[str, str, str]]


def conditions(programme: Programme) -> Iterator[Placed]:
    """Every condition of a programme, whole."""
    for field in fields(programme):
        key = f"{field.register}.{field.name}"
        if field.required_if is not None:
            yield field.required_if, field.register, (FIELDS, key, "Обязательно, если")
        if field.check is not None:
            yield field.check, field.register, (FIELDS, key, "Проверка")
    for indicator in programme.indicators:
        yield from _of_indicator(indicator)


def _of_indicator(indicator: Indicator) -> Iterator[Placed]:
    owner = owner_of(indicator.scope)
    for measure, column in ((indicator.numerator, "Числитель"), (indicator.denominator, "Знаменатель")):
        if not isinstance(measure, FactSum):
            yield measure, owner, (INDICATORS, indicator.code, column)


def owner_of(scope: str) -> str:
    """Whose fields a scope's rows have: «Школы» are rows of «Сведения»."""
    return FACTS if scope == SCHOOLS else scope


def fields(programme: Programme) -> Iterator[Field]:
    """All fields of registers, then all facts."""
    for register in programme.registers:
        yield from register.fields
    yield from programme.facts


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


def used_fields(programme: Programme) -> set[tuple[str, str]]:
    """Owner and name of every field that a condition, a sum, a column, a breakdown or a formula needs."""
    used: set[tuple[str, str]] = set()
    for condition, owner, _ in conditions(programme):
        used |= _in_condition(condition, owner)
    for field in fields(programme):
        if field.computed:
            used.add((field.register, field.computed.field))
        if field.check or field.required_if:
            used.add((field.register, field.name))
    for indicator in programme.indicators:
        used |= _in_indicator(indicator)
    return used


def _in_condition(condition: Condition, owner: str) -> set[tuple[str, str]]:
    used = set()
    for part, whose in simple_parts(condition, owner):
        used.add((whose, part.field))
        if isinstance(part, Comparison):
            used |= {(whose, operand.name) for operand in part.operands if isinstance(operand, OtherField)}
    return used


def _in_indicator(indicator: Indicator) -> set[tuple[str, str]]:
    owner = owner_of(indicator.scope)
    used = {(owner, indicator.column)} if indicator.column else set()
    for measure in (indicator.numerator, indicator.denominator):
        if isinstance(measure, FactSum):
            # A change of a register or of schools has its previous value among the schools' facts.
            used |= {(whose, fact) for fact in measure.facts for whose in (owner, FACTS)}
    if indicator.breakdown:
        for part in indicator.breakdown.slices:
            used |= _in_condition(part.condition, owner)
    return used
