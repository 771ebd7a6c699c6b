"""Strategies for conditions: every node of the language over every type of field."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from metodist.domain.conditions import (
    All,
    AnyOf,
    Comparison,
    Condition,
    Exists,
    Filled,
    Literal,
    Not,
    Operand,
    Operator,
    OtherField,
    PeriodEdge,
    PeriodYear,
)
from metodist.domain.fields import SCHOOLS, Field, FieldType
from parity.sample import CLEAN, DAYS, FACT_FIELDS, NUMBERS, REGISTERS, TIMED, WORDS, kind_of

_SEVERAL = (Operator.EQUAL, Operator.NOT_EQUAL)
_words = st.sampled_from([word for word in WORDS if word.strip()]).map(Literal)
_numbers = st.one_of(st.sampled_from(NUMBERS).map(Literal), st.integers(-8, 1).map(PeriodYear))
_days = st.one_of(st.sampled_from(DAYS).map(Literal), st.sampled_from(PeriodEdge))


def fields_of(scope: str) -> tuple[Field, ...]:
    if scope == SCHOOLS:
        return FACT_FIELDS
    return next(register.fields for register in REGISTERS if register.name == scope)


def conditions(scope: str, depth: int = 3) -> st.SearchStrategy[Condition]:
    """Conditions over a register's rows or a school's facts."""
    leaf = st.one_of(_comparisons(scope), _comparisons(scope), _comparisons(scope), _filled(scope))
    if depth == 0:
        return leaf
    inner = conditions(scope, depth - 1)
    parts = st.lists(inner, max_size=3).map(tuple)
    related = [register.name for register in REGISTERS]
    exists = st.one_of(
        [st.builds(Exists, st.just(name), conditions(name, depth - 2)) for name in related if depth > 1] or [leaf]
    )
    return st.one_of(leaf, leaf, st.builds(All, parts), st.builds(AnyOf, parts), st.builds(Not, inner), exists)


def _filled(scope: str) -> st.SearchStrategy[Condition]:
    return st.sampled_from(fields_of(scope)).map(lambda field: Filled(field.name))


def _comparisons(scope: str) -> st.SearchStrategy[Condition]:
    return st.sampled_from(fields_of(scope)).flatmap(lambda field: _comparison(field, fields_of(scope)))


def _comparison(field: Field, others: tuple[Field, ...]) -> st.SearchStrategy[Condition]:
    kinds = [_plain(field), _plain(field), _between_fields(field, others)]
    if field.type is FieldType.DATE:
        kinds += [_years(field, others)] * 2
    return st.one_of([kind for kind in kinds if not kind.is_empty])


def _operators(
    operand: st.SearchStrategy[Operand], *, ordered: bool = True
) -> st.SearchStrategy[tuple[Operator, tuple[Operand, ...]]]:
    equal = st.tuples(st.sampled_from(_SEVERAL), st.lists(operand, min_size=1, max_size=3).map(tuple))
    order = st.tuples(st.sampled_from([each for each in Operator if each not in _SEVERAL]), st.tuples(operand))
    return st.one_of(equal, order) if ordered else equal


def _plain(field: Field) -> st.SearchStrategy[Condition]:
    """A field against constants, mostly of its own kind; texts have no order in the language."""
    kind = kind_of(field)
    own: st.SearchStrategy[Operand] = {"text": _words, "number": _numbers, "date": _days}[kind]
    mixed = st.one_of(own, own, own, own, _words, _numbers, _days)
    fitting = st.one_of(_operators(own, ordered=kind != "text"), _operators(mixed, ordered=False))
    return fitting.map(lambda parts: Comparison(field.name, *parts))


def _between_fields(field: Field, others: tuple[Field, ...]) -> st.SearchStrategy[Condition]:
    clean = [each for each in others if each.name in CLEAN]
    if field.name not in CLEAN:
        clean = [each for each in clean if kind_of(each) == kind_of(field)]
    if field.name in TIMED:  # which day 23:59 is, two columns cannot tell
        clean = []
    if not clean:
        return st.nothing()
    other = st.sampled_from(clean).map(lambda each: OtherField(each.name))
    return _operators(other, ordered=kind_of(field) != "text").map(lambda parts: Comparison(field.name, *parts))


def _years(field: Field, others: tuple[Field, ...]) -> st.SearchStrategy[Condition]:
    numbers = [OtherField(each.name) for each in others if each.name in CLEAN and kind_of(each) == "number"]
    operand = st.one_of(_numbers, *([st.sampled_from(numbers)] if numbers else []))
    return _operators(operand).map(lambda parts: Comparison(field.name, *parts, year_of=True))


def every_comparison(scope: str) -> list[Condition]:
    """Every operator over every field of the scope, with every sort of operand that suits it."""
    return [
        Comparison(field.name, operator, operands, year_of)
        for field in fields_of(scope)
        for year_of in ((False, True) if field.type is FieldType.DATE else (False,))
        for operands in _sorts_of_operands(field, fields_of(scope), year_of=year_of)
        for operator in (_SEVERAL if kind_of(field) == "text" or len(operands) > 1 else Operator)
    ]


def _sorts_of_operands(field: Field, others: tuple[Field, ...], *, year_of: bool) -> list[tuple[Operand, ...]]:
    kind = "number" if year_of else kind_of(field)
    years: list[Operand] = [Literal(2024), Literal(2024.5), PeriodYear(), PeriodYear(-2)]
    constants: dict[str, list[Operand]] = {
        "text": [Literal("физика"), Literal("  Русский язык"), Literal("*")],
        "number": years if year_of else [Literal(3), Literal(3.5), Literal(-1), PeriodYear(-1)],
        "date": [Literal(date(2024, 1, 1)), Literal(date(2025, 12, 31)), *PeriodEdge],
    }
    comparable = [] if field.name in TIMED and not year_of else [each for each in others if each.name in CLEAN]
    fields: list[Operand] = [OtherField(each.name) for each in comparable if kind_of(each) == kind]
    single = [(operand,) for operand in (*constants[kind], *fields)]
    return [*single, tuple(constants[kind][:3])]
