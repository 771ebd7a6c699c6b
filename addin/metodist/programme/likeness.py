"""How alike two sentences are, whatever the cases and order of their words."""

from __future__ import annotations

import re

_WORD = re.compile(r"[а-яё]{4,}")
#: «педагогических», «педагогами»: endings differ, beginnings do not.
_STEM = 6
_ENOUGH = 3
"""Fewer words in common say little."""


def stems(text: str) -> frozenset[str]:
    """Beginnings of the words of a text; words shorter than four letters are passed over."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower().replace("ё", "е")))


def alike(first: str, second: str) -> float:
    """How much two texts share: 0 for no common word, 1 for the same words (Dice's coefficient)."""
    one, two = stems(first), stems(second)
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def shortened(short: str, whole: str) -> bool:
    """Whether all the words of one text stand in the other, and there are enough of them to tell."""
    words = stems(short)
    return len(words) >= _ENOUGH and words <= stems(whole)
