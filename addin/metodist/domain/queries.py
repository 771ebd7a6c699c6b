"""«Запрос»: which people a methodist asks for, by the values of the staff register; saved under a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from metodist.domain.fields import Field, FieldType
from metodist.domain.programme import Programme
from metodist.domain.returns import RegisterRow
from metodist.domain.values import NO, YES, fold

if TYPE_CHECKING:
    from metodist.domain.summary import Summary

#: The words of the two questions that are no fields.
SCHOOL, INDICATOR = "Школа", "Показатель"
_JOINT = ": "


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the query.

    Args:
        label: What is asked; also the word in a saved query.
        fields: The one field, or a family of yes/no fields.
        values: What can be chosen, in the order of the list; of a family the ends of its fields' names.
    """

    label: str
    fields: tuple[Field, ...]
    values: tuple[str, ...]

    @property
    def is_family(self) -> bool:
        """A value names one of several yes/no fields."""
        return len(self.fields) > 1

    def holds(self, row: Mapping[str, object], value: str) -> bool:
        """Whether a row has the value; texts are compared as a sheet compares them."""
        if self.is_family:
            name = f"{self.label}{_JOINT}{value}"
            return any(fold(one.name) == fold(name) and row.get(one.name) == YES for one in self.fields)
        stated = row.get(self.fields[0].name)
        return isinstance(stated, str) and fold(stated) == fold(value)


def questions_of(programme: Programme) -> tuple[Question, ...]:
    """What can be asked of people: fields with a list, yes and no, families of yes and no; in the register's order."""
    found: dict[str, list[Field]] = {}
    for one in programme.staff.fields:
        if one.type is FieldType.CHOICE:
            found[one.name] = [one]
        elif one.type is FieldType.YES_NO:
            head, joint, _ = one.name.partition(_JOINT)
            found.setdefault(head if joint else one.name, []).append(one)
    return tuple(_question(label, tuple(fields), programme) for label, fields in found.items())


def _question(label: str, fields: tuple[Field, ...], programme: Programme) -> Question:
    if len(fields) > 1:
        return Question(label, fields, tuple(one.name.removeprefix(f"{label}{_JOINT}") for one in fields))
    (one,) = fields
    values = (YES, NO) if one.type is FieldType.YES_NO else programme.lists.get(one.list_name, ())
    return Question(one.name, fields, tuple(values))


@dataclass(frozen=True, slots=True)
class Query:
    """What was chosen.

    Args:
        name: Under which it is saved; empty for none.
        choices: Value by label; :data:`SCHOOL` by the school's code, :data:`INDICATOR` by its code.
    """

    name: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def school(self) -> str:
        """The code of the one school asked; empty for all."""
        return self.choices.get(SCHOOL, "")

    @property
    def indicator(self) -> str:
        """The code of the indicator to show beside; empty for none."""
        return self.choices.get(INDICATOR, "")


@dataclass(frozen=True, slots=True)
class Found:
    """One person who matches."""

    school: str
    name: str
    source: str
    row: RegisterRow


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query comes to.

    Args:
        query: What was asked.
        found: Who matches, in the summary's order.
        among: How many people there are in the schools asked.
        unknown: Labels and values of a saved query that this year's programme does not have; they were not asked.
    """

    query: Query
    found: tuple[Found, ...]
    among: int
    unknown: tuple[str, ...] = ()


def answer(summary: Summary, query: Query) -> Answer:
    """Look for the people; what the programme no longer has is left out and told."""
    questions = {one.label: one for one in questions_of(summary.programme)}
    asked: list[tuple[Question, str]] = []
    unknown: list[str] = []
    for label, value in query.choices.items():
        if label in (SCHOOL, INDICATOR):
            continue
        question = questions.get(label)
        known = question and next((one for one in question.values if fold(one) == fold(value)), "")
        if question and known:
            asked.append((question, known))
        else:
            unknown.append(f"{label} — {value}")
    people = list(_people(summary, query.school))
    found = tuple(one for one in people if all(question.holds(one.row.values, value) for question, value in asked))
    return Answer(query, found, len(people), tuple(unknown))


def _people(summary: Summary, school: str) -> Iterator[Found]:
    register = summary.programme.staff.name
    for result in summary.schools:
        place = result.organisation
        if school in ("", place.code):
            for row in result.data.registers.get(register, ()):
                yield Found(place.code, place.short_name, result.source, row)
