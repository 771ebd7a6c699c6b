"""A condition asks about a time that the programme lives to see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from metodist.domain.asked import simple_parts
from metodist.domain.conditions import Comparison, Literal, Operator
from metodist.domain.findings import ProgrammeIssue
from metodist.domain.periods import Period
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.programme.condition_text import condition_text
from metodist.programme.judge import Judge
from metodist.programme.places import Places
from metodist.programme.used_words import conditions

_FROM = (Operator.EQUAL, Operator.GREATER, Operator.GREATER_EQUAL)


def check(programme: Programme, places: Places) -> Iterator[ProgrammeIssue]:
    """Dates and years from a day after the programme's last one."""
    last = programme.passport.last_year
    if last is None:
        return
    end = Period(last, programme.passport.period.kind).end
    judge = Judge(programme)
    for condition, owner, place in conditions(programme):
        for part, whose in simple_parts(condition, owner):
            if not isinstance(part, Comparison) or not _after(part, end):
                continue
            if judge.ever([part], whose, judge.fields):  # else told by ``never`` or ``limits``
                message = say("lint.window", condition=condition_text(part), end=f"{end:%d.%m.%Y}")
                yield places.warning(message, place)


def _after(part: Comparison, end: date) -> bool:
    """Whether all the days (or the years of days) that it names are later."""
    values = [operand.value for operand in part.operands if isinstance(operand, Literal)]
    if part.operator not in _FROM or len(values) != len(part.operands):
        return False
    if part.year_of:
        return all(isinstance(value, int) and value > end.year for value in values)
    return all(isinstance(value, date) and value > end for value in values)
