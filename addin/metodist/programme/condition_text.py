"""A condition as the text that a methodist would write; the inverse of ``conditions.parse_condition``."""

from __future__ import annotations

from datetime import date

from metodist.domain.conditions import (
    EVERY,
    All,
    AnyOf,
    Comparison,
    Condition,
    Exists,
    Filled,
    Literal,
    Not,
    Operand,
    OtherField,
    PeriodEdge,
    PeriodYear,
)
from metodist.domain.values import NO, YES
from metodist.programme.tokens import SIGNS


def condition_text(condition: Condition) -> str:
    """The condition's text; empty for «every row».

    Reading the text back gives the same condition. Texts are quoted, so that none is taken for a field's name.

    Example:
        ``Возраст <= 35; Категория = «высшая», «первая»``
    """
    match condition:
        case All(parts):
            return "; ".join(_part(part) for part in parts)
        case AnyOf(parts):
            return " | ".join(_part(part) for part in parts)
        case Not(part):
            return f"не({condition_text(part)})"
        case Filled(name):
            return f"заполнено({name_text(name)})"
        case Exists(register, inner):
            return f"есть({register})" if inner == EVERY else f"есть({register}: {condition_text(inner)})"
        case Comparison():
            return _comparison(condition)


def _part(condition: Condition) -> str:
    text = condition_text(condition)
    return f"({text})" if isinstance(condition, All | AnyOf) else text


def _comparison(comparison: Comparison) -> str:
    name = name_text(comparison.field)
    left = f"год({name})" if comparison.year_of else name
    return f"{left} {comparison.operator.value} {', '.join(_operand(each) for each in comparison.operands)}"


def _operand(operand: Operand) -> str:
    match operand:
        case Literal(value):
            return _literal(value)
        case OtherField(name):
            return f"[{name}]" if _needs_quotes(name) else name
        case PeriodYear(offset):
            return f"{{год{offset:+d}}}" if offset else "{год}"
        case PeriodEdge():
            return f"{{{operand.value}}}"


def _literal(value: str | int | float | date) -> str:
    if isinstance(value, str):
        return value if value in (YES, NO) else quoted(value)
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return str(value) if isinstance(value, int) else _plain(value)


def _plain(value: float) -> str:
    """A float in full, without an exponent."""
    text = repr(value)
    return text if "e" not in text else format(value, ".20f").rstrip("0")


def name_text(name: str) -> str:
    """A field's name, quoted where it holds a sign of the language."""
    return quoted(name) if _needs_quotes(name) else name


def _needs_quotes(name: str) -> bool:
    return any(sign in name for sign in SIGNS)


def quoted(text: str) -> str:
    """The text in quotes that it does not hold itself."""
    if "«" in text or "»" in text:
        return '"' + text.replace('"', '""') + '"'
    return f"«{text}»"
