"""A text of the document ends where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.source_texts import source_texts

#: Words and signs that nothing can end with.
_DANGLING = re.compile(
    r"(?:[,:(«–—-]|(?<![а-яё])(?:и|или|а|в|во|на|по|с|со|для|от|до|к|ко|о|об|из|при|за|что|также))\s*$"
)
_NUMBERED = re.compile(r"(?:^|[\s;:,«.])(?:\d{1,2}|[а-яa-z])$", re.IGNORECASE)
_MARKED = re.compile(r"\[?(?:обрыв|текст обрывается)", re.IGNORECASE)


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Texts that break off: a sign or a preposition at their end, a bracket or a quotation that is not closed."""
    for text in source_texts(programme):
        if text.quoted:
            continue
        shown = " ".join(text.text.split())
        end = shown[-_SHOWN:]
        if _MARKED.search(shown) or (_DANGLING.search(shown) and len(shown) > _SHORT):
            yield places.warning(say("lint.broken_off", end=end), text.place, say("lint.contradiction_fix"))
        elif _open(shown):
            yield places.remark(say("lint.unclosed", end=end), text.place, say("lint.contradiction_fix"))


_SHOWN = 60
_SHORT = 10
"""Shorter texts are numbers and abbreviations."""


def _open(text: str) -> bool:
    """A bracket without its other one; a quotation after which none ends.

    One sign closes «a name in a «name» for both; «1)» and «а)» are numbers.
    """
    depth = 0
    for at, sign in enumerate(text):
        if sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        elif sign == ")" and not _NUMBERED.search(text[:at]):
            return True
    return depth > 0 or text.rfind("«") > text.rfind("»")
