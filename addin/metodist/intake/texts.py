"""Texts as clerks type and paste them: invisible characters, look-alike letters, spelling of one word in two ways."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDE_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
#: Most texts have none of these and are what they look like.
_SUSPECT = re.compile(f"[A-Za-z]|{_INVISIBLE.pattern}|{_WIDE_SPACES.pattern}")
_WORD = re.compile("[A-Za-zА-Яа-яЁё]+")
_INITIAL = re.compile(r"\b[A-Z](?=\.|$)")
_LATIN = "ABCEHKMOPTXYaceopxyk"
_CYRILLIC = "АВСЕНКМОРТХУасеорхук"
_LOOKS = str.maketrans(_LATIN, _CYRILLIC)
#: Comparing takes the square of the length.
_LONGEST_WORD = 120
_SAME = str.maketrans({"ё": "е", "–": "-", "—": "-", "−": "-", "«": '"', "»": '"', "“": '"', "”": '"'})


class Cleaned(NamedTuple):
    """A text without what cannot be seen.

    Args:
        invisible: It held zero-width or direction marks, or blanks that are no plain space.
        respelled: Latin letters in Russian words were replaced.
    """

    text: str
    invisible: bool = False
    respelled: bool = False


def tidy(text: str) -> str:
    """Blanks at the ends taken off and runs of blanks made one; line breaks inside are blanks too."""
    return " ".join(text.split())


@lru_cache(maxsize=16_384)
def clean(text: str, *, name: bool = False) -> Cleaned:
    """A text as it was meant.

    Args:
        text: As it stands in the cell.
        name: It is a person's name: single Latin initials beside Russian words are replaced too.
    """
    if not _SUSPECT.search(text):
        return Cleaned(tidy(text))
    seen = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    bare = tidy(_WIDE_SPACES.sub(" ", _INVISIBLE.sub("", seen)))
    invisible = _INVISIBLE.search(seen) is not None or _WIDE_SPACES.search(seen) is not None
    spelled = _WORD.sub(_respell, bare)
    if name and any("а" <= letter.lower() <= "я" for letter in spelled):
        spelled = _INITIAL.sub(lambda match: match[0].translate(_LOOKS), spelled)
    return Cleaned(spelled, invisible, spelled != bare)


def _respell(match: re.Match[str]) -> str:
    word = match[0]
    latin = [letter for letter in word if letter.isascii()]
    if not latin or len(latin) == len(word) or any(letter not in _LATIN for letter in latin):
        return word
    return word.translate(_LOOKS)


@lru_cache(maxsize=16_384)
def likeness(text: str) -> str:
    """The form in which two spellings of one word are equal: case, blanks, «ё», dashes, quotes, look-alikes."""
    return clean(text).text.translate(_LOOKS).casefold().translate(_SAME).strip(" .")


def nearest(text: str, words: Iterable[str]) -> str:
    """The word that is most like ``text``, or an empty text where none is near; long texts are like none."""
    return _nearest(text, tuple(words)) if len(text) <= _LONGEST_WORD else ""


@lru_cache(maxsize=1024)
def _nearest(text: str, words: tuple[str, ...]) -> str:
    by_likeness = {likeness(word): word for word in words if len(word) <= _LONGEST_WORD}
    close = difflib.get_close_matches(likeness(text), list(by_likeness), n=1, cutoff=0.6)
    return by_likeness[close[0]] if close else ""
