"""From terms to dates: calendar arithmetic within the years of a programme."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from metodist.domain.periods import Period, PeriodKind
from metodist.domain.programme import Passport
from metodist.domain.terms import (
    Dating,
    Occurrence,
    PlanYears,
    ProblemKind,
    Term,
    TermKind,
    TermPart,
    TermProblem,
    YearDay,
)
from metodist.messages import say
from metodist.programme.term_words import MONTHS
from metodist.programme.terms import read_term


def plan_years(passport: Passport) -> PlanYears:
    """The years of a programme: those of the passport, or the reporting period alone.

    A programme by school years has one year less than its calendar years: 2021–2024 is 2021/2022 to 2023/2024.
    """
    period = passport.period
    first, last = passport.first_year, passport.last_year
    if first is None and last is None:
        return PlanYears(period, (period,))
    first = min(period.year, last or period.year) if first is None else first
    last = max(period.year, first) if last is None else last
    if period.kind is PeriodKind.SCHOOL and last > first:
        last -= 1
    return PlanYears(period, tuple(Period(year, period.kind) for year in range(first, max(first, last) + 1)))


def date_term(term: Term | str, years: PlanYears) -> Dating:
    """Date a term.

    A term that names no year belongs to the reporting period, «ежегодно» to every period of the programme.
    The school year of a period is the one that begins in it.

    Args:
        term: As read, or its words.
        years: The programme's years.

    Returns:
        Occurrences without repetitions, by their dates; problems of what could not be dated.
    """
    term = read_term(term) if isinstance(term, str) else term
    occurrences: dict[Occurrence, None] = {}
    problems = list(term.problems)
    for part in term.parts:
        dated = list(_occurrences(part, years))
        problems += [_no_leap_day(term.text, one) for one in dated if _misses_leap_day(part, one)]
        dated = [one for one in dated if not _misses_leap_day(part, one)]
        occurrences |= dict.fromkeys(dated)
        problems += _outside(part, dated, years, term.text)
    return Dating(tuple(sorted(occurrences)), tuple(problems))


def _outside(part: TermPart, dated: list[Occurrence], years: PlanYears, text: str) -> Iterator[TermProblem]:
    """A year that the source names may be none of the programme's."""
    named = part.years is not None or part.dates is not None
    if named and any(one.end < years.start or one.start > years.end for one in dated):
        span = {"first": years.periods[0].year, "last": years.periods[-1].end.year}
        message = say("terms.outside", text=text, **span)
        yield TermProblem(ProblemKind.OUTSIDE, text, message, say("terms.outside_fix"))


def _misses_leap_day(part: TermPart, dated: Occurrence) -> bool:
    """29 February is named, and the year has none."""
    named = part.kind in (TermKind.DAYS, TermKind.DEADLINE)
    leap = YearDay(2, 29)
    ends = ((part.first, dated.start), (part.last, dated.end))
    return named and any(day == leap and (on.month, on.day) != (2, 29) for day, on in ends)


def _no_leap_day(text: str, dated: Occurrence) -> TermProblem:
    message = say("terms.no_leap_day", text=text, year=dated.start.year)
    return TermProblem(ProblemKind.UNDATED, text, message, say("terms.no_leap_day_fix"))


def _occurrences(part: TermPart, years: PlanYears) -> Iterator[Occurrence]:
    if part.kind is TermKind.EXACT and part.dates:
        yield Occurrence(*part.dates, _days_label(*part.dates), part.note)
    elif part.kind is TermKind.PROGRAMME:
        yield Occurrence(years.start, years.end, _stretch_label(years.periods), part.note)
    elif part.kind is TermKind.YEARS:
        periods = _named(part)
        yield Occurrence(periods[0].start, periods[-1].end, _stretch_label(periods), part.note)
    else:
        for period in _named(part) or (years.periods if part.yearly else (years.period,)):
            start, end, label = _SHAPES[part.kind](part, period)
            yield Occurrence(start, end, label, part.note)


def _named(part: TermPart) -> tuple[Period, ...]:
    if part.years is None:
        return ()
    kind = PeriodKind.SCHOOL if part.years.school else PeriodKind.CALENDAR
    return tuple(Period(year, kind) for year in range(part.years.first, part.years.last + 1))


def _stretch_label(periods: tuple[Period, ...]) -> str:
    first, last = periods[0], periods[-1]
    if first == last:
        return first.label
    return say("terms.years", first=first.year, last=last.end.year)


Shape = tuple[date, date, str]


def _day_in(day: YearDay, period: Period) -> date:
    """The day inside the period; the last day of its month where the month is shorter."""
    year = period.start.year if day.month >= period.start.month else period.start.year + 1
    return _day(year, day)


def _day(year: int, day: YearDay) -> date:
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def _ends(part: TermPart, period: Period) -> tuple[date, date]:
    """First and last day of a stretch that begins in the period; it may end in the next year."""
    if part.first is None or part.last is None:
        raise ValueError(part.kind)
    start = _day_in(part.first, period)
    end = _day(start.year, part.last)
    return (start, end) if end >= start else (start, _day(start.year + 1, part.last))


def _months(part: TermPart, period: Period) -> Shape:
    start, end = _ends(part, period)
    first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
    if (start.year, start.month) == (end.year, end.month):
        label = say("terms.month", month=first, year=start.year)
    elif start.year == end.year:
        label = say("terms.months", first=first, last=last, year=start.year)
    else:
        label = say("terms.months_years", first=first, first_year=start.year, last=last, last_year=end.year)
    return start, end, label


def _quarter(part: TermPart, period: Period) -> Shape:
    start, end = _ends(part, period)
    return start, end, say(f"terms.{part.kind.value}", number=part.number, year=start.year)


def _days(part: TermPart, period: Period) -> Shape:
    start, end = _ends(part, period)
    return start, end, _days_label(start, end)


def _deadline(part: TermPart, period: Period) -> Shape:
    return _until(_ends(part, period)[0])


def _before(part: TermPart, period: Period) -> Shape:
    return _until(_ends(part, period)[0] - timedelta(days=1))


def _year(_part: TermPart, period: Period) -> Shape:
    return period.start, period.end, period.label


def _school_year(_part: TermPart, period: Period) -> Shape:
    year = _autumn(period)
    return date(year, 9, 1), date(year + 1, 5, 31), Period(year, PeriodKind.SCHOOL).label


def _school_start(_part: TermPart, period: Period) -> Shape:
    year = _autumn(period)
    return date(year, 9, 1), date(year, 9, 30), say("terms.school_start", year=year)


def _school_end(_part: TermPart, period: Period) -> Shape:
    year = _autumn(period) + 1
    return date(year, 5, 1), date(year, 5, 31), say("terms.school_end", year=year)


def _school_until(_part: TermPart, period: Period) -> Shape:
    return _until(date(_autumn(period) + 1, 5, 31))


def _autumn(period: Period) -> int:
    """The year in which the school year of a period begins."""
    return period.start.year


def _until(day: date) -> Shape:
    return day, day, say("terms.until", day=f"{day:%d.%m.%Y}")


def _days_label(start: date, end: date) -> str:
    if start == end:
        return f"{start:%d.%m.%Y}"
    return say("terms.days", first=f"{start:%d.%m.%Y}", last=f"{end:%d.%m.%Y}")


_SHAPES: dict[TermKind, Callable[[TermPart, Period], Shape]] = {
    TermKind.MONTHS: _months,
    TermKind.QUARTER: _quarter,
    TermKind.HALF: _quarter,
    TermKind.DAYS: _days,
    TermKind.DEADLINE: _deadline,
    TermKind.BEFORE: _before,
    TermKind.YEAR: _year,
    TermKind.SCHOOL_YEAR: _school_year,
    TermKind.SCHOOL_START: _school_start,
    TermKind.SCHOOL_END: _school_end,
    TermKind.SCHOOL_UNTIL: _school_until,
}
