"""Рабочая группа: who leads it, who keeps its minutes, who belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from metodist.documents.inputs import NotMadeError
from metodist.documents.names import parse_name
from metodist.documents.source import From
from metodist.documents.typography import capitalised, clean
from metodist.domain.findings import ProgrammeIssue, Severity
from metodist.domain.programme import Person, Programme
from metodist.messages import say

CHAIR, SECRETARY, MEMBER = "руководитель группы", "секретарь группы", "член группы"
#: Who leads and who writes where the workbook names no group: whoever has these roles, the first one found.
_CHAIRS = ("контролирует", "подписывает", "исполняет")
_SECRETARIES = ("отвечает за сбор", "исполняет")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the working group."""

    number: Annotated[str, From("порядковый номер")]
    name: Annotated[str, From("«Люди», графа «Фамилия и инициалы», в виде «И.О. Фамилия»")]
    post: Annotated[str, From("«Люди», графа «Должность»")]
    duty: Annotated[str, From("«руководитель рабочей группы», «секретарь…», «член…» — по роли на листе «Люди»")]


@dataclass(frozen=True, slots=True)
class Group:
    """The working group: its people and what is asked about it."""

    chair: Person
    secretary: Person
    members: tuple[Person, ...]
    issues: tuple[ProgrammeIssue, ...] = field(default=())

    @property
    def people(self) -> tuple[Person, ...]:
        """Chair, secretary, members."""
        return (self.chair, self.secretary, *self.members)


def working_group(programme: Programme) -> Group:
    """The group that «Люди» names by its own roles; else one of the people who answer for the programme.

    Raises:
        NotMadeError: The sheet names fewer than two people.
    """
    named = tuple(one for one in programme.people if one.role in (CHAIR, SECRETARY, MEMBER))
    people = _each_once(named or _but_the_head(programme.people))
    if len(people) < _LEAST:
        raise NotMadeError(say("documents.no_group"), say("documents.no_group_action"))
    chair = _first(programme, people, (CHAIR, *_CHAIRS))
    secretary = _first(programme, tuple(one for one in people if one != chair), (SECRETARY, *_SECRETARIES))
    others = tuple(one for one in people if not _is_one_of(one, (chair, secretary)))
    return Group(chair, secretary, others, () if named else (_ask(),))


def _each_once(people: tuple[Person, ...]) -> tuple[Person, ...]:
    return tuple({(one.name, one.post): one for one in people}.values())


def _but_the_head(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Who signs the order does not belong to the group that it creates, while there are others."""
    heads = tuple(one for one in people if one.role == "подписывает")
    others = tuple(one for one in people if not _is_one_of(one, heads))
    return others if len(_each_once(others)) >= _LEAST else people


def _first(programme: Programme, people: tuple[Person, ...], roles: tuple[str, ...]) -> Person:
    allowed = {(one.name, one.post) for one in people}
    for role in roles:
        for one in programme.people:
            if one.role == role and (one.name, one.post) in allowed:
                return one
    return people[0]


def _is_one_of(person: Person, others: tuple[Person, ...]) -> bool:
    return any((person.name, person.post) == (other.name, other.post) for other in others)


def member_rows(group: Group) -> tuple[Member, ...]:
    """The group as a table: the chair, the secretary, then the members."""
    duties = ("chair", "secretary", *("member" for _ in group.members))
    return tuple(
        Member(str(number), shown_name(person), capitalised(clean(person.post)), say(f"documents.duty_{duty}"))
        for number, (person, duty) in enumerate(zip(group.people, duties, strict=True), start=1)
    )


def shown_name(person: Person) -> str:
    """«И.О. Фамилия»."""
    return parse_name(person.name).initials_first


def _ask() -> ProgrammeIssue:
    return ProgrammeIssue(
        Severity.WARNING,
        say("documents.group_guessed"),
        sheet="Люди",
        column="Роль",
        suggestion=say("documents.group_guessed_action"),
    )
