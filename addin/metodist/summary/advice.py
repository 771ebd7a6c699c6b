"""Recommendations with proof: which follow from a summary by the rules, school by school; values in, values out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from metodist.domain.clusters import Cluster
from metodist.domain.dynamics import DISTRICT
from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import Indicator
from metodist.domain.outcome_tests import Judged, holds
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Organisation
from metodist.domain.recommendations import (
    Addressee,
    AddresseeKind,
    Advice,
    AdvicePlan,
    AdviceRule,
    SchoolAdvice,
)
from metodist.domain.summary import SchoolResult, Summary
from metodist.domain.values import fold
from metodist.messages import say
from metodist.summary.advice_texts import (
    aim_shown,
    district_ground,
    district_text,
    few_text,
    filled,
    general_text,
    ground_text,
    places_of_values,
    practice_words,
    title_of,
    value_of,
)
from metodist.summary.generic_advice import rules_of
from metodist.summary.practices import Practices

Outcomes = Mapping[str, Outcome]


def advise(summary: Summary) -> AdvicePlan:
    """What follows from the summary for every accepted school and for the municipality's own addressees.

    Args:
        summary: All accepted returns of the period, with groups of schools and dynamics where there are any:
            without groups practices come from the whole municipality.
    """
    return _Adviser(summary).plan()


class _Adviser:
    """Goes through rules and schools once."""

    def __init__(self, summary: Summary) -> None:
        self._summary, self._analysis = summary, summary.analysis
        self._indicators = {one.code: one for one in summary.programme.indicators}
        self._order = {code: place for place, code in enumerate(self._indicators)}
        self._rules = rules_of(summary.programme)
        self._practices = Practices(summary)

    def plan(self) -> AdvicePlan:
        schools = tuple(self._school(result) for result in self._summary.schools)
        own = bool(self._summary.programme.advice_rules)
        return AdvicePlan(self._rules, not own, schools, tuple(self._of_district()))

    def _school(self, result: SchoolResult) -> SchoolAdvice:
        school = result.organisation
        cluster = self._analysis.clustering.cluster_of(school.code)
        items = sorted(self._items(result, cluster), key=lambda one: self._order[one.indicator.code])
        return SchoolAdvice(
            school=school.code,
            name=school.short_name,
            cluster=cluster.title if cluster else "",
            items=tuple(items),
            reached=tuple(self._reached(result.outcomes)),
            unknown=tuple(self._unknown(result.outcomes)),
            values=() if items else tuple(self._values(result.outcomes)),
        )

    def _items(self, result: SchoolResult, cluster: Cluster | None) -> Iterator[Advice]:
        school = result.organisation
        for rule in self._rules:
            if not _speaks_to(rule.addressee, school, cluster):
                continue
            for code in self._known(rule):
                judged = self._judged(code, result.outcomes.get(code), school.code)
                advice = self._advice(rule, judged, school, cluster)
                if advice is not None:
                    yield advice

    def _known(self, rule: AdviceRule) -> Iterator[str]:
        """The rule's indicators; a public edition of a programme lacks those that tell of few people."""
        return (code for code in rule.indicators if code in self._indicators)

    def _of_district(self) -> Iterator[Advice]:
        for rule in (one for one in self._rules if one.addressee.in_district):
            for code in self._known(rule):
                judged = self._judged(code, self._summary.municipality.get(code), DISTRICT)
                advice = self._advice(rule, judged, None, None)
                if advice is not None:
                    yield advice

    def _judged(self, code: str, outcome: Outcome | None, school: str) -> Judged:
        series = self._analysis.dynamics.of(code, school)
        change = series.change if series else None
        return Judged(self._indicators[code], outcome, self._summary.municipality.get(code), change)

    def _advice(
        self, rule: AdviceRule, judged: Judged, school: Organisation | None, cluster: Cluster | None
    ) -> Advice | None:
        """The recommendation, where the condition holds and the text says anything without what is not known."""
        if not holds(rule.condition, judged) or judged.outcome is None:
            return None
        practice = self._practices.of(judged.indicator, school.code if school else "")
        words = practice_words(judged.indicator, practice) if practice else ""
        places = places_of_values(judged) | self._places_of(school, cluster) | {"практика": words}
        action = filled(rule.text, places)
        if not action:
            return None
        return Advice(
            rule=rule,
            indicator=judged.indicator,
            outcome=judged.outcome,
            district=judged.district,
            before=judged.before,
            practice=practice,
            value=value_of(judged.indicator, judged.outcome),
            ground=ground_text(judged),
            action=action,
            district_ground=district_ground(judged),
            general=general_text(rule.text, places),
            practice_text=words,
            few=few_text(judged.indicator, judged.outcome),
            material=filled(rule.material, places),
            deadline=filled(rule.deadline, places),
            report=filled(rule.report, places),
        )

    def _places_of(self, school: Organisation | None, cluster: Cluster | None) -> dict[str, str]:
        passport = self._summary.programme.passport
        return {
            "школа": school.short_name if school else passport.municipality,
            "группа": cluster.title if cluster else "",
            "период": passport.period.label,
            "служба": passport.service_genitive,
        }

    def _reached(self, outcomes: Outcomes) -> Iterator[str]:
        for indicator in self._asked():
            outcome = outcomes.get(indicator.code)
            if outcome is not None and indicator.reached(outcome.value):
                yield say(
                    "advice.reached",
                    code=indicator.code,
                    title=title_of(indicator),
                    value=value_of(indicator, outcome),
                    target=aim_shown(indicator),
                )

    def _unknown(self, outcomes: Outcomes) -> Iterator[str]:
        for indicator in self._asked():
            outcome = outcomes.get(indicator.code)
            if indicator.target is not None and (outcome is None or outcome.value is None):
                yield indicator.code

    def _values(self, outcomes: Outcomes) -> Iterator[str]:
        """What a school with nothing to recommend came to: a confirmation rests on numbers too."""
        asked = {code for rule in self._rules if not rule.addressee.in_district for code in rule.indicators}
        for indicator in self._asked():
            outcome = outcomes.get(indicator.code)
            known = outcome is not None and outcome.value is not None
            if indicator.code in asked and known and outcome and not indicator.reached(outcome.value):
                district = district_text(indicator, self._summary.municipality.get(indicator.code))
                value, title = value_of(indicator, outcome), title_of(indicator)
                yield say("advice.known", code=indicator.code, title=title, value=value, district=district)

    def _asked(self) -> Iterator[Indicator]:
        """The indicators that a school's own table counts."""
        return (one for one in self._indicators.values() if one.scope != MUNICIPALITY)


def _speaks_to(addressee: Addressee, school: Organisation, cluster: Cluster | None) -> bool:
    match addressee.kind:
        case AddresseeKind.CATEGORY:
            return fold(school.kind) == fold(addressee.name)
        case AddresseeKind.CLUSTER:
            names = (cluster.letter, cluster.name, cluster.title) if cluster else ()
            return fold(addressee.name) in map(fold, names)
        case AddresseeKind.DISTRICT_BODY:
            return False
        case _:
            return True
