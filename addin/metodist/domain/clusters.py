"""Groups of schools that are alike, and why a school is in its group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from metodist.domain.periods import Period

FEWEST_SCHOOLS = 6
"""Fewer schools make no groups."""


@dataclass(frozen=True, slots=True)
class ClusterMove:
    """A school that the methodist puts into another group, and why."""

    school: str
    cluster: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClusterSettings:
    """What the methodist says of the groups.

    Args:
        indicators: Codes of the indicators that count; empty: every share in which the schools differ.
        number: How many groups; ``None``: as many as part the schools best.
        names: A group's own name by its letter.
        moves: Schools that belong elsewhere.
    """

    indicators: tuple[str, ...] = ()
    number: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    moves: tuple[ClusterMove, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """A school and its group.

    Args:
        school: Code.
        cluster: The letter of its group, a manual move included.
        computed: The letter that the numbers give.
        distances: To the centre of each group, by letter, in standard deviations.
        silhouette: −1 … 1: how much nearer its own group is than the next.
        blanks: Codes of indicators that the school has no value of: the mean stands in their place.
        reason: Why it was moved; empty for no move.
    """

    school: str
    cluster: str
    computed: str
    distances: Mapping[str, float]
    silhouette: float
    blanks: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group.

    Args:
        letter: «А», «Б»… the same from year to year.
        name: In words, what distinguishes it: «сильнее района: …; слабее: …».
        centre: By indicator code, in standard deviations off the mean of the schools.
        members: Codes of its schools, manual moves included, in the programme's order.
    """

    letter: str
    name: str
    centre: Mapping[str, float]
    members: tuple[str, ...]

    @property
    def title(self) -> str:
        """Letter and name."""
        return f"{self.letter}. {self.name}"


@dataclass(frozen=True, slots=True)
class Migration:
    """Where a school was the period before; empty letters: it had no group."""

    school: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Clustering:
    """The groups of one period; without groups ``reason`` says why.

    Args:
        indicators: Codes of the indicators that counted, in the programme's order.
        left_out: Indicators that could not count, with the reason in words.
        clusters: By letter.
        memberships: In the programme's order of schools.
        silhouettes: The mean silhouette by number of groups that was tried.
        by_methodist: The number of groups is the methodist's, not the best silhouette's.
        previous: The period that ``migrations`` compare with.
        notes: What of the methodist's settings could not be followed, in words.
        reason: Why there are no groups; empty where there are.
    """

    indicators: tuple[str, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)
    clusters: tuple[Cluster, ...] = ()
    memberships: tuple[Membership, ...] = ()
    silhouettes: Mapping[int, float] = field(default_factory=dict)
    by_methodist: bool = False
    previous: Period | None = None
    migrations: tuple[Migration, ...] = ()
    notes: tuple[str, ...] = ()
    reason: str = ""

    def cluster_of(self, school: str) -> Cluster | None:
        """The group of a school; ``None`` where it has none."""
        letter = next((one.cluster for one in self.memberships if one.school == school), "")
        return next((cluster for cluster in self.clusters if cluster.letter == letter), None)
