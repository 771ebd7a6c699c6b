"""Whom the documents need."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Gender, Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import PEOPLE

_NEEDED = (("подписывает", "role_signs"), ("исполняет", "role_does"), ("контролирует", "role_controls"))


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A role that nobody has; a person whose name cannot be declined for want of a gender."""
    for role, wording in _NEEDED:
        if programme.person(role) is None:
            message = say("lint.no_role", role=say(f"lint.{wording}"))
            yield places.warning(message, (PEOPLE, "", "Роль"), say("lint.no_role_fix"))
    for name in dict.fromkeys(person.name for person in programme.people if _unknown_gender(programme, person.name)):
        yield places.warning(say("lint.no_gender", name=name), (PEOPLE, name, "Пол"), say("lint.no_gender_fix"))


def _unknown_gender(programme: Programme, name: str) -> bool:
    same = [person for person in programme.people if person.name == name]
    return all(person.gender is Gender.UNKNOWN and not person.dative for person in same)
