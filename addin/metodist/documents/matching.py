"""Which line of one text is which line of another: the same words, whatever the numbers in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

_DIGITS = re.compile(r"\d+(?:[ .,]\d+)*")
_WORD = re.compile(r"[А-ЯЁа-яёA-Za-z]{3,}")
_BAR = " | "
_LEAST = 0.6
#: Common words that make a sentence the same one with more words in it.
_ENOUGH = 3


def matched(first: Sequence[str], second: Sequence[str]) -> dict[int, int]:
    """From a line of ``first`` to the line of ``second`` that says the same or said it before.

    Equal lines first; then lines with the same words and other numbers; then lines that are alike enough. Rows may have
    changed their order; each line is used once.
    """
    found: dict[int, int] = {}
    left, right = dict(enumerate(first)), dict(enumerate(second))
    for shape in (str, _words):
        _pair(left, right, shape, found)
    _alike(left, right, found)
    return found


def _words(text: str) -> str:
    """The text without its numbers, but with the name of a row («Школа № 5», «1.3») as it is."""
    name, bar, rest = text.partition(_BAR)
    if not bar:
        return _DIGITS.sub("#", text)
    kept = name if _WORD.search(name) or "." in name else "#"
    return f"{kept}{_BAR}{_DIGITS.sub('#', rest)}"


def _pair(left: dict[int, str], right: dict[int, str], shape: Callable[[str], str], found: dict[int, int]) -> None:
    """Match lines of the same shape; of several, the one most alike, then the nearest."""
    shapes: dict[str, list[int]] = defaultdict(list)
    for place, text in right.items():
        shapes[shape(text)].append(place)
    for place, text in list(left.items()):
        others = shapes.get(shape(text), [])
        if not others:
            continue
        ranked = sorted(others, key=lambda one: abs(one - place))
        best = ranked[0] if len(ranked) == 1 else _likest(text, ranked, right)
        others.remove(best)
        found[place] = best
        del left[place], right[best]


def _likest(text: str, places: list[int], right: dict[int, str]) -> int:
    return max(places, key=lambda place: _ratio(text, right[place]))


def _alike(left: dict[int, str], right: dict[int, str], found: dict[int, int]) -> None:
    """Match what is left, the likest pairs first."""
    pairs = [
        (likeness, place, other)
        for place, text in left.items()
        for other, words in right.items()
        if (likeness := _likeness(text, words)) >= _LEAST
    ]
    for _, place, other in sorted(pairs, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]))):
        if place in left and other in right:
            found[place] = other
            del left[place], right[other]


def _likeness(one: str, other: str) -> float:
    """How sure it is that two lines speak of the same, 0…1.

    A row speaks of what its name says; a sentence may have got more words round its own.
    """
    if (_BAR in one) != (_BAR in other) or (_BAR in one and _name(one) != _name(other)):
        return 0.0
    first, second = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    common = len(first & second)
    if not common:
        return 0.0
    held = common / min(len(first), len(second)) if common >= _ENOUGH else 0.0
    if _BAR in one and one.count(_BAR) == other.count(_BAR):
        held = 1.0
    if 2 * common < _LEAST * 0.8 * (len(first) + len(second)):
        return held * 0.9
    return max(held * 0.9, _ratio(_DIGITS.sub("#", one), _DIGITS.sub("#", other)))


def _name(row: str) -> str:
    """What a row is about: its first cell that holds a word."""
    return next((cell.casefold() for cell in row.split(_BAR) if _WORD.search(cell)), "")


def _ratio(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()
