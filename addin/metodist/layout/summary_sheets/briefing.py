"""«Для руководителя»: the whole summary on one printed A4 page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from metodist.domain.chance import wilson
from metodist.domain.dynamics import Series
from metodist.domain.factor_wording import confirmed_links
from metodist.domain.indicators import Indicator
from metodist.domain.summary import Summary
from metodist.domain.wording import is_fraction, number_text
from metodist.layout import chance_formulas, fitting
from metodist.layout.addresses import in_sheet, letters, quoted
from metodist.layout.summary_sheets import dynamics_places
from metodist.layout.summary_sheets import plan as rows
from metodist.layout.summary_sheets.briefing_tiles import write_tiles
from metodist.layout.summary_sheets.completeness import lines_of
from metodist.layout.summary_sheets.drawing import draw, height_of
from metodist.layout.summary_sheets.dynamics import confirmed
from metodist.layout.summary_sheets.dynamics_rows import verdict_text
from metodist.layout.summary_sheets.numbers import counted
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.picture_titles import shortened
from metodist.layout.summary_sheets.pictures import Numbers
from metodist.layout.summary_sheets.plan import Part
from metodist.messages import say

_WIDTHS = (9.0, 41.0, 12.0, 10.0, 10.0, 17.0, 18.0)
LAST = len(_WIDTHS)
_CHART_ROW, _CHART_WIDTH, _ROW_PIXELS = 9, 850, 20
_ROOM = 60
"""Pixels more than elsewhere: labels wrap on a narrow page."""
_MOST_ROWS, _MOST_NAMED, _TITLE_LENGTH = 5, 12, 95


def write_briefing(page: Page) -> None:
    """Write the sheet: tiles, one chart, two short tables, groups, who is missing."""
    passport, built = page.summary.programme.passport, page.summary.built
    title = say("briefing.title", period=passport.period.label, municipality=passport.municipality)
    pen = page.open(say("briefing.sheet"), title, say("briefing.lead", built=f"{built:%d.%m.%Y %H:%M}"), span=LAST)
    pen.height(2, 18)
    for column, width in enumerate(_WIDTHS, 1):
        pen.width(column, width)
    write_tiles(page, pen)
    row = _chart(page, pen)
    if page.summary.programme.indicators:
        row = _furthest(page, pen, row)
        row = _changes(page, pen, row)
        row = _groups(page.summary, pen, row)
        row = _factors(page.summary, pen, row)
    else:
        row = _sentence(pen, row, say("summary.no_indicators")) + 1
    row = _missing(page.summary, pen, row)
    pen.sheet.set_portrait()
    pen.sheet.print_area(0, 0, row - 1, LAST - 1)
    pen.sheet.fit_to_pages(1, 1)
    pen.sheet.freeze_panes(3, 0)


def _chart(page: Page, pen: Pen) -> int:
    """The key shares against their targets. Returns the first free row."""
    found: list[Numbers] = [numbers for numbers in page.numbers if numbers.picture.name == "key_shares"]
    row = _CHART_ROW
    for numbers in found:
        height = height_of(numbers.picture) + _ROOM
        # the labels name the indicators; a title of their axis would only take room
        plain = replace(numbers, picture=replace(numbers.picture, categories=""))
        draw(page, pen, plain, (row, 1), (_CHART_WIDTH, height))
        row += height // _ROW_PIXELS + 2
    return row


def _section(pen: Pen, row: int, title: str) -> int:
    pen.merge(row, 1, LAST, title, "section")
    return row + 1


def _sentence(pen: Pen, row: int, text: str) -> int:
    pen.merge(row, 1, LAST, text, "wrap", "top")
    pen.height(row, fitting.fitted_height(text, sum(_WIDTHS) - 4))
    return row + 1


def _heads(pen: Pen, row: int, names: Sequence[str]) -> int:
    for column, name in enumerate(names, 1):
        pen.put(row, column, say(name), "heading")
    return row + 1


def furthest(summary: Summary) -> list[Indicator]:
    """Shares that miss their target, the farthest first."""

    def lag(indicator: Indicator) -> float:
        value, target = _value(summary, indicator) or 0.0, indicator.target or 0.0
        return value - target if indicator.higher_is_better else target - value

    missed = [
        each
        for each in summary.programme.indicators
        if is_fraction(each) and each.compares_schools and each.reached(_value(summary, each)) is False
    ]
    return sorted(missed, key=lag)[:_MOST_ROWS]


def _value(summary: Summary, indicator: Indicator) -> float | None:
    return counted(summary.municipality.get(indicator.code), Part.VALUE)


def _furthest(page: Page, pen: Pen, row: int) -> int:
    row = _section(pen, row, say("briefing.furthest"))
    found = furthest(page.summary)
    if not found:
        has_targets = any(each.target is not None for each in page.summary.programme.indicators)
        return _sentence(pen, row, say("briefing.all_reached" if has_targets else "briefing.no_targets")) + 1
    names = [f"briefing.{name}" for name in ("indicator", "share", "value", "target", "interval", "sure")]
    row = _heads(pen, row, ["summary.code", *names])
    for indicator in found:
        _missed(page, pen, row, indicator)
        row += 1
    return row + 1


def _missed(page: Page, pen: Pen, row: int, indicator: Indicator) -> None:
    plan, outcome = page.plan, page.summary.municipality[indicator.code]
    n, of = (plan.district(indicator.code, part) for part in (Part.NUMERATOR, Part.DENOMINATOR))
    _name(pen, row, indicator)
    text = f"{outcome.numerator or 0:g}{say('briefing.of')}{outcome.denominator or 0:g}"
    pen.formula(row, 3, f"{n}&{quoted(say('briefing.of'))}&{of}", text, "cell", "centre")
    pen.formula(row, 4, plan.district(indicator.code, Part.VALUE), outcome.value, "cell", "percent", "strong")
    target = plan.district(indicator.code, Part.VALUE, rows.TARGET_ROW)
    pen.formula(row, 5, target, indicator.target, "cell", "percent")
    ends = [f"ROUND(100*{chance_formulas.interval_end(n, of, upper=upper)},1)" for upper in (False, True)]
    pen.formula(row, 6, f'{ends[0]}&" … "&{ends[1]}&"\u00a0%"', _between(page.summary, indicator), "cell", "centre")
    formula, cached = sure_formula(n, of, target), sure_word(page.summary, indicator)
    pen.formula(row, 7, formula, cached, "cell", "centre", "wrap")


def _name(pen: Pen, row: int, indicator: Indicator) -> None:
    title = shortened(indicator.title, _TITLE_LENGTH)
    pen.put(row, 1, indicator.code, "cell", "padded")
    pen.put(row, 2, title, "cell", "wrap", "padded")
    pen.height(row, max(30.0, fitting.fitted_height(title, _WIDTHS[1] - 2)))


def _between(summary: Summary, indicator: Indicator) -> str:
    outcome = summary.municipality[indicator.code]
    interval = wilson(outcome.numerator or 0, outcome.denominator or 0)
    if interval is None:
        return ""
    low, high = (number_text(round(100 * end, 1)) for end in (interval.low, interval.high))
    return f"{low} … {high}\u00a0%"


def sure_formula(n: str, of: str, target: str) -> str:
    """Whether the target lies outside the interval of a share; blank without an interval."""
    low, high = (chance_formulas.interval_end(n, of, upper=upper) for upper in (False, True))
    inside = f"AND({target}>={low},{target}<={high})"
    yes, no = quoted(say("summary.sure")), quoted(say("summary.not_sure"))
    return f'IF(ISNUMBER({low}),IF({inside},{no},{yes}),"")'


def sure_word(summary: Summary, indicator: Indicator) -> str:
    """What it comes to."""
    outcome = summary.municipality.get(indicator.code)
    if outcome is None or indicator.target is None or outcome.numerator is None or outcome.denominator is None:
        return ""
    interval = wilson(outcome.numerator, outcome.denominator)
    if interval is None:
        return ""
    return say("summary.not_sure" if interval.holds(indicator.target) else "summary.sure")


def _changes(page: Page, pen: Pen, row: int) -> int:
    row = _section(pen, row, say("briefing.changes"))
    if not page.summary.analysis.dynamics.has_earlier:
        return _sentence(pen, row, say("briefing.no_earlier")) + 1
    found = confirmed(page.summary)[:_MOST_ROWS]
    if not found:
        return _sentence(pen, row, say("briefing.no_changes")) + 1
    row = _heads(pen, row, ["summary.code", "briefing.indicator", "briefing.before", "briefing.now"])
    pen.merge(row - 1, 5, LAST, say("dynamics.verdict"), "heading")
    known = {each.code: each for each in page.summary.programme.indicators}
    places = dynamics_places.places_of(page.summary)
    for series in found:
        _change(pen, row, known[series.indicator], series, places)
        row += 1
    return row + 1


def _change(pen: Pen, row: int, indicator: Indicator, series: Series, places: dynamics_places.Places) -> None:
    change = series.change
    assert change is not None  # noqa: S101 - only confirmed changes come here
    _name(pen, row, indicator)
    sheet, line, at = say("dynamics.sheet"), places.row(indicator.code), places.change
    for column, n, of, pair in ((3, at.before_n, at.before_of, 0), (4, at.now_n, at.now_of, 1)):
        first, second = (in_sheet(sheet, f"${letters(part)}${line}") for part in (n, of))
        number, whole = change.pairs[pair]
        formula = f"{first}/{second}" if whole else first
        look = "percent" if is_fraction(indicator) else "decimal" if whole else "plain_number"
        pen.formula(row, column, formula, number / whole if whole else number, "cell", look)
    pen.merge(row, 5, LAST, "", "cell", "strong", "wrap", "padded")
    verdict = in_sheet(sheet, f"${letters(at.verdict)}${line}")
    pen.formula(row, 5, verdict, verdict_text(indicator, change), "cell", "strong", "wrap", "padded")


def _groups(summary: Summary, pen: Pen, row: int) -> int:
    row = _section(pen, row, say("briefing.groups"))
    clustering = summary.analysis.clustering
    if not clustering.clusters:
        return _sentence(pen, row, clustering.reason) + 1
    for cluster in clustering.clusters:
        row = _sentence(pen, row, say("briefing.group", title=cluster.title, count=len(cluster.members)))
    return row + 1


def _factors(summary: Summary, pen: Pen, row: int) -> int:
    row = _section(pen, row, say("briefing.factors"))
    factors = summary.analysis.factors
    found = len(confirmed_links(factors))
    text = say("briefing.factors_found", count=found) if found else say("briefing.factors_none")
    return _sentence(pen, row, factors.reason or text) + 1


def _missing(summary: Summary, pen: Pen, row: int) -> int:
    """Schools whose table is not accepted; so many by name."""
    row = _section(pen, row, say("briefing.missing"))
    names = [line.organisation.short_name for line in lines_of(summary) if line.state != "accepted"]
    if not names:
        return _sentence(pen, row, say("briefing.nobody_missing"))
    text = ", ".join(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        text = say("briefing.more", names=text, count=len(names) - _MOST_NAMED)
    return _sentence(pen, row, f"{text}.")
