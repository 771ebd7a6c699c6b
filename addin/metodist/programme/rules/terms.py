"""A term can be dated, in the programme's years."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.domain.terms import TermProblem
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import MONITORINGS, ROADMAP
from metodist.programme.term_dates import date_term, plan_years


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Terms without dates, or dated outside the programme: one warning for all rows of a sheet that say the same."""
    roadmap = [(activity.number, activity.term) for activity in programme.roadmap]
    monitorings = [(monitoring.number, monitoring.term) for monitoring in programme.monitorings]
    years = plan_years(programme.passport)
    for sheet, rows in ((MONITORINGS, monitorings), (ROADMAP, roadmap)):
        found: dict[TermProblem, list[str]] = {}
        for number, term in rows:
            for problem in date_term(term, years).problems:
                found.setdefault(problem, []).append(number)
        for problem, numbers in found.items():
            message = say("lint.term", problem=problem.message, numbers=", ".join(numbers))
            yield places.warning(message, (sheet, numbers[0], "Срок"), problem.suggestion)
