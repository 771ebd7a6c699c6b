"""An activity has a term and somebody who answers for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.domain.roadmap import Activity, ActivityKind
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import ROADMAP


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Activities without a term or a responsible person: one remark a kind of row."""
    yield from _lacking(programme, places, "no_activity_term", "Срок", lambda activity: activity.term)
    yield from _lacking(programme, places, "no_responsible", "Ответственный", lambda activity: activity.responsible)


def _lacking(
    programme: Programme, places: Places, text: str, column: str, part: Callable[[Activity], str]
) -> Iterator[ProgrammeIssue]:
    lacking: dict[ActivityKind, list[str]] = {}
    for activity in programme.roadmap:
        if not part(activity):
            lacking.setdefault(activity.kind, []).append(activity.number)
    for kind, numbers in lacking.items():
        message = say(f"lint.{text}", kind=kind.value, numbers=", ".join(numbers))
        yield places.remark(message, (ROADMAP, numbers[0], column))
