"""Successful practices: only what a school really recorded, and only of schools that do well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from metodist.domain.conditions import All, AnyOf, Condition, Exists
from metodist.domain.fields import Field, FieldType, Register
from metodist.domain.indicators import Indicator, IndicatorKind, Measure
from metodist.domain.outcome_tests import is_worse, is_yes_no
from metodist.domain.outcomes import FEW, Outcome
from metodist.domain.periods import Period
from metodist.domain.predicates import predicate
from metodist.domain.programme import Programme
from metodist.domain.recommendations import Practice
from metodist.domain.returns import Evidence
from metodist.domain.summary import SchoolResult, Summary
from metodist.domain.values import YES, Row, fold, is_blank
from metodist.messages import say

_MARKS = re.compile(r"([.,;:])(?:\s*[.,;:])+")
_BEFORE_MARK = re.compile(r"\s+([.,;:])")
_EMPTY_PAIRS = re.compile(r"\(\s*\)|«\s*»|\{|\}")

#: The register in which schools describe practices.
REGISTER = "Практики"
#: Columns of that register that may say what a practice is about, and what of an indicator they are held against.
_ABOUT = (("Показатель", "code"), ("Направление", "direction"), ("Группа", "group"))
_NAMES = (FieldType.TEXT, FieldType.CHOICE)
_OVER_MANY = (IndicatorKind.SHARE, IndicatorKind.MEAN, IndicatorKind.LEVEL)


@dataclass(frozen=True, slots=True)
class _Recorded:
    """A school that does well, and what it recorded."""

    result: SchoolResult
    outcome: Outcome
    text: str


class Practices:
    """The practices of a summary; those of an indicator are looked up once."""

    def __init__(self, summary: Summary) -> None:
        """Look in that summary."""
        self._summary = summary
        self._clusters = {one.school: one.cluster for one in summary.analysis.clustering.memberships}
        self._known: dict[str, tuple[_Recorded, ...]] = {}

    def of(self, indicator: Indicator, school: str) -> Practice | None:
        """A practice for a school: from the best of its own group that recorded one, else from the best of all."""
        known = self._known.get(indicator.code)
        if known is None:
            known = self._known[indicator.code] = _recorded(self._summary, indicator)
        others = [one for one in known if one.result.organisation.code != school]
        group = self._clusters.get(school, "")
        mates = [one for one in others if group and self._clusters.get(one.result.organisation.code) == group]
        best = next(iter(mates or others), None)
        if best is None:
            return None
        place = best.result.organisation
        return Practice(place.code, place.short_name, best.text, best.outcome, bool(mates))


def _recorded(summary: Summary, indicator: Indicator) -> tuple[_Recorded, ...]:
    """Schools that do well in the indicator and recorded something about it, the best first."""
    found = []
    for result in summary.schools:
        outcome = result.outcomes.get(indicator.code)
        if outcome is not None and _does_well(indicator, outcome, summary.municipality.get(indicator.code)):
            text = _text(summary.programme, indicator, result)
            if text:
                found.append(_Recorded(result, outcome, text))
    sign = -1 if indicator.higher_is_better else 1
    return tuple(sorted(found, key=lambda one: sign * (one.outcome.value or 0)))


def _does_well(indicator: Indicator, outcome: Outcome, district: Outcome | None) -> bool:
    """Has «да», or reaches the target; without a target, is better than the municipality. Never on few people."""
    if outcome.value is None:
        return False
    if is_yes_no(indicator):
        return outcome.value > 0
    if indicator.kind in _OVER_MANY and (outcome.denominator or 0) < FEW:
        return False
    if indicator.target is not None:
        return bool(indicator.reached(outcome.value))
    average = district.value if district else None
    return average is not None and is_worse(indicator, average, outcome.value)


def _text(programme: Programme, indicator: Indicator, result: SchoolResult) -> str:
    """What the school recorded about the indicator; empty for nothing."""
    register = next((one for one in programme.registers if one.name == REGISTER), None)
    in_register = _from_register(register, indicator, result, programme.passport.period) if register else ""
    return in_register or _from_facts(programme, indicator, result)


def _from_register(register: Register, indicator: Indicator, result: SchoolResult, period: Period) -> str:
    """The first row about the indicator; a register that does not say what a practice is about shows nothing.

    A row is about the indicator where it names it, or where the indicator itself counts such rows.
    """
    title = next((one for one in register.fields if one.type in _NAMES and not one.personal), None)
    about = [(field, of) for name, of in _ABOUT for field in register.fields if field.name == name]
    counted = [predicate(one, period) for one in _counted(indicator.numerator, register.name)]
    if title is None:
        return ""
    for row in result.data.registers.get(register.name, ()):
        name = row.values.get(title.name)
        named = any(_is_about(row.values, field, of, indicator) for field, of in about)
        if not is_blank(name) and (named or any(one(row.values, _alone) for one in counted)):
            return say("advice.practice_register", title=tidy(str(name)), register=register.name)
    return ""


def _alone(_register: str, _row: Row) -> tuple[Row, ...]:
    """Nothing is related to a practice."""
    return ()


def _counted(measure: Measure, register: str) -> Iterator[Condition]:
    """The conditions by which a numerator asks for rows of the register."""
    match measure:
        case Exists(name, condition) if name == register:
            yield condition
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _counted(part, register)


def _is_about(row: Row, field: Field, of: str, indicator: Indicator) -> bool:
    stated, wanted = row.get(field.name), str(getattr(indicator, of))
    return bool(wanted) and isinstance(stated, str) and fold(stated) == fold(wanted)


def _from_facts(programme: Programme, indicator: Indicator, result: SchoolResult) -> str:
    """A documented «да» of the indicator itself, else of a presence of the same group of indicators."""
    same_group = [
        one.column
        for one in programme.indicators
        if one.kind is IndicatorKind.PRESENCE and one.group and one.group == indicator.group
    ]
    own = [indicator.column] if indicator.kind is IndicatorKind.PRESENCE else []
    for fact in (*own, *same_group):
        proof = result.data.evidence.get(fact)
        if proof is not None and result.data.facts.get(fact) == YES and (document := _document(proof)):
            named = fold(fact) in fold(document)  # the document's name says already what it is
            return document if named else say("advice.practice_fact", fact=fact, document=document)
    return ""


def tidy(text: str) -> str:
    """What a school typed, fit to stand inside a sentence: single blanks, no doubled or trailing marks."""
    whole = " ".join(_EMPTY_PAIRS.sub("", text).split())
    return _BEFORE_MARK.sub(r"\1", _MARKS.sub(r"\1", whole)).strip(" .,;:")


def _document(proof: Evidence) -> str:
    """«приказ № 15 от 12.01.2026»; empty where no document is named."""
    text = tidy(proof.document)
    if not text:
        return ""
    number = tidy(proof.number.strip().removeprefix("№"))
    text += say("advice.practice_number", number=number) if number else ""
    shown = f"{proof.date:%d.%m.%Y}" if isinstance(proof.date, date) else tidy(str(proof.date or ""))
    return text + (say("advice.practice_date", date=shown) if shown else "")
