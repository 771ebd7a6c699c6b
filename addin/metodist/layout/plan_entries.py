"""What was entered in «План.xlsx», for the plan that replaces it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile

from metodist.domain.roadmap import NOTHING_ENTERED, ActivityStatus, Fulfilment
from metodist.errors import UserError
from metodist.layout.plan_sheets import places as at
from metodist.messages import say


def read_entries(path: Path) -> dict[str, Fulfilment]:
    """Statuses, days and documents by :attr:`PlanEntry.uid`; rows where nothing is entered are left out.

    Args:
        path: A workbook of :func:`~metodist.layout.plan_book.write_plan`, also one that Excel or LibreOffice saved.

    Raises:
        UserError: It is no such workbook: what was entered in it would be lost.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise UserError(say("plan.unreadable", name=path.name), say("plan.unreadable_action")) from error
    try:
        if say("plan.calendar") not in book.sheetnames:
            raise UserError(say("plan.unreadable", name=path.name), say("plan.unreadable_action"))
        sheet = book[say("plan.calendar")]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(min_row=at.FIRST_ROW, max_col=at.PEOPLE_KEY, values_only=True)
        entered = {str(row[at.UID - 1]): _entered(row) for row in rows if len(row) >= at.UID and row[at.UID - 1]}
    finally:
        book.close()
    return {uid: fulfilment for uid, fulfilment in entered.items() if fulfilment != NOTHING_ENTERED}


def _entered(row: tuple[object, ...]) -> Fulfilment:
    status, day, document = (row[column - 1] for column in (at.STATUS, at.DAY, at.DOCUMENT))
    word = str(status or "").strip().casefold()
    known = next((each for each in ActivityStatus if each.value == word), None)
    day = day.date() if isinstance(day, datetime) else day
    return Fulfilment(known, day if isinstance(day, date) else None, " ".join(str(document or "").split()))
