"""«Оформление» in the snapshot of a programme: only what differs from the usual."""

from __future__ import annotations

from metodist.domain.layout_profile import GOST_2025
from metodist.domain.programme import Programme
from metodist.domain.wording import number_text
from metodist.messages import say
from metodist.programme.design_sheet import FONT, MEASURES, NAME, NUMBER
from metodist.programme.markdown import table, titled


def design_lines(programme: Programme) -> list[str]:
    """The house style and the masks of numbers; nothing where the programme has neither."""
    profile = programme.profile
    rows: list[tuple[object, object, object]] = []
    if profile != GOST_2025:
        rows += [(NAME, profile.name, ""), (FONT, profile.font, "")]
        rows += [(measure.heading, number_text(getattr(profile, measure.attribute)), "") for measure in MEASURES]
    rows += [(NUMBER, mask.text, mask.document) for mask in programme.masks]
    return titled(say("design.snapshot"), len(rows), table(("Настройка", "Значение", "Документ"), rows)) if rows else []
