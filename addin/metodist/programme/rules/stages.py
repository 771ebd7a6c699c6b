"""A stage that the passport names has activities in the roadmap."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.likeness import alike, stems
from metodist.programme.places import Places
from metodist.programme.schema import PASSPORT

_STAGES = "этап"
_CALLED_SO = 0.6


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Where the roadmap is ordered by stages: those without a single activity."""
    sections = {activity.section for activity in programme.roadmap if activity.section}
    by_stage = {section for section in sections if _STAGES in section.lower()}
    if not by_stage:
        return
    for section, rows in programme.passport.extra.items():
        if not section.lower().startswith(_STAGES):
            continue
        for name, _ in rows:
            if _STAGES in name.lower() and not any(_same(name, each) for each in by_stage):
                place = (PASSPORT, f"{section}.{name}", "Название")
                yield places.warning(say("lint.stage_empty", stage=name), place, say("lint.contradiction_fix"))


def _same(stage: str, section: str) -> bool:
    """«Основной этап» and «Основной этап (2021–2025)»: the word that tells the stages apart is the same."""
    own = stems(stage) - stems(_STAGES)
    return bool(own & stems(section)) if own else alike(stage, section) >= _CALLED_SO
