"""What the archive knows of earlier periods, in this year's words: for new tables and for dynamics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from metodist.archive.index import open_index
from metodist.domain.answers import Answered, answered
from metodist.domain.asked import in_measure
from metodist.domain.bridge import Continuation, Names, continuations, in_todays_words, names_then, not_asked
from metodist.domain.fields import MUNICIPALITY
from metodist.domain.indicators import FactSum, IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData, Status
from metodist.domain.tables import Prefill
from metodist.domain.values import Value
from metodist.services.earlier_programmes import earlier_programme
from metodist.services.working_folder import WorkingFolder
from metodist.services.years import in_year


@dataclass(frozen=True, slots=True)
class EarlierYear:
    """Accepted data of an earlier period under this year's names; empty where there is none.

    Args:
        programme: This year's.
        period: The earlier one.
        schools: What each school filled in then, by school code.
        municipal: The municipality's own facts of then; ``None`` where the programme of then is not kept.
        continuations: By this year's code: what it continues, and whether the two periods may be compared.
        answered: What was asked then.
        names: What it was called then.
    """

    programme: Programme
    period: Period
    schools: Mapping[str, SchoolData] = field(default_factory=dict)
    municipal: Mapping[str, Value] | None = None
    continuations: Mapping[str, Continuation] = field(default_factory=dict)
    answered: Answered = field(default_factory=Answered)
    names: Names = field(default_factory=Names)

    def district(self) -> dict[str, Outcome]:
        """What this year's indicators come to over the answers of then, by code; only those that may be compared."""
        from metodist.scoring.indicators import score_district

        then = in_year(self.programme, self.period.year)
        return self._permitted(score_district(then, self.schools, self.municipal))

    def school(self, code: str) -> dict[str, Outcome]:
        """The same for one school; nothing where it handed in nothing."""
        from metodist.scoring.indicators import score_school

        if code not in self.schools:
            return {}
        return self._permitted(score_school(in_year(self.programme, self.period.year), self.schools[code]))

    def _permitted(self, outcomes: Mapping[str, Outcome]) -> dict[str, Outcome]:
        return {code: each for code, each in outcomes.items() if self.continuations[code].permitted}

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
        then = in_year(self.programme, self.period.year)
        return Prefill(SchoolData(facts=self._bases(score_school(then, data))), previous)

    def _bases(self, outcomes: Mapping[str, Outcome]) -> dict[str, Value]:
        """Facts that hold the previous value of a change, from what the indicator came to then.

        A condition over a field that nobody was asked for would come to 0: there is no base then.
        """
        bases: dict[str, Value] = {}
        facts = base_facts(self.programme)
        for indicator in self.programme.indicators:
            if indicator.code not in facts:
                continue
            then = outcomes[indicator.code].numerator
            asked = in_measure(indicator.numerator, indicator.scope)
            unknown = not_asked(self.programme, asked, (), self.names, self.answered)
            new = indicator.continues == ()
            if then is not None and not unknown and not new:
                bases[facts[indicator.code]] = int(then) if float(then).is_integer() else then
        return bases


def base_facts(programme: Programme) -> dict[str, str]:
    """Change indicator → the one fact in which a school states what it was before."""
    return {
        each.code: each.denominator.facts[0]
        for each in programme.indicators
        if each.kind is IndicatorKind.CHANGE
        and each.scope != MUNICIPALITY
        and isinstance(each.denominator, FactSum)
        and len(each.denominator.facts) == 1
    }


def last_year(place: WorkingFolder) -> EarlierYear:
    """The accepted tables of the period before, as the archive of the working folder holds them."""
    return earlier_year(place, place.programme.passport.period.previous)


def earlier_year(place: WorkingFolder, period: Period) -> EarlierYear:
    """The accepted tables of any earlier period, carried from year to year by each year's own bridge.

    Args:
        place: The working folder, in its own period.
        period: An earlier one.
    """
    schools, then = _accepted(place, period), earlier_programme(place, period.code)
    municipal = then.district.facts if then else None
    steps = _programmes_since(place, period)
    for programme in steps[:-1]:
        known = answered(schools.values(), municipal, then)
        names = names_then(programme, known)
        schools = {code: in_todays_words(programme, data, names) for code, data in schools.items()}
        municipal = None if municipal is None else in_todays_words(programme, SchoolData(facts=municipal), names).facts
        then = None  # its names have been left behind
    known = answered(schools.values(), municipal, then)
    names = names_then(place.programme, known)
    todays = {code: in_todays_words(place.programme, data, names) for code, data in schools.items()}
    own = None if municipal is None else in_todays_words(place.programme, SchoolData(facts=municipal), names).facts
    found = continuations(place.programme, known, names)
    return EarlierYear(place.programme, period, todays, own, found, known, names)


def _programmes_since(place: WorkingFolder, period: Period) -> list[Programme]:
    """The programmes of the periods after that one, as far as they are kept; this year's last."""
    today, steps = place.programme.passport.period, []
    for year in range(period.year + 1, today.year):
        kept = earlier_programme(place, Period(year, today.kind).code)
        steps += [kept] if kept else []
    return [*steps, place.programme]


def _accepted(place: WorkingFolder, period: Period) -> dict[str, SchoolData]:
    from metodist.services.archive_access import mended

    if not mended(place):
        return {}
    with open_index(place.index) as index:
        entries = index.latest(place.programme.passport.code, period.code, Status.ACCEPTED)
    return {code: entry.data for code, entry in entries.items()}
