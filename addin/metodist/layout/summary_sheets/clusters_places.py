"""Where things stand on «Кластеры»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from metodist.domain.clusters import Clustering, Membership
from metodist.domain.indicators import Indicator
from metodist.domain.summary import Summary
from metodist.layout.addresses import fixed, letters

CODE, SCHOOL, GROUP, COMPUTED, NEAREST, FIRST_DISTANCE = 1, 2, 3, 4, 5, 6
GROUPS_ROW = 5
CHART_ROWS = 22
MOST_GAPS = 60
"""Of more schools the distances between all of them would fill the workbook."""


@dataclass(frozen=True, slots=True)
class Places:
    """Rows and columns of the sheet.

    Args:
        clustering: The groups.
        indicators: Those that counted.
        members: By group and then in the programme's order: each group stands together.
        moments: Mean and standard deviation (of the population) of each indicator over the schools.
    """

    clustering: Clustering
    indicators: tuple[Indicator, ...]
    members: tuple[Membership, ...]
    moments: tuple[tuple[float, float], ...]

    @property
    def letters(self) -> list[str]:
        """Letters of the groups."""
        return [cluster.letter for cluster in self.clustering.clusters]

    @property
    def chart_row(self) -> int:
        """Where the chart begins."""
        return GROUPS_ROW + len(self.letters) + 5 + len(self.clustering.notes)

    @property
    def band(self) -> int:
        """The row of bands over the matrix's headings."""
        return self.chart_row + CHART_ROWS + 1

    @property
    def first(self) -> int:
        """The first school's row."""
        return self.band + 2

    @property
    def last(self) -> int:
        """The last school's row."""
        return self.first + len(self.members) - 1

    @property
    def mean_row(self) -> int:
        """Means under the values; the deviation stands below."""
        return self.last + 1

    def centre_row(self, place: int) -> int:
        """The centre of a group, under the standardised values."""
        return self.last + 1 + place

    @property
    def below(self) -> int:
        """The first free row under the matrix."""
        return self.last + 2 + max(2, len(self.letters))

    @property
    def silhouette(self) -> int:
        """The column of silhouettes; reason, group before and move follow."""
        return FIRST_DISTANCE + len(self.letters)

    @property
    def reason(self) -> int:
        """Why a school was moved."""
        return self.silhouette + 1

    @property
    def before(self) -> int:
        """The group of the period before."""
        return self.silhouette + 2

    @property
    def moved(self) -> int:
        """What became of it."""
        return self.silhouette + 3

    @property
    def first_value(self) -> int:
        """The first indicator's value."""
        return self.silhouette + 4

    @property
    def first_deviation(self) -> int:
        """The first indicator's standardised value."""
        return self.first_value + len(self.indicators)

    @property
    def first_gap(self) -> int:
        """The distance to the first school."""
        return self.first_deviation + len(self.indicators)

    @property
    def has_gaps(self) -> bool:
        """Whether the distances between schools are shown."""
        return len(self.members) <= MOST_GAPS

    @property
    def right(self) -> int:
        """The last column."""
        return self.first_gap - 1 + (len(self.members) if self.has_gaps else 0)

    def area(self, column: int) -> str:
        """A column over all schools."""
        name = letters(column)
        return f"${name}${self.first}:${name}${self.last}"

    def deviations(self, row: int, *, fixed_row: bool = False) -> str:
        """The standardised values of a row; a centre's row stays where the formula goes."""
        left, right = letters(self.first_deviation), letters(self.first_gap - 1)
        return f"${left}{'$' if fixed_row else ''}{row}:${right}{'$' if fixed_row else ''}{row}"

    def rows_of(self, letter: str) -> tuple[int, int]:
        """The first and last row of a group's schools."""
        own = [self.first + at for at, each in enumerate(self.members) if each.cluster == letter]
        return own[0], own[-1]

    def widest(self) -> list[int]:
        """The two indicators whose centres lie farthest apart, by place; one where there is only one."""
        centres = [cluster.centre for cluster in self.clustering.clusters]
        spreads = [(_spread([each[one.code] for each in centres]), -at) for at, one in enumerate(self.indicators)]
        return [-at for _, at in sorted(spreads, reverse=True)[:2]]


def places_of(summary: Summary) -> Places:
    """Lay «Кластеры» out."""
    clustering = summary.analysis.clustering
    known = {each.code: each for each in summary.programme.indicators}
    order = {cluster.letter: place for place, cluster in enumerate(clustering.clusters)}
    members = tuple(sorted(clustering.memberships, key=lambda each: order.get(each.cluster, len(order))))
    indicators = tuple(known[code] for code in clustering.indicators)
    return Places(clustering, indicators, members, tuple(_moments(summary, each.code) for each in indicators))


def _moments(summary: Summary, code: str) -> tuple[float, float]:
    found = (school.outcomes[code].value for school in summary.schools)
    values = [value for value in found if value is not None]
    return fmean(values), pstdev(values)


def _spread(values: Sequence[float]) -> float:
    return max(values) - min(values)


def header(places: Places, column: int) -> str:
    """A heading's cell, for formulas that name groups."""
    return fixed(places.band + 1, column)
