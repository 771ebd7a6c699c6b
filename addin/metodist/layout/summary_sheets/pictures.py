"""Which charts the summary has, what they show and what their titles say; drawn by ``drawing``."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.summary import Summary
from metodist.domain.wording import aim_text, is_fraction, number_text, percent_text, value_text
from metodist.layout.summary_sheets import plan as rows
from metodist.layout.summary_sheets.picture_titles import breakdown_title, shortened
from metodist.layout.summary_sheets.plan import Part, Plan, by_group, labels
from metodist.messages import say

MOST_BARS, MOST_FRONT_BARS = 12, 7
LONGEST_LABEL = 80
FIRST_DATA_ROW = 5
"""«Для диаграмм»: the first row under the title."""


class Place(StrEnum):
    """Where a chart stands."""

    FRONT = "front"
    CHARTS = "charts"


@dataclass(frozen=True, slots=True)
class Line:
    """One bar: its label, where its number stands and what it is; a target likewise."""

    label: str
    reference: str
    value: float | None
    target_reference: str = ""
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart.

    Args:
        name: Unique in the workbook.
        place: The sheet it stands on.
        title: The finding.
        categories: What the bars are.
        values: What is measured, with its unit.
        fractions: Values are shown as per cent.
        lines: The bars, from the top.
    """

    name: str
    place: Place
    title: str
    categories: str
    values: str
    fractions: bool
    lines: tuple[Line, ...]

    @property
    def has_targets(self) -> bool:
        """Whether targets are drawn."""
        return any(line.target is not None for line in self.lines)

    @property
    def alt_text(self) -> str:
        """The chart in words, for those who cannot see it."""
        shown = "; ".join(f"{line.label} — {self._text(line.value)}{self._target(line)}" for line in self.lines)
        return say("summary.alt_text", title=self.title, lines=shown)

    def _target(self, line: Line) -> str:
        return "" if line.target is None else say("summary.alt_target", target=self._text(line.target))

    def _text(self, value: float | None) -> str:
        if value is None:
            return say("summary.no_data")
        return percent_text(value) if self.fractions else number_text(value)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Where a chart's numbers stand: the first and the last row of its lines."""

    picture: Picture
    first: int
    last: int


def numbers_of(pictures: Sequence[Picture]) -> tuple[Numbers, ...]:
    """Give every chart its rows: a title, the headings, one row a line, a free row."""
    placed: list[Numbers] = []
    row = FIRST_DATA_ROW
    for picture in pictures:
        placed.append(Numbers(picture, row + 2, row + 1 + len(picture.lines)))
        row += len(picture.lines) + 3
    return tuple(placed)


def pictures_of(summary: Summary, plan: Plan) -> tuple[Picture, ...]:
    """All charts: first those of «Сводка», then one a group and one a breakdown."""
    split = [
        indicator
        for _, group in by_group(summary.programme.indicators)
        for indicator in group
        if indicator.code in plan.slices and _has_rows(summary, indicator)
    ]
    ranked = sorted(split, key=lambda item: item.kind is not IndicatorKind.RANKING)
    front: list[Picture | None] = [_completeness(summary)]
    front += [_breakdown(summary, plan, item, Place.FRONT) for item in ranked[:1]]
    front.append(_key_shares(summary, plan))
    rest = [picture for group in by_group(summary.programme.indicators) for picture in _group(summary, plan, *group)]
    rest += [_breakdown(summary, plan, item, Place.CHARTS) for item in split]
    return tuple(picture for picture in (*front, *rest) if picture)


def _has_rows(summary: Summary, indicator: Indicator) -> bool:
    outcome = summary.municipality.get(indicator.code)
    return outcome is not None and any(ratio.numerator for ratio in outcome.breakdown.values())


def _completeness(summary: Summary) -> Picture:
    known = summary.completeness
    states = (("accepted", known.accepted), ("faulty", known.faulty), ("missing", known.missing))
    lines = tuple(Line(say(f"summary.state_{state}"), state, float(count)) for state, count in states)
    share = percent_text(known.ratio.value) if known.ratio.value is not None else say("summary.no_data")
    title = say("summary.completeness_finding", accepted=known.accepted, expected=known.expected, share=share)
    heads = {"categories": say("summary.state"), "values": say("summary.schools_count")}
    return Picture("completeness", Place.FRONT, title, **heads, fractions=False, lines=lines)


def _key_shares(summary: Summary, plan: Plan) -> Picture | None:
    """Shares against their targets, furthest below first; without targets the least shares first."""
    shares = [
        item
        for item in summary.programme.indicators
        if item.kind is IndicatorKind.SHARE and _value(summary, item) is not None
    ]
    aimed = [item for item in shares if item.target is not None]
    chosen = aimed or shares
    if not chosen:
        return None
    ordered = sorted(chosen, key=lambda item: _lead(summary, item))
    if aimed:
        title = _aimed_title(say("summary.aims"), ordered, summary)
    else:
        title = say("summary.range_finding", group=say("summary.shares"), **_ends(summary, ordered))
    return _shares_picture(summary, plan, "key_shares", Place.FRONT, title, ordered[:MOST_FRONT_BARS])


def _group(summary: Summary, plan: Plan, name: str, group: Sequence[Indicator]) -> Iterator[Picture]:
    """The shares of a group, so many a chart that it stays readable; a single bar makes no chart."""
    shares = [item for item in group if _is_charted(summary, plan, item)]
    charts = max(1, math.ceil(len(shares) / MOST_BARS))
    size = math.ceil(len(shares) / charts)
    for number in range(charts if len(shares) > 1 else 0):
        part = shares[number * size : (number + 1) * size]
        title = _group_title(summary, name or say("summary.no_group"), part)
        yield _shares_picture(summary, plan, f"group {number} {name}", Place.CHARTS, title, part)


def _is_charted(summary: Summary, plan: Plan, indicator: Indicator) -> bool:
    """A share of people or of schools; not the municipality's own «да» or «нет»."""
    own = indicator.kind is IndicatorKind.PRESENCE and indicator.scope == MUNICIPALITY
    return (
        is_fraction(indicator) and not own and indicator.code in plan.blocks and _value(summary, indicator) is not None
    )


def _group_title(summary: Summary, group: str, shares: Sequence[Indicator]) -> str:
    aimed = [item for item in shares if item.target is not None]
    if aimed:
        return _aimed_title(group, aimed, summary)
    return say("summary.range_finding", group=group, **_ends(summary, shares))


def _aimed_title(group: str, aimed: Sequence[Indicator], summary: Summary) -> str:
    reached = sum(bool(item.reached(_value(summary, item))) for item in aimed)
    title = say("summary.aimed_finding", group=group, reached=reached, aimed=len(aimed))
    furthest = min(aimed, key=lambda item: _lead(summary, item))
    if furthest.reached(_value(summary, furthest)):
        return title
    value = value_text(furthest, _value(summary, furthest))
    return title + say("summary.furthest", code=furthest.code, value=value, target=aim_text(furthest))


def _ends(summary: Summary, shares: Iterable[Indicator]) -> dict[str, str]:
    """The least and the greatest share in words."""
    ordered = sorted(shares, key=lambda item: _value(summary, item) or 0)
    least, most = ordered[0], ordered[-1]
    return {
        "least": value_text(least, _value(summary, least)),
        "least_code": least.code,
        "most": value_text(most, _value(summary, most)),
        "most_code": most.code,
    }


def _lead(summary: Summary, indicator: Indicator) -> float:
    """How far the value is on the good side of the target; the value itself without a target."""
    value = _value(summary, indicator) or 0.0
    if indicator.target is None:
        return value
    return value - indicator.target if indicator.higher_is_better else indicator.target - value


def _shares_picture(
    summary: Summary, plan: Plan, name: str, place: Place, title: str, shares: Sequence[Indicator]
) -> Picture:
    lines = tuple(
        Line(
            f"{item.code}. {shortened(item.title, LONGEST_LABEL)}",
            plan.district(item.code, Part.VALUE),
            _value(summary, item),
            plan.district(item.code, Part.VALUE, rows.TARGET_ROW) if item.target is not None else "",
            item.target,
        )
        for item in shares
    )
    return Picture(
        name, place, title, say("summary.indicator"), say("summary.share_percent"), fractions=True, lines=lines
    )


def _breakdown(summary: Summary, plan: Plan, indicator: Indicator, place: Place) -> Picture:
    """A share's slices by share; rows of a count, distribution or ranking by number."""
    outcome = summary.municipality[indicator.code]
    by_share = indicator.kind is IndicatorKind.SHARE
    column = rows.SLICE_SHARE if by_share else rows.SLICE_N
    names = labels(summary, indicator)[: MOST_FRONT_BARS if place is Place.FRONT else MOST_BARS]
    lines = tuple(
        Line(
            shortened(name, LONGEST_LABEL),
            plan.slice(indicator.code, name, column),
            _slice(outcome, name, by_share=by_share),
        )
        for name in names
    )
    title = breakdown_title(indicator, outcome)
    heads = indicator.breakdown.title if indicator.breakdown else say("summary.slice")
    values = (
        say("summary.share_percent")
        if by_share
        else say("summary.rows_count", unit=f", {indicator.unit}" if indicator.unit else "")
    )
    return Picture(f"{place} {indicator.code}", place, title, heads, values, fractions=by_share, lines=lines)


def _slice(outcome: Outcome, label: str, *, by_share: bool) -> float | None:
    ratio = outcome.breakdown.get(label)
    if ratio is None:
        return None
    return ratio.value if by_share else ratio.numerator


def _value(summary: Summary, indicator: Indicator) -> float | None:
    outcome = summary.municipality.get(indicator.code)
    return outcome.value if outcome else None
