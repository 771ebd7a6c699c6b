"""The analysis as JSON values: dynamics, groups of schools, factors, intervals and standings."""

from __future__ import annotations

from typing import Any

from metodist.domain.analysis import Analysis
from metodist.domain.chance import Interval, wilson
from metodist.domain.clusters import Clustering
from metodist.domain.dynamics import DISTRICT, Change, Dynamics, Point, Series
from metodist.domain.factors import Factors, Link
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.standing import is_testable, standing
from metodist.domain.summary import Summary


def analysis_json(analysis: Analysis) -> dict[str, Any]:
    """Keys «dynamics», «clusters» and «factors» of the summary's JSON."""
    return {
        "dynamics": _dynamics(analysis.dynamics),
        "clusters": _clusters(analysis.clustering),
        "factors": _factors(analysis.factors),
    }


def interval_json(indicator: Indicator, outcome: Outcome | None) -> dict[str, float] | None:
    """Wilson's interval of a share; ``None`` for other kinds and shares of nothing."""
    if indicator.kind not in (IndicatorKind.SHARE, IndicatorKind.PRESENCE) or outcome is None:
        return None
    if outcome.numerator is None or outcome.denominator is None:
        return None
    return _interval(wilson(outcome.numerator, outcome.denominator))


def standings(summary: Summary, indicator: Indicator) -> dict[str, str | None]:
    """What each school's rank is worth, by school code; empty where the indicator compares no schools."""
    if not indicator.compares_schools:
        return {}
    outcomes = {school.organisation.code: school.outcomes.get(indicator.code) for school in summary.schools}
    testable = is_testable(indicator, outcomes.values())
    known = sum(each is not None and each.value is not None for each in outcomes.values())
    district = summary.municipality.get(indicator.code)
    found = {code: standing(indicator, own, district, known, testable=testable) for code, own in outcomes.items()}
    return {code: each.value if each else None for code, each in found.items()}


def _interval(interval: Interval | None) -> dict[str, float] | None:
    return {"low": interval.low, "high": interval.high} if interval else None


def _dynamics(dynamics: Dynamics) -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = {}
    for (code, school), series in dynamics.series.items():
        if school == DISTRICT:
            found.setdefault(code, {"by_school": {}}).update(_series(series))
        elif series.change is not None:
            found.setdefault(code, {"by_school": {}})["by_school"][school] = _change(series.change)
    return {"periods": [period.code for period in dynamics.periods], "indicators": found}


def _series(series: Series) -> dict[str, Any]:
    return {
        "points": [_point(point) for point in series.points],
        "change": _change(series.change) if series.change else None,
    }


def _point(point: Point) -> dict[str, Any]:
    outcome = point.outcome
    return {
        "period": point.period.code,
        "numerator": outcome.numerator if outcome else None,
        "denominator": outcome.denominator if outcome else None,
        "value": point.value,
        "remark": point.remark or None,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "from": change.before.period.code,
        "movement": change.movement.value,
        "difference": change.difference,
        "test": change.test.value,
        "chance": change.chance,
        "corrected": change.corrected,
        "schools": change.schools,
    }


def _clusters(clustering: Clustering) -> dict[str, Any]:
    return {
        "reason": clustering.reason or None,
        "indicators": list(clustering.indicators),
        "left_out": dict(clustering.left_out),
        "silhouettes": {str(number): value for number, value in clustering.silhouettes.items()},
        "groups": {
            each.letter: {"name": each.name, "centre": dict(each.centre), "schools": list(each.members)}
            for each in clustering.clusters
        },
        "by_school": {
            each.school: {
                "group": each.cluster,
                "computed": each.computed,
                "distances": dict(each.distances),
                "silhouette": each.silhouette,
                "reason": each.reason or None,
            }
            for each in clustering.memberships
        },
        "previous": clustering.previous.code if clustering.previous else None,
        "migrations": {each.school: {"from": each.before or None, "to": each.now} for each in clustering.migrations},
    }


def _factors(factors: Factors) -> dict[str, Any]:
    return {
        "reason": factors.reason or None,
        "comparisons": len(factors.links),
        "links": [_link(link) for link in factors.links],
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "indicator": link.indicator,
        "factor": link.factor,
        "kind": link.kind.value,
        "size": link.effect.size,
        "interval": _interval(link.effect.interval),
        "chance": link.effect.chance,
        "corrected": link.corrected,
        "schools": link.effect.count,
    }
