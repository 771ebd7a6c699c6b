"""«Динамика»: the municipality's indicators over the archived periods; a change where chance does not explain it."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.chance import steps_of
from metodist.domain.dynamics import DISTRICT, Dynamics, Series
from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import Indicator
from metodist.domain.outcomes import Outcome
from metodist.domain.summary import Summary
from metodist.domain.wording import is_fraction, number_text
from metodist.layout import fitting
from metodist.layout.addresses import address, fixed, quoted
from metodist.layout.summary_sheets.dynamics_chart import draw_dynamics
from metodist.layout.summary_sheets.dynamics_places import (
    CHANGE_WIDTHS,
    CHART_ROW,
    CODE,
    FIRST_VALUE,
    TITLE,
    UNIT,
    WIDTHS,
    Places,
    charted,
    places_of,
)
from metodist.layout.summary_sheets.dynamics_rows import (
    NUMBERS_ONLY,
    Family,
    part_look,
    part_value,
    put_change,
    remark_of,
    value_formula,
    value_look,
)
from metodist.layout.summary_sheets.dynamics_schools import PARTS, Compared, compared_of, write_schools
from metodist.layout.summary_sheets.listing import PADDING
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.plan import Part
from metodist.messages import say


def write_dynamics(page: Page) -> None:
    """Write the sheet and, where there is an earlier period, «Динамика школ»."""
    dynamics = page.summary.analysis.dynamics
    if not dynamics.has_earlier:
        _nothing(page)
        return
    places = places_of(page.summary)
    first, last = places.periods[0].label, places.periods[-1].label
    pen = page.open(
        say("dynamics.sheet"), say("dynamics.title", first=first, last=last), say("dynamics.lead"), span=places.trend
    )
    if charted(page.summary):
        rows = _chart_rows(page.summary, places)
        draw_dynamics(page, pen, rows, places.head, places.label, (CHART_ROW, 1))
        _labels(pen, places, rows)
    _headings(pen, places)
    compared = compared_of(page.summary)
    family = _family(dynamics, places)
    for indicator in places.indicators:
        _row(page, pen, places, indicator, family)
        _compared(pen, places, indicator, dynamics.series[indicator.code, DISTRICT], compared)
    _notes(pen, places.last + 2)
    pen.sheet.autofilter(places.head - 1, 0, places.last - 1, places.remark + 2 * len(places.periods) - 1)
    pen.sheet.freeze_panes(3, TITLE)
    pen.sheet.repeat_rows(places.head - 1)
    pen.sheet.repeat_columns(0, 1)
    pen.sheet.print_area(0, 0, places.last + 6, places.remark - 1)
    write_schools(page, compared)


def _nothing(page: Page) -> None:
    """The first year: what to do so that there is something next year."""
    pen = page.open(say("dynamics.sheet"), say("dynamics.title_first"), say("dynamics.lead_first"))
    pen.merge(5, 1, 12, say("dynamics.nothing"), "wrap", "top")
    pen.height(5, 34)
    pen.sheet.freeze_panes(3, 0)


def _labels(pen: Pen, places: Places, rows: Sequence[tuple[Indicator, int, Series]]) -> None:
    """What the chart's legend says of each line: its code and last value, following the cell."""
    pen.put(places.head, places.label, say("dynamics.label"), "heading")
    pen.width(places.label, 18)
    for indicator, row, series in rows:
        value = address(row, places.trend - 1)
        formula = f'{quoted(say("dynamics.label_start", code=indicator.code))}&ROUND(100*{value},1)&"\u00a0%"'
        shown = number_text(round(100 * (series.points[-1].value or 0), 1))
        cached = say("dynamics.label_start", code=indicator.code) + shown + "\u00a0%"
        pen.formula(row, places.label, formula, cached, "cell", "computed")


def _chart_rows(summary: Summary, places: Places) -> list[tuple[Indicator, int, Series]]:
    found = []
    for indicator in charted(summary):
        series = summary.analysis.dynamics.of(indicator.code)
        if series is not None:
            found.append((indicator, places.row(indicator.code), series))
    return found


def _family(dynamics: Dynamics, places: Places) -> Family:
    changes = ((each.indicator, each.change) for each in dynamics.series.values() if each.school == DISTRICT)
    known = {(code, DISTRICT): change.chance for code, change in changes if change and change.chance is not None}
    at = places.change
    return Family(places.area(at.chance), places.area(at.step), "", steps_of(known))


def _headings(pen: Pen, places: Places) -> None:
    at = places.change
    for column, width in WIDTHS.items():
        pen.width(column, width)
    for column in range(FIRST_VALUE, places.trend + 1):
        pen.width(column, 12)
    for column, width in enumerate(CHANGE_WIDTHS, places.trend + 1):
        pen.width(column, width)
    pen.sheet.set_column(at.step - 1, at.step - 1, None, None, {"hidden": True})
    pen.merge(places.band, CODE, UNIT, "", "subheading")
    pen.merge(places.band, FIRST_VALUE, places.trend, say("dynamics.band_values"), "subheading", "centre")
    pen.merge(places.band, places.trend + 1, places.remark, say("dynamics.band_change"), "subheading", "centre")
    heads = [say("summary.code"), say("summary.indicator"), say("summary.unit")]
    heads += [each.label for each in places.periods]
    names = ["trend", "compared_with", "schools", "before_n", "before_of", "now_n", "now_of"]
    names += ["difference", "chance", "step", "corrected", "verdict", "remark"]
    heads += [say(f"dynamics.{name}") for name in names]
    for each in places.periods:
        heads += [say("dynamics.period_n", period=each.label), say("dynamics.period_of", period=each.label)]
    for column, head in enumerate(heads, 1):
        pen.put(places.head, column, head, "heading")
    left = places.parts(0)[0]
    pen.merge(places.band, left, left + 2 * len(places.periods) - 1, say("dynamics.band_parts"), "subheading", "centre")
    pen.height(places.head, 62)


def _row(page: Page, pen: Pen, places: Places, indicator: Indicator, family: Family) -> None:
    row = places.row(indicator.code)
    series = page.summary.analysis.dynamics.series[indicator.code, DISTRICT]
    pen.put(row, CODE, indicator.code, "cell", "padded")
    pen.put(row, TITLE, indicator.title, "cell", "wrap", "padded")
    remark = remark_of(series)
    heights = [fitting.fitted_height(indicator.title, WIDTHS[TITLE] - PADDING), fitting.fitted_height(remark, 38)]
    pen.height(row, max(heights))
    pen.put(row, UNIT, "%" if is_fraction(indicator) else indicator.unit, "cell", "centre")
    _values(page, pen, places, indicator, series)
    put_change(pen, row, indicator, series, places.change, family)
    pen.put(row, places.remark, remark, "cell", "wrap", "padded")


def _values(page: Page, pen: Pen, places: Places, indicator: Indicator, series: Series) -> None:
    """The numerator and denominator of every period, the values as formulas over them, and their small line."""
    row, offset = places.row(indicator.code), len(series.points) - len(places.periods)
    for place, point in enumerate(series.points[offset:]):
        left, right = places.parts(place)
        live = page if place == len(places.periods) - 1 else None
        _part(pen, (row, left), indicator, point.outcome, Part.NUMERATOR, live)
        _part(pen, (row, right), indicator, point.outcome, Part.DENOMINATOR, live)
        formula = value_formula(indicator, address(row, left), address(row, right))
        pen.formula(row, places.value(place), formula, point.value, "cell", "computed", value_look(indicator))
    pen.put(row, places.trend, None, "cell")
    area = f"{fixed(row, places.value(0))}:{fixed(row, places.trend - 1)}"
    line = {"range": f"{_quoted_sheet()}!{area}", "type": "line", "markers": True, "series_color": "#0072B2"}
    pen.sheet.add_sparkline(row - 1, places.trend - 1, line)


def _quoted_sheet() -> str:
    return f"'{say('dynamics.sheet')}'"


def _part(
    pen: Pen, at: tuple[int, int], indicator: Indicator, outcome: Outcome | None, part: Part, live: Page | None
) -> None:
    """Put a part of a period's outcome; of this period, whose page is given, it follows «Показатели»."""
    if indicator.kind in NUMBERS_ONLY and part is Part.DENOMINATOR:
        pen.put(*at, None, "cell", "reference")
        return
    number = None if outcome is None else (outcome.numerator if part is Part.NUMERATOR else outcome.denominator)
    look = part_look(number)
    block = live.plan.blocks.get(indicator.code) if live else None
    if live is None or block is None:
        pen.put(*at, number, "cell", look)
        return
    reference = live.plan.district(indicator.code, part if part in block.columns else Part.VALUE)
    pen.formula(*at, f'IF({reference}="","",{reference})', number, "cell", "computed", look)


def _compared(pen: Pen, places: Places, indicator: Indicator, series: Series, compared: Compared) -> None:
    """With which period, over how many schools, and the sums over «Динамика школ»."""
    row, at, change = places.row(indicator.code), places.change, series.change
    columns = (places.trend + 1, places.trend + 2, at.before_n, at.before_of, at.now_n, at.now_of)
    if change is None:
        for column in columns:
            pen.put(row, column, None, "cell", "reference")
        return
    pen.put(row, columns[0], change.before.period.label, "cell", "centre", "wrap")
    own = indicator.scope == MUNICIPALITY
    look = part_look(*change.pairs[0], *change.pairs[1])
    for column, (pair, of) in zip(columns[2:], ((0, False), (0, True), (1, False), (1, True)), strict=True):
        value = part_value(change.pairs[pair], of=of, indicator=indicator)
        if value is None or own:
            pen.put(row, column, value, "cell", "reference" if value is None else look)
            continue
        formula = compared.summed(PARTS[pair, of], address(row, CODE), address(row, columns[0]))
        pen.formula(row, column, formula, value, "cell", "computed", look)
    if own:
        pen.put(row, columns[1], None, "cell", "reference")
    else:
        count = compared.counted(address(row, CODE), address(row, columns[0]))
        pen.formula(row, columns[1], count, change.schools, "cell", "computed", "integer")


def _notes(pen: Pen, row: int) -> None:
    pen.put(row, 1, say("dynamics.notes"), "section")
    for offset, name in enumerate(("note_chance", "note_values", "note_correction", "note_count"), 1):
        pen.put(row + offset, 1, say(f"dynamics.{name}"), "note")


def confirmed(summary: Summary) -> list[Series]:
    """The municipality's confirmed changes, the surest first."""
    dynamics = summary.analysis.dynamics
    found = [
        each
        for (_, school), each in dynamics.series.items()
        if school == DISTRICT and each.change and each.change.is_confirmed
    ]
    return sorted(found, key=_surety)


def _surety(series: Series) -> float:
    corrected = series.change.corrected if series.change else None
    return 1.0 if corrected is None else corrected
