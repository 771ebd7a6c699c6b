"""A stage that the passport names has activities in the roadmap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.likeness import alike, stems
from metodist.programme.places import Places
from metodist.programme.schema import PASSPORT

_STAGES = "этап"
_CALLED_SO = 0.6
_YEARS = re.compile(r"(20\d\d)(?:\s*[-–—]\s*(20\d\d))?")


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Stages that end before they begin or overlap; in a roadmap ordered by stages, those without activities."""
    stages: dict[str, str] = {}
    for section, rows in programme.passport.extra.items():
        if section.lower().startswith(_STAGES):
            for name, _ in rows:
                stages.setdefault(name, section)
    yield from _backwards(stages, places)
    yield from _overlapping(stages, places)
    by_stage = {each.section for each in programme.roadmap if _STAGES in each.section.lower()}
    for name, section in stages.items():
        if by_stage and _STAGES in name.lower() and not any(_same(name, each) for each in by_stage):
            place = (PASSPORT, f"{section}.{name}", "Название")
            yield places.warning(say("lint.stage_empty", stage=name), place, say("lint.contradiction_fix"))


def _backwards(stages: dict[str, str], places: Places) -> Iterator[ProgrammeIssue]:
    for name, section in stages.items():
        match = _YEARS.search(name)
        if match and match[2] and int(match[2]) < int(match[1]):
            place = (PASSPORT, f"{section}.{name}", "Название")
            yield places.warning(say("lint.stage_backwards", stage=name), place, say("lint.contradiction_fix"))


def _overlapping(stages: dict[str, str], places: Places) -> Iterator[ProgrammeIssue]:
    """A stage that lasts beyond the first year of the next one; one common year is a passage from one to the other."""
    dated = [(name, match) for name in stages if (match := _YEARS.search(name))]
    for (name, match), (later, next_match) in pairwise(dated):
        first, last = int(match[1]), int(match[2] or match[1])
        begins, ends = int(next_match[1]), int(next_match[2] or next_match[1])
        if last > begins or (first, last) == (begins, ends) or (last == begins and first == last and ends > begins):
            place = (PASSPORT, f"{stages[later]}.{later}", "Название")
            message = say("lint.stages_overlap", first=name, second=later)
            yield places.remark(message, place, say("lint.contradiction_fix"))


def _same(stage: str, section: str) -> bool:
    """«Основной этап» and «Основной этап (2021–2025)»: the word that tells the stages apart is the same."""
    own = stems(stage) - stems(_STAGES)
    return bool(own & stems(section)) if own else alike(stage, section) >= _CALLED_SO
