"""Dates: from serial numbers, and from the ways in which people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = tuple(
    (frozenset(names.split()), number)
    for number, names in enumerate(
        (
            "январь января", "февраль февраля", "март марта", "апрель апреля", "май мая", "июнь июня", "июль июля",
            "август августа", "сентябрь сентября", "октябрь октября", "ноябрь ноября", "декабрь декабря",
        ),
        start=1,
    )
)  # fmt: skip
_NUMERIC = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?:\s*(?:г|года?)\.?)?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ][0-9:.]+Z?)?")
_WORDS = re.compile(r"[«\"]?([0-9]{1,2})[»\"]?\s+([а-яё]+)\s+([0-9]{4})(?:\s*(?:г|года?)\.?)?")
_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
#: Serial numbers that may be a date whose number format was lost: 1930 to 2099.
_PLAUSIBLE = (date(1930, 1, 1), date(2099, 12, 31))


class Typed(NamedTuple):
    """A date read from text: ``sure`` is false where another reading is possible."""

    value: date
    sure: bool


def from_serial(number: float, *, since_1904: bool = False) -> date | None:
    """The day of a serial number (the time of day is dropped); ``None`` outside the calendar."""
    try:
        return (_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(days=int(number // 1))
    except (OverflowError, ValueError):
        return None


def plausible(day: date) -> bool:
    """True for a day that a bare number may well have been meant as."""
    return _PLAUSIBLE[0] <= day <= _PLAUSIBLE[1]


def from_text(text: str) -> Typed | None:
    """A date as people type it.

    Examples: ``01.09.2025``, ``1 сентября 2025 г.``, ``2025-09-01``. Not sure: a year of two digits;
    with slashes a day and a month that could change places.
    """
    words = text.strip().lower()
    if match := _NUMERIC.fullmatch(words):
        day, mark, month, year = int(match[1]), match[2], int(match[3]), match[4]
        sure = len(year) == 4 and not (mark == "/" and day <= 12 and day != month)
        found = _day(int(year) if len(year) == 4 else 2000 + int(year), month, day)
        return Typed(found, sure) if found else None
    if match := _ISO.fullmatch(text.strip()):
        found = _day(int(match[1]), int(match[2]), int(match[3]))
        return Typed(found, sure=True) if found else None
    if match := _WORDS.fullmatch(words):
        month = next((number for names, number in _MONTHS if match[2] in names), 0)
        found = _day(int(match[3]), month, int(match[1]))
        return Typed(found, sure=True) if found else None
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shown(day: date) -> str:
    """As clerks read it: ``01.09.2025``."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"
