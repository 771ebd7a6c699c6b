"""A condition's text as tokens: words, quoted texts, braces and signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from metodist.messages import say
from metodist.programme.words import squeezed

#: Characters that end a word. A colon, a dot, a hyphen and a plus belong to words.
SIGNS = '();|,=<>≤≥≠{}[]«»"'
_OPERATORS = ("<=", ">=", "<>", "=", "<", ">", "≤", "≥", "≠")
_SAME_AS = {"≤": "<=", "≥": ">=", "≠": "<>"}


class ConditionError(Exception):
    """A condition that cannot be read.

    Args:
        message: What stands there and why it cannot be read; a whole Russian sentence.
        suggestion: The nearest known word, or what to write instead; empty for none.
    """

    def __init__(self, message: str, suggestion: str = "") -> None:
        """Keep both; ``str()`` is the message."""
        super().__init__(message)
        self.message = message
        self.suggestion = suggestion


class NoValuesError(ConditionError):
    """A field of type «список» whose list has no values: not to be judged while the sheet of lists is missing."""


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    QUOTED = auto()
    BRACE = auto()
    FIELD = auto()
    OPERATOR = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its text without quotes or braces, and where it stands (0-based, end exclusive)."""

    kind: Kind
    text: str
    start: int
    end: int


_PAIRS = {"{": ("}", Kind.BRACE), "[": ("]", Kind.FIELD)}


def tokens(text: str) -> tuple[Token, ...]:
    """Split a condition; the last token is always of kind END.

    Raises:
        ConditionError: A quote or a brace is not closed.
    """
    return (*_scan(text), Token(Kind.END, "", len(text), len(text)))


def _scan(text: str) -> Iterator[Token]:
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        token = _one(text, place)
        yield token
        place = token.end


def _one(text: str, start: int) -> Token:
    sign = text[start]
    if sign == "«":
        return _guillemets(text, start)
    if sign == '"':
        return _plain_quotes(text, start)
    if sign in _PAIRS:
        return _enclosed(text, start)
    for operator in _OPERATORS:
        if text.startswith(operator, start):
            return Token(Kind.OPERATOR, _SAME_AS.get(operator, operator), start, start + len(operator))
    if sign in SIGNS:
        return Token(Kind.SIGN, sign, start, start + 1)
    end = start
    while end < len(text) and text[end] not in SIGNS:
        end += 1
    return Token(Kind.WORD, squeezed(text[start:end]), start, start + len(text[start:end].rstrip()))


def _enclosed(text: str, start: int) -> Token:
    closing, kind = _PAIRS[text[start]]
    end = text.find(closing, start)
    if end < 0:
        raise ConditionError(say("condition.unclosed_brace", sign=text[start]))
    return Token(kind, squeezed(text[start + 1 : end]), start, end + 1)


def _guillemets(text: str, start: int) -> Token:
    depth = 0
    for place in range(start, len(text)):
        depth += {"«": 1, "»": -1}.get(text[place], 0)
        if depth == 0:
            return Token(Kind.QUOTED, text[start + 1 : place].strip(), start, place + 1)
    raise ConditionError(say("condition.unclosed_quote", quote="«"))


def _plain_quotes(text: str, start: int) -> Token:
    """Straight quotes; a doubled one stands for itself."""
    place = start + 1
    while (place := text.find('"', place)) >= 0:
        if not text.startswith('""', place):
            return Token(Kind.QUOTED, text[start + 1 : place].replace('""', '"').strip(), start, place + 1)
        place += 2
    raise ConditionError(say("condition.unclosed_quote", quote='"'))
