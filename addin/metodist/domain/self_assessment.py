"""What «Самооценка» asks a school: one answer a criterion, as a fact with its document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from metodist.domain.conditions import Comparison, Operator, OtherField
from metodist.domain.fields import SELF_ASSESSMENT, Field, FieldType
from metodist.messages import say

if TYPE_CHECKING:
    from metodist.domain.programme import Criterion, Programme

#: The rule whose list of indicators is counted rather than shown.
_LIST_RULE = "показатели"


@dataclass(frozen=True, slots=True)
class Question:
    """One criterion as a school is asked about it.

    Args:
        criterion: What is scored.
        field: What is filled in: a number of indicators, or да/нет with the document that shows it.
        code: «4.2.1»: block, position and criterion, counted from 1.
        asks_goal: The answer says whether a list of indicators corresponds to its goal.
    """

    criterion: Criterion
    field: Field
    code: str
    asks_goal: bool = False

    @property
    def asks_number(self) -> bool:
        """The answer is a number of indicators."""
        return self.field.type is FieldType.INTEGER


def questions(programme: Programme) -> tuple[Question, ...]:
    """What schools are asked, in the order of the rubric; empty where the programme asks them nothing."""
    return tuple(_questions(programme))


def _questions(programme: Programme) -> Iterator[Question]:
    asked = [one for one in programme.rubric if one.asked_of_schools]
    for block, (_, rows) in enumerate(groupby(asked, key=lambda one: one.block), start=1):
        for position, (_, criteria) in enumerate(groupby(rows, key=lambda one: one.position), start=1):
            yield from _position(f"{block}.{position}", list(criteria))


def _position(prefix: str, criteria: list[Criterion]) -> Iterator[Question]:
    counted = criteria[0].rule == _LIST_RULE
    first = next((one for one in criteria if one.points > 0), None)
    names = {id(one): f"{prefix}.{number} {one.title}" for number, one in enumerate(criteria, start=1)}
    for number, one in enumerate(criteria, start=1):
        code, name = f"{prefix}.{number}", names[id(one)]
        if counted and (one is first or one.points < 0):
            limit = names[id(first)] if one is not first and first is not None else ""
            yield Question(one, _number(name, limit), code)
        else:
            yield Question(one, Field(SELF_ASSESSMENT, name, FieldType.PRESENCE), code, asks_goal=counted)


def _number(name: str, limit: str) -> Field:
    """How many indicators; the bad ones among them are no more than all of them."""
    check = Comparison(name, Operator.LESS_EQUAL, (OtherField(limit),)) if limit else None
    message = say("scoring.too_many_bad", name=limit) if limit else ""
    return Field(
        SELF_ASSESSMENT,
        name,
        FieldType.INTEGER,
        minimum=0,
        maximum=999,
        check=check,
        message=message,
        unit=say("scoring.self_number"),
    )
