"""The sentences of a recommendation: its proof, and a rule's text with its placeholders filled."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from metodist.domain.fields import STAFF
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcome_tests import Judged, is_yes_no
from metodist.domain.outcomes import FEW, Outcome, percent
from metodist.domain.recommendations import OWN_PLACES, Practice
from metodist.domain.wording import (
    NBSP,
    aim_text,
    counted_text,
    decimal_text,
    is_fraction,
    number_text,
    percent_text,
    plural,
    value_text,
)
from metodist.messages import say

_LISTS = (IndicatorKind.DISTRIBUTION, IndicatorKind.RANKING)
_OVER_MANY = (IndicatorKind.SHARE, IndicatorKind.MEAN, IndicatorKind.LEVEL, *_LISTS)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[А-ЯЁ«{])")
_PLACE = re.compile(r"\{([^{}]*)\}")
#: How many lines of a ranking are named.
_NAMED = 3
_ELLIPSIS = "…"
#: Of a share times its denominator: what floating point adds to a whole number.
_WHOLE = 1e-9


def title_of(indicator: Indicator) -> str:
    """The title without the mark that would stand before another one."""
    return " ".join(indicator.title.split()).rstrip(" .:;")


def ground_text(judged: Judged) -> str:
    """The proof: indicator, value with n/N, target, the municipality's value, the value of the period before."""
    indicator, before = judged.indicator, judged.before
    values = {
        "code": indicator.code,
        "title": title_of(indicator),
        "value": value_of(indicator, judged.outcome),
        "target": _target(judged),
        "district": district_text(indicator, judged.district),
    }
    if before is None or before.value is None or indicator.kind is IndicatorKind.CHANGE:
        return say("advice.ground", **values)
    return say("advice.ground_before", before=value_of(indicator, before), **values)


def value_of(indicator: Indicator, outcome: Outcome | None) -> str:
    """A value with what stands behind it: «62,5 % (25 из 40)», «нет», «57,1 балла, уровень «средний»»."""
    if outcome is not None and indicator.kind in _LISTS:
        return frequent_text(outcome) or say("advice.no_data")
    if outcome is None or outcome.value is None:
        return say("advice.no_data")
    if is_yes_no(indicator) and outcome.denominator == 1:
        words = ("present", "absent") if indicator.kind is IndicatorKind.PRESENCE else ("yes", "no")
        return say(f"advice.{words[0] if outcome.value else words[1]}")
    shown = value_text(indicator, outcome.value)
    shown = say("advice.level", value=shown, level=outcome.level) if outcome.level else shown
    counted = counted_text(outcome)
    return say("advice.of", value=shown, counted=counted) if counted else shown


def district_text(indicator: Indicator, outcome: Outcome | None) -> str:
    """The municipality's value; of yes and no, in how many schools it is yes."""
    if outcome is None or outcome.value is None or not is_yes_no(indicator) or outcome.denominator == 1:
        return value_of(indicator, outcome)
    return say(
        "advice.schools_with",
        numerator=number_text(outcome.numerator or 0),
        denominator=number_text(outcome.denominator or 0),
        value=percent_text(outcome.value),
    )


def frequent_text(outcome: Outcome) -> str:
    """The most frequent lines with their counts: «методические (12 из 40), цифровые (9 из 40)»; empty for none."""
    lines = [(label, ratio) for label, ratio in outcome.ranked if ratio.numerator][:_NAMED]
    return ", ".join(
        say(
            "advice.frequent_line",
            label=label,
            numerator=number_text(ratio.numerator),
            denominator=number_text(ratio.denominator),
        )
        for label, ratio in lines
    )


def _target(judged: Judged) -> str:
    indicator, reached = judged.indicator, judged.indicator.reached(judged.value)
    if indicator.target is None:
        return say("advice.no_target")
    aim = aim_shown(indicator)
    if reached is not False:
        return say("advice.target_reached" if reached else "advice.target_unknown", target=aim)
    if is_yes_no(indicator):
        return say("advice.target_missed", target=aim)
    lacking, gap = lacking_text(judged), gap_text(indicator, judged.value)
    if indicator.kind is not IndicatorKind.SHARE:
        return say("advice.target_behind", target=aim, gap=gap)
    return say(
        "advice.target_short" if indicator.higher_is_better else "advice.target_over", target=aim, lacking=lacking
    )


def aim_shown(indicator: Indicator) -> str:
    """The target; where less is better it says so."""
    aim = aim_text(indicator)
    return aim if indicator.higher_is_better or not aim else say("advice.not_more", target=aim)


def few_text(indicator: Indicator, outcome: Outcome) -> str:
    """That the value hangs on single people, and by how much one moves it; empty where it does not."""
    many = outcome.denominator
    if indicator.kind not in _OVER_MANY or is_yes_no(indicator) or not many or many >= FEW:
        return ""
    if not is_fraction(indicator):
        return say("advice.few_mean", number=number_text(many))
    return say("advice.few", number=number_text(many), step=_points(1 / many))


def practice_words(indicator: Indicator, practice: Practice) -> str:
    """«Школа № 3 из той же группы школ — 92,5 % (37 из 40): «Положение…» — приказ № 15»."""
    where = say("advice.practice_cluster") if practice.same_cluster else ""
    if is_yes_no(indicator):
        return say("advice.practice_yes", school=practice.name, where=where, recorded=practice.text)
    value = value_of(indicator, practice.outcome)
    return say("advice.practice_text", school=practice.name, where=where, value=value, recorded=practice.text)


def filled(text: str, places: Mapping[str, str]) -> str:
    """A rule's text with its placeholders filled; a sentence with one that has no value is left out."""
    sentences = (
        _PLACE.sub(lambda match: places[match[1]], sentence)
        for sentence in _SENTENCES.split(" ".join(text.split()))
        if all(places.get(name) for name in _PLACE.findall(sentence))
    )
    return " ".join(sentences)


def general_text(text: str, places: Mapping[str, str]) -> str:
    """A rule's text for all whom it speaks to: what is an addressee's own is only named, in square brackets."""
    own = {name: say("advice.own", what=what) for name, what in OWN_PLACES.items()}
    return filled(text, {**places, **own, "практика": ""}) or filled(text, {**places, **own, "практика": _ELLIPSIS})


def district_ground(judged: Judged) -> str:
    """The municipality's value and the target."""
    indicator = judged.indicator
    return say(
        "advice.district_ground",
        district=district_text(indicator, judged.district),
        target=_target(Judged(indicator, judged.district)),
    )


def places_of_values(judged: Judged) -> dict[str, str]:
    """The placeholders that follow from an indicator's values; empty ones have no value."""
    indicator, outcome = judged.indicator, judged.outcome
    return {
        "код": indicator.code,
        "показатель": say("advice.quoted", title=title_of(indicator)),
        "значение": value_of(indicator, outcome),
        "счёт": counted_text(outcome) if outcome else "",
        "цель": aim_shown(indicator),
        "отставание": gap_text(indicator, judged.value),
        "ещё": lacking_text(judged),
        "район": district_text(indicator, judged.district),
        "было": value_of(indicator, judged.before) if judged.before and judged.before.value is not None else "",
        "уровень": outcome.level if outcome else "",
        "частые": frequent_text(outcome) if outcome and indicator.kind in _LISTS else "",
    }


def gap_text(indicator: Indicator, value: float | None) -> str:
    """How far a value is from the target; empty without one."""
    if value is None or indicator.target is None:
        return ""
    gap = abs(indicator.target - value)
    return _points(gap) if is_fraction(indicator) else value_text(indicator, gap).lstrip("+")


def _points(fraction: float) -> str:
    return say("advice.points", number=decimal_text(abs(percent(fraction))))


def lacking_text(judged: Judged) -> str:
    """How many rows a share lacks to reach the target, or has too many; of other kinds, the gap with its unit."""
    indicator, outcome = judged.indicator, judged.outcome
    if outcome is None or indicator.target is None or indicator.reached(outcome.value) is not False:
        return ""
    if indicator.kind is not IndicatorKind.SHARE:
        return gap_text(indicator, outcome.value)
    goal, have = indicator.target * (outcome.denominator or 0), outcome.numerator or 0
    short = math.ceil(goal - have - _WHOLE) if indicator.higher_is_better else math.ceil(have - goal - _WHOLE)
    if indicator.scope != STAFF:
        return number_text(short)
    one, many = say("advice.teacher"), say("advice.teachers")
    return f"{number_text(short)}{NBSP}{plural(short, one, many, many)}"
