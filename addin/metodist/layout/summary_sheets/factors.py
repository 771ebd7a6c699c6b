"""«Факторы»: what goes with each indicator, how surely, and how the methodist classifies it."""

from __future__ import annotations

from itertools import groupby

from metodist.domain.chance import LEVEL
from metodist.domain.factor_wording import confirmed_links, verdict_of
from metodist.domain.factors import FactorClass, Factors, Link
from metodist.domain.indicators import Indicator
from metodist.domain.values import Value
from metodist.layout import fitting
from metodist.layout.summary_sheets.factors_check import write_check
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.picture_titles import shortened
from metodist.messages import say

HEAD_ROW = 8
_LEAST_SHOWN = 3
"""So many of an indicator's comparisons are shown where none is confirmed."""
_TITLE_LENGTH = 90
_NO_CLASS = FactorClass("")

#: Heading, width and look of each column.
_COLUMNS: tuple[tuple[str, float, str], ...] = (
    ("summary.code", 10, "padded"),
    ("summary.indicator", 46, "padded"),
    ("factors.factor", 44, "padded"),
    ("factors.how", 12, "centre"),
    ("factors.schools", 8, "integer"),
    ("factors.size", 11, "two_digits"),
    ("factors.low", 12, "two_digits"),
    ("factors.high", 12, "two_digits"),
    ("factors.chance", 13, "chance"),
    ("factors.corrected", 12, "chance"),
    ("factors.verdict", 46, "padded"),
    ("factors.origin", 16, "centre"),
    ("factors.influence", 17, "centre"),
    ("factors.on_heads", 14, "centre"),
    ("factors.note", 30, "padded"),
)
LAST = len(_COLUMNS)


def write_factors(page: Page) -> None:
    """Write the sheet; where nothing was compared it says why."""
    factors = page.summary.analysis.factors
    if factors.reason or not factors.links:
        pen = page.open(say("factors.sheet"), say("factors.title"), say("factors.lead_none"))
        pen.put(5, 1, factors.reason or say("factors.nothing_to_compare"))
        pen.sheet.freeze_panes(3, 0)
        return
    pen = page.open(say("factors.sheet"), say("factors.title"), say("factors.lead"), span=5)
    shown = shown_links(factors)
    _words(pen, factors)
    for column, (head, width, _) in enumerate(_COLUMNS, 1):
        pen.put(HEAD_ROW, column, say(head), "heading")
        pen.width(column, width)
    pen.height(HEAD_ROW, 47)
    known = {each.code: each for each in page.summary.programme.indicators}
    for row, link in enumerate(shown, HEAD_ROW + 1):
        _link(pen, row, known[link.indicator], link, factors.classes.get(link.factor, _NO_CLASS))
    last = HEAD_ROW + len(shown)
    pen.sheet.autofilter(HEAD_ROW - 1, 0, last - 1, LAST - 1)
    pen.sheet.print_area(0, 0, last - 1, LAST - 1)
    pen.sheet.freeze_panes(HEAD_ROW, 0)
    pen.sheet.repeat_rows(HEAD_ROW - 1)
    write_check(page, pen, LAST + 2)


def shown_links(factors: Factors) -> list[Link]:
    """Of each indicator the confirmed comparisons, and at least the three most certain ones."""
    shown: list[Link] = []
    for _, group in groupby(factors.links, key=lambda link: link.indicator):
        own = list(group)
        found = [link for link in own if link.corrected <= LEVEL]
        shown += found if len(found) >= _LEAST_SHOWN else own[:_LEAST_SHOWN]
    return shown


def _words(pen: Pen, factors: Factors) -> None:
    found = confirmed_links(factors)
    numbers = {"indicators": len(factors.indicators), "factors": len(factors.factors), "links": len(factors.links)}
    pen.put(5, 1, say("factors.counted", **numbers, found=len(found)), "strong")
    notes = [*(() if found else (say("factors.nothing_found"),)), *factors.notes]
    if notes:
        pen.put(6, 1, " ".join(notes))


def _link(pen: Pen, row: int, indicator: Indicator, link: Link, known: FactorClass) -> None:
    effect, title = link.effect, shortened(indicator.title, _TITLE_LENGTH)
    verdict = verdict_of(indicator, link)
    cells: tuple[Value, ...] = (
        link.indicator,
        title,
        link.factor,
        say(f"factors.how_{link.kind.value}"),
        effect.count,
        effect.size,
        effect.interval.low if effect.interval else None,
        effect.interval.high if effect.interval else None,
        effect.chance,
        link.corrected,
        verdict,
        known.origin,
        known.influence,
        known.on_heads,
        known.note,
    )
    strong = ("strong",) if link.corrected <= LEVEL else ()
    for column, (cell, (_, _, look)) in enumerate(zip(cells, _COLUMNS, strict=True), 1):
        wrap = ("wrap",) if look in ("padded", "centre") else ()
        pen.put(row, column, cell, "cell", look, *wrap, *(strong if column == 11 else ()))
    texts = ((title, 44.0), (link.factor, 42.0), (verdict, 43.0), (known.note, 28.0))
    pen.height(row, max(fitting.fitted_height(text, width) for text, width in texts))
