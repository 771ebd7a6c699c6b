"""What simple conditions leave of a row whose values are not known: intervals, sets of texts, what is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from metodist.domain.conditions import (
    Comparison,
    Condition,
    Filled,
    Literal,
    Not,
    Operand,
    Operator,
    OtherField,
    PeriodEdge,
    PeriodYear,
)
from metodist.domain.fields import Field, FieldType
from metodist.domain.periods import Period
from metodist.domain.values import NO, YES, fold
from metodist.programme.operands import kind_of
from metodist.programme.spans import Span, span_of, years

_OPPOSITE = {
    Operator.EQUAL: Operator.NOT_EQUAL,
    Operator.NOT_EQUAL: Operator.EQUAL,
    Operator.LESS: Operator.GREATER_EQUAL,
    Operator.LESS_EQUAL: Operator.GREATER,
    Operator.GREATER: Operator.LESS_EQUAL,
    Operator.GREATER_EQUAL: Operator.LESS,
}
_MIRRORED = {Operator.GREATER: Operator.LESS, Operator.GREATER_EQUAL: Operator.LESS_EQUAL}
_MOST_ROUNDS = 20

#: One side of a relation between two fields that are both filled in.
Relation = tuple[str, Operator, str]


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a row.

    Args:
        kinds: ``number``, ``date`` or ``text``, of every field.
        spans: Numbers and dates (as day numbers) that a field may still have; other fields are missing.
        texts: Texts, folded, that a field may still have; missing where any is allowed.
        barred: Texts that a field cannot have.
        filled: True where a field must be filled in, false where it must be blank; missing where either may be.
        relations: ``<``, ``<=``, ``=`` and ``<>`` between fields.
    """

    kinds: Mapping[str, str]
    spans: Mapping[str, Span] = field(default_factory=dict)
    texts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    barred: Mapping[str, frozenset[str]] = field(default_factory=dict)
    filled: Mapping[str, bool] = field(default_factory=dict)
    relations: frozenset[Relation] = frozenset()


def first_row(fields: Mapping[str, Field], lists: Mapping[str, Sequence[str]], period: Period) -> Row:
    """A row of these fields of which only types, limits and lists are known."""
    spans = {name: span for name, each in fields.items() if (span := span_of(each, fields, period)) is not None}
    texts: dict[str, frozenset[str]] = {}
    for name, each in fields.items():
        if each.type in (FieldType.YES_NO, FieldType.PRESENCE):
            texts[name] = frozenset((YES, NO))
        elif each.type is FieldType.CHOICE and each.list_name in lists:
            texts[name] = frozenset(fold(value) for value in lists[each.list_name])
    return Row({name: kind_of(each) for name, each in fields.items()}, spans, texts)


def narrowed(row: Row, condition: Condition, period: Period) -> list[Row]:
    """What a comparison, ``заполнено`` or the denial of one leaves of the row: its alternatives, none where nothing.

    Any other condition leaves the row as it is.
    """
    match condition:
        case Filled(name):
            return _filled(row, name)
        case Not(Filled(name)):
            return _blank(row, name)
        case Comparison(name, operator, operands, year_of):
            return _compared(row, _Test(name, operator, year_of, period), operands)
        case Not(Comparison(name, operator, operands, year_of)):
            test = _Test(name, _OPPOSITE[operator], year_of, period, denied=True)
            return [*_blank(row, name), *_compared(row, test, operands)]
        case _:
            return [row]


@dataclass(frozen=True, slots=True)
class _Test:
    """A comparison of a field that is filled in; ``denied``: a blank on the other side fulfils it too."""

    name: str
    operator: Operator
    year_of: bool
    period: Period
    denied: bool = False


def _filled(row: Row, name: str) -> list[Row]:
    if row.filled.get(name) is False:
        return []
    return [replace(row, filled={**row.filled, name: True})]


def _blank(row: Row, name: str) -> list[Row]:
    if row.filled.get(name) is True:
        return []
    return [replace(row, filled={**row.filled, name: False})]


def _compared(row: Row, test: _Test, operands: Sequence[Operand]) -> list[Row]:
    """«=» holds for any one of the values, «<>» for all of them."""
    rows = _filled(row, test.name)
    if test.operator is Operator.NOT_EQUAL:
        for operand in operands:
            rows = [after for before in rows for after in _related(before, test, operand)]
        return rows
    return [after for before in rows for operand in operands for after in _related(before, test, operand)]


def _related(row: Row, test: _Test, operand: Operand) -> list[Row]:
    if isinstance(operand, OtherField):
        both = [after for before in _filled(row, operand.name) for after in _with_relation(before, test, operand.name)]
        return [*_blank(row, operand.name), *both] if test.denied else both
    value = _constant(operand, test.period)
    if _kind(operand) != ("number" if test.year_of else row.kinds.get(test.name)) or _is_part(value, test):
        return [row]
    if isinstance(value, str):
        return _with_text(row, test, fold(value))
    ways = years(test.operator, int(value)) if test.year_of else (((test.operator, value),),)
    return [after for way in ways for after in _limited(row, test.name, way)]


def _limited(row: Row, name: str, limits: Sequence[tuple[Operator, float]]) -> list[Row]:
    """The row with all of these limits upon a field."""
    span = row.spans[name]
    for operator, limit in limits:
        span = span.limited(operator, limit)
    return _settled(replace(row, spans={**row.spans, name: span}))


def _constant(operand: Operand, period: Period) -> str | float:
    """A text, or a number; a date as its day number."""
    match operand:
        case Literal(value):
            return value.toordinal() if isinstance(value, date) else value
        case PeriodYear(offset):
            return period.year + offset
        case PeriodEdge.START:
            return period.start.toordinal()
        case _:
            return period.end.toordinal()


def _kind(operand: Operand) -> str:
    match operand:
        case Literal(str()):
            return "text"
        case Literal(date()) | PeriodEdge():
            return "date"
        case _:
            return "number"


def _is_part(value: str | float, test: _Test) -> bool:
    """Half a year is no year: nothing is said of it."""
    return test.year_of and isinstance(value, float) and not value.is_integer()


def _with_text(row: Row, test: _Test, text: str) -> list[Row]:
    known, barred = row.texts.get(test.name), row.barred.get(test.name, frozenset())
    if test.operator is Operator.EQUAL:
        possible = text not in barred and (known is None or text in known)
        return [replace(row, texts={**row.texts, test.name: frozenset((text,))})] if possible else []
    if known is None:
        return [replace(row, barred={**row.barred, test.name: barred | {text}})]
    left = known - {text}
    return [replace(row, texts={**row.texts, test.name: left})] if left else []


def _with_relation(row: Row, test: _Test, other: str) -> list[Row]:
    """Keep a relation between two filled fields; a year of a date is not compared with a field's."""
    if test.year_of or row.kinds.get(test.name) != row.kinds.get(other):
        return [row]
    name, operator = test.name, test.operator
    if operator in _MIRRORED:
        name, operator, other = other, _MIRRORED[operator], name
    return _settled(replace(row, relations=row.relations | {(name, operator, other)}))


def _settled(row: Row) -> list[Row]:
    """Let relations narrow both their sides until nothing changes; nothing where a side becomes empty."""
    if any(span.empty for span in row.spans.values()) or _circular(row.relations):
        return []
    spans, texts = dict(row.spans), dict(row.texts)
    for _ in range(_MOST_ROUNDS):
        before = (dict(spans), dict(texts))
        for name, operator, other in row.relations:
            if name in spans and other in spans:
                spans[name], spans[other] = _NARROWERS[operator](spans[name], spans[other])
                if spans[name].empty or spans[other].empty:
                    return []
            elif operator is Operator.EQUAL and name in texts and other in texts:
                texts[name] = texts[other] = texts[name] & texts[other]
                if not texts[name]:
                    return []
        if (spans, texts) == before:
            break
    return [replace(row, spans=spans, texts=texts)]


def _equal(first: Span, second: Span) -> tuple[Span, Span]:
    return first.within(second), second.within(first)


def _unequal(first: Span, second: Span) -> tuple[Span, Span]:
    if first.single is not None and first.single == second.single:
        return first.limited(Operator.NOT_EQUAL, first.single), second
    return first, second


def _less(first: Span, second: Span) -> tuple[Span, Span]:
    return first.below(second, strictly=True), second.above(first, strictly=True)


def _less_or_equal(first: Span, second: Span) -> tuple[Span, Span]:
    return first.below(second, strictly=False), second.above(first, strictly=False)


_NARROWERS: Mapping[Operator, Callable[[Span, Span], tuple[Span, Span]]] = {
    Operator.EQUAL: _equal,
    Operator.NOT_EQUAL: _unequal,
    Operator.LESS: _less,
    Operator.LESS_EQUAL: _less_or_equal,
}


def _circular(relations: frozenset[Relation]) -> bool:
    """Whether a field would have to be less than itself, or unlike itself."""
    edges = {(name, other): operator is Operator.LESS for name, operator, other in relations if operator in _ORDERED}
    for name, operator, other in relations:
        if operator is Operator.LESS:
            edges[name, other] = True
        elif operator is Operator.EQUAL:
            edges.setdefault((name, other), False)
            edges.setdefault((other, name), False)
        elif operator is Operator.NOT_EQUAL and name == other:
            return True
    return any(strict and _leads(edges, end, start) for (start, end), strict in edges.items())


_ORDERED = (Operator.LESS, Operator.LESS_EQUAL)


def _leads(edges: Mapping[tuple[str, str], bool], start: str, goal: str) -> bool:
    """Whether a chain of relations leads from one field to another."""
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        following = {end for begin, end in edges if begin == here} - seen
        seen |= following
        waiting += following
    return False
