"""A chart of a document: what it shows, in numbers and in words. Drawn by ``chart_parts``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from metodist.domain.wording import DASH, percent_text
from metodist.messages import say

#: Okabe and Ito's colours, told apart by the colour-blind; their lightness differs, so that grey print shows them too.
BLUE, SKY, PALE, BLACK = "0072B2", "56B4E9", "BFBFBF", "000000"


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One row of numbers.

    Args:
        name: In the legend.
        values: One a category, as fractions; ``None`` where there is none.
        colour: RGB, six hexadecimal digits.
        marks: Drawn as strokes over the columns, not as columns.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    marks: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns, a group a category; a template prints it as any other value, in a paragraph of its own.

    Args:
        key: Unlike those of the document's other charts.
        title: The finding.
        categories: Names under the columns.
        series: At least one.
    """

    key: str
    title: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]

    @property
    def alt(self) -> str:
        """Everything that it shows, for those who cannot see it; verifying compares it."""
        return chart_words(self.categories, [(one.name, one.values) for one in self.series])

    def __str__(self) -> str:
        """A chart has no words of its own in the text."""
        return ""


def chart_words(categories: Sequence[str], series: Sequence[tuple[str, Sequence[float | None]]]) -> str:
    """A chart in words, the same whether it is told by us or read from a file.

    Args:
        categories: Names under the columns.
        series: Name and values of each, one a category.
    """
    lines = (
        f"{category}: " + ", ".join(f"{name} — {_shown(values[at])}" for name, values in series)
        for at, category in enumerate(categories)
    )
    return say("documents.chart_alt", lines="; ".join(lines))


def _shown(value: float | None) -> str:
    return DASH if value is None else percent_text(value)
