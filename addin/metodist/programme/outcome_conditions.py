"""Conditions on an indicator's outcome, as «Правила рекомендаций» has them: «хуже цели», «< 50 %», «снизился»."""

from __future__ import annotations

import re

from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcome_tests import (
    Compared,
    Levelled,
    OutcomeCondition,
    OutcomeTest,
    Relation,
    Standard,
    State,
    Trend,
    is_yes_no,
)
from metodist.domain.wording import is_fraction
from metodist.messages import say
from metodist.programme.records import as_number
from metodist.programme.tokens import ConditionError
from metodist.programme.words import nearest, same_word, squeezed

_WORDED = (Relation.CLEARLY_WORSE, Relation.NOT_WORSE, Relation.WORSE)
_SIGN = re.compile(r"(<=|>=|<>|<|>|=)\s*(.+)")
_STANDARDS = {"цель": Standard.TARGET, "цели": Standard.TARGET, "район": Standard.DISTRICT, "района": Standard.DISTRICT}
_SPREAD = (IndicatorKind.DISTRIBUTION, IndicatorKind.RANKING)
_EXAMPLES = (
    *("хуже цели", "хуже района", "заметно хуже района", "не хуже цели", "< цель", "< район", "< 50 %"),
    *("уровень: низкий", *(each.value for each in Trend), *(each.value for each in State)),
)


def parse_outcome_condition(text: str) -> OutcomeCondition:
    """Read a condition; parts joined by «;» have to hold together.

    Raises:
        ConditionError: A part is not understood; names the nearest form.

    Example:
        ``хуже цели; снизился`` holds where the target is missed and the value fell.
    """
    parts = [squeezed(part) for part in text.split(";")]
    return OutcomeCondition("; ".join(parts), tuple(_test(part) for part in parts))


def _test(part: str) -> OutcomeTest:
    words: tuple[Trend | State, ...] = (*Trend, *State)
    for word in words:
        if same_word(part.removeprefix("=").strip(), word.value):  # «= нет» in a cell would be a formula
            return word
    if part.casefold().startswith("уровень:"):
        return Levelled(part.partition(":")[2].strip(" «»"))
    for relation in _WORDED:
        if part.casefold().startswith(f"{relation.value} "):
            standard = _STANDARDS.get(part[len(relation.value) :].strip().casefold())
            if standard is not None:
                return Compared(relation, standard)
    signed = _SIGN.fullmatch(part)
    if signed is None:
        raise ConditionError(say("programme.outcome_unknown", value=part), nearest(part, _EXAMPLES) or _help())
    return _signed(Relation(signed[1]), signed[2].strip())


def _signed(relation: Relation, what: str) -> OutcomeTest:
    standard = _STANDARDS.get(what.casefold())
    if standard is not None:
        return Compared(relation, standard)
    number = as_number(what.removesuffix("%").strip())
    if number is not None:
        return Compared(relation, number / 100 if what.endswith("%") else number)
    if relation not in (Relation.EQUAL, Relation.NOT_EQUAL):
        raise ConditionError(say("programme.outcome_standard", value=what), nearest(what, _STANDARDS) or _help())
    return Levelled(what.strip(" «»"), relation is Relation.EQUAL)


def _help() -> str:
    return say("programme.outcome_help", examples=", ".join(_EXAMPLES))


def check_outcome_condition(condition: OutcomeCondition, indicator: Indicator) -> None:
    """Refuse what can never be asked of that indicator.

    Raises:
        ConditionError: No target to compare with, a level the scale lacks, a number without «%» for a share…
    """
    for test in condition.tests:
        if isinstance(test, Compared):
            _check_comparison(test, indicator)
        elif isinstance(test, Levelled):
            _check_level(test, indicator)
        elif test in (State.YES, State.NO) and not is_yes_no(indicator):
            raise _refusal("outcome_not_yes_no", indicator, "outcome_not_yes_no_fix")
        elif test is State.LOWEST and indicator.scale is None:
            raise _refusal("outcome_no_scale", indicator)


def _check_comparison(test: Compared, indicator: Indicator) -> None:
    if indicator.kind in _SPREAD:
        raise _refusal("outcome_no_value", indicator, "outcome_no_value_fix")
    if test.against is Standard.TARGET and indicator.target is None:
        raise _refusal("outcome_no_target", indicator, "outcome_no_target_fix")
    if test.relation is Relation.CLEARLY_WORSE and indicator.kind is not IndicatorKind.SHARE:
        raise _refusal("outcome_not_share", indicator, "outcome_not_share_fix")
    if not isinstance(test.against, Standard) and is_fraction(indicator) and not 0 <= test.against <= 1:
        shown = f"{test.against:g}".replace(".", ",")
        raise ConditionError(say("programme.outcome_percent", code=indicator.code, value=shown), f"{shown} %")


def _check_level(test: Levelled, indicator: Indicator) -> None:
    if indicator.scale is None:
        raise _refusal("outcome_no_scale", indicator)
    labels = [band.label for band in indicator.scale.bands]
    if test.label not in labels:
        message = say("programme.outcome_level", code=indicator.code, value=test.label, levels=", ".join(labels))
        raise ConditionError(message, nearest(test.label, labels))


def _refusal(message: str, indicator: Indicator, fix: str = "") -> ConditionError:
    text = say(f"programme.{message}", code=indicator.code, kind=indicator.kind.value)
    return ConditionError(text, say(f"programme.{fix}") if fix else "")
