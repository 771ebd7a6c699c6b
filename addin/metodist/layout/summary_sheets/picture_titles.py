"""What the chart of a breakdown says in its title: the greatest and the least slice, all of them where they tie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.outcomes import Outcome, Ratio
from metodist.domain.wording import number_text, percent_text
from metodist.messages import say

LONGEST_TITLE = 90
MOST_NAMED = 2
"""So many slices that are equally frequent are named in a title."""


def breakdown_title(indicator: Indicator, outcome: Outcome) -> str:
    """Of a share the greatest and the least slice, else the most frequent one."""
    title = f"{indicator.code}. {shortened(indicator.title, LONGEST_TITLE)}"
    by_share = indicator.kind is IndicatorKind.SHARE
    ratios = {label: ratio for label, ratio in outcome.breakdown.items() if ratio.value is not None}
    best, least = _ends_of(ratios, max), _ends_of(ratios, min)
    ratio = ratios[best[0]]
    if by_share:
        shown = {"most": percent_text(ratio.value or 0), "least": percent_text(ratios[least[0]].value or 0)}
        return say("summary.slices_finding", title=title, best=_named(best), worst=_named(least), **shown)
    return say(
        "summary.headline",
        title=title,
        finding=say(
            "summary.finding_most_frequent",
            label=_named(best),
            numerator=number_text(ratio.numerator),
            denominator=number_text(ratio.denominator),
            value=percent_text(ratio.value or 0),
        ),
    )


def _ends_of(ratios: Mapping[str, Ratio], end: Callable[[Iterable[float]], float]) -> list[str]:
    """Every slice with the greatest or the least share."""
    wanted = end(ratio.value or 0 for ratio in ratios.values())
    return [label for label, ratio in ratios.items() if (ratio.value or 0) == wanted]


def _named(slices: Sequence[str]) -> str:
    """One or two slices by name, of more than two how many more."""
    if len(slices) <= MOST_NAMED:
        return say("summary.and").join(slices)
    return say("summary.and_more", slices=", ".join(slices[:MOST_NAMED]), count=len(slices) - MOST_NAMED)


def shortened(text: str, most: int) -> str:
    """The text, cut at a word with «…» where it is longer than ``most`` characters."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:—") + "…"
