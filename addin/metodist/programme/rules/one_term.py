"""Terms of a roadmap tell when something is to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import ROADMAP
from metodist.programme.term_dates import date_term, plan_years
from metodist.programme.words import squeezed

_FEWEST = 5
_SHARE = 0.8


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A roadmap of one term almost throughout, at least a year long: no month can be told from it."""
    terms = [activity for activity in programme.roadmap if activity.term]
    counted = Counter(squeezed(activity.term).lower() for activity in terms)
    if len(terms) < _FEWEST:
        return
    term, number = counted.most_common(1)[0]
    if number < _SHARE * len(terms) or not _whole_year(term, programme):
        return
    first = next(activity for activity in terms if squeezed(activity.term).lower() == term)
    message = say("lint.one_term", term=first.term, number=number, all=len(terms))
    yield places.remark(message, (ROADMAP, first.number, "Срок"), say("lint.one_term_fix"))


def _whole_year(term: str, programme: Programme) -> bool:
    occurrences = date_term(term, plan_years(programme.passport)).occurrences
    return any((each.end - each.start).days >= _YEAR for each in occurrences)


_YEAR = 350
