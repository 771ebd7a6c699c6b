"""How each indicator was computed, in words: the conditions of its numerator and denominator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from metodist.documents.numbers import date_digits
from metodist.documents.source import From
from metodist.documents.typography import clean
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
from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS
from metodist.domain.indicators import FactSum, Indicator, IndicatorKind, Measure
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.domain.wording import DASH, number_text
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class MethodRow:
    """How one indicator was computed."""

    code: Annotated[str, From("«Показатели», графа «Код»")]
    kind: Annotated[str, From("«Показатели», графа «Вид»")]
    numerator: Annotated[str, From("«Показатели», графы «Числитель» и «Столбец», словами")]
    denominator: Annotated[str, From("«Показатели», графы «Знаменатель» и «Где считать», словами")]


def method_rows(programme: Programme) -> tuple[MethodRow, ...]:
    """One row an indicator, in the programme's order."""
    period = programme.passport.period
    return tuple(
        MethodRow(item.code, item.kind.value, _numerator(item, period), _denominator(item, period))
        for item in programme.indicators
    )


def _numerator(indicator: Indicator, period: Period) -> str:
    match indicator.kind:
        case IndicatorKind.PRESENCE:
            return say("documents.method_presence", field=clean(indicator.column))
        case IndicatorKind.MEAN | IndicatorKind.LEVEL:
            return say("documents.method_sum", field=clean(indicator.column))
        case IndicatorKind.DISTRIBUTION | IndicatorKind.RANKING:
            title = indicator.breakdown.title if indicator.breakdown else indicator.column
            return say("documents.method_lines", field=clean(title))
        case IndicatorKind.CHANGE:
            return say("documents.method_now", measure=measure_words(indicator.numerator, indicator.scope, period))
        case _:
            return measure_words(indicator.numerator, indicator.scope, period)


def _denominator(indicator: Indicator, period: Period) -> str:
    match indicator.kind:
        case IndicatorKind.COUNT:
            return DASH
        case IndicatorKind.PRESENCE:
            return DASH if indicator.scope == MUNICIPALITY else say("documents.method_all_schools")
        case IndicatorKind.CHANGE:
            return say("documents.method_before", measure=measure_words(indicator.denominator, indicator.scope, period))
        case IndicatorKind.MEAN | IndicatorKind.LEVEL:
            return say("documents.method_values", rows=measure_words(indicator.numerator, indicator.scope, period))
        case _:
            return measure_words(indicator.denominator, indicator.scope, period)


def measure_words(measure: Measure, scope: str, period: Period) -> str:
    """A numerator or denominator as a reader of the note understands it."""
    if isinstance(measure, FactSum):
        return " + ".join(f"«{clean(fact)}»" for fact in (*measure.facts, *measure.municipal))
    if measure == All():
        return _everything(scope)
    return say("documents.method_where", rows=_rows(scope), condition=condition_words(measure, period))


def _rows(scope: str) -> str:
    if scope in (SCHOOLS, FACTS):
        return say("documents.rows_schools")
    return say("documents.rows_register", register=scope)


def _everything(scope: str) -> str:
    if scope in (SCHOOLS, FACTS):
        return say("documents.method_all_schools")
    return DASH if scope == MUNICIPALITY else say("documents.all_rows", register=scope)


def condition_words(condition: Condition, period: Period) -> str:
    """A condition in words: «Диагностика» — да и «Возраст» — не больше 35."""
    match condition:
        case All(parts):
            return say("documents.and").join(_inner(part, period) for part in parts)
        case AnyOf(parts):
            return say("documents.or").join(_inner(part, period) for part in parts)
        case Not(part):
            return say("documents.not", condition=condition_words(part, period))
        case Filled(name):
            return say("documents.filled", field=clean(name))
        case Exists(register, inner) if inner == All():
            return say("documents.exists_any", register=register)
        case Exists(register, inner):
            return say("documents.exists", register=register, condition=condition_words(inner, period))
        case Comparison():
            return _comparison(condition, period)


def _inner(condition: Condition, period: Period) -> str:
    """A part of «и» or «или»: one that is itself of several parts stands in brackets."""
    words = condition_words(condition, period)
    return f"({words})" if isinstance(condition, All | AnyOf) and len(condition.parts) > 1 else words


_WORDS = {
    Operator.EQUAL: "documents.equal",
    Operator.NOT_EQUAL: "documents.not_equal",
    Operator.LESS: "documents.less",
    Operator.LESS_EQUAL: "documents.less_equal",
    Operator.GREATER: "documents.greater",
    Operator.GREATER_EQUAL: "documents.greater_equal",
}


def _comparison(comparison: Comparison, period: Period) -> str:
    values = [_operand(operand, period, year=comparison.year_of) for operand in comparison.operands]
    joint = "documents.nor" if comparison.operator is Operator.NOT_EQUAL else "documents.or"
    field = say("documents.year_of" if comparison.year_of else "documents.field", field=clean(comparison.field))
    return say(_WORDS[comparison.operator], field=field, value=say(joint).join(values))


def _operand(operand: Operand, period: Period, *, year: bool) -> str:
    match operand:
        case Literal(value) if isinstance(value, date):
            return date_digits(value)
        case Literal(int() | float() as number):
            return str(number) if year else number_text(number)
        case Literal(value):
            return clean(str(value))
        case OtherField(name):
            return f"«{clean(name)}»"
        case PeriodYear(offset):
            return str(period.year + offset)
        case PeriodEdge.START:
            return date_digits(period.start)
        case _:
            return date_digits(period.end)
