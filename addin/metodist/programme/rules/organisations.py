"""Schools can be told apart, and their tables are large enough."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import ORGANISATIONS


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Two schools of one name; schools without a number of teachers; no school that reports."""
    owners: dict[tuple[str, str], str] = {}
    for school in programme.organisations:
        for column, name in (("Полное название", school.name), ("Краткое название", school.short_name)):
            owner = owners.setdefault((column, name.casefold()), school.code)
            if owner != school.code:
                place = (ORGANISATIONS, school.code, column)
                yield places.warning(say("lint.same_name", name=name, code=owner), place)
    unknown = [school.code for school in programme.reporting if not school.staff]
    if unknown:
        message = say("lint.no_staff_count", codes=", ".join(unknown))
        yield places.remark(message, (ORGANISATIONS, unknown[0], "Педагогов"))
    if not programme.reporting:
        yield places.warning(say("lint.nobody"), (ORGANISATIONS, "", ""))
