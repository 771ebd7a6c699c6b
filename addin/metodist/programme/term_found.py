"""What a rule of terms finds at a place of the text."""

from __future__ import annotations

import calendar
from dataclasses import dataclass

from metodist.domain.terms import ProblemKind, TermKind, TermPart, TermProblem, YearDay, YearSpan
from metodist.messages import say
from metodist.programme.term_words import LAST_DAYS, MONTHS


@dataclass(frozen=True, slots=True)
class Found:
    """What stands there, up to ``end`` (exclusive).

    Args:
        end: Where the text goes on.
        parts: Stretches of a year.
        yearly: «ежегодно»: says how often the stretches beside it come.
        years: «2021», «2021–2023»: in which years.
        schedule: «по графику»: says nothing more where there is a stretch, and nothing at all where there is none.
        problem: A term that cannot be dated.
    """

    end: int
    parts: tuple[TermPart, ...] = ()
    yearly: bool = False
    years: YearSpan | None = None
    schedule: bool = False
    problem: TermProblem | None = None


def months(first: int, last: int, years: YearSpan | None = None) -> TermPart:
    """The stretch from the first day of one month to the last of another."""
    return TermPart(TermKind.MONTHS, YearDay(first, 1), YearDay(last, 31), years=years)


def whole(kind: TermKind, years: YearSpan | None = None) -> TermPart:
    """A stretch that the period, or the years, decide."""
    return TermPart(kind, years=years)


def part_of_year(kind: TermKind, number: int) -> TermPart:
    """A quarter (1…4) or a half (1…2) of the calendar year."""
    length = 3 if kind is TermKind.QUARTER else 6
    return TermPart(kind, YearDay((number - 1) * length + 1, 1), YearDay(number * length, 31), number)


def undated(text: str, reason: str, suggestion: str = "") -> TermProblem:
    """A piece that names no date: ``reason`` is an id of ``messages.terms``."""
    fix = suggestion or say(f"terms.{reason}_fix")
    return TermProblem(ProblemKind.UNDATED, text, say(f"terms.{reason}", text=text), fix)


def impossible(text: str, reason: str, **values: object) -> TermProblem:
    """A piece that names what does not exist."""
    message = say(f"terms.{reason}", text=text, **values)
    return TermProblem(ProblemKind.IMPOSSIBLE, text, message, say(f"terms.{reason}_fix", **values))


def day_problem(text: str, month: int, day: int, year: int | None) -> TermProblem | None:
    """The problem of a day that its month does not have; ``None`` where it has it."""
    if not 1 <= month <= 12:
        return impossible(text, "no_month")
    last = LAST_DAYS[month - 1] if year is None else calendar.monthrange(year, month)[1]
    if 1 <= day <= last:
        return None
    return impossible(text, "no_day", day=f"{last:02d}.{month:02d} ({MONTHS[month - 1]})")
