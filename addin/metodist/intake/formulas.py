"""Formulas as text: moved to another cell, and brought to the form in which two of them are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from metodist.intake.addresses import LAST_COLUMN, LAST_ROW, letters, parse

#: Texts in quotes and quoted sheet names stay as they are; what is between them is split off by it.
_QUOTED = re.compile(r"""("(?:[^"]|"")*"|'(?:[^']|'')*')""")
_REFERENCE = re.compile(r"(?<![\w.$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!])")
_NEEDLESS_QUOTES = re.compile(r"'([^\W\d][\w.]*)'!")
_PREFIXES = re.compile(r"_xlfn\.|_xlws\.|_xll\.", re.IGNORECASE)
_CONSTANT_CALL = re.compile(r"\b(TRUE|FALSE)\(\)", re.IGNORECASE)
_REMOTE = re.compile(
    r"\[[^\]]+\][^!]*!|https?://|\bWEBSERVICE\s*\(|\bDDE\s*\(|\bRTD\s*\(|\bHYPERLINK\s*\(\s*\"(?!#)|\w\|[^!]*!",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def shift(formula: str, rows: int, columns: int) -> str:
    """The formula as it reads ``rows`` below and ``columns`` to the right of where it was written.

    Example: ``shift("$A1+B$2", 1, 1) == "$A2+C$2"``.
    """
    if not rows and not columns:
        return formula

    def moved(match: re.Match[str]) -> str:
        place = parse(match[2] + match[4])
        if place is None:
            return match[0]
        row = place[0] if match[3] else place[0] + rows
        column = place[1] if match[1] else place[1] + columns
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
            return "#REF!"
        return f"{match[1]}{letters(column)}{match[3]}{row}"

    parts = _QUOTED.split(formula)
    parts[::2] = [_REFERENCE.sub(moved, part) for part in parts[::2]]
    return "".join(parts)


@lru_cache(maxsize=65_536)
def normalised(formula: str) -> str:
    """What two writings of one formula have in common: no blanks, needless quotes, prefixes; capital letters.

    Saving by another program may change all of these and not the meaning.
    """
    text = _NEEDLESS_QUOTES.sub(r"\1!", formula.strip().removeprefix("="))
    parts = re.split(r'("(?:[^"]|"")*")', text)
    for index in range(0, len(parts), 2):
        part = _PREFIXES.sub("", parts[index])
        part = _CONSTANT_CALL.sub(r"\1", part)
        parts[index] = re.sub(r"\s+", "", part).replace(";", ",").upper()
    return "".join(parts)


def is_remote(formula: str) -> bool:
    """True where the formula asks another file, another program or the network."""
    return bool(_REMOTE.search(formula))
