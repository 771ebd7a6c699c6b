"""One value of a comparison, read as the field's type asks."""

from __future__ import annotations

import re
from datetime import date

from metodist.domain.conditions import Literal, Operand, Operator, OtherField, PeriodEdge, PeriodYear
from metodist.domain.fields import Field, FieldType
from metodist.messages import say
from metodist.programme.tokens import ConditionError, Kind, NoValuesError, Token
from metodist.programme.vocabulary import NUMBERS, YES_OR_NO, Vocabulary, unknown
from metodist.programme.words import nearest, same_word

_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEAR = re.compile(r"год(?:\s*([+-])\s*(\d{1,3}))?", re.IGNORECASE)
_BRACES = ("год", "год-1", "начало", "конец")


def kind_of(field: Field) -> str:
    """What a field's values are compared as: ``number``, ``date`` or ``text``."""
    if field.type in NUMBERS:
        return "number"
    return "date" if field.type is FieldType.DATE else "text"


def orders(field: Field, operator: Operator, *, year_of: bool) -> None:
    """Refuse «больше» and «меньше» for texts and words of a list.

    Raises:
        ConditionError: The field's type has no order.
    """
    if year_of or kind_of(field) != "text" or operator in (Operator.EQUAL, Operator.NOT_EQUAL):
        return
    message = say("condition.not_ordered", name=field.name, operator=operator.value, type=field.type.value)
    raise ConditionError(message, say("condition.not_ordered_fix"))


def operand(token: Token, field: Field, vocabulary: Vocabulary, *, year_of: bool) -> Operand:
    """Read one value that ``field`` is compared with.

    A quoted value is never the name of a field; one in square brackets always is.

    Raises:
        ConditionError: The value does not suit the field.
    """
    if token.kind is Kind.QUOTED and not token.text:
        raise ConditionError(say("condition.empty_value"), say("condition.empty_value_fix"))
    if token.kind is Kind.FIELD:
        return _named(token, field, vocabulary, year_of=year_of)
    if token.kind is Kind.BRACE:
        return _period(token.text, field, year_of=year_of)
    if year_of or kind_of(field) == "number":
        return _number(token, field, vocabulary, whole=year_of or field.type is not FieldType.NUMBER)
    if kind_of(field) == "date":
        return _date(token, field, vocabulary)
    if field.type in YES_OR_NO or field.type is FieldType.CHOICE:
        return _choice(token, field, vocabulary)
    other = _other(token, field, vocabulary, "text")
    return other or Literal(token.text)


def _named(token: Token, field: Field, vocabulary: Vocabulary, *, year_of: bool) -> Operand:
    kind = "number" if year_of else kind_of(field)
    return _suited(vocabulary.field(token.text), field, kind)


def _period(text: str, field: Field, *, year_of: bool) -> Operand:
    kind = "number" if year_of else kind_of(field)
    year = _YEAR.fullmatch(text)
    if year:
        if kind != "number":
            fix = say("condition.period_year_fix", name=field.name) if kind == "date" else ""
            raise ConditionError(say("condition.period_year", name=field.name, type=field.type.value), fix)
        sign, offset = year.groups()
        return PeriodYear(int(f"{sign or ''}{offset or 0}"))
    for edge in PeriodEdge:
        if same_word(edge.value, text):
            if kind != "date":
                raise ConditionError(say("condition.period_edge", name=field.name, type=field.type.value))
            return edge
    near = nearest(text, _BRACES)
    raise ConditionError(say("condition.unknown_brace", name=text), near and f"{{{near}}}")


def _number(token: Token, field: Field, vocabulary: Vocabulary, *, whole: bool) -> Operand:
    text = token.text
    if not _NUMBER.fullmatch(text):
        other = _other(token, field, vocabulary, "number")
        if other is None:
            message = say("condition.not_a_number", name=field.name, value=text)
            raise unknown(message, text, [each.name for each in vocabulary.fields if kind_of(each) == "number"])
        return other
    number = float(text.replace(",", "."))
    if number.is_integer():
        return Literal(int(number))
    if whole:
        raise ConditionError(say("condition.not_an_integer", name=field.name, value=text))
    return Literal(number)


def _date(token: Token, field: Field, vocabulary: Vocabulary) -> Operand:
    match = _DATE.fullmatch(token.text)
    if match:
        day, month, year = (int(part) for part in match.groups())
        try:
            return Literal(date(year, month, day))
        except ValueError:
            message = say("condition.not_a_date", name=field.name, value=token.text)
            raise ConditionError(message, say("condition.date_fix")) from None
    other = _other(token, field, vocabulary, "date")
    if other:
        return other
    near = nearest(token.text, [each.name for each in vocabulary.fields if kind_of(each) == "date"])
    message = say("condition.not_a_date", name=field.name, value=token.text)
    raise ConditionError(message, near or say("condition.date_fix"))


def _choice(token: Token, field: Field, vocabulary: Vocabulary) -> Operand:
    choices = vocabulary.choices(field)
    for choice in choices:
        if same_word(choice, token.text):
            return Literal(choice)
    other = _other(token, field, vocabulary, "text")
    if other:
        return other
    if field.type in YES_OR_NO:
        message = say("condition.not_yes_no", name=field.name, value=token.text)
    elif not choices:
        raise NoValuesError(say("condition.no_list", name=field.name))
    else:
        message = say("condition.not_in_list", name=field.name, value=token.text, list=field.list_name)
    raise unknown(message, token.text, list(choices))


def _other(token: Token, field: Field, vocabulary: Vocabulary, kind: str) -> OtherField | None:
    """The field that an unquoted word names, where it can be compared with ``field``."""
    if token.kind is Kind.QUOTED or (kind == "text" and token.text.casefold() in ("да", "нет")):
        return None
    other = vocabulary.find(token.text)
    if other is None:
        return None
    return _suited(other, field, kind)


def _suited(other: Field, field: Field, kind: str) -> OtherField:
    if kind_of(other) != kind:
        types = {"type": field.type.value, "other_type": other.type.value}
        raise ConditionError(say("condition.other_kind", name=field.name, other=other.name, **types))
    return OtherField(other.name)
