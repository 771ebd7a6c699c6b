"""Window and print set-up of a sheet, as XlsxWriter takes it."""

from __future__ import annotations

from typing import Any

from metodist.domain.tables import Sheet, TableSpec
from metodist.layout.styles import NOTE_SIZE, TABS
from metodist.messages import say

_A4 = 9
_MARGIN, _BOTTOM = 0.4, 0.6
"""Inches; the footer stands in the lower margin."""


def set_up_page(target: Any, sheet: Sheet, spec: TableSpec) -> None:
    """Freeze, filter, select, hide; then paper, margins, what repeats, the footer."""
    _window(target, sheet)
    target.set_paper(_A4)
    target.set_landscape() if sheet.landscape else target.set_portrait()
    target.fit_to_pages(sheet.fit_wide, 0)
    target.set_margins(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_BOTTOM)
    target.set_footer(f"&L&{NOTE_SIZE}{spec.footer}&R&{NOTE_SIZE}{say('school_table.pages')}", {"margin": 0.3})
    if sheet.repeat:
        target.repeat_rows(sheet.repeat[0] - 1, sheet.repeat[1] - 1)
    if sheet.repeat_columns:
        target.repeat_columns(sheet.repeat_columns[0] - 1, sheet.repeat_columns[1] - 1)
    if sheet.print_area:
        area = sheet.print_area
        target.print_area(area.top - 1, area.left - 1, area.bottom - 1, area.right - 1)


def _window(target: Any, sheet: Sheet) -> None:
    target.set_tab_color(TABS[sheet.tab])
    target.set_zoom(100)
    target.hide_gridlines(0 if sheet.gridlines else 2)
    if sheet.freeze:
        target.freeze_panes(sheet.freeze[0] - 1, sheet.freeze[1] - 1)
    if sheet.filter_area:
        area = sheet.filter_area
        target.autofilter(area.top - 1, area.left - 1, area.bottom - 1, area.right - 1)
    target.set_selection(sheet.cursor[0] - 1, sheet.cursor[1] - 1, sheet.cursor[0] - 1, sheet.cursor[1] - 1)
    if sheet.state == "hidden":
        target.hide()
    elif sheet.state == "veryHidden":
        target.very_hidden()
