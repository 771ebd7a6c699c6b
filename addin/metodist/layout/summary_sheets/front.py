"""«Сводка»: completeness, key shares against targets, charts, and every indicator group by group."""

from __future__ import annotations

from metodist.domain.chance import wilson
from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.summary import Summary
from metodist.domain.values import Value
from metodist.domain.wording import DASH, is_fraction
from metodist.layout import fitting
from metodist.layout.addresses import address, fixed, in_sheet
from metodist.layout.chance_formulas import interval_end
from metodist.layout.summary_sheets import plan as rows
from metodist.layout.summary_sheets.briefing import sure_formula, sure_word
from metodist.layout.summary_sheets.completeness import state_count
from metodist.layout.summary_sheets.drawing import draw, height_of
from metodist.layout.summary_sheets.indicators import STATISTICS, reached_word
from metodist.layout.summary_sheets.listing import PADDING
from metodist.layout.summary_sheets.numbers import counted, looks_of
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.pictures import Place
from metodist.layout.summary_sheets.plan import Part, by_group
from metodist.messages import say

WIDTHS = (10.0, 60.0, 9.0, 9.0, 11.0, 10.0, 10.0, 14.0, 11.0, 11.0, 13.0, 13.0, 11.0, 11.0, 16.0)
CODE, TITLE, N, OF, VALUE, UNIT, TARGET, REACHED, FIRST_STATISTIC = 1, 2, 3, 4, 5, 6, 7, 8, 9
LOW, HIGH, SURE = 13, 14, 15
LAST = len(WIDTHS)
STATES_ROW = 5
LINKS_COLUMN = 4
_ROW_PIXELS = 20
_LEFT_PIXELS, _RIGHT_PIXELS, _WHOLE_PIXELS = 490, 765, 1282


def write_front(page: Page) -> None:
    """Write the sheet; its numbers refer to «Показатели», «Разрезы» and «Полнота»."""
    passport, built = page.summary.programme.passport, page.summary.built
    title = say("summary.front_title", period=passport.period.label, municipality=passport.municipality)
    moment = f"{built:%d.%m.%Y %H:%M}"
    pen = page.open(
        page.plan.front,
        title,
        say("summary.front_lead", programme=passport.title.rstrip("."), built=moment),
        span=REACHED,
    )
    for column, width in enumerate(WIDTHS, 1):
        pen.width(column, width)
    _states(page, pen)
    last_link = _links(page, pen)
    row = _charts(page, pen, max(STATES_ROW + 6, last_link + 2))
    _table(page, pen, row)
    pen.sheet.freeze_panes(3, 0)
    pen.sheet.activate()


def _states(page: Page, pen: Pen) -> None:
    """Completeness in numbers, counted by formulas on «Полнота»."""
    known = page.summary.completeness
    pen.merge(STATES_ROW, 1, 2, say("summary.completeness_schools"), "section")
    states = (("accepted", known.accepted), ("faulty", known.faulty), ("missing", known.missing))
    for row, (state, count) in enumerate(states, STATES_ROW + 1):
        pen.put(row, 1, None, "cell")
        pen.formula(row, 1, state_count(page, state), count, "cell", "integer", "strong")
        pen.put(row, 2, say(f"summary.count_{state}"), "cell", "padded")
    first, last = fixed(STATES_ROW + 1, 1), fixed(STATES_ROW + 3, 1)
    pen.formula(STATES_ROW + 4, 1, f"SUM({first}:{last})", known.expected, "cell", "integer", "strong")
    pen.put(STATES_ROW + 4, 2, say("summary.count_expected"), "cell", "padded")
    whole = fixed(STATES_ROW + 4, 1)
    pen.formula(STATES_ROW + 5, 1, f'IF({whole}=0,"",{first}/{whole})', known.ratio.value, "cell", "percent", "strong")
    pen.put(STATES_ROW + 5, 2, say("summary.count_share"), "cell", "padded")


def _links(page: Page, pen: Pen) -> int:
    """What the other sheets hold, each with a link. Returns the last row."""
    pen.merge(STATES_ROW, LINKS_COLUMN, LAST, say("summary.sheets"), "section")
    plan, sheets = page.plan, []
    if page.summary.programme.indicators:
        sheets += [(plan.indicators, say("summary.about_indicators"))]
        sheets += [(plan.breakdowns, say("summary.about_breakdowns")), (plan.charts, say("summary.about_charts"))]
    sheets += [(say("rubric.sheet"), say("rubric.about"))] if page.summary.score else []
    sheets += [(say("rubric.self_sheet"), say("rubric.self_about"))] if page.summary.self_scores else []
    sheets += [(say("cycle.sheet"), say("cycle.about"))] if page.summary.cycle else []
    sheets += analysis_links(page.summary)
    sheets += [(name, say("summary.about_register")) for name in plan.registers.values()]
    sheets += [(plan.facts, say("summary.about_facts"))] if page.summary.programme.school_facts else []
    sheets += [(plan.completeness, say("summary.about_completeness")), (plan.protocol, say("summary.about_protocol"))]
    for row, (name, about) in enumerate(sheets, STATES_ROW + 1):
        pen.link(row, LINKS_COLUMN, f"internal:{in_sheet(name, 'A1')}", name)
        pen.put(row, LINKS_COLUMN + 2, about)
    return STATES_ROW + len(sheets)


def analysis_links(summary: Summary) -> list[tuple[str, str]]:
    """The sheets of the analysis, each with what it is about."""
    names = ["dynamics", "clusters", "factors", "briefing"] if summary.programme.indicators else ["briefing"]
    found = [(say(f"{name}.sheet"), say(f"{name}.about")) for name in names]
    if summary.analysis.dynamics.has_earlier:
        found.insert(1, (say("dynamics.schools_sheet"), say("dynamics.about_schools")))
    if summary.effect and summary.effect.everything:
        found.append((say("effects.sheet"), say("effects.about")))
    found.append((say("query.sheet"), say("query.about")))
    return found


def _charts(page: Page, pen: Pen, row: int) -> int:
    """Completeness and the most frequent lines side by side, key shares below. Returns the first free row."""
    front = [numbers for numbers in page.numbers if numbers.picture.place is Place.FRONT]
    beside, below = (front[:-1], front[-1:]) if len(front) > 1 else (front, [])
    height = max(height_of(numbers.picture) for numbers in beside)
    for numbers, column, width in zip(beside, (1, 3), (_LEFT_PIXELS, _RIGHT_PIXELS), strict=False):
        draw(page, pen, numbers, (row, column), (width, height))
    row += height // _ROW_PIXELS + 2
    for numbers in below:
        height = height_of(numbers.picture)
        draw(page, pen, numbers, (row, 1), (_WHOLE_PIXELS, height))
        row += height // _ROW_PIXELS + 2
    return row


def _table(page: Page, pen: Pen, row: int) -> None:
    pen.merge(row, 1, LAST, say("summary.table_title"), "section")
    if not page.summary.programme.indicators:
        pen.merge(row + 1, 1, LAST, say("summary.no_indicators"))
        return
    pen.merge(row + 1, 1, LAST, say("summary.table_lead"), "note", "wrap", "top")
    pen.height(row + 1, 28)
    heads = ("code", "indicator", "part_numerator", "part_of", "value", "unit", "target_row", "outcome")
    titles = [say(f"summary.{name}") for name in heads] + [
        say(f"summary.{name.lower()}_row") for _, name, _ in STATISTICS
    ]
    titles += [say(f"summary.{name}") for name in ("low", "high", "sure_row")]
    for column, title in enumerate(titles, 1):
        pen.put(row + 2, column, title, "heading")
    pen.height(row + 2, 45)
    pen.sheet.set_h_pagebreaks([row - 1])
    pen.sheet.repeat_rows(row + 1)
    row += 3
    for name, group in by_group(page.summary.programme.indicators):
        pen.merge(row, 1, LAST, name or say("summary.no_group"), "subheading", "padded")
        for offset, indicator in enumerate(group, 1):
            _indicator(page, pen, row + offset, indicator)
        row += len(group) + 1


def _indicator(page: Page, pen: Pen, row: int, indicator: Indicator) -> None:
    _code(page, pen, row, indicator)
    pen.put(row, TITLE, indicator.title, "cell", "wrap", "padded")
    pen.height(row, fitting.fitted_height(indicator.title, WIDTHS[TITLE - 1] - PADDING))
    for column in range(N, LAST + 1):
        pen.put(row, column, None, "cell", "reference")
    if indicator.code in page.plan.blocks:
        pen.put(row, UNIT, "" if is_fraction(indicator) else indicator.unit, "cell", "centre")
        _numbers(page, pen, row, indicator)
        _aim(page, pen, row, indicator)
        _interval(page, pen, row, indicator)
    elif indicator.code in page.plan.slices:
        _top_line(page, pen, row, indicator)


def _code(page: Page, pen: Pen, row: int, indicator: Indicator) -> None:
    """The code, a link to where the schools' numbers stand."""
    if indicator.code in page.plan.blocks:
        place = in_sheet(page.plan.indicators, address(rows.TITLE_ROW, page.plan.blocks[indicator.code].left))
    elif indicator.code in page.plan.slices:
        place = in_sheet(page.plan.breakdowns, address(page.plan.slices[indicator.code].heading_row, 1))
    else:
        pen.put(row, CODE, indicator.code, "cell", "padded")
        return
    pen.link(row, CODE, f"internal:{place}", indicator.code, "cell", "padded")


def _numbers(page: Page, pen: Pen, row: int, indicator: Indicator) -> None:
    columns = page.plan.blocks[indicator.code].columns
    looks = looks_of(indicator, columns, page.summary)
    outcome = page.summary.municipality.get(indicator.code)
    for part, column in ((Part.NUMERATOR, N), (Part.DENOMINATOR, OF), (Part.VALUE, VALUE)):
        if part in columns:
            own = looks[part]
            strong = ("strong",) if part is Part.VALUE else ()
            if own == "yes_no" and indicator.scope != MUNICIPALITY:
                own = "percent"
            _refer(pen, row, column, page.plan.district(indicator.code, part), counted(outcome, part), own, *strong)
    if indicator.compares_schools:
        _statistics(page, pen, row, indicator, looks[Part.VALUE])


def _statistics(page: Page, pen: Pen, row: int, indicator: Indicator, look: str) -> None:
    statistics = page.summary.statistics.get(indicator.code)
    look = {"integer": "decimal", "signed": "signed_decimal"}.get(look, look)
    for column, (source, _, attribute) in enumerate(STATISTICS, FIRST_STATISTIC):
        value = attribute(statistics) if statistics else None
        _refer(pen, row, column, page.plan.district(indicator.code, Part.VALUE, source), value, look)


def _interval(page: Page, pen: Pen, row: int, indicator: Indicator) -> None:
    """The share's interval, and whether the target lies outside of it; a single «да» or «нет» has none."""
    if not is_fraction(indicator) or indicator.scope == MUNICIPALITY:
        return
    outcome = page.summary.municipality.get(indicator.code)
    known = wilson(outcome.numerator or 0, outcome.denominator or 0) if outcome and outcome.denominator else None
    n, of = fixed(row, N), fixed(row, OF)
    for column, upper, end in ((LOW, False, known.low if known else None), (HIGH, True, known.high if known else None)):
        pen.formula(row, column, interval_end(n, of, upper=upper), end, "cell", "computed", "percent")
    if indicator.target is not None:
        formula, word = sure_formula(n, of, fixed(row, TARGET)), sure_word(page.summary, indicator)
        pen.formula(row, SURE, formula, word, "cell", "computed", "centre", "wrap")


def _refer(pen: Pen, row: int, column: int, reference: str, value: Value, *looks: str) -> None:
    """Show a number of another sheet; blank stays blank."""
    pen.formula(row, column, f'IF({reference}="","",{reference})', value, "cell", "computed", *looks)


def _aim(page: Page, pen: Pen, row: int, indicator: Indicator) -> None:
    """Target and whether it is reached; a level without a target shows its band."""
    columns = page.plan.blocks[indicator.code].columns
    if indicator.target is not None:
        look = looks_of(indicator, columns, page.summary)[Part.VALUE]
        target = page.plan.district(indicator.code, Part.VALUE, rows.TARGET_ROW)
        _refer(pen, row, TARGET, target, indicator.target, "percent" if look == "yes_no" else look)
        word, reference = (
            reached_word(page, indicator),
            page.plan.district(indicator.code, Part.VALUE, rows.REACHED_ROW),
        )
        sentences = {key: say(f"summary.aim_{key}_word") for key in ("yes", "no")}
        cached = sentences.get({say("summary.yes"): "yes", say("summary.no"): "no"}.get(word, ""), DASH)
        formula = (
            f'IF({reference}="{say("summary.yes")}","{sentences["yes"]}",'
            f'IF({reference}="{say("summary.no")}","{sentences["no"]}","{DASH}"))'
        )
        pen.formula(row, REACHED, formula, cached, "cell", "centre", "wrap")
        for key, look_name in (("yes", "done"), ("no", "warning")):
            rule = {"type": "cell", "criteria": "==", "value": f'"{sentences[key]}"'}
            pen.sheet.conditional_format(
                row - 1, REACHED - 1, row - 1, REACHED - 1, rule | {"format": page.looks.conditional(look_name)}
            )
    elif indicator.kind is IndicatorKind.LEVEL:
        outcome = page.summary.municipality.get(indicator.code)
        level = page.plan.district(indicator.code, Part.LEVEL)
        _refer(pen, row, REACHED, level, outcome.level if outcome else "", "centre", "wrap")


def _top_line(page: Page, pen: Pen, row: int, indicator: Indicator) -> None:
    """A distribution or ranking has no single number: its most frequent line, with a link to all of them."""
    outcome = page.summary.municipality.get(indicator.code)
    block = page.plan.slices[indicator.code]
    target = f"internal:{in_sheet(page.plan.breakdowns, address(block.heading_row, 1))}"
    best = max(
        block.rows,
        key=lambda label: outcome.breakdown[label].numerator if outcome and label in outcome.breakdown else 0,
    )
    ratio = outcome.breakdown.get(best) if outcome else None
    if ratio is None or not ratio.numerator:
        pen.merge(row, REACHED, LAST, say("summary.see_breakdowns"), "cell")
        return
    for column, source, value, look in (
        (N, rows.SLICE_N, ratio.numerator, "integer"),
        (OF, rows.SLICE_OF, ratio.denominator, "integer"),
        (VALUE, rows.SLICE_SHARE, ratio.value, "percent"),
    ):
        _refer(pen, row, column, page.plan.slice(indicator.code, best, source), value, look)
    pen.merge(row, REACHED, LAST, "", "cell", "wrap")
    pen.link(row, REACHED, target, say("summary.most_frequent", label=best), "cell", "wrap", "padded")
