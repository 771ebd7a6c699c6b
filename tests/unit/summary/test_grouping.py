"""Ward's groups and silhouettes, held against scipy and a second computation."""

from __future__ import annotations

import math
import random

import pytest
from scipy.cluster.hierarchy import fcluster, linkage

from metodist.summary.grouping import centres, silhouettes, tightened, ward_partitions


def cloud(seed: int, count: int, width: int = 5) -> list[list[float]]:
    source = random.Random(seed)
    return [[source.gauss(0, 1) for _ in range(width)] for _ in range(count)]


def same_partition(first: list[int], second: list[int]) -> bool:
    return len(set(zip(first, second, strict=True))) == len(set(first)) == len(set(second))


@pytest.mark.parametrize("seed", range(20))
def test_ward_is_scipys(seed: int) -> None:
    points = cloud(seed, 8 + 2 * seed)
    cuts = ward_partitions(points, 6)
    tree = linkage(points, "ward")
    assert sorted(cuts) == [1, 2, 3, 4, 5, 6]
    for number, labels in cuts.items():
        assert same_partition(labels, list(fcluster(tree, number, "maxclust"))), number


def test_equal_schools_join_in_their_order() -> None:
    points = [[0.0], [1.0], [0.0], [1.0], [9.0]]
    assert ward_partitions(points, 3)[3] == [0, 1, 0, 1, 2]
    assert ward_partitions(points, 3) == ward_partitions(list(points), 3)


def test_no_member_is_nearer_to_another_centre() -> None:
    points = cloud(3, 40)
    labels = tightened(points, ward_partitions(points, 4)[4])
    middle = centres(points, labels)
    for point, own in zip(points, labels, strict=True):
        assert math.dist(point, middle[own]) == min(math.dist(point, centre) for centre in middle)
    assert len(set(labels)) == 4


def test_silhouettes_are_as_rousseeuw_defines_them() -> None:
    points = [[0.0], [1.0], [5.0], [6.0], [7.0]]
    found = silhouettes(points, [0, 0, 1, 1, 1])
    # of the first: a = 1, b = (5 + 6 + 7) / 3 = 6
    assert found[0] == pytest.approx((6 - 1) / 6)
    # of the third: a = (1 + 2) / 2, b = (5 + 4) / 2
    assert found[2] == pytest.approx((4.5 - 1.5) / 4.5)


@pytest.mark.parametrize("seed", range(4))
def test_silhouettes_by_the_definition(seed: int) -> None:
    points, labels = cloud(seed, 12), [at % 3 for at in range(12)]
    for at, found in enumerate(silhouettes(points, labels)):
        means = {}
        for label in range(3):
            own = [other for other in range(12) if labels[other] == label and other != at]
            means[label] = sum(math.dist(points[at], points[other]) for other in own) / len(own)
        inside = means.pop(labels[at])
        assert found == pytest.approx((min(means.values()) - inside) / max(min(means.values()), inside))


def test_a_school_alone_has_no_silhouette() -> None:
    assert silhouettes([[0.0], [1.0], [9.0]], [0, 0, 1])[2] == 0
    assert silhouettes([[0.0], [1.0]], [0, 0]) == [0, 0]
