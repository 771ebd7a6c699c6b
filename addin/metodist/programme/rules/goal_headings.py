"""A goal has one title, in the list and where the document speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.likeness import alike, shortened
from metodist.programme.places import Places
from metodist.programme.schema import GOALS, INDICATORS

_NUMBERED = re.compile(r"цел[ьи]\s*№\s*(?P<number>\d+)[\s.:—–-]*", re.IGNORECASE)
#: Two wordings of one title share so much; «и реализация» for «по реализации» is a slip, another title is not.
_SAME, _OTHER = 0.8, 0.5
_STEM = 6


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Headings, and words beside indicators, that call a goal otherwise than the list does; numbers no goal bears."""
    for goal in programme.goals:
        for line in filter(None, map(str.strip, goal.heading.splitlines())):
            number, title = _parts(line)
            yield from _compared(programme, places, (number or goal.number, title), (GOALS, goal.number, _HEADING))
    told: set[str] = set()
    for indicator in programme.indicators:
        for line in filter(None, map(str.strip, indicator.goal_words.splitlines())):
            number, title = _parts(line)
            if number and line not in told:
                told.add(line)
                place = (INDICATORS, indicator.code, _WORDS)
                yield from _compared(programme, places, (number, title), place)


_HEADING, _WORDS = "Заголовок в источнике", "Цели по источнику"


def _parts(line: str) -> tuple[str, str]:
    """The number and the title of «Цель № 7. Поддержка молодых педагогов»; no number where none is named."""
    match = _NUMBERED.match(line)
    return (match["number"], line[match.end() :].strip()) if match else ("", line)


def _compared(
    programme: Programme, places: Places, called: tuple[str, str], place: tuple[str, str, str]
) -> Iterator[ProgrammeIssue]:
    number, title = called
    fix = say("lint.contradiction_fix")
    goal = next((each for each in programme.goals if each.number == number), None)
    if goal is None:
        yield places.warning(say("lint.goal_undefined", number=number), place, fix)
        return
    if not title or _beginnings(title) == _beginnings(goal.title):
        return
    likeness = 1.0 if shortened(title, goal.title) else alike(title, goal.title)
    other = max(programme.goals, key=lambda each: alike(title, each.title))
    if other is not goal and alike(title, other.title) > max(likeness, _OTHER):
        message = say("lint.goal_order", number=number, title=title, own=goal.title, other=other.number)
        yield places.warning(message, place, fix)
    elif likeness < _SAME:
        yield places.warning(say("lint.goal_renamed", number=number, title=title, own=goal.title), place, fix)
    else:
        yield places.remark(say("lint.goal_reworded", number=number, title=title, own=goal.title), place, fix)


def _beginnings(text: str) -> list[str]:
    """The words without their endings: another case is no other title, another preposition is."""
    return [word[:_STEM] for word in re.findall(r"[а-яa-z0-9]+", text.lower().replace("ё", "е"))]
