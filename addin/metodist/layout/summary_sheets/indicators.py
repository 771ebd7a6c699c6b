"""«Показатели»: schools down, indicators across, n/N beside every share; the municipality and statistics on top."""

from __future__ import annotations

from collections.abc import Callable

from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.summary import SchoolResult, Statistics
from metodist.domain.values import Value
from metodist.domain.wording import DASH
from metodist.layout import fitting
from metodist.layout.addresses import fixed, letters
from metodist.layout.summary_sheets import plan as rows
from metodist.layout.summary_sheets.numbers import Shown, counted, district_row, looks_of, school_row
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.plan import Block, Part, by_group
from metodist.layout.summary_sheets.rank_remarks import RankRemarks, rank_remarks
from metodist.messages import say

WIDTHS = {
    Part.NUMERATOR: 8.0,
    Part.DENOMINATOR: 8.0,
    Part.VALUE: 10.0,
    Part.PERCENT: 9.0,
    Part.LEVEL: 14.0,
    Part.RANK: 8.0,
    Part.REMARK: 31.0,
}
NARROWEST, WIDEST, TITLE_LINES = 28.0, 70.0, 4
"""A block is so wide, in characters, that its title fits in four lines."""
CODE_WIDTH, NAME_WIDTH = 10.0, 30.0
LEAD_WIDTH = 150.0
"""Characters that a window of a small screen shows."""
PRINT_SCALE = 55
PAGE_WIDTH = 215.0
"""Characters that fit on a printed page beside the schools' names."""

#: Statistics row → function of Excel and attribute of :class:`Statistics`.
STATISTICS: tuple[tuple[int, str, Callable[[Statistics], float | None]], ...] = (
    (rows.MEAN_ROW, "AVERAGE", lambda statistics: statistics.mean),
    (rows.MEDIAN_ROW, "MEDIAN", lambda statistics: statistics.median),
    (rows.MINIMUM_ROW, "MIN", lambda statistics: statistics.minimum),
    (rows.MAXIMUM_ROW, "MAX", lambda statistics: statistics.maximum),
)


def write_indicators(page: Page) -> None:
    """Write the sheet; every share, sum, statistic and rank is a formula over the numbers in it."""
    title, has_any = say("summary.indicators_title"), bool(page.summary.programme.indicators)
    lead = say("summary.indicators_lead" if has_any else "summary.no_indicators")
    pen = page.open(page.plan.indicators, title, lead, span=_lead_span(page) if has_any else 1)
    if has_any:
        _heads(pen)
    else:
        _without_heads(pen)
    _schools(page, pen)
    _groups(page, pen)
    for block in page.plan.blocks.values():
        _block(page, pen, block)
    last = max((block.right for block in page.plan.blocks.values()), default=2)
    pen.sheet.freeze_panes(rows.PART_ROW, 2)
    pen.sheet.autofilter(rows.SCHOOLS_HEAD_ROW - 1, 0, page.plan.last_school_row - 1, last - 1)
    _printed(page, pen, last)


def _lead_span(page: Page) -> int:
    """How many columns, at least the two that stay, the line under the title takes in a window."""
    used, last = CODE_WIDTH + NAME_WIDTH, 2
    for block in page.plan.blocks.values():
        for width in _widths(block).values():
            if used + width > LEAD_WIDTH:
                return last
            used, last = used + width, last + 1
    return last


def _heads(pen: Pen) -> None:
    """What the rows above the schools hold."""
    for row in (rows.GROUP_ROW, rows.TITLE_ROW):
        pen.merge(row, 1, 2, say("summary.group") if row == rows.GROUP_ROW else say("summary.indicator"), "heading")
    pen.merge(rows.PART_ROW, 1, 2, say("summary.what_stands"), "heading")
    pen.merge(rows.DISTRICT_ROW, 1, 2, say("summary.district_row"), "subheading", "padded")
    pen.merge(rows.TARGET_ROW, 1, 2, say("summary.target_row"), "subheading", "padded")
    pen.merge(rows.REACHED_ROW, 1, 2, say("summary.reached_row"), "subheading", "padded")
    for row, function, _ in STATISTICS:
        pen.merge(row, 1, 2, say(f"summary.{function.lower()}_row"), "subheading", "padded")


def _without_heads(pen: Pen) -> None:
    """No indicators: the schools stand where they always do, the rows above them are put away."""
    for row in range(rows.GROUP_ROW, rows.SCHOOLS_HEAD_ROW):
        pen.sheet.set_row(row - 1, None, None, {"hidden": True})


def _schools(page: Page, pen: Pen) -> None:
    """The two columns that name the schools."""
    pen.width(1, CODE_WIDTH)
    pen.width(2, NAME_WIDTH)
    pen.put(rows.SCHOOLS_HEAD_ROW, 1, say("summary.code"), "subheading", "padded")
    pen.put(rows.SCHOOLS_HEAD_ROW, 2, say("summary.school"), "subheading", "padded")
    for row, school in enumerate(page.summary.schools, rows.FIRST_SCHOOL_ROW):
        pen.put(row, 1, school.organisation.code, "cell", "reference", "padded")
        pen.link(row, 2, f"external:{school.source}", school.organisation.short_name, "cell", "padded")
    if not page.summary.schools:
        pen.merge(rows.FIRST_SCHOOL_ROW, 1, 2, say("summary.no_schools"), "cell")


def _groups(page: Page, pen: Pen) -> None:
    """A band over the blocks of each group; printed pages break between blocks, where possible between groups."""
    breaks: list[int] = []
    used = 0.0
    for title, group in by_group(page.summary.programme.indicators):
        blocks = [page.plan.blocks[item.code] for item in group if item.code in page.plan.blocks]
        if not blocks:
            continue
        pen.merge(rows.GROUP_ROW, blocks[0].left, blocks[-1].right, title or say("summary.no_group"), "heading", "left")
        widths = [sum(_widths(block).values()) for block in blocks]
        if used + sum(widths) > PAGE_WIDTH and used:
            breaks.append(blocks[0].left - 1)
            used = 0.0
        for block, width in zip(blocks, widths, strict=True):
            if used and used + width > PAGE_WIDTH:
                breaks.append(block.left - 1)
                used = 0.0
            used += width
    pen.height(rows.GROUP_ROW, 20)
    pen.sheet.set_v_pagebreaks(breaks)


def _block(page: Page, pen: Pen, block: Block) -> None:
    indicator = block.indicator
    looks = looks_of(indicator, block.columns, page.summary)
    widths = _widths(block)
    for part, column in block.columns.items():
        pen.width(column, widths[part])
        pen.put(rows.PART_ROW, column, _part_title(indicator, part), "subheading", "centre")
        pen.put(rows.SCHOOLS_HEAD_ROW, column, _part_title(indicator, part), "subheading", "centre")
    pen.merge(rows.TITLE_ROW, block.left, block.right, _title(block), "subheading", "top", "padded")
    _put_row(
        pen,
        block,
        district_row(block, page.summary, rows.DISTRICT_ROW, page.plan.last_school_row),
        looks,
        rows.DISTRICT_ROW,
        ("cell", "strong"),
    )
    _target(page, pen, block, looks)
    _statistics(page, pen, block, looks)
    remarks = rank_remarks(page.summary, page.plan, block)
    for row, school in enumerate(page.summary.schools, rows.FIRST_SCHOOL_ROW):
        _school(page, pen, block, looks, row, school, remarks)
    if not page.summary.schools:
        _put_row(pen, block, {}, looks, rows.FIRST_SCHOOL_ROW, ("cell",))
    _heat(page, pen, block)


def _widths(block: Block) -> dict[Part, float]:
    own = {part: WIDTHS[part] for part in block.columns}
    whole = max(NARROWEST, sum(own.values()))
    while whole < WIDEST and fitting.line_count(_title(block), whole - 2, bold=True) > TITLE_LINES:
        whole += 2
    return {part: round(width + (whole - sum(own.values())) / len(own), 1) for part, width in own.items()}


def _title(block: Block) -> str:
    return f"{block.indicator.code}. {block.indicator.title}"


def _part_title(indicator: Indicator, part: Part) -> str:
    if part is Part.VALUE:
        unit = "" if indicator.kind in (IndicatorKind.SHARE, IndicatorKind.PRESENCE) else indicator.unit
        title = say(f"summary.value_{indicator.kind.name.lower()}")
        return f"{title}, {unit}" if unit else title
    special = {IndicatorKind.CHANGE: "_change", IndicatorKind.MEAN: "_mean", IndicatorKind.LEVEL: "_mean"}
    suffix = special.get(indicator.kind, "") if part in (Part.NUMERATOR, Part.DENOMINATOR) else ""
    return say(f"summary.part_{part}{suffix}")


def _put_row(
    pen: Pen, block: Block, cells: dict[Part, Shown], looks: dict[Part, str], row: int, base: tuple[str, ...]
) -> None:
    for part, column in block.columns.items():
        shown = cells.get(part)
        if shown is None:
            pen.put(row, column, None, *base, "reference")
        elif shown.formula:
            pen.formula(row, column, shown.formula, shown.value, *base, "computed", looks[part])
        else:
            pen.put(row, column, shown.value, *base, looks[part])


def _school(
    page: Page,
    pen: Pen,
    block: Block,
    looks: dict[Part, str],
    row: int,
    school: SchoolResult,
    remarks: RankRemarks,
) -> None:
    code = block.indicator.code
    if block.indicator.scope == MUNICIPALITY:
        _put_row(
            pen, block, {part: Shown(DASH) for part in block.columns}, dict.fromkeys(looks, "centre"), row, ("cell",)
        )
        return
    cells = school_row(block, school.outcomes.get(code), row)
    if Part.RANK in block.columns:
        rank = page.summary.ranks.get(code, {}).get(school.organisation.code)
        cells[Part.RANK] = Shown(rank, _rank(page, block, row))
        cells[Part.REMARK] = remarks.of(school, row)
    _put_row(pen, block, cells, looks, row, ("cell",))


def _rank(page: Page, block: Block, row: int) -> str:
    column = block.columns[Part.VALUE]
    order = 0 if block.indicator.higher_is_better else 1
    own = f"{letters(column)}{row}"
    return f'IF(COUNT({own})=0,"",RANK({own},{page.plan.over_schools(column)},{order}))'


def _target(page: Page, pen: Pen, block: Block, looks: dict[Part, str]) -> None:
    """The target and whether the municipality reaches it, compared unrounded."""
    indicator, column = block.indicator, block.columns[Part.VALUE]
    for row in (rows.TARGET_ROW, rows.REACHED_ROW):
        _put_row(pen, block, {}, looks, row, ("cell",))
    if indicator.target is None:
        pen.put(rows.TARGET_ROW, column, DASH, "cell", "centre")
        pen.put(rows.REACHED_ROW, column, DASH, "cell", "centre")
        return
    look = "percent" if looks[Part.VALUE] == "yes_no" else looks[Part.VALUE]
    pen.put(rows.TARGET_ROW, column, indicator.target, "cell", look)
    value, target = fixed(rows.DISTRICT_ROW, column), fixed(rows.TARGET_ROW, column)
    sign = ">=" if indicator.higher_is_better else "<="
    yes, no = say("summary.yes"), say("summary.no")
    formula = f'IF(COUNT({value})=0,"{DASH}",IF({value}{sign}{target},"{yes}","{no}"))'
    pen.formula(rows.REACHED_ROW, column, formula, reached_word(page, indicator), "cell", "centre", "strong")


def reached_word(page: Page, indicator: Indicator) -> str:
    """«да», «нет» or «—»: whether the municipality reaches the target."""
    reached = indicator.reached(counted(page.summary.municipality.get(indicator.code), Part.VALUE))
    return DASH if reached is None else say("summary.yes" if reached else "summary.no")


def _statistics(page: Page, pen: Pen, block: Block, looks: dict[Part, str]) -> None:
    statistics = page.summary.statistics.get(block.indicator.code)
    column = block.columns[Part.VALUE]
    look = {"integer": "decimal", "signed": "signed_decimal"}.get(looks[Part.VALUE], looks[Part.VALUE])
    for row, function, attribute in STATISTICS:
        _put_row(pen, block, {}, looks, row, ("cell",))
        if not block.indicator.compares_schools:
            pen.put(row, column, DASH, "cell", "centre")
            continue
        area = page.plan.over_schools(column)
        value: Value = attribute(statistics) if statistics else None
        pen.formula(row, column, f'IF(COUNT({area})=0,"",{function}({area}))', value, "cell", "computed", look)


def _heat(page: Page, pen: Pen, block: Block) -> None:
    """Against the target: green and bold where reached, yellow where not; without one, the higher the bluer."""
    indicator, column = block.indicator, block.columns[Part.VALUE]
    if not indicator.compares_schools:
        return
    area = (rows.FIRST_SCHOOL_ROW - 1, column - 1, page.plan.last_school_row - 1, column - 1)
    if indicator.target is None:
        scale = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#9DC3E6"}
        pen.sheet.conditional_format(*area, scale)
        return
    own, target = f"{letters(column)}{rows.FIRST_SCHOOL_ROW}", f"{letters(column)}${rows.TARGET_ROW}"
    signs = (">=", "<") if indicator.higher_is_better else ("<=", ">")
    for sign, name in zip(signs, ("done", "warning"), strict=True):
        looks = page.looks.conditional(name, bold=name == "done")
        rule = {"type": "formula", "criteria": f"=AND(ISNUMBER({own}),{own}{sign}{target})", "format": looks}
        pen.sheet.conditional_format(*area, rule)


def _printed(page: Page, pen: Pen, last: int) -> None:
    blocks = [(block, _widths(block)) for block in page.plan.blocks.values()]
    titles = [fitting.fitted_height(_title(block), sum(widths.values()) - 2, bold=True) for block, widths in blocks]
    parts = [
        fitting.fitted_height(_part_title(block.indicator, part), width, bold=True)
        for block, widths in blocks
        for part, width in widths.items()
    ]
    pen.height(rows.TITLE_ROW, max(titles, default=15.0))
    for row in (rows.PART_ROW, rows.SCHOOLS_HEAD_ROW):
        pen.height(row, max(parts, default=15.0))
    pen.sheet.repeat_rows(rows.GROUP_ROW - 1, rows.PART_ROW - 1)
    pen.sheet.repeat_columns(0, 1)
    pen.sheet.print_area(0, 0, page.plan.last_school_row - 1, last - 1)
    pen.sheet.fit_to_pages(0, 0)
    pen.sheet.fit_page = False
    pen.sheet.set_print_scale(PRINT_SCALE)
