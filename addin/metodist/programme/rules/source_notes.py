"""Contradictions of the source are carried along and shown."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import NOTES


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Every note of the source as a remark."""
    for note in programme.notes:
        parts = {"contradiction": note.contradiction.rstrip("."), "treatment": note.treatment.rstrip(".")}
        yield places.remark(say("lint.source_note", place=note.place.rstrip("."), **parts), (NOTES, note.number, ""))
