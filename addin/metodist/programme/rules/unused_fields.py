"""What schools fill in should serve something."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.fields import Field, FieldType
from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import FIELDS
from metodist.programme.used_words import fields, used_fields

#: Fields that name or show something rather than being counted.
_DESCRIBING = (FieldType.TEXT, FieldType.LINK, FieldType.PERSON, FieldType.PERSON_REF)


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Fields that no indicator, condition or formula needs: one remark a register."""
    used = used_fields(programme)
    idle: dict[str, list[Field]] = {}
    for field in fields(programme):
        if field.type not in _DESCRIBING and (field.register, field.name) not in used:
            idle.setdefault(field.register, []).append(field)
    for register, some in idle.items():
        names = ", ".join(f"«{field.name}»" for field in some)
        message = say("lint.fields_unused", register=register, names=names)
        yield places.remark(message, (FIELDS, f"{register}.{some[0].name}", "Поле"), say("lint.fields_unused_fix"))
