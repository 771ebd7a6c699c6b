"""Points are given for what the rubric has: a position, a criterion, a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Criterion, Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema_rubric import RUBRIC

_WORDS = re.compile(
    r"по\s+(?P<points>\d+)\s+балл\w*\s+(?:за\s+)?кажд\w+\s+(?P<unit>показател|позици|направлени|параметр)",
    re.IGNORECASE,
)


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Words of the source («по 2 балла за каждый показатель») that the rubric's rows do not bear out."""
    told: set[tuple[str, str]] = set()
    for criterion in programme.rubric:
        match = _WORDS.search(criterion.scoring_words)
        if match is None or (criterion.block, criterion.scoring_words) in told:
            continue
        told.add((criterion.block, criterion.scoring_words))
        rows = [each for each in programme.rubric if each.block == criterion.block]
        place = (RUBRIC, criterion.block, "Баллы по источнику")
        yield from _compared(rows, match["unit"].lower(), int(match["points"]), places, place)


def _compared(
    rows: list[Criterion], unit: str, points: int, places: Places, place: tuple[str, str, str]
) -> Iterator[ProgrammeIssue]:
    block, fix = rows[0].block, say("lint.contradiction_fix")
    positions = list(dict.fromkeys(each.position for each in rows))
    given = {each: sum(row.points for row in rows if row.position == each and row.points > 0) for each in positions}
    if unit == "показател":
        criteria = max(sum(row.position == each for row in rows) for each in positions)
        message = say("lint.points_unit", block=block, points=points, criteria=criteria)
        yield places.warning(message, place, fix)
    elif unit == "параметр":
        odd = [row.title for row in rows if row.points > 0 and row.points != points]
        if odd:
            yield places.warning(say("lint.points_criterion", block=block, points=points, title=odd[0]), place, fix)
    else:
        other = next((each for each in positions if given[each] != points), "")
        if other:
            values = {"points": points, "position": other, "given": f"{given[other]:g}"}
            yield places.warning(say("lint.points_position", block=block, **values), place, fix)
