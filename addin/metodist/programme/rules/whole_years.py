"""Terms of a roadmap tell when something is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.domain.terms import Occurrence
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import ROADMAP
from metodist.programme.term_dates import date_term, plan_years
from metodist.programme.words import squeezed

_FEWEST = 5
_SHARE = 0.8
_YEAR = 350
"""Days that make a whole year of months, holidays aside."""


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A roadmap whose terms are whole years almost throughout: no month can be told from it."""
    years = plan_years(programme.passport)
    terms = [activity for activity in programme.roadmap if activity.term]
    vague = [activity for activity in terms if _whole_years(date_term(activity.term, years).occurrences)]
    if len(terms) < _FEWEST or len(vague) < _SHARE * len(terms):
        return
    shown = "», «".join(dict.fromkeys(squeezed(activity.term) for activity in vague))
    message = say("lint.whole_years", terms=shown, number=len(vague), all=len(terms))
    yield places.remark(message, (ROADMAP, vague[0].number, "Срок"), say("lint.whole_years_fix"))


def _whole_years(occurrences: Sequence[Occurrence]) -> bool:
    """Every time is a year long, school years of nine months aside."""
    return bool(occurrences) and all((each.end - each.start).days >= _YEAR for each in occurrences)
