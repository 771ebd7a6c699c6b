"""What the document lists is listed once: goals, monitorings, activities of one section and term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.domain.values import fold
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import GOALS, MONITORINGS, ROADMAP


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Two rows that say the same; an activity may come again in another section or at another time."""
    goals = [(each.number, each.title, "") for each in programme.goals]
    monitorings = [(each.number, each.title, "") for each in programme.monitorings]
    activities = [(each.number, each.title, f"{each.section}|{each.term}") for each in programme.roadmap]
    yield from _repeated(GOALS, "Цель", goals, places)
    yield from _repeated(MONITORINGS, "Мониторинг", monitorings, places)
    yield from _repeated(ROADMAP, "Мероприятие", activities, places)


def _repeated(
    sheet: str, column: str, rows: Sequence[tuple[str, str, str]], places: Places
) -> Iterator[ProgrammeIssue]:
    first: dict[tuple[str, str], str] = {}
    for number, title, besides in rows:
        key = (fold(title).rstrip(" .;"), fold(besides))
        earlier = first.setdefault(key, number)
        if earlier != number:
            message = say("lint.repeated", sheet=sheet, first=earlier, second=number, title=title)
            yield places.warning(message, (sheet, number, column), say("lint.contradiction_fix"))
