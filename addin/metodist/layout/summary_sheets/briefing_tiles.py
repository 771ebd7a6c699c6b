"""The four numbers on top of «Для руководителя»."""

from __future__ import annotations

from metodist.domain.dynamics import DISTRICT, Movement
from metodist.domain.summary import Summary
from metodist.domain.values import Value
from metodist.layout.addresses import fixed, in_sheet, quoted
from metodist.layout.summary_sheets import dynamics_places
from metodist.layout.summary_sheets import plan as rows
from metodist.layout.summary_sheets.completeness import state_count
from metodist.layout.summary_sheets.indicators import reached_word
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

_NUMBER_ROW, _WORDS_ROW = 5, 6
_COLUMNS = ((1, 2), (3, 4), (5, 6), (7, 7))
#: What a tile says: formula, what it comes to, words under it.
_Tile = tuple[str, Value, str]


def write_tiles(page: Page, pen: Pen) -> None:
    """Completeness, targets, changes, groups."""
    tiles = (_handed_in(page), _reached(page), _moved(page), _groups(page.summary))
    for (left, right), (formula, cached, words) in zip(_COLUMNS, tiles, strict=True):
        pen.merge(_NUMBER_ROW, left, right, "", "cell", "title", "centre")
        pen.formula(_NUMBER_ROW, left, formula, cached, "cell", "title", "centre")
        pen.merge(_WORDS_ROW, left, right, words, "cell", "centre", "wrap", "computed")
    pen.height(_NUMBER_ROW, 26)
    pen.height(_WORDS_ROW, 32)


def _of(first: str, second: str) -> str:
    return f"{first}&{quoted(say('briefing.of'))}&{second}"


def _handed_in(page: Page) -> _Tile:
    known = page.summary.completeness
    states = [state_count(page, state) for state in ("accepted", "faulty", "missing")]
    text = f"{known.accepted}{say('briefing.of')}{known.expected}"
    return _of(states[0], f"({'+'.join(states)})"), text, say("briefing.tile_handed_in")


def _reached(page: Page) -> _Tile:
    """Counted on «Показатели», in the row that says whether a target is reached."""
    if all(block.indicator.target is None for block in page.plan.blocks.values()):
        return '"—"', "—", say("briefing.tile_no_targets")
    right = max((block.right for block in page.plan.blocks.values()), default=rows.FIRST_BLOCK)
    area = in_sheet(
        page.plan.indicators, f"{fixed(rows.REACHED_ROW, rows.FIRST_BLOCK)}:{fixed(rows.REACHED_ROW, right)}"
    )
    yes, no = (f"COUNTIF({area},{quoted(say(f'summary.{word}'))})" for word in ("yes", "no"))
    words = [reached_word(page, block.indicator) for block in page.plan.blocks.values()]
    reached, missed = (words.count(say(f"summary.{word}")) for word in ("yes", "no"))
    text = f"{reached}{say('briefing.of')}{reached + missed}"
    return _of(yes, f"({yes}+{no})"), text, say("briefing.tile_reached")


def _moved(page: Page) -> _Tile:
    """Counted on «Динамика» by the words of its verdicts."""
    dynamics = page.summary.analysis.dynamics
    if not dynamics.has_earlier:
        return '"—"', "—", say("briefing.tile_moved_none")
    places = dynamics_places.places_of(page.summary)
    area = in_sheet(say("dynamics.sheet"), places.area(places.change.verdict))
    words = [say("dynamics.grew"), say("dynamics.fell"), say("dynamics.appeared"), say("dynamics.vanished")]
    formula = "+".join(f"COUNTIF({area},{quoted(word + '*')})" for word in words)
    moved = (Movement.GREW, Movement.FELL, Movement.APPEARED, Movement.VANISHED)
    count = sum(
        bool(each.change and each.change.movement in moved)
        for (_, school), each in dynamics.series.items()
        if school == DISTRICT
    )
    return formula, count, say("briefing.tile_moved")


def _groups(summary: Summary) -> _Tile:
    count = len(summary.analysis.clustering.clusters)
    if not count:
        return '"—"', "—", say("briefing.tile_no_groups")
    return str(count), count, say("briefing.tile_groups")
