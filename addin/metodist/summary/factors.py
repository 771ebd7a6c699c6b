"""Which facts of schools go with an indicator: every pair compared, all comparisons corrected together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from metodist.domain.asked import in_indicator
from metodist.domain.association import Effect, spearman, two_groups
from metodist.domain.chance import adjusted
from metodist.domain.factors import (
    FEWEST_SCHOOLS,
    Factor,
    FactorKind,
    Factors,
    FactorSettings,
    Link,
)
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme
from metodist.messages import say

_SMALLEST_GROUP = 3

#: An indicator's values by school code.
_Values = Mapping[str, float]


def compared_factors(
    programme: Programme,
    outcomes: Mapping[str, Mapping[str, Outcome]],
    factors: Sequence[Factor],
    settings: FactorSettings,
) -> Factors:
    """Compare every chosen indicator with every factor that is not made of the same fields.

    Args:
        programme: Its indicators.
        outcomes: By school code and indicator code.
        factors: What is known of the schools.
        settings: The methodist's choice of indicators and classes of factors.
    """
    classes = {each.factor: each for each in settings.classes}
    if len(outcomes) < FEWEST_SCHOOLS:
        reason = say("factors.few_schools", count=len(outcomes), least=FEWEST_SCHOOLS)
        return Factors(classes=classes, reason=reason)
    chosen = _chosen(programme, settings)
    values = {each.code: _values(each.code, outcomes) for each in chosen}
    links = [
        found
        for indicator in chosen
        for factor in factors
        if not factor.fields & in_indicator(indicator)
        for found in _link(indicator.code, values[indicator.code], factor)
    ]
    corrected = adjusted({place: link.effect.chance for place, link in enumerate(links)})
    judged = [
        Link(link.indicator, link.factor, link.kind, link.effect, corrected[place], link.medians)
        for place, link in enumerate(links)
    ]
    known = {each.name for each in factors}
    order = {each.code: place for place, each in enumerate(chosen)}
    judged.sort(key=lambda link: (order[link.indicator], link.effect.chance, -abs(link.effect.size)))
    return Factors(
        indicators=tuple(each.code for each in chosen),
        factors={factor.name: factor for factor in factors},
        links=tuple(judged),
        classes=classes,
        notes=tuple(say("factors.unknown", name=name) for name in classes if name not in known),
        reason="" if judged else say("factors.nothing_to_compare"),
    )


def _chosen(programme: Programme, settings: FactorSettings) -> list[Indicator]:
    """Those the methodist names; else every share that compares schools."""
    if settings.indicators:
        return [each for each in programme.indicators if each.code in settings.indicators]
    return [each for each in programme.indicators if each.kind is IndicatorKind.SHARE and each.compares_schools]


def _values(code: str, outcomes: Mapping[str, Mapping[str, Outcome]]) -> _Values:
    found = ((school, own.get(code)) for school, own in outcomes.items())
    return {school: outcome.value for school, outcome in found if outcome and outcome.value is not None}


def _link(code: str, values: _Values, factor: Factor) -> Iterator[Link]:
    """The comparison, not corrected yet; none where too few schools know both."""
    both = [school for school in values if school in factor.values]
    if len(both) < FEWEST_SCHOOLS:
        return
    effect: Effect | None
    medians: tuple[float, float] | tuple[()] = ()
    if factor.kind is FactorKind.NUMBER:
        effect = spearman([factor.values[school] for school in both], [values[school] for school in both])
    else:
        first = [values[school] for school in both if factor.values[school]]
        second = [values[school] for school in both if not factor.values[school]]
        if min(len(first), len(second)) < _SMALLEST_GROUP:
            return
        effect, medians = two_groups(first, second), (median(first), median(second))
    if effect is not None:
        yield Link(code, factor.name, factor.kind, effect, 1.0, medians)
