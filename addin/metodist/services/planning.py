"""«План»: the programme's terms as dates, a workbook to keep track of them and a file for calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from metodist.domain.plans import Plan, PlanEntry, State, Undated
from metodist.domain.roadmap import Fulfilment
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.transaction import transaction
from metodist.services.working_folder import WorkingFolder, open_folder

PLAN = "План.xlsx"
CALENDAR = "Календарь.ics"


@dataclass(frozen=True, slots=True)
class PlanReport:
    """A written plan.

    Args:
        plan: Its entries and what could not be dated.
        today: The day that states are told for.
        workbook: «План.xlsx».
        calendar: «Календарь.ics».
    """

    plan: Plan
    today: date
    workbook: Path
    calendar: Path

    def count(self, state: State) -> int:
        """How many dated times stand so today."""
        return sum(entry.state(self.today) is state for entry in self.plan.entries)

    def as_json(self) -> dict[str, Any]:
        """What ``metodist plan --json`` prints; dates are ISO."""
        passport = self.plan.programme.passport
        return {
            "programme": passport.code,
            "period": passport.period.code,
            "today": self.today.isoformat(),
            "occurrences": [_entry_json(entry, self.today) for entry in self.plan.entries],
            "undated": [_undated_json(one) for one in self.plan.undated],
            "files": {"workbook": str(self.workbook), "calendar": str(self.calendar)},
        }


def write_plan_files(folder: Path, today: date | None = None, now: datetime | None = None) -> PlanReport:
    """Write «План.xlsx» and «Календарь.ics»; what was entered in the earlier plan is kept.

    Args:
        folder: The working folder, or its programme workbook.
        today: A fixed day instead of the computer's clock, also in the workbook; ``None`` for TODAY().
        now: When the files are made; local time.

    Raises:
        UserError: The folder has no usable programme or cannot be written, a file is open elsewhere, or
            «План.xlsx» is none of ours.
    """
    from metodist.layout.plan_book import write_plan
    from metodist.programme.plan import plan_of
    from metodist.services.calendar_file import calendar_text

    place = open_folder(folder)
    made = now or datetime.now()
    day = today or made.date()
    with transaction(place.path, lambda: made) as change:
        plan = plan_of(place.programme, entered_before(place))
        write_plan(plan, change.stage(PLAN), day, live=today is None)
        change.stage(CALENDAR).write_bytes(calendar_text(plan, day, made).encode())
    return PlanReport(plan, day, place.path / PLAN, place.path / CALENDAR)


def day_of(text: str) -> date:
    """A day written as «15.05.2026» or as ISO writes it.

    Raises:
        UserError: It is no day.
    """
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    raise UserError(say("plan.impossible_today", text=text), say("plan.impossible_today_action"))


def entered_before(place: WorkingFolder) -> dict[str, Fulfilment]:
    """What is entered in the folder's «План.xlsx»; nothing where there is none."""
    from metodist.layout.plan_entries import read_entries

    workbook = place.path / PLAN
    return read_entries(workbook) if workbook.is_file() else {}


def _entry_json(entry: PlanEntry, today: date) -> dict[str, Any]:
    item, occurrence, entered = entry.item, entry.occurrence, entry.fulfilment
    return {
        "uid": entry.uid,
        "source": item.source,
        "kind": item.kind,
        "number": item.number,
        "title": item.title,
        "section": item.section,
        "responsible": list(item.people),
        "term": item.term,
        "label": occurrence.label,
        "note": occurrence.note,
        "start": occurrence.start.isoformat(),
        "end": occurrence.end.isoformat(),
        "state": entry.state(today).name.lower(),
        "done": entered.day.isoformat() if entered.day else None,
        "document": entered.document,
    }


def _undated_json(one: Undated) -> dict[str, Any]:
    item = one.item
    return {
        "source": item.source,
        "kind": item.kind,
        "number": item.number,
        "title": item.title,
        "section": item.section,
        "term": item.term,
        "reason": one.problem.message,
        "suggestion": one.problem.suggestion,
    }
