"""What the archive knows of the period before: it stands in the new tables, so that schools need not look it up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from metodist.archive.index import open_index
from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import FactSum, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData, Status
from metodist.domain.tables import Prefill
from metodist.domain.values import Value
from metodist.services.working_folder import WorkingFolder


@dataclass(frozen=True, slots=True)
class LastYear:
    """Accepted data of the previous period, by school code; empty in the first year."""

    programme: Programme
    schools: Mapping[str, SchoolData] = field(default_factory=dict)

    def prefill(self, school: str) -> Prefill | None:
        """What is known of a school; ``None`` where it handed in nothing the year before.

        Facts of last year stand beside their cells. What a change is measured against stands in its own cell,
        as last year's table counted it; the school may correct it.
        """
        from metodist.scoring.indicators import score_school

        data = self.schools.get(school)
        if data is None:
            return None
        facts = {fact.name for fact in self.programme.school_facts}
        previous = {name: value for name, value in data.facts.items() if name in facts and value is not None}
        return Prefill(SchoolData(facts=self._bases(score_school(self.programme, data))), previous)

    def _bases(self, outcomes: Mapping[str, Outcome]) -> dict[str, Value]:
        """Facts that hold the previous value of a change, from what the indicator came to then."""
        bases: dict[str, Value] = {}
        for indicator in self.programme.indicators:
            if indicator.kind is not IndicatorKind.CHANGE or indicator.scope == MUNICIPALITY:
                continue
            base, then = indicator.denominator, outcomes[indicator.code].numerator
            if isinstance(base, FactSum) and len(base.facts) == 1 and then is not None:
                bases[base.facts[0]] = int(then) if float(then).is_integer() else then
        return bases


def last_year(place: WorkingFolder) -> LastYear:
    """The accepted tables of the period before, as the archive of the working folder holds them."""
    from metodist.services.archive_access import mended

    if not mended(place):
        return LastYear(place.programme)
    passport = place.programme.passport
    with open_index(place.index) as index:
        entries = index.latest(passport.code, passport.period.previous.code, Status.ACCEPTED)
    return LastYear(place.programme, {code: entry.data for code, entry in entries.items()})
