"""Acts that a text cites, by their dates and numbers: «распоряжение от 7 октября 2029 г. № 2580-р»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from metodist.programme.day_words import DAY_WORDS, year_in_words

_MONTHS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_MONTH = r"(январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[яа]"
_DAY_WORD = "|".join(sorted(DAY_WORDS, key=len, reverse=True))
#: What leads to the date of an act, not to a term: «от …», «утверждённый …», «№ 5 …».
_BEFORE = r"(?:\bот|\bутвержд\w+|\bпринят\w*|\bподписан\w*|\bиздан\w*)\s+"
_DIGITS = r"[«\"]?(?P<day>\d{1,2})[»\"]?\s*\.\s*(?P<month>\d{1,2})\s*\.\s*(?P<year>\d{4})(?!\d)"
_WORDS = rf"[«\"]?(?P<day>\d{{1,2}})[»\"]?\s+(?P<month>{_MONTH})\s+(?P<year>\d{{4}})(?!\d)"
_SPELT = (
    rf"(?P<day>{_DAY_WORD})\s+(?P<month>{_MONTH})\s+(?P<year>(?:две тысячи|тысяча девятьсот|двухтысячн)[а-я ]*?)\s+года"
)
_YEAR = r"(?P<year>\d{4})\s*(?:г\.|года)"
#: Legal databases print a Latin N for «№».
_NUMBER = r"\s*(?:г\.?|года)?\s*(?:№|\bn)\s*(?P<number>[\w-]*\d[\w/-]*)"
_NUMBER_BEFORE = r"№\s*(?P<number>[\w-]*\d[\w/-]*)\s+от\s+"

_PATTERNS = tuple(
    re.compile(pattern)
    for each in (_DIGITS, _WORDS, _SPELT)
    for pattern in (f"{_NUMBER_BEFORE}{each}", f"{_BEFORE}{each}(?:{_NUMBER})?", f"{each}{_NUMBER}")
)
_ONLY_YEAR = re.compile(rf"\bот\s+{_YEAR}(?:{_NUMBER})?")
_KINDS = ("приказ", "постановлен", "распоряжен", "закон", "указ", "письм", "протокол")
_KIND = re.compile(rf"\b({'|'.join(_KINDS)})\w*")
#: How far before its date an act is named: «приказа Министерства … от 26.06.2020».
_KIND_WITHIN = 200


@dataclass(frozen=True, slots=True)
class CitedAct:
    """One citation.

    Args:
        shown: The date as the text writes it.
        year: Its year.
        day: The day; ``None`` where only the year is named, or the calendar has no such day.
        real: False for a day that no calendar has, such as 31 February.
        number: The number as written, without blanks; empty where none is named.
        kind: The beginning of the act's name («приказ», «постановлен»…); empty where it is not named near by.
        start: Where the date begins in the text.
    """

    shown: str
    year: int
    day: date | None
    real: bool
    number: str
    kind: str
    start: int


def cited_acts(text: str) -> tuple[CitedAct, ...]:
    """All acts that a text cites by their date, in their order.

    Dates are read in figures («07.10.2029»), with a month in words («7 октября 2029 г.») and spelt out («седьмого
    октября две тысячи двадцать девятого года»). A date counts where «от», «утверждённый»… leads to it or a number
    follows: terms («до 1 сентября 2022 года», «на 2021–2024 годы») are no citations.
    """
    plain = text.replace("ё", "е").replace("\xa0", " ").lower()
    found: dict[int, CitedAct] = {}
    for match in _matches(plain):
        act = _act(match, plain, text)
        found.setdefault(act.start, act)
    return tuple(found[start] for start in sorted(found))


def _matches(text: str) -> Iterator[re.Match[str]]:
    taken: set[int] = set()
    for pattern in (*_PATTERNS, _ONLY_YEAR):
        for match in pattern.finditer(text):
            if match.start("year") not in taken:
                taken.add(match.start("year"))
                yield match


def _act(match: re.Match[str], plain: str, text: str) -> CitedAct:
    parts = match.groupdict()
    year = int(parts["year"]) if parts["year"].isdigit() else year_in_words(parts["year"])
    number = text[slice(*match.span("number"))].strip("-/") if parts.get("number") else ""
    start = match.start("day") if parts.get("day") else match.start("year")
    kinds = _KIND.findall(plain[max(0, start - _KIND_WITHIN) : start])
    shown = text[start : match.end("year")].strip('«»" ')
    day = _date(parts["day"], parts["month"], year) if parts.get("day") else None
    real = day is not None or not parts.get("day")
    return CitedAct(shown, year, day, real, number, kinds[-1] if kinds else "", start)


def _date(day: str, month: str, year: int) -> date | None:
    number = int(month) if month.isdigit() else next(n for n, word in enumerate(_MONTHS, 1) if month.startswith(word))
    try:
        return date(year, number, int(day) if day.isdigit() else DAY_WORDS[day])
    except ValueError:
        return None
