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
_TEXT = re.compile(r'"(?:[^"]|"")*"')
_NETWORK = re.compile(r"https?://|\b(?:WEBSERVICE|DDE|RTD)\s*\(|\bHYPERLINK\s*\(\s*\"(?!#)", re.IGNORECASE)


@lru_cache(maxsize=16_384)
def shift(formula: str, rows: int, columns: int) -> str:
    """The formula as it reads ``rows`` below and ``columns`` to the right of where it was written.

    Example: ``shift("$A1+B$2", 1, 1) == "$A2+C$2"``.
    """
    if columns:
        formula = "".join(_moved(piece, columns) for piece in _pieces(formula))
    if not rows:
        return formula
    return "".join(piece if isinstance(piece, str) else _row(piece + rows) for piece in _rows_apart(formula))


def _pieces(formula: str) -> list[str]:
    """What is in quotes (odd places) apart from what is not."""
    return _QUOTED.split(formula)


def _moved(piece: str, columns: int) -> str:
    if piece.startswith(('"', "'")):
        return piece
    return _REFERENCE.sub(lambda match: _in_column(match, columns), piece)


def _in_column(match: re.Match[str], columns: int) -> str:
    place = parse(match[2] + match[4])
    if match[1] or place is None:
        return match[0]
    column = place[1] + columns
    return f"{letters(column)}{match[3]}{match[4]}" if 1 <= column <= LAST_COLUMN else "#REF!"


@lru_cache(maxsize=1024)
def _rows_apart(formula: str) -> tuple[str | int, ...]:
    """The formula cut at the row numbers that move with it."""
    found: list[str | int] = []
    for piece in _pieces(formula):
        done = 0
        quoted = piece.startswith(('"', "'"))
        for match in () if quoted else _REFERENCE.finditer(piece):
            if not match[3] and parse(match[2] + match[4]) is not None:
                found += [piece[done : match.start(4)], int(match[4])]
                done = match.end()
        found.append(piece[done:])
    return tuple(found)


def _row(number: int) -> str:
    return str(number) if 1 <= number <= LAST_ROW else "#REF!"


@lru_cache(maxsize=65_536)
def normalised(formula: str) -> str:
    """What two writings of one formula have in common: no blanks, needless quotes, prefixes; capital letters.

    Saving by another program may change all of these and not the meaning.
    """
    text = formula.strip().removeprefix("=")
    if "'" in text:
        text = _NEEDLESS_QUOTES.sub(r"\1!", text)
    parts = text.split('"')  # texts stand at odd places; a doubled quote leaves an empty piece between two of them
    for index in range(0, len(parts), 2):
        part = parts[index]
        if "." in part:
            part = _PREFIXES.sub("", part)
        if "()" in part:
            part = _CONSTANT_CALL.sub(r"\1", part)
        parts[index] = "".join(part.split()).replace(";", ",").upper()
    return '"'.join(parts)


def is_remote(formula: str) -> bool:
    """True where the formula asks another file (``[1]Лист!A1``), another program (``a|b!c``) or the network."""
    if _NETWORK.search(formula):
        return True
    bare = _TEXT.sub("", formula)
    return _in_order(bare, "[", "]", "!") or _in_order(bare, "|", "!")


def _in_order(text: str, *marks: str) -> bool:
    """Whether the marks follow one another in the text; plain searches, so that no text takes long."""
    place = 0
    for mark in marks:
        place = text.find(mark, place) + 1
        if not place:
            return False
    return True
