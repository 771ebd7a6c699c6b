"""The number of an act is written in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.source_texts import source_texts

#: «№ Р-ЗЗ»: letters that a scan takes for 3, 0, 1 and 6, where a figure must be.
_LETTERS = re.compile(r"№\s*(?P<number>(?:[А-Я]{1,2}-)?[ЗОбIl]{2,})(?![А-Яа-яё\w])")


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Letters in the place of figures, as a scan leaves them."""
    seen: set[str] = set()
    for text in source_texts(programme):
        for match in _LETTERS.finditer(text.text):
            if match["number"] in seen and text.quoted:
                continue
            seen.add(match["number"])
            message = say("lint.letters", number=match["number"])
            yield places.warning(message, text.place, say("lint.contradiction_fix"))
