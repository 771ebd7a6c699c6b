"""Whom the documents need."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Gender, Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import PEOPLE

#: Roles of which the documents need one, and how they are spoken of.
_NEEDED = ((("подписывает",), "role_signs"), (("исполняет", "отвечает за сбор"), "role_does"))
_CONTROLS = "контролирует"


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A role that nobody has; a person whose name cannot be declined for want of a gender."""
    first = programme.people[0].name if programme.people else ""
    for roles, wording in _NEEDED:
        if all(programme.person(role) is None for role in roles):
            message = say("lint.no_role", role=say(f"lint.{wording}"))
            yield places.warning(message, (PEOPLE, first, "Роль"), say("lint.no_role_fix"))
    if programme.person(_CONTROLS) is None:
        yield places.remark(say("lint.no_control"), (PEOPLE, first, "Роль"), say("lint.no_control_fix"))
    for name in dict.fromkeys(person.name for person in programme.people if _unknown_gender(programme, person.name)):
        yield places.warning(say("lint.no_gender", name=name), (PEOPLE, name, "Пол"), say("lint.no_gender_fix"))


def _unknown_gender(programme: Programme, name: str) -> bool:
    same = [person for person in programme.people if person.name == name]
    return all(person.gender is Gender.UNKNOWN and not person.dative for person in same)
