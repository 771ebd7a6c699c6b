"""Where things stand in «План.xlsx»: the one authority on its addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from metodist.domain.plans import Plan, PlanEntry, PlanItem
from metodist.domain.values import fold
from metodist.layout.addresses import fixed, in_sheet
from metodist.messages import say

HEAD_ROW = 5
FIRST_ROW = HEAD_ROW + 1
TODAY_ROW, TODAY_COLUMN = 3, 3

#: Columns of «Циклограмма»: what is filled in stands beside what is to be done, in sight without scrolling.
START, END, TERM, NUMBER, TITLE, STATE, STATUS, DAY, DOCUMENT, RESPONSIBLE, SECTION, KIND = range(1, 13)
UID, ITEM_KEY, SECTION_KEY, PEOPLE_KEY = range(13, 17)
LAST_SHOWN = KIND


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses of one plan, and the numbers that its formulas know items, sections and people by."""

    plan: Plan
    calendar: str
    grid: str
    report: str
    undated: str
    sections: tuple[str, ...]
    people: tuple[str, ...]

    @property
    def last_row(self) -> int:
        """The last row of «Циклограмма»; a plan without dates has one empty row."""
        return FIRST_ROW + max(1, len(self.plan.entries)) - 1

    @property
    def today(self) -> str:
        """The cell that every formula takes today from."""
        return in_sheet(self.calendar, fixed(TODAY_ROW, TODAY_COLUMN))

    def column(self, column: int) -> str:
        """A whole column of «Циклограмма», for formulas of other sheets."""
        return in_sheet(self.calendar, f"{fixed(FIRST_ROW, column)}:{fixed(self.last_row, column)}")

    def section_number(self, item: PlanItem) -> int:
        """1… in the order of the programme."""
        return self.sections.index(item.section) + 1

    def people_numbers(self, item: PlanItem) -> tuple[int, ...]:
        """1… of all who answer for the item."""
        known = [fold(name) for name in self.people]
        return tuple(known.index(fold(name)) + 1 for name in people_of(item))


def people_of(item: PlanItem) -> tuple[str, ...]:
    """Who answers; «не указан» where the source names nobody."""
    return item.people or (say("plan.nobody"),)


def places_of(plan: Plan) -> Places:
    """Number the sections and the people of a plan in the order of the programme."""
    people: dict[str, str] = {}
    for item in plan.items:
        for name in people_of(item):
            people.setdefault(fold(name), name)
    return Places(
        plan,
        say("plan.calendar"),
        say("plan.grid"),
        say("plan.report"),
        say("plan.undated"),
        tuple(dict.fromkeys(item.section for item in plan.items)),
        tuple(people.values()),
    )


def item_number(plan: Plan, entry: PlanEntry) -> int:
    """1…: which item an entry belongs to."""
    return plan.items.index(entry.item) + 1


def month_starts(plan: Plan) -> tuple[date, ...]:
    """The months of the grid: the reporting period, and to the end of the school year that begins in it."""
    period = plan.years.period
    last = max(period.end, date(period.start.year + 1, 5, 31))
    count = (last.year - period.start.year) * 12 + last.month - period.start.month + 1
    months = [period.start.month - 1 + offset for offset in range(count)]
    return tuple(date(period.start.year + month // 12, month % 12 + 1, 1) for month in months)
