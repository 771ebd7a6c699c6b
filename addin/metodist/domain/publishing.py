"""What may be published of small groups: nothing from which one person could be known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from metodist.domain.outcomes import Ratio

LEAST = 5
"""Fewer people than this are not shown outside the municipality."""

Label = TypeVar("Label")


def is_small(ratio: Ratio, least: int = LEAST) -> bool:
    """Whether a share tells of fewer than ``least`` people: of all, of those counted, or of those not counted.

    Nobody and everybody are shown where they are many enough: 0 of 40 tells nothing of one person.

    Args:
        ratio: People counted over people asked.
        least: The smallest group that is shown, at least 1.
    """
    counted, left = ratio.numerator, ratio.denominator - ratio.numerator
    return ratio.denominator < least or 0 < counted < least or 0 < left < least


def publishable(ratio: Ratio | None, least: int = LEAST) -> Ratio | None:
    """The share where it may be published, else ``None``; say «менее 5» in its place."""
    return None if ratio is None or is_small(ratio, least) else ratio


def publishable_parts(parts: Mapping[Label, Ratio], least: int = LEAST) -> dict[Label, Ratio | None]:
    """The lines of a breakdown that may be published together, the hidden ones as ``None``.

    Where exactly one line is hidden it could be reckoned from the total: the next smallest is hidden too.
    """
    shown = {label: publishable(ratio, least) for label, ratio in parts.items()}
    hidden = [label for label, ratio in shown.items() if ratio is None]
    left = {label: ratio for label, ratio in shown.items() if ratio is not None and ratio.numerator}
    if len(hidden) == 1 and left:
        shown[min(left, key=lambda label: left[label].numerator)] = None
    return shown
