"""Facts of schools as factors: the school's kind and size, its stated facts, what its registers average to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from metodist.domain.computed import with_computed
from metodist.domain.factors import Factor, FactorKind
from metodist.domain.fields import FACTS, STAFF, Field, FieldType
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData
from metodist.domain.values import YES, Row, Value, fold, is_blank
from metodist.messages import say

_NUMBERS = (FieldType.INTEGER, FieldType.NUMBER, FieldType.COMPUTED)
_STATES = (FieldType.YES_NO, FieldType.PRESENCE)
_LONGEST_LIST = 6
"""A list of more values parts the teachers too finely."""

#: By school code.
_Values = Mapping[str, float]


def factors_of(programme: Programme, schools: Mapping[str, SchoolData]) -> tuple[Factor, ...]:
    """Every factor that the accepted tables know.

    Args:
        programme: Fields, facts and schools.
        schools: What each accepted school filled in, by code.
    """
    rows = {code: _staff_rows(programme, data) for code, data in schools.items()}
    return (
        *_kinds(programme, schools),
        Factor(say("factors.staff"), FactorKind.NUMBER, {code: len(own) for code, own in rows.items()}),
        *(factor for fact in programme.school_facts for factor in _of_fact(programme, fact, schools)),
        *(factor for field in programme.staff.fields for factor in _of_field(programme, field, rows)),
    )


def _kinds(programme: Programme, schools: Mapping[str, SchoolData]) -> Iterator[Factor]:
    kinds = {each.code: each.kind for each in programme.organisations if each.code in schools and each.kind}
    for kind in _told_apart(dict.fromkeys(kinds.values())):
        values = {code: float(own == kind) for code, own in kinds.items()}
        yield Factor(say("factors.kind", kind=kind), FactorKind.GROUPS, values)


def _of_fact(programme: Programme, fact: Field, schools: Mapping[str, SchoolData]) -> Iterator[Factor]:
    stated = {code: data.facts.get(fact.name) for code, data in schools.items()}
    key = frozenset({(FACTS, fact.name)})
    name = say("factors.fact", name=fact.name)
    if fact.type in _NUMBERS:
        yield Factor(name, FactorKind.NUMBER, _numbers(stated), key)
    elif fact.type in _STATES:
        yield Factor(name, FactorKind.GROUPS, _equal(stated, YES), key)
    elif fact.type is FieldType.CHOICE:
        for value in _told_apart(programme.lists.get(fact.list_name, ())):
            yield Factor(say("factors.value_of", name=name, value=value), FactorKind.GROUPS, _equal(stated, value), key)


def _of_field(programme: Programme, field: Field, rows: Mapping[str, Sequence[Row]]) -> Iterator[Factor]:
    name = say("factors.field", register=STAFF, name=field.name)
    key = frozenset({(STAFF, field.name), *_source(field)})
    if field.type in _NUMBERS:
        yield Factor(say("factors.mean", name=name), FactorKind.NUMBER, _means(rows, field.name, _as_number), key)
    elif field.type in _STATES:
        yield Factor(say("factors.share", name=name), FactorKind.NUMBER, _means(rows, field.name, _is(YES)), key)
    elif field.type is FieldType.CHOICE:
        values = programme.lists.get(field.list_name, ())
        for value in _told_apart(values) if len(values) <= _LONGEST_LIST else ():
            title = say("factors.share_of", name=name, value=value)
            yield Factor(title, FactorKind.NUMBER, _means(rows, field.name, _is(value)), key)


def _source(field: Field) -> tuple[tuple[str, str], ...]:
    return ((field.register, field.computed.field),) if field.computed else ()


def _told_apart(values: Iterable[str]) -> list[str]:
    """The values to compare with the rest; of two values the second says the same as the first."""
    found = list(values)
    return found[:1] if len(found) == 2 else found


def _staff_rows(programme: Programme, data: SchoolData) -> list[Row]:
    register, period = programme.staff, programme.passport.period
    found = (row.values for row in data.registers.get(register.name, ()))
    counted = (values for values in found if not is_blank(values.get(register.key.name)))
    return [with_computed(register.fields, values, period) for values in counted]


def _numbers(stated: Mapping[str, Value]) -> _Values:
    found = ((code, _as_number(value)) for code, value in stated.items())
    return {code: number for code, number in found if number is not None}


def _equal(stated: Mapping[str, Value], wanted: str) -> _Values:
    found = ((code, _is(wanted)(value)) for code, value in stated.items())
    return {code: number for code, number in found if number is not None}


def _means(rows: Mapping[str, Sequence[Row]], name: str, read: Callable[[Value], float | None]) -> _Values:
    """The mean over the rows of each school that know the field."""
    found = {}
    for code, own in rows.items():
        known = [number for row in own if (number := read(row.get(name))) is not None]
        if known:
            found[code] = sum(known) / len(known)
    return found


def _as_number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _is(wanted: str) -> Callable[[Value], float | None]:
    folded = fold(wanted)
    return lambda value: float(fold(value) == folded) if isinstance(value, str) and not is_blank(value) else None
