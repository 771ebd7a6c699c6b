"""Reads what an indicator counts: numerators, denominators, breakdowns."""

from __future__ import annotations

from typing import Literal as Word

from metodist.domain.conditions import Comparison, Literal, Operator
from metodist.domain.fields import FACTS, MUNICIPALITY, Field, FieldType
from metodist.domain.indicators import Breakdown, FactSum, IndicatorKind, Measure, Slice
from metodist.domain.values import YES
from metodist.messages import say
from metodist.programme.conditions import parse_condition
from metodist.programme.tokens import ConditionError, NoValuesError
from metodist.programme.vocabulary import NUMBERS, YES_OR_NO, Vocabulary, unknown
from metodist.programme.words import nearest, squeezed

Part = Word["numerator", "denominator"]

#: Kinds whose numerator is a number; the others' only says which rows take part.
_COUNTED = (IndicatorKind.SHARE, IndicatorKind.COUNT, IndicatorKind.CHANGE)
_FAMILY = ": *"


def parse_measure(text: str, vocabulary: Vocabulary, kind: IndicatorKind, part: Part) -> Measure:
    """Read a numerator or a denominator.

    A sum of facts where numbers that schools state are added up («Сведения», «Муниципалитет»), and for the
    previous period of a change; else a condition.

    Args:
        text: The cell's text.
        vocabulary: Words at the indicator's scope.
        kind: The indicator's kind.
        part: Which of the two cells it is.

    Raises:
        ConditionError: The text cannot be read so.
    """
    previous = kind is IndicatorKind.CHANGE and part == "denominator"
    mixed = vocabulary.scope == FACTS
    summed = vocabulary.scope in (FACTS, MUNICIPALITY) and kind in _COUNTED
    if kind is IndicatorKind.COUNT and part == "denominator":
        return parse_condition(text, vocabulary)
    if previous and vocabulary.scope != MUNICIPALITY:
        return parse_sum(text, vocabulary.at(FACTS), mixed=mixed)
    return parse_sum(text, vocabulary, mixed=mixed) if summed else parse_condition(text, vocabulary)


def parse_sum(text: str, vocabulary: Vocabulary, *, mixed: bool = False) -> FactSum:
    """Read ``Поле А + Поле Б``; a name with «+» of its own stands in «quotes».

    Args:
        text: The cell's text.
        vocabulary: Words at the scope whose facts are added up.
        mixed: Facts of the municipality may be added to those of the schools; a school's fact goes before a
            municipal one of the same name.

    Raises:
        ConditionError: Nothing stands there, a field is unknown or is no number, or no school adds anything.
    """
    names = _summands(text, vocabulary)
    if not any(names):
        raise ConditionError(say("condition.sum_empty"), say("condition.sum_empty_fix"))
    municipal = vocabulary.at(MUNICIPALITY)
    found = [
        _summand(name, municipal if mixed and vocabulary.find(name) is None and municipal.find(name) else vocabulary)
        for name in names
    ]
    own = tuple(field.name for field in found if field.register == vocabulary.scope)
    added = tuple(field.name for field in found if field.register != vocabulary.scope)
    if not own:
        raise ConditionError(say("condition.sum_municipal"), say("condition.sum_municipal_fix", scope=MUNICIPALITY))
    return FactSum(own, added)


def _summand(name: str, vocabulary: Vocabulary) -> Field:
    if vocabulary.find(name) is None and any(sign in name for sign in "=<>|;"):
        raise ConditionError(say("condition.not_a_sum", scope=vocabulary.scope), say("condition.sum_empty_fix"))
    field = vocabulary.field(name)
    if field.type not in NUMBERS:
        raise ConditionError(say("condition.sum_not_number", name=field.name, type=field.type.value))
    return field


def _summands(text: str, vocabulary: Vocabulary) -> list[str]:
    parts, depth = [""], 0
    for letter in text:
        if letter in "«»":
            depth += 1 if letter == "«" else -1
        if letter == "+" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [_unquoted(squeezed(part), vocabulary) for part in parts]


def _unquoted(name: str, vocabulary: Vocabulary) -> str:
    """The name without its quotes, unless the quotes are part of a field's name: «Точка роста»."""
    quoted = len(name) > 1 and name[0] + name[-1] in ("«»", '""', "[]")
    return name[1:-1].strip() if quoted and vocabulary.find(name) is None else name


def parse_breakdown(text: str, vocabulary: Vocabulary) -> Breakdown:
    """Read how an indicator is split: a field, or «Начало: *» for a family of да/нет fields.

    Raises:
        ConditionError: The field is unknown or cannot split anything, or the scope has no rows to split.
    """
    name = squeezed(text)
    if not name:
        raise ConditionError(say("condition.breakdown_empty"))
    if vocabulary.scope in (FACTS, MUNICIPALITY):
        raise ConditionError(say("condition.breakdown_here", scope=vocabulary.scope))
    if name.endswith("*"):
        return _family(name.removesuffix("*").rstrip().removesuffix(":").rstrip(), vocabulary)
    field = parse_field(name, vocabulary)
    choices = vocabulary.choices(field)
    if not choices and field.type is FieldType.CHOICE:
        raise NoValuesError(say("condition.no_list", name=field.name))
    if not choices:
        raise ConditionError(say("condition.breakdown_type", name=field.name, type=field.type.value))
    slices = (Slice(choice, Comparison(field.name, Operator.EQUAL, (Literal(choice),))) for choice in choices)
    return Breakdown(field.name, tuple(slices))


def _family(title: str, vocabulary: Vocabulary) -> Breakdown:
    beginning = f"{title}: "
    members = [field for field in vocabulary.fields if field.name.startswith(beginning) and field.type in YES_OR_NO]
    if not members:
        families = {field.name.partition(":")[0] + _FAMILY for field in vocabulary.fields if ": " in field.name}
        message = say("condition.breakdown_family", scope=vocabulary.scope, prefix=beginning.rstrip())
        raise ConditionError(message, nearest(title + _FAMILY, sorted(families)))
    yes = (Literal(YES),)
    slices = (
        Slice(field.name.removeprefix(beginning), Comparison(field.name, Operator.EQUAL, yes)) for field in members
    )
    return Breakdown(title, tuple(slices))


def parse_field(text: str, vocabulary: Vocabulary) -> Field:
    """The field whose name stands alone in a cell, with or without quotes.

    Raises:
        ConditionError: The field is unknown.
    """
    return vocabulary.field(_unquoted(squeezed(text), vocabulary))


def parse_computed_source(name: str, vocabulary: Vocabulary) -> Field:
    """The date field that ``возраст(…)`` counts from.

    Raises:
        ConditionError: The field is unknown or is no date.
    """
    field = parse_field(name, vocabulary)
    if field.type is not FieldType.DATE:
        dates = [each.name for each in vocabulary.fields if each.type is FieldType.DATE]
        raise unknown(say("condition.year_of_other", name=field.name, type=field.type.value), field.name, dates)
    return field


def sum_text(total: FactSum) -> str:
    """The sum as a methodist would write it; the inverse of :func:`parse_sum`."""
    names = (*total.facts, *total.municipal)
    return " + ".join(f"«{name}»" if any(sign in name for sign in "+«»") else name for name in names)
