"""«Самооценка»: the schools' own scores by block, and beside them the programme's second yardstick."""

from __future__ import annotations

from dataclasses import dataclass

from metodist.domain.scores import RubricScore
from metodist.domain.summary import SchoolResult
from metodist.domain.wording import number_text
from metodist.domain.yardstick import Measured, Yardstick, in_proportion
from metodist.layout.addresses import address, fixed
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.messages import say

CODE, SCHOOL, TOTAL, SHARE = range(1, 5)
HEAD_ROW, MOST_ROW, FIRST_ROW = 5, 6, 7
_WIDTHS = {"self_code": 10.0, "self_school": 30.0, "self_total": 11.0, "self_share": 13.0}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand that depend on the programme; ``best`` is ``None`` without a yardstick."""

    best: int | None
    rank: int

    @property
    def first_block(self) -> int:
        """The first block's column."""
        return self.rank + 1


def columns_of(yardstick: Yardstick | None) -> Columns:
    """The columns of a programme's sheet."""
    return Columns(None, SHARE + 1) if yardstick is None else Columns(SHARE + 1, SHARE + 2)


def write_self_scores(page: Page) -> None:
    """Write the sheet; where no school scored itself there is none."""
    summary = page.summary
    schools = [school for school in summary.schools if school.organisation.code in summary.self_scores]
    if not schools:
        return
    first = summary.self_scores[schools[0].organisation.code]
    yardstick = summary.programme.yardstick
    pen = page.open(say("rubric.self_sheet"), say("rubric.self_title"), _lead(yardstick), tab="computed")
    columns = columns_of(yardstick)
    _headings(pen, first, columns, yardstick)
    last = FIRST_ROW + len(schools) - 1
    totals = f"{fixed(FIRST_ROW, TOTAL)}:{fixed(last, TOTAL)}"
    scores = {school.organisation.code: summary.self_scores[school.organisation.code] for school in schools}
    measured = in_proportion({code: score.total for code, score in scores.items()}, yardstick.best if yardstick else 1)
    for row, school in enumerate(schools, FIRST_ROW):
        code = school.organisation.code
        _school(pen, row, school, scores[code], columns)
        _compared(pen, row, totals, columns, measured[code])
        if columns.best is not None and yardstick is not None:
            _yardstick(pen, row, columns.best, totals, (yardstick.best, measured[code]))
    pen.sheet.freeze_panes(MOST_ROW, SCHOOL)
    pen.sheet.repeat_rows(HEAD_ROW - 1)
    pen.sheet.autofilter(MOST_ROW - 1, 0, last - 1, columns.first_block + len(first.blocks) - 2)


def _lead(yardstick: Yardstick | None) -> str:
    if yardstick is None:
        return say("rubric.self_lead")
    return say("rubric.self_lead_best", best=number_text(yardstick.best))


def _headings(pen: Pen, score: RubricScore, columns: Columns, yardstick: Yardstick | None) -> None:
    heads = {at: (say(f"rubric.{name}"), width) for at, (name, width) in enumerate(_WIDTHS.items(), 1)}
    if columns.best is not None and yardstick is not None:
        heads[columns.best] = say("rubric.self_best", best=number_text(yardstick.best)), 14.0
    heads[columns.rank] = say("rubric.self_rank"), 9.0
    for column, (head, width) in heads.items():
        pen.width(column, width)
        pen.put(HEAD_ROW, column, head, "heading")
        pen.put(MOST_ROW, column, None, "subheading")
    pen.put(MOST_ROW, SCHOOL, say("rubric.self_most"), "subheading", "padded")
    for column, block in enumerate(score.blocks, columns.first_block):
        pen.width(column, 17)
        pen.put(HEAD_ROW, column, block.title, "heading")
        pen.put(MOST_ROW, column, block.maximum, "subheading", "plain_number")
    pen.formula(MOST_ROW, TOTAL, _sum(MOST_ROW, score, columns), score.maximum, "subheading", "plain_number")
    pen.height(HEAD_ROW, 62)


def _sum(row: int, score: RubricScore, columns: Columns) -> str:
    left, right = columns.first_block, columns.first_block + len(score.blocks) - 1
    return f"SUM({address(row, left)}:{address(row, right)})"


def _school(pen: Pen, row: int, school: SchoolResult, score: RubricScore, columns: Columns) -> None:
    pen.put(row, CODE, school.organisation.code, "cell", "padded")
    pen.put(row, SCHOOL, school.organisation.short_name, "cell", "padded")
    for column, block in enumerate(score.blocks, columns.first_block):
        pen.put(row, column, block.score, "cell", "plain_number")
    pen.formula(row, TOTAL, _sum(row, score, columns), score.total, "cell", "computed", "plain_number", "strong")
    own, most = address(row, TOTAL), fixed(MOST_ROW, TOTAL)
    share = score.total / score.maximum if score.maximum else None
    pen.formula(row, SHARE, f'IF({most}=0,"",{own}/{most})', share, "cell", "computed", "percent")


def _compared(pen: Pen, row: int, totals: str, columns: Columns, measured: Measured) -> None:
    formula = f"RANK({address(row, TOTAL)},{totals})"
    pen.formula(row, columns.rank, formula, measured.rank, "cell", "computed", "integer")


def _yardstick(pen: Pen, row: int, column: int, totals: str, known: tuple[float, Measured]) -> None:
    """The best school as so many, the others in proportion."""
    best, measured = known
    formula = in_proportion_formula(address(row, TOTAL), totals, best)
    pen.formula(row, column, formula, measured.value, "cell", "computed", "decimal")


def in_proportion_formula(own: str, all_scores: str, best: float) -> str:
    """The formula of :func:`metodist.domain.yardstick.in_proportion`; without ``=``."""
    return f'IF(MAX({all_scores})<=0,"",{best:.15g}*{own}/MAX({all_scores}))'
