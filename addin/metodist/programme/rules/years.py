"""The reporting year, the programme's years, the act's date and the deadline fit together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from metodist.domain.findings import ProgrammeIssue
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.places import Places
from metodist.programme.schema import PASSPORT

_YEAR = timedelta(days=366)


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """A year outside the programme; an act after the period; a deadline before the period or long after it."""
    yield from _late_act(programme, places)
    passport, period = programme.passport, programme.passport.period
    first, last = passport.first_year, passport.last_year
    if (first is not None and period.year < first) or (last is not None and period.year > last):
        shown = [say("lint.outside_open") if year is None else year for year in (first, last)]
        message = say("lint.outside", year=period.year, first=shown[0], last=shown[1])
        yield places.warning(message, (PASSPORT, "Отчётный год", "Значение"))
    place = (PASSPORT, "Срок сдачи таблиц", "Значение")
    deadline = passport.deadline
    if deadline is None:
        return
    if deadline < period.start:
        dates = {"deadline": f"{deadline:%d.%m.%Y}", "start": f"{period.start:%d.%m.%Y}"}
        yield places.warning(say("lint.deadline", **dates), place)
    elif deadline > period.end + _YEAR:
        dates = {"deadline": f"{deadline:%d.%m.%Y}", "end": f"{period.end:%d.%m.%Y}"}
        yield places.warning(say("lint.deadline_far", **dates), place)


def _late_act(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """The act is of a day after the period: a slip, because nothing is monitored before it is ordered."""
    day, end = programme.passport.act_date, programme.passport.period.end
    if day is not None and day > end:
        message = say("lint.late_act", act=f"{day:%d.%m.%Y}", end=f"{end:%d.%m.%Y}")
        yield places.warning(message, (PASSPORT, "Дата акта", "Значение"))
