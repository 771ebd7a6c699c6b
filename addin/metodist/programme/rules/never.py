"""A condition is there to hold for somebody."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.asked import owner_of
from metodist.domain.conditions import EVERY, All, AnyOf, Condition, Not
from metodist.domain.findings import ProgrammeIssue
from metodist.domain.indicators import FactSum, IndicatorKind
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.condition_text import condition_text
from metodist.programme.judge import Judge
from metodist.programme.places import Places
from metodist.programme.possible import Fields
from metodist.programme.rules.limits import out_of_limits
from metodist.programme.schema import FIELDS, INDICATORS
from metodist.programme.used_words import conditions


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Conditions, and alternatives inside them, that no row can fulfil in any year of the programme.

    A comparison that the limits of its own field rule out is told by ``limits``.
    """
    judge = Judge(programme)
    for condition, owner, place in conditions(programme):
        fields = judge.fields
        if place[0] == FIELDS:  # a rule is not measured by itself
            fields = fields.without_rule(owner, place[1].removeprefix(f"{owner}."))
        if condition == EVERY or out_of_limits(programme, condition, owner):
            continue
        if not judge.ever([condition], owner, fields):
            yield places.warning(say("lint.impossible", condition=condition_text(condition)), place)
            continue
        if not judge.now([condition], owner, fields):
            message = say("lint.impossible_now", condition=condition_text(condition), period=judge.period.label)
            yield places.remark(message, place)
            continue
        for part in _dead_branches(condition, owner, judge, fields):
            yield places.warning(say("lint.impossible_part", condition=condition_text(part)), place)
    yield from _shares(programme, places, judge)


def _dead_branches(condition: Condition, owner: str, judge: Judge, fields: Fields) -> Iterator[Condition]:
    """Alternatives that cannot hold where the whole condition does."""
    parts = condition.parts if isinstance(condition, All) else (condition,)
    for part in parts:
        if isinstance(part, AnyOf):
            others = [each for each in parts if each is not part]
            yield from (each for each in part.parts if not judge.ever([*others, each], owner, fields))


def _shares(programme: Programme, places: Places, judge: Judge) -> Iterator[ProgrammeIssue]:
    """Shares that are 0 % or 100 % whatever schools fill in: numerator and denominator decide it between them."""
    for indicator in programme.indicators:
        counted, among = indicator.numerator, indicator.denominator
        if indicator.kind is not IndicatorKind.SHARE or isinstance(counted, FactSum) or isinstance(among, FactSum):
            continue
        owner = owner_of(indicator.scope)
        if not judge.ever([counted], owner, judge.fields) or not judge.ever([among], owner, judge.fields):
            continue  # told above
        texts = {"numerator": condition_text(counted), "denominator": condition_text(among) or say("lint.everybody")}
        if not judge.ever([counted, among], owner, judge.fields):
            message = say("lint.share_zero", code=indicator.code, **texts)
            yield places.warning(message, (INDICATORS, indicator.code, "Числитель"))
        elif not judge.ever([Not(counted), among], owner, judge.fields):
            message = say("lint.share_whole", code=indicator.code, **texts)
            yield places.warning(message, (INDICATORS, indicator.code, "Знаменатель"))
