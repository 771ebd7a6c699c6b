"""``metodist score``: the rubric on the console."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from metodist.cli_output import print_json, show, table
from metodist.domain.wording import number_text
from metodist.messages import say

if TYPE_CHECKING:
    from metodist.domain.scores import RubricScore, WishPlan
    from metodist.services.scoring_folder import Compared


def score_command(
    folder: Annotated[Path, typer.Argument(metavar="ПАПКА", help="Рабочая папка.")],
    *,
    wish: Annotated[float | None, typer.Option("--wish", metavar="БАЛЛ", help="Как набрать столько баллов.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Вывести результат как JSON.")] = False,
) -> None:
    """Show the score of a working folder, and with a wish the fewest documents that reach it."""
    from metodist.services.scoring_folder import score_folder, score_json

    scored = score_folder(folder, wish)
    if as_json:
        print_json(score_json(scored))
        return
    _show_blocks(scored.score)
    _show_compared(scored.compared)
    _show_lacking(scored.score)
    if scored.plan is not None:
        _show_plan(scored.plan, scored.score)


def _show_blocks(score: RubricScore) -> None:
    headings = [say(f"scoring.head_{name}") for name in ("block", "score", "maximum", "declared")]
    rows = [
        (
            block.title,
            number_text(block.score),
            number_text(block.maximum),
            "—" if block.declared_maximum is None else number_text(block.declared_maximum),
        )
        for block in score.blocks
    ]
    whole = (number_text(score.total), number_text(score.maximum), number_text(score.declared_maximum))
    table(headings, [*rows, (say("scoring.total"), *whole)])
    for block in score.blocks:
        if block.contradicts and block.declared_maximum is not None:
            declared, possible = number_text(block.declared_maximum), number_text(block.maximum)
            show(f"{block.title}. {say('scoring.declared_differs', declared=declared, possible=possible)}")


def _show_compared(compared: Compared | None) -> None:
    """The second yardstick: other municipalities where the programme names them, and the best school."""
    if compared is None:
        return
    best = number_text(compared.best)
    if len(compared.municipalities) > 1:
        show()
        rows = [
            (name, number_text(one.score), "—" if one.value is None else number_text(one.value), str(one.rank))
            for name, one in compared.municipalities.items()
        ]
        heads = ("municipality", "points", "best", "self_rank")
        table([say(f"rubric.{name}", best=best) for name in heads], rows)
    if compared.schools:
        first = [code for code, one in compared.schools.items() if one.rank == 1]
        show(say("scoring.best_school", best=best, schools=", ".join(first), count=len(compared.schools)))


def _show_lacking(score: RubricScore) -> None:
    """Every criterion without its point: why, and what would earn it."""
    for block in score.blocks:
        for position in block.positions:
            lacking = [line for line in position.criteria if line.score < max(0, line.criterion.points)]
            if lacking:
                show(f"\n{block.title}: {position.title}")
            for line in lacking:
                show(f"  {line.reason}")


def _show_plan(plan: WishPlan, score: RubricScore) -> None:
    numbers = {
        "wish": number_text(plan.wished),
        "reached": number_text(plan.reached),
        "total": number_text(score.total),
        "maximum": number_text(score.maximum),
    }
    show()
    if not plan.steps:
        show(say("scoring.wish_reached" if plan.reached >= plan.wished else "scoring.wish_impossible", **numbers))
        return
    show(say("scoring.wish_plan" if plan.reached >= plan.wished else "scoring.wish_impossible", **numbers))
    for number, step in enumerate(plan.steps, start=1):
        gain = say("scoring.gain", points=number_text(step.gain))
        show(f"{number}. {step.document}, {gain}")
        for action in step.actions:
            show(f"   {action}")
