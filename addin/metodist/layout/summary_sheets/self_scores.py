"""«Самооценка»: the schools' own scores by block, and beside them the yardstick «the best is 100»."""

from __future__ import annotations

from metodist.domain.scores import RubricScore
from metodist.domain.summary import SchoolResult
from metodist.layout.addresses import address, fixed
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

CODE, SCHOOL, TOTAL, SHARE, BEST, RANK, FIRST_BLOCK = range(1, 8)
HEAD_ROW, MOST_ROW, FIRST_ROW = 5, 6, 7


def write_self_scores(page: Page) -> None:
    """Write the sheet; where no school scored itself there is none."""
    summary = page.summary
    schools = [school for school in summary.schools if school.organisation.code in summary.self_scores]
    if not schools:
        return
    first = summary.self_scores[schools[0].organisation.code]
    pen = page.open(say("rubric.self_sheet"), say("rubric.self_title"), say("rubric.self_lead"), tab="computed")
    _headings(pen, first)
    last = FIRST_ROW + len(schools) - 1
    totals = f"{fixed(FIRST_ROW, TOTAL)}:{fixed(last, TOTAL)}"
    scores = [summary.self_scores[school.organisation.code] for school in schools]
    best = max(score.total for score in scores)
    for row, (school, score) in enumerate(zip(schools, scores, strict=True), FIRST_ROW):
        rank = 1 + sum(other.total > score.total for other in scores)
        _school(pen, row, school, score)
        _yardsticks(pen, row, totals, (score, best, rank))
    pen.sheet.freeze_panes(MOST_ROW, SCHOOL)
    pen.sheet.repeat_rows(HEAD_ROW - 1)
    pen.sheet.autofilter(MOST_ROW - 1, 0, last - 1, FIRST_BLOCK + len(first.blocks) - 2)


def _headings(pen: Pen, score: RubricScore) -> None:
    widths = (10.0, 30.0, 11.0, 13.0, 14.0, 9.0)
    names = ("self_code", "self_school", "self_total", "self_share", "self_best", "self_rank")
    for column, (name, width) in enumerate(zip(names, widths, strict=True), 1):
        pen.width(column, width)
        pen.put(HEAD_ROW, column, say(f"rubric.{name}"), "heading")
        pen.put(MOST_ROW, column, None, "subheading")
    pen.put(MOST_ROW, SCHOOL, say("rubric.self_most"), "subheading", "padded")
    for column, block in enumerate(score.blocks, FIRST_BLOCK):
        pen.width(column, 17)
        pen.put(HEAD_ROW, column, block.title, "heading")
        pen.put(MOST_ROW, column, block.maximum, "subheading", "plain_number")
    left, right = address(MOST_ROW, FIRST_BLOCK), address(MOST_ROW, FIRST_BLOCK + len(score.blocks) - 1)
    pen.formula(MOST_ROW, TOTAL, f"SUM({left}:{right})", score.maximum, "subheading", "plain_number")
    pen.height(HEAD_ROW, 62)


def _school(pen: Pen, row: int, school: SchoolResult, score: RubricScore) -> None:
    pen.put(row, CODE, school.organisation.code, "cell", "padded")
    pen.put(row, SCHOOL, school.organisation.short_name, "cell", "padded")
    for column, block in enumerate(score.blocks, FIRST_BLOCK):
        pen.put(row, column, block.score, "cell", "plain_number")
    left, right = address(row, FIRST_BLOCK), address(row, FIRST_BLOCK + len(score.blocks) - 1)
    pen.formula(row, TOTAL, f"SUM({left}:{right})", score.total, "cell", "computed", "plain_number", "strong")


def _yardsticks(pen: Pen, row: int, totals: str, known: tuple[RubricScore, float, int]) -> None:
    """The share of the most that positions give, then the best school as 100, others in proportion."""
    score, best, rank = known
    own, most = address(row, TOTAL), fixed(MOST_ROW, TOTAL)
    share = score.total / score.maximum if score.maximum else None
    pen.formula(row, SHARE, f'IF({most}=0,"",{own}/{most})', share, "cell", "computed", "percent")
    of_best = 100 * score.total / best if best > 0 else None
    formula = f'IF(MAX({totals})<=0,"",100*{own}/MAX({totals}))'
    pen.formula(row, BEST, formula, of_best, "cell", "computed", "decimal")
    pen.formula(row, RANK, f"RANK({own},{totals})", rank, "cell", "computed", "integer")
