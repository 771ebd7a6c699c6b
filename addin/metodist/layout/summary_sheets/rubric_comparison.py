"""Below «Рубрика»: the municipality among others by the programme's second yardstick."""

from __future__ import annotations

from metodist.domain.wording import number_text
from metodist.domain.yardstick import Yardstick, in_proportion
from metodist.layout.addresses import address, fixed
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.self_scores import in_proportion_formula
from metodist.messages import say

CODE, TITLE, TAKEN, POINTS, VALUE, RANK = range(1, 7)


def write_comparison(pen: Pen, row: int, own: tuple[str, float, str], yardstick: Yardstick) -> None:
    """Write the table; where no other municipality is named there is nothing to compare with.

    Args:
        pen: Of «Рубрика».
        row: Of its title.
        own: The municipality's name, its total and the cell where that stands.
        yardstick: Of the programme.
    """
    name, total, cell = own
    scores = {name: total, **dict(yardstick.others)}
    measured = in_proportion(scores, yardstick.best)
    best = number_text(yardstick.best)
    pen.merge(row, CODE, RANK, say("rubric.comparison", best=best), "section")
    heads = ("№", say("rubric.municipality"), None, say("rubric.points"), say("rubric.best", best=best))
    for column, head in enumerate((*heads, say("rubric.self_rank")), CODE):
        pen.put(row + 1, column, head, "heading")
    pen.height(row + 1, 32)
    first, last = row + 2, row + 1 + len(scores)
    area = f"{fixed(first, POINTS)}:{fixed(last, POINTS)}"
    for at, (title, one) in enumerate(measured.items(), first):
        looks = ("strong",) if title == name else ()
        pen.put(at, CODE, at - first + 1, "cell", "centre", "integer")
        pen.put(at, TITLE, title, "cell", "wrap", "padded", *looks)
        pen.put(at, TAKEN, None, "cell", "reference")
        if title == name:
            pen.formula(at, POINTS, cell, one.score, "cell", "computed", "plain_number", "strong")
        else:
            pen.put(at, POINTS, one.score, "cell", "input", "plain_number")
        formula = in_proportion_formula(address(at, POINTS), area, yardstick.best)
        pen.formula(at, VALUE, formula, one.value, "cell", "computed", "decimal", *looks)
        pen.formula(at, RANK, f"RANK({address(at, POINTS)},{area})", one.rank, "cell", "computed", "integer", *looks)
