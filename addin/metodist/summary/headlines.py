"""What an indicator came to, in one sentence: titles of charts, findings of documents."""

from __future__ import annotations

from collections.abc import Mapping

from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome, Ratio
from metodist.domain.wording import aim_text, number_text, percent_text, value_text
from metodist.messages import say


def headline(indicator: Indicator, outcome: Outcome) -> str:
    """The finding without a full stop; empty where nothing is known yet.

    The programme's own title begins it, so that it is grammatical whatever the title:
    «Доля педагогов, прошедших диагностику: 71,4 % (100 из 140), цель 80 % не достигнута».
    """
    match indicator.kind:
        case IndicatorKind.DISTRIBUTION | IndicatorKind.RANKING:
            finding = _most_frequent(outcome.breakdown)
        case _ if outcome.value is None:
            finding = ""
        case IndicatorKind.PRESENCE if indicator.scope == MUNICIPALITY:
            finding = say("summary.finding_present" if outcome.value else "summary.finding_absent")
        case IndicatorKind.SHARE | IndicatorKind.PRESENCE:
            finding = _share(indicator, outcome)
        case IndicatorKind.LEVEL:
            finding = _level(indicator, outcome)
        case IndicatorKind.CHANGE:
            finding = _change(indicator, outcome)
        case _:
            finding = value_text(indicator, outcome.value)
    if not finding:
        return ""
    title = indicator.title.rstrip(" .:;")
    return say("summary.headline", title=title, finding=finding) + _aim(indicator, outcome.value)


def _aim(indicator: Indicator, value: float | None) -> str:
    reached = indicator.reached(value)
    if reached is None:
        return ""
    return say("summary.aim_reached" if reached else "summary.aim_missed", target=aim_text(indicator))


def _share(indicator: Indicator, outcome: Outcome) -> str:
    name = "summary.finding_presence" if indicator.kind is IndicatorKind.PRESENCE else "summary.finding_share"
    return say(
        name,
        value=value_text(indicator, outcome.value),
        numerator=number_text(outcome.numerator or 0),
        denominator=number_text(outcome.denominator or 0),
    )


def _level(indicator: Indicator, outcome: Outcome) -> str:
    value = value_text(indicator, outcome.value)
    return say("summary.finding_level", value=value, level=outcome.level) if outcome.level else value


def _change(indicator: Indicator, outcome: Outcome) -> str:
    relative = outcome.percent_change
    return say(
        "summary.finding_change" if relative is None else "summary.finding_change_percent",
        value=value_text(indicator, outcome.value),
        before=number_text(outcome.denominator or 0),
        now=number_text(outcome.numerator or 0),
        percent="" if relative is None else ("+" if relative > 0 else "") + percent_text(relative),
    )


def _most_frequent(breakdown: Mapping[str, Ratio]) -> str:
    """The label with most rows; among equals the first of the list."""
    best = max(breakdown.items(), key=lambda item: item[1].numerator, default=None)
    if best is None or not best[1].numerator:
        return ""
    label, ratio = best
    return say(
        "summary.finding_most_frequent",
        label=label,
        numerator=number_text(ratio.numerator),
        denominator=number_text(ratio.denominator),
        value=percent_text(ratio.value or 0),
    )
