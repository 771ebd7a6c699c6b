"""Lists and scales are there to be used."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import LISTS
from metodist.programme.used_words import fields


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A list that no field offers; a scale that no indicator is measured on."""
    offered = {field.list_name for field in fields(programme)}
    measured_on = {indicator.scale.name for indicator in programme.indicators if indicator.scale}
    for name in programme.lists:
        if name not in offered:
            yield places.remark(say("lint.list_unused", name=name), (LISTS, name, "Список"), say("lint.unused_fix"))
    for name in programme.scales:
        if name not in measured_on and name not in offered:
            yield places.remark(say("lint.scale_unused", name=name), (LISTS, name, "Список"), say("lint.unused_fix"))
