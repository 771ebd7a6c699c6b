"""Totals that the document states are the sums of what it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.domain.roadmap import ActivityKind
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import PASSPORT

_LEADS = (
    "всего",
    "итого",
    "число",
    "количество",
    "общее число",
    "общее количество",
    "общая численность",
    "численность",
)
_NUMBER = re.compile(r"\d+")


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """«Всего показателей — 38» in «Паспорт» against the rows of the sheet."""
    counted = _counted(programme)
    for section, rows in programme.passport.extra.items():
        for name, value in rows:
            words = name.lower().strip()
            lead = next((each for each in sorted(_LEADS, key=len, reverse=True) if words.startswith(each)), "")
            number = _NUMBER.match(value.strip())
            what = words.removeprefix(lead).strip()
            known = next((each for each in counted if lead and what.startswith(each)), "")
            if number and known and int(number[0]) != counted[known]:
                message = say("lint.total", name=name, stated=number[0], counted=counted[known])
                place = (PASSPORT, f"{section}.{name}", "Значение")
                yield places.warning(message, place, say("lint.contradiction_fix"))


def _counted(programme: Programme) -> dict[str, int]:
    groups = {indicator.group for indicator in programme.indicators if indicator.group}
    return {
        "групп показател": len(groups),
        "показател": sum(bool(indicator.group) for indicator in programme.indicators) or len(programme.indicators),
        "цел": len(programme.goals),
        "мониторинг": len(programme.monitorings),
        "мероприят": sum(activity.kind is ActivityKind.ACTIVITY for activity in programme.roadmap),
        "школ": len(programme.organisations),
        "организац": len(programme.organisations),
        "образовательных организац": len(programme.organisations),
        "педагог": sum(school.staff for school in programme.organisations),
    }
