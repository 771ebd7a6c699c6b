"""A share of sums cannot exceed the whole."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.conditions import All, Comparison, Condition, Operator, OtherField
from metodist.domain.fields import MUNICIPALITY
from metodist.domain.findings import ProgrammeIssue
from metodist.domain.indicators import FactSum, IndicatorKind
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.measures import sum_text
from metodist.programme.places import Places
from metodist.programme.schema import INDICATORS


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Shares of facts that are the whole itself, or whose numerator nothing keeps within the denominator."""
    for indicator in programme.indicators:
        counted, among = indicator.numerator, indicator.denominator
        if indicator.kind is not IndicatorKind.SHARE:
            continue
        if not isinstance(counted, FactSum) or not isinstance(among, FactSum):
            continue
        if set(counted.facts) == set(among.facts):
            message = say("lint.share_same", code=indicator.code, whole=sum_text(among))
            yield places.warning(message, (INDICATORS, indicator.code, "Знаменатель"))
            continue
        if indicator.scope == MUNICIPALITY:
            continue  # the municipality's own numbers are entered by whoever reads this
        loose = [name for name in counted.facts if not _kept(programme, indicator.scope, name, among)]
        if set(counted.facts) > set(among.facts):
            message = say("lint.sum_wider", code=indicator.code)
            yield places.warning(message, (INDICATORS, indicator.code, "Знаменатель"))
        elif loose:
            names = ", ".join(f"«{name}»" for name in loose)
            message = say("lint.sum_loose", code=indicator.code, names=names, whole=sum_text(among))
            yield places.remark(message, (INDICATORS, indicator.code, "Числитель"), say("lint.sum_loose_fix"))


def _kept(programme: Programme, owner: str, name: str, whole: FactSum) -> bool:
    """The whole holds the fact itself, or a rule says that the fact is not greater than part of the whole."""
    if name in whole.facts:
        return True
    fact = next((each for each in programme.facts if (each.register, each.name) == (owner, name)), None)
    return fact is not None and fact.check is not None and any(_bounds(fact.check, name, each) for each in whole.facts)


def _bounds(condition: Condition, name: str, other: str) -> bool:
    match condition:
        case All(parts):
            return any(_bounds(part, name, other) for part in parts)
        case Comparison(field, operator, (OtherField(against),)):
            less = operator in (Operator.LESS, Operator.LESS_EQUAL) and (field, against) == (name, other)
            more = operator in (Operator.GREATER, Operator.GREATER_EQUAL) and (field, against) == (other, name)
            return less or more
        case _:
            return False
