"""The methodist's own side of the demo: the plan by dates, the score, the management cycle on «Пульт»."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from metodist.domain.cycle import link_counts
from metodist.domain.plans import State
from metodist.domain.wording import number_text
from metodist.messages import say
from metodist.services.planning import write_plan_files
from metodist.services.scoring_folder import score_folder
from metodist.services.status import FolderStatus, folder_status
from metodist.services.summarising import build_summary
from metodist.services.working_folder import PROGRAMME, load_programme

_TOP = "B4"


def manage(folder: Path, tell: Callable[[str], None], moment: datetime) -> tuple[tuple[str, Path], ...]:
    """Plan, score by the rubric if there is one, draw the cycle of a written demo; the results with their titles.

    The summary is built once more, because the documents earn points that its «Рубрика» shows.
    """
    plan = write_plan_files(folder, now=moment)
    late, undated = plan.count(State.OVERDUE), len(plan.plan.undated)
    tell(say("demo.plan", count=len(plan.plan.entries), late=late, undated=undated))
    if load_programme(folder / PROGRAMME).rubric:
        tell(_score(folder))
    build_summary(folder, now=moment)
    status = folder_status(folder, moment.date())
    draw_control(folder / PROGRAMME, status, moment.date())
    counts = link_counts(status.cycle)
    tell(say("demo.cycle", full=sum(not one.lacking for one in counts), all=len(counts)))
    return (say("demo.result_plan"), plan.workbook), (say("demo.result_calendar"), plan.calendar)


def _score(folder: Path) -> str:
    score = score_folder(folder).score
    whole = {"total": number_text(score.total), "maximum": number_text(score.maximum)}
    return say("demo.score", lacking=sum(line.score < line.criterion.points for line in score.criteria), **whole)


def draw_control(workbook: Path, status: FolderStatus, today: date) -> None:
    """Draw the cycle in the place that «Пульт» of the demo's own programme workbook keeps for it."""
    from openpyxl import load_workbook

    from metodist.programme.schema import DASHBOARD
    from metodist.services.on_book.cycle_block import CYCLE_NAME, cycle_rows

    book = load_workbook(workbook)
    sheet = book[DASHBOARD]
    area = book.defined_names[CYCLE_NAME].attr_text.rpartition("!")[2].replace("$", "")
    rows = cycle_rows(status.cycle, status.views, today)
    for cells, values in zip(sheet[area], rows, strict=True):
        for cell, value in zip(cells, values, strict=True):
            cell.value = value
    sheet[_TOP] = say("on_book.control_head", stage=status.stage, next=say(f"on_book.next_{status.step}"))
    book.save(workbook)
