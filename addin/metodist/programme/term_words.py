"""Words of terms: months in all their forms, numbers, and the text as it is compared."""

from __future__ import annotations

import re

from metodist.programme.words import nearest, squeezed

MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""29 for February: which years have that day is seen when the year is known."""

MONTH = (
    r"(?:(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяюе]|(?:март|август)[ауе]?|ма[йяюе]"
    r"|(?:янв|февр?|мар|апр|авг|сент?|окт|нояб|дек)\.?)(?!\w)"
)
_BEGINNINGS = {"янв": 1, "фев": 2, "мар": 3, "апр": 4, "июн": 6, "июл": 7, "авг": 8}
_BEGINNINGS |= {"сен": 9, "окт": 10, "ноя": 11, "дек": 12}

#: A number in figures or words: «1», «1-й», «II», «первый».
NUMBER = r"(?:(?:[ivx]+|\d{1,2})(?:-?(?:ый|ой|ий|ом|го|й|е|м|я))?(?!\w)|(?:перв|втор|трет|четверт)\w+)"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_ORDINALS = {"перв": 1, "втор": 2, "трет": 3, "четверт": 4}

_DASHES = dict.fromkeys(map(ord, "–—−‑‒"), "-")
_LIKE_A_MONTH = 0.8
#: No Russian word of a plan but the months' names ends so: «мартобрь» means some month.
_ENDS_AS_A_MONTH = re.compile(r"\w+(?:бр[ьяюе]|врал[ьяюе])")
_SOMEHOW_A_MONTH = 0.5


def comparable(text: str) -> str:
    """The text as patterns see it: one line, lower case, one dash, е for ё; as long as the squeezed text."""
    return squeezed(text).lower().translate(_DASHES).replace("ё", "е")


def month_number(word: str) -> int:
    """1…12 for a word that :data:`MONTH` matches, in any case or shortened."""
    return _BEGINNINGS.get(word[:3], 5)


def number_of(word: str) -> int:
    """The number that :data:`NUMBER` matches; 0 for a Roman one beyond ten."""
    if digits := re.match(r"\d+", word):
        return int(digits[0])
    if roman := re.match(r"[ivx]+", word):
        return _ROMAN.get(roman[0], 0)
    return next(number for beginning, number in _ORDINALS.items() if word.startswith(beginning))


def month_like(word: str) -> str:
    """The month that a misspelt word may mean; empty where it is like none."""
    return nearest(word, MONTHS, _SOMEHOW_A_MONTH if _ENDS_AS_A_MONTH.fullmatch(word) else _LIKE_A_MONTH)
