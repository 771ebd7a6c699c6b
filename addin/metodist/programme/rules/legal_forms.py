"""An institution has one legal form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.source_texts import source_texts

_INSTITUTION = re.compile(r"\b(?P<form>М[БКА](?:О|ДО)?У(?:\s+ДП?О)?)\s+[«\"](?P<name>[^»\"]{2,60})[»\"]")


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """«МБУ «ИМЦ»» here and «МКУ «ИМЦ»» there."""
    first: dict[str, str] = {}
    told: set[tuple[str, str]] = set()
    for text in source_texts(programme):
        for match in _INSTITUTION.finditer(text.text):
            name, form = match["name"].casefold(), match["form"]
            other = first.setdefault(name, form)
            if other != form and (name, form) not in told:
                told.add((name, form))
                message = say("lint.legal_form", name=match["name"], first=other, second=form)
                yield places.remark(message, text.place, say("lint.contradiction_fix"))
