"""One act has one date and one number, wherever it is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.domain.values import fold
from metodist.messages import say
from metodist.programme.cited import CitedAct, cited_acts
from metodist.programme.places import Places
from metodist.programme.source_texts import SourceText, source_texts


@dataclass(frozen=True, slots=True)
class _Citation:
    act: CitedAct
    text: SourceText


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """The same number and a date that differs in its year or its month; the same day and another tail of the number."""
    first: list[_Citation] = []
    told: set[tuple[str, str]] = set()
    for text in source_texts(programme):
        for act in cited_acts(text.text):
            if act.day is None or not act.number:
                continue
            other = next((each for each in first if _odd(each.act, act)), None)
            if other is not None and (pair := (_shown(other.act), _shown(act))) not in told:
                told.add(pair)
                message = say("lint.two_dates", first=pair[0], second=pair[1])
                yield places.warning(message, text.place, say("lint.contradiction_fix"))
            if all((each.act.day, each.act.number) != (act.day, act.number) for each in first):
                first.append(_Citation(act, text))


def _odd(one: CitedAct, other: CitedAct) -> bool:
    if one.kind != other.kind or one.day is None or other.day is None:
        return False
    if fold(one.number) == fold(other.number):
        parts = zip(one.day.timetuple()[:2], other.day.timetuple()[:2], strict=True)
        return one.day.day == other.day.day and sum(first != second for first, second in parts) == 1
    return one.day == other.day and _digits(one.number) == _digits(other.number)


def _digits(number: str) -> str:
    """The figures of a number, without the letters of the office: «3273-р» and «3273» are one act."""
    return re.sub(r"\D", "", number)


def _shown(act: CitedAct) -> str:
    return say("lint.act", day=act.shown, number=act.number)
