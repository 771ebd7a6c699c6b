"""«Цикл»: for every goal which links of the management cycle exist or are missing, and the document's steps."""

from __future__ import annotations

from metodist.domain.cycle import GoalCycle, complete_goals
from metodist.domain.cycle_views import CycleView, Link
from metodist.layout import fitting
from metodist.layout.addresses import fixed
from metodist.layout.summary_sheets.listing import PADDING
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

NUMBER, GOAL, CHAIN, FIRST_LINK = 1, 2, 3, 4
LINKS = tuple(link for link in Link if link is not Link.GOAL)
HEAD_ROW, FIRST_ROW = 5, 6
_LINK_WIDTH, _GOAL_WIDTH = 27.0, 44.0


def write_cycle(page: Page) -> None:
    """Write the sheet; a programme without goals has none."""
    goals = page.summary.cycle
    if not goals:
        return
    pen = page.open(say("cycle.sheet"), say("cycle.title"), say("cycle.lead"))
    _headings(pen)
    for row, goal in enumerate(goals, FIRST_ROW):
        _goal(pen, row, goal)
    last = FIRST_ROW + len(goals) - 1
    right = FIRST_LINK + len(LINKS) - 1
    for word, look in ((say("cycle.yes"), "done"), (say("cycle.no"), "warning")):
        rule = {"type": "text", "criteria": "begins with", "value": word, "format": page.looks.conditional(look)}
        pen.sheet.conditional_format(FIRST_ROW - 1, FIRST_LINK - 1, last - 1, right - 1, rule)
    row = last + 2
    for view in page.summary.programme.views:
        row = _view(pen, row, view, goals)
    pen.sheet.freeze_panes(HEAD_ROW, GOAL)
    pen.sheet.repeat_rows(HEAD_ROW - 1)


def _headings(pen: Pen) -> None:
    pen.width(NUMBER, 6)
    pen.width(GOAL, _GOAL_WIDTH)
    pen.width(CHAIN, 11)
    heads = ["№", say("cycle.goal"), say("cycle.chain"), *(link.value for link in LINKS)]
    for column, head in enumerate(heads, 1):
        pen.put(HEAD_ROW, column, head, "heading")
        if column >= FIRST_LINK:
            pen.width(column, _LINK_WIDTH)
    pen.height(HEAD_ROW, 32)


def _goal(pen: Pen, row: int, cycle: GoalCycle) -> None:
    pen.put(row, NUMBER, cycle.goal.number, "cell", "centre", "top")
    pen.put(row, GOAL, cycle.goal.title, "cell", "wrap", "padded", "top")
    texts = []
    for column, link in enumerate(LINKS, FIRST_LINK):
        state = cycle.state(link)
        text = f"{say('cycle.yes' if state.present else 'cycle.no')}: {state.text}"
        texts.append(text)
        pen.put(row, column, text, "cell", "wrap", "top", "padded")
    area = f"{fixed(row, FIRST_LINK)}:{fixed(row, FIRST_LINK + len(LINKS) - 1)}"
    formula = f'COUNTIF({area},"{say("cycle.yes")}:*")+1&" из {len(LINKS) + 1}"'
    cached = say("cycle.of", count=cycle.present, total=len(LINKS) + 1)
    pen.formula(row, CHAIN, formula, cached, "cell", "computed", "centre", "top", "strong")
    heights = [fitting.fitted_height(text, _LINK_WIDTH - PADDING) for text in texts]
    pen.height(row, max(*heights, fitting.fitted_height(cycle.goal.title, _GOAL_WIDTH - PADDING)))


def _view(pen: Pen, row: int, view: CycleView, goals: tuple[GoalCycle, ...]) -> int:
    """One view: its steps, the links each covers, how many goals have all of them. Returns the first free row."""
    pen.merge(row, NUMBER, FIRST_LINK + 1, view.title, "section")
    for column, name in ((GOAL, "view_step"), (FIRST_LINK, "view_links"), (FIRST_LINK + 1, "view_goals")):
        pen.put(row + 1, column, say(f"cycle.{name}"), "heading")
    pen.put(row + 1, NUMBER, None, "heading")
    pen.put(row + 1, CHAIN, None, "heading")
    for at, step in enumerate(view.steps, row + 2):
        pen.merge(at, NUMBER, CHAIN, step.title, "cell", "padded")
        pen.put(at, FIRST_LINK, ", ".join(link.value for link in step.links), "cell", "wrap", "padded")
        pen.put(
            at, FIRST_LINK + 1, say("cycle.of", count=complete_goals(step, goals), total=len(goals)), "cell", "centre"
        )
    return row + 3 + len(view.steps)
