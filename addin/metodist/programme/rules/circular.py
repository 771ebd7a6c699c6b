"""A share is counted among something wider than what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import INDICATORS

#: «доля А в общей доле Б», «от общего числа Б», «(от числа Б)».
_SHARE = re.compile(
    r"дол[яюи]\s+(?P<part>.+?)\W+(?:в|от|среди)\s+(?:обще\w+\s+)?(?:дол[еи]|числ[ае]|количеств[ае])\s+(?P<whole>[^().;]+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[а-яё]+", re.IGNORECASE)
_JOINS = ("и", "или", "а")
_STEM = 5


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """«Доля прошедших А и Б в общей доле прошедших А»: whoever it is counted among is counted."""
    for indicator in programme.indicators:
        match = _SHARE.search(indicator.title)
        if match and _circular(match["part"], match["whole"]):
            message = say("lint.circular", code=indicator.code, whole=match["whole"].strip())
            yield places.warning(message, (INDICATORS, indicator.code, "Показатель"), say("lint.contradiction_fix"))


def _circular(part: str, whole: str) -> bool:
    """The words of the whole stand in the part, and nothing but an addition («и …») follows them."""
    one, two = _words(part), _words(whole)
    if len(two) < 1:
        return False
    for start in range(len(one) - len(two) + 1):
        if [_begun(word) for word in one[start : start + len(two)]] == [_begun(word) for word in two]:
            rest = one[start + len(two) :]
            return (not rest and start > 0 and _restricts(two)) or (bool(rest) and rest[0] in _JOINS)
    return False


def _restricts(words: list[str]) -> bool:
    """«прошедших переподготовку» says which of the people are meant; «педагогов» does not."""
    return len(words) > 1


def _words(text: str) -> list[str]:
    return [word.lower().replace("ё", "е") for word in _WORD.findall(text)]


def _begun(word: str) -> str:
    return word[:_STEM]
