"""Letters and names of groups of schools: in words, by what distinguishes them, the same from year to year."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from metodist.domain.indicators import Indicator
from metodist.messages import say

_NOTABLE = 0.35
"""A theme tells a group apart where its mean lies so many standard deviations off the district's."""
_MOST_NAMED = 2
_LONGEST_THEME = 90
_FEWEST_THEMES = 3
"""Fewer groups of indicators say too little: each indicator is a theme of its own."""
_LETTERS = "АБВГДЕЖЗИКЛМНПРСТУФХ"

Centre = Sequence[float]


def letters_by_strength(indicators: Sequence[Indicator], middle: Sequence[Centre]) -> tuple[str, ...]:
    """A letter for each group: «А» for the one that stands best over all indicators."""
    order = sorted(range(len(middle)), key=lambda at: (-_strength(indicators, middle[at]), at))
    letters = [""] * len(middle)
    for letter, at in zip(_LETTERS, order, strict=False):
        letters[at] = letter
    return tuple(letters)


def letters_kept(
    known: Sequence[str], before: Sequence[Centre], indicators: Sequence[Indicator], now: Sequence[Centre]
) -> tuple[str, ...]:
    """Letters of last year's groups for those of this year that lie nearest; a group more gets a new letter.

    Of all ways to pair the groups the one is taken whose distances add up to least.

    Args:
        known: Last year's letters, group by group.
        before: Last year's centres.
        indicators: What the coordinates are, in both years.
        now: This year's centres.
    """
    letters = [""] * len(now)
    for old, new in _pairs(before, now):
        letters[new] = known[old]
    unused = (letter for letter in _LETTERS if letter not in known)
    for at in sorted(range(len(now)), key=lambda at: -_strength(indicators, now[at])):
        letters[at] = letters[at] or next(unused)
    return tuple(letters)


def _pairs(before: Sequence[Centre], now: Sequence[Centre]) -> list[tuple[int, int]]:
    swap = len(before) > len(now)
    few, many = (now, before) if swap else (before, now)
    best = min(
        permutations(range(len(many)), len(few)),
        key=lambda chosen: math.fsum(math.dist(few[at], many[to]) for at, to in enumerate(chosen)),
    )
    return [(to, at) if swap else (at, to) for at, to in enumerate(best)]


@dataclass(frozen=True, slots=True)
class Traits:
    """Themes in which a group stands out, the most outstanding first."""

    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """In words: «сильнее района — «наставничество»; слабее — «диагностика дефицитов»»."""
        parts = [say("clusters.stronger", themes=_listed(self.strong))] if self.strong else []
        weaker = "clusters.weaker" if self.strong else "clusters.only_weaker"
        parts += [say(weaker, themes=_listed(self.weak))] if self.weak else []
        return "; ".join(parts) or say("clusters.like_the_district")


def traits_of(indicators: Sequence[Indicator], centre: Centre, earlier: Traits | None = None) -> Traits:
    """What distinguishes a group; what distinguished it last year, while that still holds by half.

    Args:
        indicators: What the coordinates are.
        centre: In standard deviations off the district.
        earlier: Last year's traits of the group that bears the same letter.
    """
    themes = _themes(indicators, centre)
    if earlier and (earlier.strong or earlier.weak) and _still(earlier, themes):
        return earlier
    strong = [name for name, mean in sorted(themes.items(), key=lambda item: -item[1]) if mean >= _NOTABLE]
    weak = [name for name, mean in sorted(themes.items(), key=lambda item: item[1]) if mean <= -_NOTABLE]
    return Traits(tuple(strong[:_MOST_NAMED]), tuple(weak[:_MOST_NAMED]))


def _still(earlier: Traits, themes: Mapping[str, float]) -> bool:
    strong = all(themes.get(name, 0.0) >= _NOTABLE / 2 for name in earlier.strong)
    return strong and all(themes.get(name, 0.0) <= -_NOTABLE / 2 for name in earlier.weak)


def _strength(indicators: Sequence[Indicator], centre: Centre) -> float:
    return math.fsum(_good(indicator, value) for indicator, value in zip(indicators, centre, strict=True))


def _good(indicator: Indicator, value: float) -> float:
    return value if indicator.higher_is_better else -value


def _themes(indicators: Sequence[Indicator], centre: Centre) -> dict[str, float]:
    """The mean of each theme, to the good side: by direction or group where these tell apart, else one by one."""
    themes = [indicator.direction or indicator.group or indicator.title for indicator in indicators]
    if len(set(themes)) < _FEWEST_THEMES:
        themes = [f"{indicator.code}. {indicator.title}" for indicator in indicators]
    found: dict[str, list[float]] = {}
    for theme, indicator, value in zip(themes, indicators, centre, strict=True):
        found.setdefault(_shortened(theme), []).append(_good(indicator, value))
    return {name: math.fsum(values) / len(values) for name, values in found.items()}


def _shortened(text: str) -> str:
    text = text[:1].lower() + text[1:] if text[1:2].islower() else text
    if len(text) <= _LONGEST_THEME:
        return text
    return text[: _LONGEST_THEME - 1].rsplit(" ", 1)[0].rstrip(" ,;:—") + "…"


def _listed(themes: Iterable[str]) -> str:
    return ", ".join(f"«{theme}»" for theme in themes)
