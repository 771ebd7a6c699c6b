"""The rubric's own arithmetic."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Criterion, Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema_rubric import RUBRIC


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A block whose stated maximum its criteria do not give; a position that can only lose points."""
    blocks: dict[str, list[Criterion]] = {}
    for criterion in programme.rubric:
        blocks.setdefault(criterion.block, []).append(criterion)
    for block, criteria in blocks.items():
        declared = next((each.declared_maximum for each in criteria if each.declared_maximum is not None), None)
        possible = sum(each.points for each in criteria if each.points > 0)
        if declared is not None and declared != possible:
            message = say("lint.maximum", block=block, declared=f"{declared:g}", possible=f"{possible:g}")
            place = (RUBRIC, block, "Максимум блока по источнику")
            yield places.warning(message, place, say("lint.maximum_fix"))
        for position in dict.fromkeys(each.position for each in criteria):
            if all(each.points < 0 for each in criteria if each.position == position):
                message = say("lint.deduction_only", block=block, position=position)
                yield places.warning(message, (RUBRIC, block, "Баллы"))
