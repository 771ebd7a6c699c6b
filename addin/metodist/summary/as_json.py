"""The summary as one JSON document with stable English keys (``metodist summary --json``)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome, Ratio
from metodist.domain.summary import Summary
from metodist.summary.analysis_json import analysis_json, interval_json, standings

KINDS: dict[IndicatorKind, str] = {
    IndicatorKind.SHARE: "share",
    IndicatorKind.PRESENCE: "presence",
    IndicatorKind.COUNT: "count",
    IndicatorKind.DISTRIBUTION: "distribution",
    IndicatorKind.RANKING: "ranking",
    IndicatorKind.MEAN: "mean",
    IndicatorKind.LEVEL: "level",
    IndicatorKind.CHANGE: "change",
}


def summary_json(summary: Summary) -> dict[str, Any]:
    """Everything the summary holds as plain values; numbers unrounded, shares as fractions, ``None`` for missing.

    Keys of the design stay as they are; ``title``, ``group``, ``level``, ``statistics``, ``rank``,
    ``percent_change``, ``reached``, ``headline``, ``interval``, ``standing`` and the schools' own ``breakdown`` are
    additions, as are ``dynamics``, ``clusters`` and ``factors`` beside the indicators.
    """
    passport = summary.programme.passport
    accepted = {school.organisation.code for school in summary.schools}
    return {
        "programme": passport.code,
        "period": passport.period.code,
        "schools": {
            "expected": summary.completeness.expected,
            "accepted": summary.completeness.accepted,
            "missing": [school.code for school in summary.missing],
            "returned": [item.organisation.code for item in summary.faulty if item.organisation.code not in accepted],
        },
        "indicators": {indicator.code: _indicator(summary, indicator) for indicator in summary.programme.indicators},
        **analysis_json(summary.analysis),
    }


def _indicator(summary: Summary, indicator: Indicator) -> dict[str, Any]:
    outcome = summary.municipality.get(indicator.code)
    statistics = summary.statistics.get(indicator.code)
    return {
        "title": indicator.title,
        "group": indicator.group,
        "kind": KINDS[indicator.kind],
        "target": indicator.target,
        "reached": indicator.reached(outcome.value if outcome else None),
        "headline": summary.headlines.get(indicator.code),
        **_outcome(indicator, outcome),
        "interval": interval_json(indicator, outcome),
        "statistics": asdict(statistics) if statistics else None,
        "by_school": _by_school(summary, indicator),
    }


def _by_school(summary: Summary, indicator: Indicator) -> dict[str, dict[str, Any]]:
    ranks, worth = summary.ranks.get(indicator.code, {}), standings(summary, indicator)
    return {
        school.organisation.code: _outcome(indicator, school.outcomes[indicator.code])
        | {"rank": ranks.get(school.organisation.code), "standing": worth.get(school.organisation.code)}
        for school in summary.schools
        if indicator.code in school.outcomes
    }


def _outcome(indicator: Indicator, outcome: Outcome | None) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "numerator": outcome.numerator if outcome else None,
        "denominator": outcome.denominator if outcome else None,
        "value": outcome.value if outcome else None,
        "breakdown": {label: _ratio(ratio) for label, ratio in outcome.breakdown.items()} if outcome else {},
    }
    if indicator.kind is IndicatorKind.LEVEL:
        parts["level"] = (outcome.level if outcome else "") or None
    if indicator.kind is IndicatorKind.CHANGE:
        parts["percent_change"] = outcome.percent_change if outcome else None
    if indicator.kind in (IndicatorKind.MEAN, IndicatorKind.LEVEL):
        parts["spread"] = asdict(outcome.spread) if outcome and outcome.spread else None
    return parts


def _ratio(ratio: Ratio) -> dict[str, float | None]:
    return {"numerator": ratio.numerator, "denominator": ratio.denominator, "value": ratio.value}
