"""What of an indicator may stand on a public page: values that tell of fewer than five people are taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from metodist.domain.fields import MUNICIPALITY, SCHOOLS
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome, Ratio
from metodist.domain.publishing import LEAST, is_small, publishable_parts

_LISTS = (IndicatorKind.DISTRIBUTION, IndicatorKind.RANKING)
_MEANS = (IndicatorKind.MEAN, IndicatorKind.LEVEL)


def tells_of_people(indicator: Indicator) -> bool:
    """Whether its numbers may be people: rows of registers and facts of schools; schools themselves are none."""
    return indicator.scope not in (SCHOOLS, MUNICIPALITY) and indicator.kind is not IndicatorKind.PRESENCE


def is_hidden(indicator: Indicator, outcome: Outcome) -> bool:
    """Whether the whole value tells of fewer than five people."""
    if not tells_of_people(indicator):
        return False
    over, under = outcome.numerator, outcome.denominator
    match indicator.kind:
        case IndicatorKind.SHARE:
            return over is not None and bool(under) and is_small(Ratio(over, under or 0))
        case IndicatorKind.COUNT:
            return _few(over)
        case IndicatorKind.CHANGE:
            return _few(over) or _few(under)
        case _:
            return _few(under)


def public_outcome(indicator: Indicator, outcome: Outcome) -> Outcome:
    """The outcome with what may be published of it: lines of a breakdown that tell of few people are left out.

    A hidden value is ``None``, as one that nobody knows; ask :func:`is_hidden` to say which it is.
    """
    if not tells_of_people(indicator):
        return outcome
    if is_hidden(indicator, outcome):
        return replace(outcome, numerator=None, denominator=None, value=None, breakdown={}, level="", spread=None)
    shown = publishable_parts(outcome.breakdown)
    return replace(
        outcome, breakdown={label: ratio for label, ratio in shown.items() if ratio is not None}, spread=None
    )


def hidden_schools(indicator: Indicator, outcomes: Mapping[str, Outcome]) -> frozenset[str]:
    """Schools whose value is not published, so that none can be reckoned from the others and the total.

    Args:
        indicator: Whose values.
        outcomes: By school code.
    """
    if not tells_of_people(indicator):
        return frozenset()
    if indicator.kind is IndicatorKind.SHARE:
        ratios = {
            code: Ratio(one.numerator, one.denominator)
            for code, one in outcomes.items()
            if one.numerator is not None and one.denominator
        }
        return frozenset(code for code, ratio in publishable_parts(ratios).items() if ratio is None)
    return frozenset(code for code, one in outcomes.items() if is_hidden(indicator, one))


def _few(number: float | None) -> bool:
    return number is not None and 0 < number < LEAST
