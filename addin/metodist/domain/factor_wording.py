"""What a comparison of factors says in words, the same on sheets and in documents."""

from __future__ import annotations

from metodist.domain.chance import LEVEL
from metodist.domain.factors import FactorKind, Factors, Link
from metodist.domain.indicators import Indicator
from metodist.domain.wording import value_text
from metodist.messages import say


def confirmed_links(factors: Factors) -> list[Link]:
    """Comparisons that chance does not explain."""
    return [link for link in factors.links if link.corrected <= LEVEL]


def verdict_of(indicator: Indicator, link: Link) -> str:
    """What the comparison says, without a word of cause."""
    if link.corrected > LEVEL:
        return say("factors.unconfirmed")
    way = "up" if link.effect.size > 0 else "down"
    if link.kind is FactorKind.NUMBER or not link.medians:
        return say(f"factors.number_{way}", factor=link.factor)
    first, second = (value_text(indicator, median) for median in link.medians)
    return say(f"factors.groups_{way}", factor=link.factor, first=first, second=second)
