"""The second yardstick beside the rubric: the best is so many, the others in proportion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What a programme says of it.

    Args:
        best: What the best one gets, such as 100; above 0.
        others: Other municipalities with their scores by the same rubric, as published.
    """

    best: float
    others: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """One of those compared.

    Args:
        score: Points by the rubric.
        value: In proportion to the best one, 0…``Yardstick.best`` (below 0 for a score below 0); ``None`` where
            nobody has a score above 0, because then there is no best to take as the measure.
        rank: From 1; ties share the better rank.
    """

    score: float
    value: float | None
    rank: int


def in_proportion(scores: Mapping[str, float], best: float) -> dict[str, Measured]:
    """Everybody's share of the greatest score, as that many of ``best``.

    Example: ``in_proportion({"а": 40.0, "б": 30.0}, 100)["б"].value == 75``
    """
    greatest = max(scores.values(), default=0)
    return {
        name: Measured(
            score,
            best * score / greatest if greatest > 0 else None,
            1 + sum(other > score for other in scores.values()),
        )
        for name, score in scores.items()
    }
