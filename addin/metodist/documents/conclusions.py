"""What follows from the summary: conclusions and recommendations, worded by the data alone."""

from __future__ import annotations

from metodist.documents.changes import changes_text, worsened
from metodist.documents.completeness import completeness_text, names_of
from metodist.documents.indicators import missed, reached, unknown, with_target
from metodist.documents.numbers import counted, points
from metodist.documents.order_results import targets_text
from metodist.documents.schools import NAMED, Value, below_target, school_values
from metodist.documents.typography import clean
from metodist.domain.findings import Severity, count_of
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.summary import Summary
from metodist.domain.wording import is_fraction, number_text, value_text
from metodist.messages import say

#: How many indicators that miss their targets get a recommendation of their own: the farthest from the target.
ADDRESSED = 5


def comparison(summary: Summary) -> tuple[str, ...]:
    """Every indicator with a target, the farthest from it first, then the reached ones."""
    return (
        *(_compared(summary, indicator, "documents.behind") for indicator in missed(summary)),
        *(_compared(summary, indicator, "documents.not_behind") for indicator in reached(summary)),
    )


def _compared(summary: Summary, indicator: Indicator, message: str) -> str:
    headline = clean(summary.headlines[indicator.code])
    gap = _gap(indicator, summary.municipality[indicator.code])
    return say(message, code=indicator.code, headline=headline, gap=gap)


def _gap(indicator: Indicator, outcome: Outcome) -> str:
    difference = abs((indicator.target or 0) - (outcome.value or 0))
    return points(difference) if is_fraction(indicator) else value_text(indicator, difference).lstrip("+")


def conclusions(summary: Summary) -> tuple[str, ...]:
    """The findings, from how far they reach to what is not known."""
    found = (
        say("documents.conclusion_completeness", completeness=completeness_text(summary)),
        _about_targets(summary),
        _about_missed(summary),
        changes_text(summary),
        _about_rankings(summary),
        _about_spread(summary),
        _about_unknown(summary),
    )
    return tuple(sentence for sentence in found if sentence)


def _about_targets(summary: Summary) -> str:
    if not summary.programme.indicators:
        return say("documents.conclusion_no_indicators")
    if not with_target(summary):
        return say("documents.conclusion_no_targets")
    best = ", ".join(indicator.code for indicator in reached(summary))
    text = targets_text(summary)
    return say("documents.conclusion_reached", targets=text, codes=best) if best else say("documents.stop", text=text)


def _about_missed(summary: Summary) -> str:
    farthest = missed(summary)[:NAMED]
    if not farthest:
        return ""
    parts = (say("documents.gap", code=item.code, gap=_gap(item, summary.municipality[item.code])) for item in farthest)
    return say("documents.conclusion_missed", gaps="; ".join(parts))


def _about_rankings(summary: Summary) -> str:
    ranked = (item for item in summary.programme.indicators if item.kind is IndicatorKind.RANKING)
    found = (summary.headlines.get(item.code) for item in ranked)
    return " ".join(say("documents.stop", text=clean(text)) for text in found if text)


def _about_spread(summary: Summary) -> str:
    """The share in which comparable schools differ most."""
    widest, spread = None, 0.0
    for indicator in summary.programme.indicators:
        values = [one.value for one in school_values(summary, indicator) if one.solid]
        if is_fraction(indicator) and indicator.compares_schools and values and max(values) - min(values) > spread:
            widest, spread = indicator, max(values) - min(values)
    if widest is None:
        return ""
    values = [one.value for one in school_values(summary, widest) if one.solid]
    least, greatest = value_text(widest, min(values)), value_text(widest, max(values))
    return say(
        "documents.conclusion_spread", code=widest.code, title=clean(widest.title), least=least, greatest=greatest
    )


def _about_unknown(summary: Summary) -> str:
    codes = ", ".join(indicator.code for indicator in unknown(summary))
    return say("documents.conclusion_unknown", codes=codes) if codes else ""


def recommendations(summary: Summary) -> tuple[str, ...]:
    """What to do about it, each addressed: to the service, to named schools, to all."""
    doubtful = [one.organisation for one in summary.schools if count_of(one.findings, Severity.WARNING)]
    found = [_about_indicator(summary, indicator) for indicator in missed(summary)[:ADDRESSED]]
    found += [_about_change(summary, indicator) for indicator in worsened(summary)[:ADDRESSED]]
    if summary.missing:
        found.append(say("documents.recommend_missing", names=names_of(summary.missing)))
    if summary.faulty:
        found.append(say("documents.recommend_faulty", names=names_of(one.organisation for one in summary.faulty)))
    if doubtful:
        found.append(say("documents.recommend_doubtful", names=names_of(doubtful)))
    codes = ", ".join(indicator.code for indicator in unknown(summary))
    if codes:
        found.append(_to_service(summary, "documents.recommend_unknown", codes=codes))
    found.append(say("documents.recommend_all"))
    return tuple(found)


def _to_service(summary: Summary, message: str, **values: str) -> str:
    return say(message, service=summary.programme.passport.service_genitive, **values)


def _about_indicator(summary: Summary, indicator: Indicator) -> str:
    """Measures for one indicator that misses its target: how many schools are behind, who first, whom to ask."""
    code, title = indicator.code, clean(indicator.title)
    behind = below_target(summary, indicator) if indicator.compares_schools else ()
    if not behind:
        return _to_service(summary, "documents.recommend_district", code=code, title=title)
    with_value = school_values(summary, indicator)
    first = "; ".join(f"{one.school} ({value_text(indicator, one.value)})" for one in _first(behind))
    text = say(
        "documents.recommend_schools",
        code=code,
        title=title,
        behind=counted(len(behind), "школа"),
        among=number_text(len(with_value)),
        first=first,
    )
    examples = [one.school for one in with_value if one.solid and indicator.reached(one.value)][:NAMED]
    return text + (say("documents.recommend_examples", schools=", ".join(examples)) if examples else "")


def _about_change(summary: Summary, indicator: Indicator) -> str:
    value = value_text(indicator, summary.municipality[indicator.code].value)
    return _to_service(
        summary, "documents.recommend_change", code=indicator.code, title=clean(indicator.title), value=value
    )


def _first(behind: tuple[Value, ...]) -> tuple[Value, ...]:
    """Whom to name: schools whose value stands on enough people, the others only where there are no such schools."""
    solid = tuple(one for one in behind if one.solid)
    return (solid or behind)[:NAMED]
