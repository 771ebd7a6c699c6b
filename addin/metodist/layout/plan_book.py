"""«План.xlsx»: the calendar of the programme as a workbook that shows by itself what is overdue."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from metodist.domain.plans import Plan


def write_plan(plan: Plan, path: Path, today: date, *, live: bool = True) -> None:
    """Write the plan beside ``path`` and rename it into place; on failure ``path`` stays as it was.

    Args:
        plan: What to show.
        path: The workbook.
        today: The day that the stored values are computed for.
        live: «Сегодня» is TODAY(); otherwise it is ``today`` itself until the user writes another day.

    Raises:
        OSError: The folder cannot be written, or the workbook is open elsewhere.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        _write(plan, beside, today, live=live)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _write(plan: Plan, path: Path, today: date, *, live: bool) -> None:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    from metodist.layout.plan_sheets.calendar_sheet import write_calendar
    from metodist.layout.plan_sheets.grid_sheet import write_grid
    from metodist.layout.plan_sheets.pages import PlanPage
    from metodist.layout.plan_sheets.places import places_of
    from metodist.layout.plan_sheets.report_sheet import write_report
    from metodist.layout.plan_sheets.undated_sheet import write_undated
    from metodist.layout.summary_sheets.pens import Looks

    book = Workbook(str(path))
    book.set_properties({"title": plan.programme.passport.title})
    page = PlanPage(book, Looks(book), plan, places_of(plan), today, live)
    for write_sheet in (write_calendar, write_grid, write_report, write_undated):
        write_sheet(page)
    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] from error
