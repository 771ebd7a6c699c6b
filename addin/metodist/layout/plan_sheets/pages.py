"""What every sheet of the plan shares: title, line under it, ways to the other sheets, print set-up, protection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from metodist.domain.plans import Plan, State
from metodist.layout import styles
from metodist.layout.addresses import in_sheet
from metodist.layout.plan_sheets.places import Places
from metodist.layout.summary_sheets.pens import Looks, Pen
from metodist.messages import say

_A4 = 9
#: State → look; the word says the same as the colour.
STATE_LOOKS: dict[State, str] = {
    State.OVERDUE: "error",
    State.DUE: "warning",
    State.IN_PROGRESS: "warning",
    State.DONE: "done",
    State.PLANNED: "subheading",
    State.CANCELLED: "reference",
}
_ALLOWED = {"autofilter": True, "format_columns": True, "format_rows": True}


@dataclass(frozen=True, slots=True)
class PlanPage:
    """What a sheet is written from: the workbook, its formats, the plan, its addresses, today.

    Args:
        live: «Сегодня» is TODAY(); otherwise it is the date itself.
    """

    book: Any
    looks: Looks
    plan: Plan
    places: Places
    today: date
    live: bool

    def open(self, name: str, title: str, lead: str, tab: str) -> Pen:
        """Add a protected sheet (without a password) with its title and the line under it."""
        sheet = self.book.add_worksheet(name)
        pen = Pen(sheet, self.looks)
        sheet.hide_gridlines(2)
        sheet.set_tab_color(styles.TABS[tab])
        sheet.protect("", _ALLOWED)
        pen.put(1, 1, title, "title")
        pen.height(1, 21)
        pen.put(2, 1, lead, "lead")
        if name != self.places.calendar:
            pen.link(3, 1, f"internal:{in_sheet(self.places.calendar, 'A1')}", say("plan.back"))
        self._printed(sheet)
        return pen

    def _printed(self, sheet: Any) -> None:
        passport = self.plan.programme.passport
        names = {"municipality": passport.municipality, "period": passport.period.label}
        safe = {name: text.replace("&", "&&") for name, text in names.items()}
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&C" + say("summary.footer", page="&P", pages="&N", **safe))
        sheet.fit_to_pages(1, 0)

    def state_rule(self, state: State, criteria: str, *, bold: bool = True) -> dict[str, Any]:
        """A conditional format in the colours of a state."""
        look = self.looks.conditional(STATE_LOOKS[state], bold=bold)
        return {"type": "formula", "criteria": criteria, "format": look}


def serial(day: date) -> int:
    """A date as a spreadsheet counts it."""
    return (day - date(1899, 12, 30)).days
