"""The nearest known word: for every message that says «такого нет»."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

#: Latin letters that look like Russian ones on the screen.
_LOOK_ALIKES = str.maketrans("ABCEHKMOPTXYaceopxyёЁ", "АВСЕНКМОРТХУасеорхуеЕ")
_LEAST_LIKENESS = 0.6
#: «Стаж» may well mean «Стаж педагогический», however long the rest is.
_SHORTEST_BEGINNING = 4
_BEGINNING_LIKENESS = 0.8


def squeezed(text: str) -> str:
    """The text with every run of blanks (also non-breaking ones and line ends) as one space."""
    return " ".join(text.split())


def likeness_form(text: str) -> str:
    """The form in which words are compared: Russian letters, lower case, single spaces."""
    return squeezed(text).translate(_LOOK_ALIKES).casefold()


def nearest(word: str, known: Iterable[str], least: float = _LEAST_LIKENESS) -> str:
    """The known word that is most like ``word``; empty where none is.

    Args:
        word: What stands there.
        known: What could stand there.
        least: How alike the two must be at least, 0…1.

    Example: ``nearest("Kадры", ["Кадры", "Курсы"]) == "Кадры"`` (the first letter is Latin).
    """
    form = likeness_form(word)
    best, best_likeness = "", least
    for candidate in known:
        candidate_form = likeness_form(candidate)
        likeness = SequenceMatcher(None, form, candidate_form).ratio()
        if len(form) >= _SHORTEST_BEGINNING and candidate_form.startswith(form):
            likeness = max(likeness, _BEGINNING_LIKENESS)
        if likeness > best_likeness:
            best, best_likeness = candidate, likeness
    return best


def only_letters_differ(word: str, known: str) -> bool:
    """Tell whether ``word`` is ``known`` written with Latin look-alikes (or е for ё)."""
    return word != known and likeness_form(word) == likeness_form(known)


def same_word(first: str, second: str) -> bool:
    """Tell whether two words are one, case and blanks aside; Latin letters are not Russian ones."""
    return squeezed(first).casefold() == squeezed(second).casefold()
