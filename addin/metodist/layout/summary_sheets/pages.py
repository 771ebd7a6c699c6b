"""What every sheet of the summary shares: title, one line under it, link back, print set-up, footer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from metodist.domain.summary import Summary
from metodist.layout import styles
from metodist.layout.addresses import in_sheet
from metodist.layout.summary_sheets.listing import Listing, write_listing, write_samples
from metodist.layout.summary_sheets.pens import Looks, Pen
from metodist.layout.summary_sheets.pictures import Numbers
from metodist.layout.summary_sheets.plain_formulas import plain_worksheet
from metodist.layout.summary_sheets.plan import Plan
from metodist.layout.summary_sheets.streaming import Stream
from metodist.messages import say

A4 = 9
STREAMED_FROM = 200
"""Rows from which on a list is streamed."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a sheet is written from: the workbook, its formats, the summary, who stands where, the charts' numbers."""

    book: Any
    looks: Looks
    summary: Summary
    plan: Plan
    numbers: tuple[Numbers, ...]
    streams: list[Stream] = field(default_factory=list)
    """Long lists whose rows are streamed into the finished file."""

    def open(
        self, name: str, title: str, lead: str, *, tab: str = "summary", personal: bool = False, span: int = 1
    ) -> Pen:
        """Add a sheet with its title in A1, what to do under it, and the way back to «Сводка».

        Args:
            name: The sheet's name.
            title: What the sheet shows.
            lead: One line: how to read or use it.
            tab: Role of the tab's colour.
            personal: The sheet holds personal data and says so.
            span: How many columns the line under the title may take; it is wrapped in two lines where more than one.
        """
        sheet = self.book.add_worksheet(name, plain_worksheet())
        pen = Pen(sheet, self.looks)
        sheet.hide_gridlines(2)
        sheet.set_tab_color(styles.TABS[tab])
        pen.put(1, 1, title, "title")
        pen.merge(2, 1, span, lead, "lead", *(("wrap",) if span > 1 else ()))
        if span > 1:
            pen.height(2, 31)
        pen.height(1, 21)
        if name != self.plan.front:
            pen.link(3, 1, f"internal:{in_sheet(self.plan.front, 'A1')}", say("summary.back"))
        if personal:
            pen.put(3, 3, say("summary.personal"), "personal")
        self._printed(sheet)
        return pen

    def put_list(self, pen: Pen, listing: Listing) -> None:
        """Write a list on the sheet; the rows of a long one are streamed into the finished file."""
        if listing.count < STREAMED_FROM:
            write_listing(pen, listing)
            return
        write_samples(pen, listing)
        number = self.book.worksheets().index(pen.sheet) + 1
        self.streams.append(Stream(f"xl/worksheets/sheet{number}.xml", listing))

    def _printed(self, sheet: Any) -> None:
        passport = self.summary.programme.passport
        names = {"municipality": passport.municipality, "period": passport.period.label}
        safe = {name: text.replace("&", "&&") for name, text in names.items()}
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&C" + say("summary.footer", page="&P", pages="&N", **safe))
        sheet.fit_to_pages(1, 0)
