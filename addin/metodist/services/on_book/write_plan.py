"""«План-график»: the programme's terms as dates, in «План.xlsx» and «Календарь.ics»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metodist.domain.plans import State
from metodist.domain.results import CommandResult, Dialogs
from metodist.messages import say
from metodist.services.on_book.on_folder import place_of, refuse_if_open
from metodist.services.planning import CALENDAR, PLAN, PlanReport, write_plan_files

if TYPE_CHECKING:
    from xlwings import Book

_TOLD = 5


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Write the plan anew; what was entered in the earlier one is kept, the open book is not changed.

    Raises:
        UserError: The folder or its programme cannot be used, or the plan is open.
    """
    place = place_of(book, dialogs)
    refuse_if_open(book, place.path / PLAN)
    dialogs.progress(0, 1, say("on_book.planning"))
    report = write_plan_files(place.path)
    return CommandResult(say("on_book.planned"), (*_lines(report), *place.notes), open_path=report.workbook)


def _lines(report: PlanReport) -> list[str]:
    counts = ", ".join(f"{state.value} — {report.count(state)}" for state in State if report.count(state))
    count = len(report.plan.entries)
    lines = [say("on_book.plan_counts", today=f"{report.today:%d.%m.%Y}", count=count, counts=counts or "—")]
    late = [entry for entry in report.plan.entries if entry.state(report.today) is State.OVERDUE]
    lines += [
        say(
            "on_book.plan_late",
            day=f"{entry.occurrence.end:%d.%m.%Y}",
            kind=entry.item.kind,
            title=entry.item.title.rstrip("."),
        )
        for entry in late[:_TOLD]
    ]
    if len(late) > _TOLD:
        lines.append(say("on_book.more", count=len(late) - _TOLD))
    if report.plan.undated:
        lines.append(say("on_book.plan_undated", count=len(report.plan.undated)))
    return [*lines, say("on_book.plan_calendar", name=CALENDAR)]
