"""The management cycle on «Пульт»: link by link how many goals have it, what is missing, which button does it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from metodist.domain.cycle import GoalCycle, LinkCount, complete_goals, link_counts
from metodist.domain.cycle_views import CycleView, Link
from metodist.messages import say

if TYPE_CHECKING:
    from xlwings import Sheet

#: The place that a programme workbook keeps for the chain at the top of «Пульт»; older ones have none.
CYCLE_NAME = "metodist_cycle"
#: Title, headings, the links, the document's own steps.
ROWS = 2 + len(Link) + 1
COLUMNS = 5
_EMPTY: tuple[object, ...] = (None,) * COLUMNS
_HEADINGS = ("link", "lack", "goals", "by")
_LACK_WIDTH, _BY_WIDTH = 70.0, 36.0
_LEAST_HEIGHT = 20.0
_DONE, _PARTLY, _NONE = (
    ((0xE2, 0xEF, 0xDA), (0x37, 0x56, 0x23)),
    ((0xFF, 0xEB, 0x9C), (0x7F, 0x60, 0x00)),
    ((0xFF, 0xC7, 0xCE), (0x9C, 0x00, 0x06)),
)


def cycle_rows(cycle: Sequence[GoalCycle], views: Sequence[CycleView], today: date | None) -> list[list[object]]:
    """What stands in the block: `ROWS` rows of `COLUMNS` cells.

    Args:
        cycle: One chain a goal.
        views: The document's own steps.
        today: For the title; ``None`` for a workbook that nobody has worked with yet.
    """
    title = say("cycle.block_title") if today is None else say("cycle.block_title_on", today=f"{today:%d.%m.%Y}")
    links = [_link_row(number, count) for number, count in enumerate(link_counts(cycle), 1)]
    return [
        [title, *_EMPTY[1:]],
        ["№", *(say(f"cycle.block_{name}") for name in _HEADINGS)],
        *links,
        [None, say("cycle.views"), _views_text(cycle, views), None, say("cycle.views_by")] if views else [*_EMPTY],
    ]


def row_heights(rows: Sequence[Sequence[object]]) -> dict[int, float]:
    """Heights in points of the rows whose texts may take several lines, by their place in the block from 0."""
    from metodist.layout.fitting import fitted_height

    columns = ((2, _LACK_WIDTH), (4, _BY_WIDTH))
    return {
        at: max(_LEAST_HEIGHT, *(fitted_height(str(row[column] or ""), width) for column, width in columns))
        for at, row in enumerate(rows[2:], 2)
    }


def write_cycle(sheet: Sheet, row: int, column: int, rows: Sequence[Sequence[object]], *, dress: bool) -> None:
    """Write the block with its top left cell there.

    Args:
        sheet: «Пульт».
        row: From 1.
        column: From 1.
        rows: Of `cycle_rows`.
        dress: Fill the cells too; where the workbook keeps a place, its own formats colour the words.
    """
    bottom, right = row + ROWS - 1, column + COLUMNS - 1
    sheet.range((row, column), (bottom, right)).value = [list(line) for line in rows]
    for at, height in row_heights(rows).items():
        sheet.range((row + at, column)).row_height = height
    if dress:
        _dress(sheet, row, column)


def _dress(sheet: Sheet, row: int, column: int) -> None:
    from metodist.services.on_book.sheets import HEADING_FILL, HEADING_INK

    right = column + COLUMNS - 1
    sheet.range((row, column)).font.bold = True
    heading = sheet.range((row + 1, column), (row + 1, right))
    heading.color, heading.font.color, heading.font.bold = HEADING_FILL, HEADING_INK, True
    first, last = row + 2, row + 1 + len(Link)
    sheet.range((first, column), (last + 1, right)).wrap_text = True
    sheet.range((first, column + 1), (last + 1, column + 1)).font.bold = True
    states = [line[0] for line in sheet.range((first, column + 3), (last, column + 3)).options(ndim=2).value]
    for at, state in enumerate(states, first):
        fill, ink = _look(str(state))
        cell = sheet.range((at, column + 3))
        cell.color, cell.font.color = fill, ink


def _look(state: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    if state.startswith(say("cycle.state_done")):
        return _DONE
    return _PARTLY if state.startswith(say("cycle.state_partly")) else _NONE


def _link_row(number: int, count: LinkCount) -> list[object]:
    name = count.link.name.lower()
    title = count.link.value if number == 1 else say("cycle.next_link", link=count.link.value)
    return [number, title, _lack(count), _state(count), say(f"cycle.by_{name}")]


def _state(count: LinkCount) -> str:
    if not count.total and count.link is not Link.GOAL:
        return "—"
    word = "done" if count.total and not count.lacking else "partly" if count.have else "none"
    counted = say("cycle.of", count=count.have, total=count.total)
    return f"{say(f'cycle.state_{word}')}: {counted}"


def _lack(count: LinkCount) -> str:
    if not count.total:
        return say("cycle.no_goals" if count.link is Link.GOAL else "cycle.after_goals")
    if not count.lacking:
        return say(f"cycle.all_{count.link.name.lower()}")
    if not count.have:
        return say("cycle.lacking_all", advice=count.advice)
    return say("cycle.lacking", goals=", ".join(count.lacking), advice=count.advice)


def _views_text(cycle: Sequence[GoalCycle], views: Sequence[CycleView]) -> str | None:
    """One paragraph a view: every step with the number of goals that have all of it."""
    if not views:
        return None
    return "\n".join(say("cycle.view", title=view.title, steps=_steps(cycle, view)) for view in views)


def _steps(cycle: Sequence[GoalCycle], view: CycleView) -> str:
    steps = []
    for step in view.steps:
        counted = say("cycle.of", count=complete_goals(step, cycle), total=len(cycle))
        steps.append(say("cycle.view_one", title=step.title, counted=counted))
    return " → ".join(steps)
