"""Which fields a programme's conditions, sums and breakdowns speak of."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.asked import FieldKey, in_condition, in_indicator, owner_of
from metodist.domain.conditions import Condition
from metodist.domain.fields import Field
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


def fields(programme: Programme) -> Iterator[Field]:
    """All fields of registers, then all facts."""
    for register in programme.registers:
        yield from register.fields
    yield from programme.facts


def used_fields(programme: Programme) -> set[FieldKey]:
    """Owner and name of every field that a condition, a sum, a column, a breakdown or a formula needs."""
    used: set[FieldKey] = set()
    for condition, owner, _ in conditions(programme):
        used |= in_condition(condition, owner)
    for field in fields(programme):
        if field.computed:
            used.add((field.register, field.computed.field))
        if field.check or field.required_if:
            used.add((field.register, field.name))
    for indicator in programme.indicators:
        used |= in_indicator(indicator)
    return used
