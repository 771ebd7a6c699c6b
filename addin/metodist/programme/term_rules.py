"""Rules of terms: one rule a function, all in :data:`RULES`, the more exact before the more general.

A rule looks at one place of the text (see ``term_words.comparable``) and says what it finds there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from metodist.domain.terms import TermKind, YearSpan
from metodist.programme.term_days import DAY_RULES
from metodist.programme.term_found import Found, impossible, months, part_of_year, undated, whole
from metodist.programme.term_words import MONTH, NUMBER, month_number, number_of

_YEAR_WORD = r"(?:\s*(?:годы|годах|годов|года|году|годом|год|гг\.?|г\.?)(?!\w))?"
_SPAN = r"(?P<y1>199\d|20\d\d|2100)(?:\s*[-/]\s*(?P<y2>20\d\d|2100|\d\d))?(?!\w)(?:\s*(?P<school>уч(?:ебн\w+|\.)?))?"
_YEARS = re.compile(_SPAN + _YEAR_WORD)
_MONTHS = re.compile(rf"(?:с\s+)?(?P<m1>{MONTH})(?:\s*-\s*|\s+по\s+)(?P<m2>{MONTH})")
_MONTH = re.compile(MONTH)
_NUMBERED = re.compile(rf"(?P<number>{NUMBER}|\d+|(?:одиннадцат|двенадцат|тринадцат|четырнадцат)\w+)\s+месяц\w*")
_NUMBERS = rf"(?P<numbers>{NUMBER}(?:\s*(?:,\s*и|,|и|-)\s*{NUMBER})*)"
_QUARTERS = re.compile(_NUMBERS + r"\s*(?:квартал\w*|кв\.)")
_HALVES = re.compile(_NUMBERS + r"\s*полугоди\w*")
_COUNTS = r"(?:\d+(?:-х|-ти)?|одного|один|двух|два|трех|три|четырех|четыре|пяти|пять)"
_EVERY = re.compile(
    r"(?:не\s+(?:реже|менее)\s+)?(?:чем\s+)?"
    rf"(?P<count>(?:{_COUNTS}\s*-\s*)?{_COUNTS}\s+)?раза?\s+в\s+(?P<unit>месяц|квартал|полугодие|полгода|год|неделю)(?!\w)"
)
_EACH = re.compile(
    r"(?P<unit>ежемесячно|ежеквартально|еженедельно)(?!\w)"
    r"|кажд(?:ый|ую|ое)\s+(?P<word>месяц|квартал|полугодие|неделю)(?!\w)"
)
_YEARLY = re.compile(
    r"(?:ежегодн\w+|кажд(?:ого|ый)\s+(?:текущ\w+\s+)?(?:календарн\w+\s+|учебн\w+\s+)?года?|из года в год)(?!\w)"
)
_THIS_YEAR = re.compile(r"(?:текущего|данного|отчетного)\s+(?:календарного\s+)?года(?!\w)")
_DURING = r"(?:в\s+течени[ие]|на\s+протяжении|в\s+продолжени[ие])\s+(?:всего\s+|всех\s+)?"
_WHOLE_YEAR = re.compile(
    rf"(?:{_DURING}(?:календарного\s+|текущего\s+|отчетного\s+)*года"
    r"|весь\s+(?:календарный\s+)?год|круглогодично|круглый\s+год|постоянно|систематически|регулярно)(?!\w)"
)
_WHOLE_SCHOOL_YEAR = re.compile(rf"(?:{_DURING}(?:нового\s+|текущего\s+)?учебного\s+года|весь\s+учебный\s+год)(?!\w)")
_DURING_YEARS = re.compile(_DURING + _SPAN + _YEAR_WORD)
_WHOLE_PROGRAMME = re.compile(
    rf"(?:{_DURING}|весь\s+)(?:период\w?|срока?|времени|время)(?:\s+(?:действия|реализации))?(?:\s+программы)?(?!\w)"
)
_SCHOOL_EDGE = re.compile(
    r"(?:в\s+)?(?P<edge>конце|конец|начале|начало)\s+(?:нового\s+|текущего\s+|каждого\s+)?учебного\s+года(?!\w)"
)
_YEAR_EDGE = re.compile(
    r"(?:(?:в|до|к)\s+)?(?:конц[еау]|конец|начал[еау]|начало|середин[еыу])\s+(?:текущего\s+)?года(?!\w)"
)
_SCHEDULE = re.compile(
    r"(?:по|согласно|в\s+соответствии\s+с(?:о)?)\s+(?:\w+\s+){0,2}?"
    r"(?:график\w*|план\w*|расписани\w*|положени\w*|срокам?и?)(?:\s+(?:проведения|работы|мероприятий))?(?!\w)"
)


def repeated(text: str, at: int) -> Found | None:
    """«раз в квартал», «не реже 1 раза в месяц»; «2 раза в год» does not say when."""
    match = _EVERY.match(text, at)
    if match is None:
        return None
    count = (match["count"] or "1").strip()
    if count not in ("1", "один", "одного"):
        return Found(match.end(), problem=undated(match[0], "count"))
    return _each(match["unit"], match)


def each(text: str, at: int) -> Found | None:
    """«ежемесячно», «каждый квартал»."""
    match = _EACH.match(text, at)
    return _each(match["unit"] or match["word"], match) if match else None


def _each(unit: str, match: re.Match[str]) -> Found:
    if unit in ("месяц", "ежемесячно"):
        return Found(match.end(), tuple(months(number, number) for number in range(1, 13)))
    if unit in ("квартал", "ежеквартально"):
        return Found(match.end(), tuple(part_of_year(TermKind.QUARTER, number) for number in range(1, 5)))
    if unit in ("полугодие", "полгода"):
        return Found(match.end(), tuple(part_of_year(TermKind.HALF, number) for number in (1, 2)))
    if unit == "год":
        return Found(match.end(), yearly=True)
    return Found(match.end(), problem=undated(match[0], "count"))


def yearly(text: str, at: int) -> Found | None:
    """«ежегодно», «каждого текущего года»."""
    match = _YEARLY.match(text, at)
    return Found(match.end(), yearly=True) if match else None


def this_year(text: str, at: int) -> Found | None:
    """«текущего года»: what a term without a year says anyway."""
    match = _THIS_YEAR.match(text, at)
    return Found(match.end()) if match else None


def whole_stretches(text: str, at: int) -> Found | None:
    """«в течение года», «в течение учебного года», «весь период реализации»."""
    kinds = (
        (_WHOLE_SCHOOL_YEAR, TermKind.SCHOOL_YEAR),
        (_WHOLE_YEAR, TermKind.YEAR),
        (_WHOLE_PROGRAMME, TermKind.PROGRAMME),
    )
    for pattern, kind in kinds:
        if match := pattern.match(text, at):
            return Found(match.end(), (whole(kind),))
    return None


def during_years(text: str, at: int) -> Found | None:
    """«в течение 2021–2023 годов», «в течение 2021/2022 учебного года»."""
    match = _DURING_YEARS.match(text, at)
    if match is None:
        return None
    found = _span(match)
    return Found(match.end(), (whole(TermKind.YEARS, found.years),)) if found.years else found


def school_edges(text: str, at: int) -> Found | None:
    """«в начале учебного года» is September, «в конце учебного года» is May."""
    match = _SCHOOL_EDGE.match(text, at)
    if match is None:
        return None
    kind = TermKind.SCHOOL_END if match["edge"].startswith("кон") else TermKind.SCHOOL_START
    return Found(match.end(), (whole(kind),))


def year_edges(text: str, at: int) -> Found | None:
    """«в конце года»: of the calendar year or of the school year?"""
    match = _YEAR_EDGE.match(text, at)
    return Found(match.end(), problem=undated(match[0], "which_year")) if match else None


def month_range(text: str, at: int) -> Found | None:
    """«июль–сентябрь», «с октября по март»."""
    match = _MONTHS.match(text, at)
    return Found(match.end(), (months(month_number(match["m1"]), month_number(match["m2"])),)) if match else None


def month(text: str, at: int) -> Found | None:
    """«ноябрь», «в ноябре»."""
    match = _MONTH.match(text, at)
    return Found(match.end(), (months(month_number(match[0]), month_number(match[0])),)) if match else None


def numbered_month(text: str, at: int) -> Found | None:
    """«тринадцатый месяц» does not exist; «второй месяц» does not say of what."""
    match = _NUMBERED.match(text, at)
    if match is None:
        return None
    word = match["number"]
    beyond = word.startswith(("тринадцат", "четырнадцат"))
    known = beyond or word[0].isdigit()
    if beyond or (known and not 1 <= int(re.match(r"\d+", word)[0]) <= 12):  # type: ignore[index]
        return Found(match.end(), problem=impossible(match[0], "no_month"))
    return Found(match.end(), problem=undated(match[0], "month_number"))


def quarters(text: str, at: int) -> Found | None:
    """«1, 4 квартал», «I–III кварталы», «второй квартал»."""
    return _numbered(_QUARTERS.match(text, at), TermKind.QUARTER, 4, "no_quarter")


def halves(text: str, at: int) -> Found | None:
    """«1 полугодие», «первое и второе полугодие»."""
    return _numbered(_HALVES.match(text, at), TermKind.HALF, 2, "no_half")


def _numbered(match: re.Match[str] | None, kind: TermKind, most: int, reason: str) -> Found | None:
    if match is None:
        return None
    numbers: list[int] = []
    for piece in re.split(r"\s*(?:,\s*и\s+|,|\sи\s)\s*", match["numbers"]):
        ends = [number_of(word) for word in re.findall(NUMBER, piece)]
        if len(ends) == 2 and ends[0] > ends[1]:
            return Found(match.end(), problem=impossible(match[0], "reversed"))
        numbers += range(ends[0], ends[-1] + 1) if len(ends) == 2 else ends
    wrong = [number for number in numbers if not 1 <= number <= most]
    if wrong:
        return Found(match.end(), problem=impossible(match[0], reason, number=wrong[0]))
    return Found(match.end(), tuple(part_of_year(kind, number) for number in dict.fromkeys(numbers)))


def years(text: str, at: int) -> Found | None:
    """«2021», «2021–2023 гг.», «2021/2022 учебный год»."""
    match = _YEARS.match(text, at)
    return _span(match) if match else None


def _span(match: re.Match[str]) -> Found:
    first, second = int(match["y1"]), match["y2"]
    last = first if not second else int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if last < first:
        return Found(match.end(), problem=impossible(match[0], "reversed"))
    if match["school"]:
        return Found(match.end(), years=YearSpan(first, max(first, last - 1), school=True))
    return Found(match.end(), years=YearSpan(first, last))


def schedule(text: str, at: int) -> Found | None:
    """«по графику», «в соответствии с графиком проведения»."""
    match = _SCHEDULE.match(text, at)
    return Found(match.end(), schedule=True) if match else None


Rule = Callable[[str, int], Found | None]

RULES: tuple[Rule, ...] = (
    *DAY_RULES,
    repeated,
    each,
    yearly,
    this_year,
    school_edges,
    year_edges,
    during_years,
    whole_stretches,
    month_range,
    month,
    numbered_month,
    quarters,
    halves,
    years,
    schedule,
)
