"""The programmes that the product brings, as they are read."""

from __future__ import annotations

from metodist.domain.programme import Programme
from metodist.programme.reader import Reading, read_programme
from metodist.services.resources import programme_file


def reading_of_programme(code: str) -> Reading:
    """What the reader makes of a programme's workbook."""
    path = programme_file(code)
    assert path is not None
    return read_programme(path)


def programme_of(code: str) -> Programme:
    """A programme in which the reader finds nothing wrong."""
    reading = reading_of_programme(code)
    assert reading.programme is not None, reading.issues
    assert reading.issues == ()
    return reading.programme
