"""«Эффективность»: last period's measures and recommendations, the indicators before and after, the problems left."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.effects import EffectAnalysis, MeasureEffect, Verdict
from metodist.domain.wording import number_text
from metodist.layout.summary_sheets.listing import HEAD_ROW, Entry, ListColumn, Listing
from metodist.layout.summary_sheets.pages import Page
from metodist.messages import say

VERDICT_COLUMN = 9
#: Verdict → look; the word says the same as the colour.
_LOOKS = {Verdict.IMPROVED: "done", Verdict.WORSENED: "error", Verdict.UNCONFIRMED: "warning", Verdict.SAME: "warning"}


def write_effects(page: Page) -> None:
    """Write the sheet; without an earlier period there is nothing to compare, and no sheet."""
    effect = page.summary.effect
    if effect is None or not effect.everything:
        return
    pen = page.open(say("effects.sheet"), say("effects.title"), _lead(effect), span=VERDICT_COLUMN)
    columns = (
        ListColumn(say("effects.kind"), 16, ("top", "padded")),
        ListColumn(say("effects.number"), 10, ("top", "padded")),
        ListColumn(say("effects.measure"), 40),
        ListColumn(say("effects.addressee"), 18),
        ListColumn(say("effects.code"), 9, ("top", "padded")),
        ListColumn(say("effects.indicator"), 36),
        ListColumn(say("effects.before"), 18),
        ListColumn(say("effects.now"), 18),
        ListColumn(say("effects.verdict"), 17, ("wrap", "top", "padded", "strong")),
        ListColumn(say("effects.problem"), 40),
        ListColumn(say("effects.analysis"), 22),
        ListColumn(say("effects.term"), 15),
    )
    listing = Listing(say("effects.sheet"), columns, [_row(one) for one in effect.everything], len(effect.everything))
    page.put_list(pen, listing)
    for verdict, look in _LOOKS.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{verdict.value}"', "format": page.looks.conditional(look)}
        pen.sheet.conditional_format(HEAD_ROW, VERDICT_COLUMN - 1, listing.last_row - 1, VERDICT_COLUMN - 1, rule)


def _lead(effect: EffectAnalysis) -> str:
    counts = ", ".join(f"{verdict.value} — {number_text(effect.count(verdict))}" for verdict in Verdict)
    previous = effect.previous.label if effect.previous else ""
    return say("effects.lead", day=f"{effect.day:%d.%m.%Y}", previous=previous, counts=counts)


def _row(one: MeasureEffect) -> Sequence[Entry]:
    return (
        one.kind.value,
        one.number,
        one.measure,
        one.addressee,
        one.indicator.code,
        one.indicator.title,
        one.before_text,
        one.now_text,
        one.verdict.value,
        one.problem or say("effects.no_problem"),
        one.analysis,
        one.analysis_term,
    )
