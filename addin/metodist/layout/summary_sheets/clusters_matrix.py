"""The matrix of «Кластеры»: values, deviations, centres and distances, all recomputable on the sheet."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from metodist.domain.clusters import Membership
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.summary import Summary
from metodist.domain.wording import is_fraction
from metodist.layout.addresses import address, fixed, in_sheet, letters, quoted
from metodist.layout.summary_sheets import plan as rows
from metodist.layout.summary_sheets.clusters_places import (
    CODE,
    COMPUTED,
    FIRST_DISTANCE,
    GROUP,
    NEAREST,
    SCHOOL,
    Places,
    header,
)
from metodist.layout.summary_sheets.pages import Page
from metodist.layout.summary_sheets.pens import Pen
from metodist.layout.summary_sheets.plan import Part
from metodist.messages import say

# Orange and blue are told apart by the colour-blind; the numbers stand in the cells for grey print.
_BAD, _MIDDLE, _GOOD = "#F6C36B", "#FFFFFF", "#7FB2DC"
_WIDTHS = {CODE: 10.0, SCHOOL: 26.0, GROUP: 9.0, COMPUTED: 11.0, NEAREST: 11.0}


def write_matrix(page: Page, pen: Pen, places: Places) -> None:
    """Write the matrix with its means, deviations and centres."""
    _headings(pen, places)
    numbers = _numbers(page.summary, places)
    before = {each.school: each.before for each in places.clustering.migrations}
    for row, member in enumerate(places.members, places.first):
        _names(page, pen, places, row, member)
        _values(page, pen, places, row, numbers[member.school])
        _distances(pen, places, row, member)
        _moves(pen, places, row, member, before.get(member.school))
    _under(pen, places)
    if places.has_gaps:
        _gaps(pen, places, numbers)
    _formats(page, pen, places)


def _headings(pen: Pen, places: Places) -> None:
    row, clustering = places.band + 1, places.clustering
    heads = {CODE: say("summary.code"), SCHOOL: say("summary.school"), GROUP: say("clusters.letter")}
    heads |= {COMPUTED: say("clusters.computed"), NEAREST: say("clusters.nearest")}
    heads |= {FIRST_DISTANCE + at: letter for at, letter in enumerate(places.letters)}
    period = clustering.previous.label if clustering.previous else say("clusters.none_before")
    heads |= {places.silhouette: say("clusters.silhouette"), places.reason: say("clusters.reason")}
    heads |= {places.before: say("clusters.before", period=period), places.moved: say("clusters.moved")}
    for at, indicator in enumerate(places.indicators):
        heads[places.first_value + at] = indicator.code
        heads[places.first_deviation + at] = say("clusters.deviation_head", code=indicator.code)
    if places.has_gaps:
        heads |= {places.first_gap + at: each.school for at, each in enumerate(places.members)}
    for column, head in heads.items():
        pen.put(row, column, head, "heading")
        pen.width(column, _WIDTHS.get(column, 9.0))
    pen.width(places.silhouette, 10)
    pen.width(places.reason, 30)
    pen.width(places.before, 12)
    pen.width(places.moved, 14)
    pen.height(row, 34)
    _bands(pen, places)


def _bands(pen: Pen, places: Places) -> None:
    pen.merge(places.band, CODE, NEAREST, say("clusters.matrix"), "subheading")
    bands = [(FIRST_DISTANCE, places.silhouette - 1, "band_distances")]
    bands.append((places.first_value, places.first_deviation - 1, "band_values"))
    bands.append((places.first_deviation, places.first_gap - 1, "band_deviations"))
    if places.has_gaps:
        bands.append((places.first_gap, places.right, "band_gaps"))
    for left, right, name in bands:
        pen.merge(places.band, left, right, say(f"clusters.{name}"), "subheading", "centre")
    pen.merge(places.band, places.silhouette, places.moved, "", "subheading")
    pen.height(places.band, 34)


def _numbers(summary: Summary, places: Places) -> dict[str, list[float | None]]:
    """Each school's values in the order of the indicators."""
    outcomes = {school.organisation.code: school.outcomes for school in summary.schools}
    return {
        each.school: [outcomes[each.school][indicator.code].value for indicator in places.indicators]
        for each in places.members
    }


def _names(page: Page, pen: Pen, places: Places, row: int, member: Membership) -> None:
    school = page.summary.programme.organisation(member.school)
    pen.put(row, CODE, member.school, "cell", "padded")
    pen.put(row, SCHOOL, school.short_name if school else member.school, "cell", "padded")
    if member.reason:
        pen.put(row, GROUP, member.cluster, "cell", "centre", "strong")
    else:
        pen.formula(row, GROUP, address(row, COMPUTED), member.cluster, "cell", "centre", "strong")
    pen.put(row, COMPUTED, member.computed, "cell", "centre")
    heads = f"{header(places, FIRST_DISTANCE)}:{header(places, places.silhouette - 1)}"
    own = f"{address(row, FIRST_DISTANCE)}:{address(row, places.silhouette - 1)}"
    nearest = min(member.distances, key=lambda letter: member.distances[letter])
    pen.formula(row, NEAREST, f"INDEX({heads},MATCH(MIN({own}),{own},0))", nearest, "cell", "computed", "centre")


def _values(page: Page, pen: Pen, places: Places, row: int, numbers: Sequence[float | None]) -> None:
    """Values found on «Показатели» by the school's code, and how far each lies off the mean."""
    sheet, last = page.plan.indicators, page.plan.last_school_row
    codes = in_sheet(sheet, f"$A${rows.FIRST_SCHOOL_ROW}:$A${last}")
    for at, (indicator, number) in enumerate(zip(places.indicators, numbers, strict=True)):
        column = letters(page.plan.blocks[indicator.code].columns[Part.VALUE])
        area = in_sheet(sheet, f"${column}${rows.FIRST_SCHOOL_ROW}:${column}${last}")
        found = f"INDEX({area},MATCH(${letters(CODE)}{row},{codes},0))"
        formula = f'IF({found}="","",{found})'
        pen.formula(row, places.first_value + at, formula, number, "cell", "computed", _look(indicator))
        own = address(row, places.first_value + at)
        mean, spread = (fixed(places.mean_row + down, places.first_value + at) for down in (0, 1))
        formula, cached = f"IF(ISNUMBER({own}),({own}-{mean})/{spread},0)", _deviation(places, at, number)
        pen.formula(row, places.first_deviation + at, formula, cached, "cell", "computed", "two_digits")


def _look(indicator: Indicator) -> str:
    if is_fraction(indicator):
        return "percent"
    return "decimal" if indicator.kind in (IndicatorKind.MEAN, IndicatorKind.LEVEL) else "plain_number"


def _deviation(places: Places, at: int, number: float | None) -> float:
    """What the formula comes to; centres and the domain's own arithmetic are checked against it in tests."""
    if number is None:
        return 0.0
    mean, spread = places.moments[at]
    return (number - mean) / spread


def _distances(pen: Pen, places: Places, row: int, member: Membership) -> None:
    for at, letter in enumerate(places.letters):
        centre = places.deviations(places.centre_row(at), fixed_row=True)
        formula = f"SQRT(SUMXMY2({places.deviations(row)},{centre}))"
        pen.formula(row, FIRST_DISTANCE + at, formula, member.distances[letter], "cell", "computed", "two_digits")
    if not places.has_gaps:
        pen.put(row, places.silhouette, member.silhouette, "cell", "two_digits")
        return
    formula = _silhouette(places, row)
    pen.formula(row, places.silhouette, formula, member.silhouette, "cell", "computed", "two_digits")


def _silhouette(places: Places, row: int) -> str:
    """How much nearer the own group is than the next: means of the distances in the school's own column."""
    gaps = places.area(places.first_gap + row - places.first)
    groups, own = places.area(COMPUTED), address(row, COMPUTED)
    others = ",".join(
        f'IF({own}="{letter}",1E+9,SUMIF({groups},"{letter}",{gaps})/COUNTIF({groups},"{letter}"))'
        for letter in places.letters
    )
    inside = f"SUMIF({groups},{own},{gaps})/(COUNTIF({groups},{own})-1)"
    outside = f"MIN({others})"
    return f"IF(COUNTIF({groups},{own})=1,0,({outside}-{inside})/MAX({outside},{inside}))"


def _moves(pen: Pen, places: Places, row: int, member: Membership, before: str | None) -> None:
    pen.put(row, places.reason, member.reason, "cell", "wrap", "padded")
    if before is None:
        pen.put(row, places.before, None, "cell", "reference")
        pen.put(row, places.moved, None, "cell", "reference")
        return
    none = say("clusters.none_before")
    pen.put(row, places.before, before or none, "cell", "centre")
    was, now = address(row, places.before), address(row, GROUP)
    start, end = say("clusters.changed", before="\n", now="").split("\n")
    words = f"IF({was}={now},{quoted(say('clusters.stays'))},{was}&{quoted(start + end)}&{now})"
    cached = say("clusters.changed", before=before, now=member.cluster)
    if before == member.cluster:
        cached = say("clusters.stays")
    elif not before:
        cached = say("clusters.new")
    formula = f"IF({was}={quoted(none)},{quoted(say('clusters.new'))},{words})"
    pen.formula(row, places.moved, formula, cached, "cell", "computed", "centre")


def _under(pen: Pen, places: Places) -> None:
    """Means and deviations under the values, the groups' centres under the standardised ones."""
    for down, (name, function) in enumerate((("mean", "AVERAGE"), ("spread", "STDEVP"))):
        row = places.mean_row + down
        pen.merge(row, places.reason, places.moved, say(f"clusters.{name}"), "subheading", "right")
        for at, indicator in enumerate(places.indicators):
            area = places.area(places.first_value + at)
            cached = places.moments[at][down]
            pen.formula(row, places.first_value + at, f"{function}({area})", cached, "cell", "strong", _look(indicator))
    for place, cluster in enumerate(places.clustering.clusters):
        row = places.centre_row(place)
        pen.merge(row, CODE, NEAREST, say("clusters.centre", letter=cluster.letter), "subheading", "padded")
        for at, indicator in enumerate(places.indicators):
            column = places.first_deviation + at
            formula = f'AVERAGEIF({places.area(COMPUTED)},"{cluster.letter}",{places.area(column)})'
            pen.formula(row, column, formula, cluster.centre[indicator.code], "cell", "strong", "two_digits")


def _gaps(pen: Pen, places: Places, numbers: Mapping[str, Sequence[float | None]]) -> None:
    """The distance between any two schools."""
    points = [
        [_deviation(places, at, number) for at, number in enumerate(numbers[each.school])] for each in places.members
    ]
    for down, point in enumerate(points):
        row = places.first + down
        for across, other in enumerate(points):
            second = places.deviations(places.first + across, fixed_row=True)
            formula, cached = f"SQRT(SUMXMY2({places.deviations(row)},{second}))", math.dist(point, other)
            pen.formula(row, places.first_gap + across, formula, cached, "cell", "computed", "two_digits")


def _formats(page: Page, pen: Pen, places: Places) -> None:
    """A heat map of the deviations, better bluer; a school that is nearer to another centre is marked."""
    for at, indicator in enumerate(places.indicators):
        colours = (_BAD, _GOOD) if indicator.higher_is_better else (_GOOD, _BAD)
        scale = {"type": "3_color_scale", "min_color": colours[0], "mid_color": _MIDDLE, "max_color": colours[1]}
        kinds: dict[str, object] = {f"{end}_type": "num" for end in ("min", "mid", "max")}
        kinds |= {"min_value": -2, "mid_value": 0, "max_value": 2}
        column = places.first_deviation + at - 1
        bottom = places.centre_row(len(places.letters) - 1) - 1
        pen.sheet.conditional_format(places.first - 1, column, bottom, column, scale | kinds)
    rule = {"type": "formula", "criteria": f"={address(places.first, NEAREST)}<>{address(places.first, GROUP)}"}
    rule["format"] = page.looks.conditional("warning")
    pen.sheet.conditional_format(places.first - 1, NEAREST - 1, places.last - 1, NEAREST - 1, rule)
