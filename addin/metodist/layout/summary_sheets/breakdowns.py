"""«Разрезы»: every breakdown, distribution and ranking: n, N and share of the municipality and of each school."""

from __future__ import annotations

from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome, Ratio
from metodist.domain.summary import Summary
from metodist.layout import fitting
from metodist.layout.addresses import address, fixed, letters
from metodist.layout.summary_sheets import plan as rows
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.plan import SliceBlock
from metodist.messages import say

WIDTHS = (10.0, 48.0, 9.0, 9.0, 10.0, 8.0)
SCHOOL_WIDTHS = (7.0, 7.0, 9.0)
EMPTY = Ratio(0, 0)


def write_breakdowns(page: Page) -> None:
    """Write the sheet; Σ over the schools, shares and places are formulas over the numbers in it."""
    title, lead = say("summary.breakdowns_title"), say("summary.breakdowns_lead")
    pen = page.open(page.plan.breakdowns, title, lead, span=rows.SLICE_RANK)
    _heads(page, pen)
    for block in page.plan.slices.values():
        _block(page, pen, block)
    if not page.plan.slices:
        pen.put(rows.FIRST_SLICE_ROW, 1, say("summary.no_breakdowns"))
    pen.sheet.freeze_panes(rows.SLICE_HEAD_ROW, rows.FIRST_SLICE_SCHOOL - 1)
    pen.sheet.repeat_rows(rows.SLICE_SCHOOLS_ROW - 1, rows.SLICE_HEAD_ROW - 1)
    pen.sheet.repeat_columns(0, 1)
    pen.sheet.fit_page = False
    pen.sheet.set_print_scale(60)
    pen.sheet.set_v_pagebreaks(_page_breaks(page))


def _page_breaks(page: Page) -> list[int]:
    """The municipality's page first, then six schools a page."""
    first = rows.FIRST_SLICE_SCHOOL - 1
    return [first + 3 * number for number in range(0, len(page.summary.schools), 6)]


def _heads(page: Page, pen: Pen) -> None:
    for column, width in enumerate(WIDTHS, 1):
        pen.width(column, width)
    pen.merge(rows.SLICE_SCHOOLS_ROW, 1, 2, "", "heading")
    pen.merge(rows.SLICE_SCHOOLS_ROW, rows.SLICE_N, rows.SLICE_RANK, say("summary.district"), "heading")
    heads = ("code", "slice", "part_numerator", "part_of", "part_share", "part_rank")
    for column, name in enumerate(heads, 1):
        pen.put(rows.SLICE_HEAD_ROW, column, say(f"summary.{name}"), "subheading", "centre")
    tallest = 30.0
    for number, school in enumerate(page.summary.schools):
        left, name = rows.FIRST_SLICE_SCHOOL + 3 * number, school.organisation.short_name
        pen.merge(rows.SLICE_SCHOOLS_ROW, left, left + 2, name, "heading")
        tallest = max(tallest, fitting.fitted_height(name, sum(SCHOOL_WIDTHS), bold=True))
        for offset, part in enumerate(heads[2:5]):
            pen.width(left + offset, SCHOOL_WIDTHS[offset])
            pen.put(rows.SLICE_HEAD_ROW, left + offset, say(f"summary.{part}"), "subheading", "centre")
    pen.height(rows.SLICE_SCHOOLS_ROW, tallest)


def _block(page: Page, pen: Pen, block: SliceBlock) -> None:
    indicator = block.indicator
    last = rows.FIRST_SLICE_SCHOOL + 3 * len(page.summary.schools) - 1
    title = f"{indicator.code}. {indicator.title} — {_kind(indicator)}"
    pen.merge(block.heading_row, 1, rows.SLICE_RANK, title, "subheading", "padded")
    for column in range(rows.FIRST_SLICE_SCHOOL, last + 1):
        pen.put(block.heading_row, column, None, "subheading")
    pen.height(block.heading_row, fitting.fitted_height(title, sum(WIDTHS), bold=True))
    outcome = page.summary.municipality.get(indicator.code)
    for label, row in block.rows.items():
        pen.put(row, 1, indicator.code, "cell", "reference", "padded")
        pen.put(row, 2, label, "cell", "wrap", "padded")
        _municipality(page.summary, pen, block, row, (outcome, label), last)
        _schools(page.summary, pen, indicator, label, row)
    area = (min(block.rows.values()) - 1, rows.SLICE_SHARE - 1, max(block.rows.values()) - 1, rows.SLICE_SHARE - 1)
    bar = {"type": "data_bar", "bar_color": "#9DC3E6", "bar_solid": True, "min_type": "num", "max_type": "num"}
    pen.sheet.conditional_format(*area, bar | {"min_value": 0, "max_value": 1})


def _kind(indicator: Indicator) -> str:
    if indicator.kind in (IndicatorKind.DISTRIBUTION, IndicatorKind.RANKING):
        return indicator.kind.value
    return say("summary.in_breakdown", title=indicator.breakdown.title if indicator.breakdown else "")


def _municipality(
    summary: Summary, pen: Pen, block: SliceBlock, row: int, what: tuple[Outcome | None, str], last: int
) -> None:
    outcome, label = what
    ratio = outcome.breakdown.get(label, EMPTY) if outcome else EMPTY
    for column, attribute in ((rows.SLICE_N, "numerator"), (rows.SLICE_OF, "denominator")):
        whole = getattr(ratio, attribute)
        parts = [
            getattr(_slice(school.outcomes.get(block.indicator.code), label), attribute) for school in summary.schools
        ]
        if parts and sum(parts) == whole:
            pen.formula(row, column, _sum(row, column, last), whole, "cell", "computed", "integer")
        else:
            pen.put(row, column, whole, "cell", "integer")
    n, of = address(row, rows.SLICE_N), address(row, rows.SLICE_OF)
    share = f'IF(N({of})=0,"",{n}/{of})'
    pen.formula(row, rows.SLICE_SHARE, share, ratio.value, "cell", "computed", "strong", "percent")
    _place(pen, block, row, (outcome, label))


def _sum(row: int, column: int, last: int) -> str:
    """Σ over the schools' columns with the same heading as this one."""
    first = rows.FIRST_SLICE_SCHOOL
    heads = f"{fixed(rows.SLICE_HEAD_ROW, first)}:{fixed(rows.SLICE_HEAD_ROW, last)}"
    numbers = f"${letters(first)}{row}:${letters(last)}{row}"
    return f"SUMIF({heads},{letters(column)}${rows.SLICE_HEAD_ROW},{numbers})"


def _place(pen: Pen, block: SliceBlock, row: int, what: tuple[Outcome | None, str]) -> None:
    """The line's place: by how many rows, in a breakdown of a share by the share."""
    by_share = block.indicator.kind is IndicatorKind.SHARE
    column = letters(rows.SLICE_SHARE if by_share else rows.SLICE_N)
    area = f"{column}${min(block.rows.values())}:{column}${max(block.rows.values())}"
    formula = f'IF(COUNT({column}{row})=0,"",RANK({column}{row},{area},0))'
    pen.formula(row, rows.SLICE_RANK, formula, place_of(block, what[0], what[1]), "cell", "computed", "integer")


def place_of(block: SliceBlock, outcome: Outcome | None, label: str) -> int | None:
    """What the place's formula comes to: 1 for the greatest, equals share the better place."""
    by_share = block.indicator.kind is IndicatorKind.SHARE
    found = {name: _slice(outcome, name) for name in block.rows}
    keys = {name: ratio.value if by_share else ratio.numerator for name, ratio in found.items()}
    own = keys[label]
    if own is None:
        return None
    return 1 + sum(1 for key in keys.values() if key is not None and key > own)


def _slice(outcome: Outcome | None, label: str) -> Ratio:
    return outcome.breakdown.get(label, EMPTY) if outcome else EMPTY


def _schools(summary: Summary, pen: Pen, indicator: Indicator, label: str, row: int) -> None:
    for number, school in enumerate(summary.schools):
        left = rows.FIRST_SLICE_SCHOOL + 3 * number
        ratio = _slice(school.outcomes.get(indicator.code), label)
        pen.put(row, left, ratio.numerator, "cell", "integer")
        pen.put(row, left + 1, ratio.denominator, "cell", "integer")
        n, of = address(row, left), address(row, left + 1)
        pen.formula(row, left + 2, f'IF(N({of})=0,"",{n}/{of})', ratio.value, "cell", "computed", "percent")
