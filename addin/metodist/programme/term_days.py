"""Rules of terms for days: dates, days of a month, deadlines."""

from __future__ import annotations

import calendar
import re
from datetime import date

from metodist.domain.terms import TermKind, TermPart, TermProblem, YearDay, YearSpan
from metodist.programme.term_found import Found, day_problem, impossible, whole
from metodist.programme.term_words import MONTH, month_number

_FULL = r"(?P<d{0}>\d{{1,2}})\.(?P<m{0}>\d{{1,2}})\.(?P<y{0}>199\d|20\d\d|2100)(?:\s*г\.?(?!\w))?(?!\d)"
_BY = r"(?:не\s+позднее|не\s+позже|до|к|ко)\s+"
_YEAR = r"(?:\s+(?P<year>199\d|20\d\d|2100)(?!\w)(?:\s*(?:года|год|г\.?)(?!\w))?)?"
_NEW_YEAR = r"(?:\s+(?:нового|следующего|очередного|текущего|данного)\s+учебного\s+года(?!\w))"

_DATE = re.compile(rf"(?P<by>{_BY})?" + _FULL.format(1))
_DATES = re.compile(r"(?:с\s+)?" + _FULL.format(1) + r"(?:\s*-\s*|\s+по\s+)" + _FULL.format(2))
_MONTHS_OF_YEARS = re.compile(
    rf"(?:с\s+)?(?P<m1>{MONTH})\s+(?P<y1>20\d\d)(?:\s*г(?:ода|\.)?)?(?:\s*-\s*|\s+по\s+)(?P<m2>{MONTH})\s+(?P<y2>20\d\d)(?!\w)"
)
_DAYS = re.compile(rf"(?:с\s+)?(?P<d1>\d{{1,2}})(?:\s*-\s*|\s+по\s+)(?P<d2>\d{{1,2}})\s+(?P<month>{MONTH}){_YEAR}")
_DAYS_OF_MONTHS = re.compile(
    rf"(?:с\s+)?(?P<d1>\d{{1,2}})\s+(?P<m1>{MONTH})(?:\s*-\s*|\s+по\s+)(?P<d2>\d{{1,2}})\s+(?P<m2>{MONTH})"
)
_DAY = re.compile(rf"(?P<by>{_BY})?(?P<day>\d{{1,2}})(?:-?го)?\s+(?P<month>{MONTH}){_YEAR}")
_END_OF_MONTH = re.compile(rf"(?:(?:до|к)\s+конца?у?|не\s+(?:позднее|позже)(?:\s+конца)?)\s+(?P<month>{MONTH}){_YEAR}")
_BEFORE_MONTH = re.compile(rf"(?:до|к|ко)\s+(?P<month>{MONTH})(?:{_NEW_YEAR}|{_YEAR})")
_SCHOOL_EDGE = re.compile(r"(?:до|к)\s+(?P<edge>начал[ау]|конц[ау])\s+(?:нового\s+|текущего\s+)?учебного\s+года(?!\w)")
_NEW_SCHOOL_MONTH = re.compile(r"(?:в\s+)?сентябр[ьяе]" + _NEW_YEAR)


def dates(text: str, at: int) -> Found | None:
    """«01.03.2026–15.03.2026», «сентябрь 2021 – май 2022»."""
    if match := _DATES.match(text, at):
        problem = _wrong(match, "1") or _wrong(match, "2")
        if problem:
            return Found(match.end(), problem=problem)
        return _exact(match, _date(match, "1"), _date(match, "2"))
    if match := _MONTHS_OF_YEARS.match(text, at):
        first = date(int(match["y1"]), month_number(match["m1"]), 1)
        return _exact(match, first, _month_end(int(match["y2"]), month_number(match["m2"])))
    return None


def one_date(text: str, at: int) -> Found | None:
    """«31.12.2026», «до 31.12.2026»."""
    match = _DATE.match(text, at)
    if match is None:
        return None
    if problem := _wrong(match, "1"):
        return Found(match.end(), problem=problem)
    if not match["by"]:
        return _exact(match, _date(match, "1"), _date(match, "1"))
    day = _date(match, "1")
    return Found(match.end(), (_on(TermKind.DEADLINE, YearDay(day.month, day.day), YearSpan(day.year, day.year)),))


def days(text: str, at: int) -> Found | None:
    """«1–15 марта», «с 1 по 15 марта», «15 марта – 10 апреля»."""
    if match := _DAYS.match(text, at):
        month, year = month_number(match["month"]), _year(match)
        first, last = int(match["d1"]), int(match["d2"])
        number = year.first if year else None
        problem = day_problem(match[0], month, first, number) or day_problem(match[0], month, last, number)
        if first > last and not problem:
            problem = impossible(match[0], "reversed")
        part = TermPart(TermKind.DAYS, YearDay(month, first), YearDay(month, last), years=year)
        return Found(match.end(), problem=problem) if problem else Found(match.end(), (part,))
    if match := _DAYS_OF_MONTHS.match(text, at):
        ends = [YearDay(month_number(match[f"m{end}"]), int(match[f"d{end}"])) for end in (1, 2)]
        wrong = [day_problem(match[0], end.month, end.day, None) for end in ends]
        if problem := wrong[0] or wrong[1]:
            return Found(match.end(), problem=problem)
        return Found(match.end(), (TermPart(TermKind.DAYS, ends[0], ends[1]),))
    return None


def day(text: str, at: int) -> Found | None:
    """«15 марта», «до 15 мая», «не позднее 1 сентября 2026 года»."""
    match = _DAY.match(text, at)
    if match is None:
        return None
    month, number, year = month_number(match["month"]), int(match["day"]), _year(match)
    if problem := day_problem(match[0], month, number, year.first if year else None):
        return Found(match.end(), problem=problem)
    kind = TermKind.DEADLINE if match["by"] else TermKind.DAYS
    return Found(match.end(), (_on(kind, YearDay(month, number), year),))


def month_end(text: str, at: int) -> Found | None:
    """«до конца мая», «не позднее мая»: the last day of the month."""
    match = _END_OF_MONTH.match(text, at)
    if match is None:
        return None
    return Found(match.end(), (_on(TermKind.DEADLINE, YearDay(month_number(match["month"]), 31), _year(match)),))


def before_month(text: str, at: int) -> Found | None:
    """«до сентября нового учебного года», «к сентябрю»: the day before the month begins."""
    match = _BEFORE_MONTH.match(text, at)
    if match is None:
        return None
    return Found(match.end(), (_on(TermKind.BEFORE, YearDay(month_number(match["month"]), 1), _year(match)),))


def school_deadline(text: str, at: int) -> Found | None:
    """«к началу учебного года», «до конца учебного года»."""
    match = _SCHOOL_EDGE.match(text, at)
    if match is None:
        return None
    if match["edge"].startswith("нач"):
        return Found(match.end(), (_on(TermKind.BEFORE, YearDay(9, 1), None),))
    return Found(match.end(), (whole(TermKind.SCHOOL_UNTIL),))


def new_school_september(text: str, at: int) -> Found | None:
    """«сентябрь нового учебного года» is September."""
    match = _NEW_SCHOOL_MONTH.match(text, at)
    return Found(match.end(), (whole(TermKind.SCHOOL_START),)) if match else None


def _on(kind: TermKind, day: YearDay, years: YearSpan | None) -> TermPart:
    return TermPart(kind, day, day, years=years)


def _year(match: re.Match[str]) -> YearSpan | None:
    year = match["year"]
    return YearSpan(int(year), int(year)) if year else None


def _date(match: re.Match[str], end: str) -> date:
    return date(int(match[f"y{end}"]), int(match[f"m{end}"]), int(match[f"d{end}"]))


def _wrong(match: re.Match[str], end: str) -> TermProblem | None:
    return day_problem(match[0], int(match[f"m{end}"]), int(match[f"d{end}"]), int(match[f"y{end}"]))


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _exact(match: re.Match[str], first: date, last: date) -> Found:
    if last < first:
        return Found(match.end(), problem=impossible(match[0], "reversed"))
    return Found(match.end(), (TermPart(TermKind.EXACT, dates=(first, last)),))


DAY_RULES = (
    dates,
    one_date,
    days,
    day,
    month_end,
    before_month,
    school_deadline,
    new_school_september,
)
