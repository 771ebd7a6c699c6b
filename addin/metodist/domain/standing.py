"""What a school's rank is worth: whether it differs from its municipality for sure, and what to keep in mind."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from metodist.domain.chance import LEVEL, is_count, part_of_whole
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.publishing import LEAST

_MEANS = (IndicatorKind.MEAN, IndicatorKind.LEVEL)


class Standing(StrEnum):
    """A school beside its municipality; the value is the word in JSON."""

    ABOVE = "above"
    BELOW = "below"
    UNSURE = "unsure"
    """The difference is explained by chance."""
    SMALL = "small"
    """Fewer than five: a rank says nothing."""
    SIZE = "size"
    """A number that grows with the school: it is not compared with the municipality's."""
    UNTESTED = "untested"


def is_testable(indicator: Indicator, outcomes: Iterable[Outcome | None]) -> bool:
    """Whether shares of all schools are counts of counts, so that they can be held against chance."""
    if indicator.kind is not IndicatorKind.SHARE:
        return False
    found = [each for each in outcomes if each is not None and each.numerator is not None]
    return all(_is_part(each.numerator or 0, each.denominator or 0) for each in found)


def _is_part(numerator: float, denominator: float) -> bool:
    return is_count(numerator, denominator) and numerator <= denominator


def standing(
    indicator: Indicator, own: Outcome | None, district: Outcome | None, schools: int, *, testable: bool
) -> Standing | None:
    """What to say of a school's place.

    Args:
        indicator: One that compares schools.
        own: The school's outcome.
        district: The municipality's, with the school in it.
        schools: How many schools have a value: the chance is corrected for so many comparisons, after Bonferroni.
        testable: See :func:`is_testable`.

    Returns:
        ``None`` where the school has no value.
    """
    if own is None or own.value is None or district is None:
        return None
    if indicator.kind in (IndicatorKind.COUNT, IndicatorKind.CHANGE):
        return Standing.SIZE
    if (own.denominator or 0) < LEAST:
        return Standing.SMALL
    if not testable or indicator.kind in _MEANS:
        return Standing.UNTESTED
    whole = (int(district.numerator or 0), int(district.denominator or 0))
    chance = part_of_whole((int(own.numerator or 0), int(own.denominator or 0)), whole)
    if chance * schools > LEVEL:
        return Standing.UNSURE
    return Standing.ABOVE if own.value > (district.value or 0) else Standing.BELOW
