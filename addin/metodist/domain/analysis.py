"""What the summary says beyond this period's numbers: dynamics, groups of schools, what goes with what."""

from __future__ import annotations

from dataclasses import dataclass, field

from metodist.domain.clusters import Clustering
from metodist.domain.dynamics import Dynamics
from metodist.domain.factors import Factors


@dataclass(frozen=True, slots=True)
class Analysis:
    """All three; each says in words where it has nothing to say.

    Example: ``summary.analysis.clustering.cluster_of("ОО-07")``, ``summary.analysis.dynamics.of("1.3", "ОО-07")``.
    """

    dynamics: Dynamics = field(default_factory=Dynamics)
    clustering: Clustering = field(default_factory=Clustering)
    factors: Factors = field(default_factory=Factors)
