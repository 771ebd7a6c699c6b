"""Ward's groups, made tight: every member is nearest to its own centre. Deterministic, without chance and seed."""

from __future__ import annotations

import math
from collections.abc import Sequence

#: A school's numbers, standardised.
Vector = Sequence[float]

_TIE = 1e-12
_MOST_ROUNDS = 100


def ward_partitions(points: Sequence[Vector], most: int) -> dict[int, list[int]]:
    """Ward's hierarchy cut at 1 … ``most`` groups: by number of groups, the group of each point from 0.

    Groups are numbered by their first point. Of equal distances the earlier pair joins first.

    Args:
        points: At least one.
        most: At least 1, at most the number of points.
    """
    members = {at: [at] for at in range(len(points))}
    gaps = {(a, b): math.dist(points[a], points[b]) ** 2 for a in members for b in members if a < b}
    nearest = {a: _nearest(a, members, gaps) for a in members}
    cuts: dict[int, list[int]] = {}
    while True:
        if len(members) <= most:
            cuts[len(members)] = _labels(members, len(points))
        if len(members) == 1:
            return cuts
        a = _closest(nearest)
        _join(a, nearest[a][1], members, gaps)
        _refresh(a, members, gaps, nearest)


def tightened(points: Sequence[Vector], labels: Sequence[int]) -> list[int]:
    """Move points to the nearest centre until none wants to move (Lloyd's rounds); no group runs empty."""
    current = list(labels)
    for _ in range(_MOST_ROUNDS):
        middle = centres(points, current)
        moved = [_nearest_centre(point, middle, own) for point, own in zip(points, current, strict=True)]
        if moved == current or len(set(moved)) < len(middle):
            return current
        current = moved
    return current


def centres(points: Sequence[Vector], labels: Sequence[int]) -> list[list[float]]:
    """The mean of each group's points, by group number."""
    found = []
    for label in range(max(labels) + 1):
        own = [point for point, each in zip(points, labels, strict=True) if each == label]
        found.append([math.fsum(values) / len(own) for values in zip(*own, strict=True)])
    return found


def silhouettes(points: Sequence[Vector], labels: Sequence[int]) -> list[float]:
    """Rousseeuw's silhouette of each point, −1 … 1; 0 for a point alone in its group.

    (P. J. Rousseeuw, Silhouettes, J. Comput. Appl. Math. 20 (1987).)
    """
    groups = [[at for at, each in enumerate(labels) if each == label] for label in range(max(labels) + 1)]
    found = []
    for at, own in enumerate(labels):
        if len(groups[own]) == 1 or len(groups) == 1:
            found.append(0.0)
            continue
        far = [math.fsum(math.dist(points[at], points[other]) for other in group) for group in groups]
        inside = far[own] / (len(groups[own]) - 1)
        outside = min(far[label] / len(group) for label, group in enumerate(groups) if label != own)
        greatest = max(inside, outside)
        found.append((outside - inside) / greatest if greatest else 0.0)
    return found


def _nearest(a: int, members: dict[int, list[int]], gaps: dict[tuple[int, int], float]) -> tuple[float, int]:
    """The nearest of the later groups."""
    return min(((gaps[a, b], b) for b in members if b > a), default=(math.inf, -1))


def _closest(nearest: dict[int, tuple[float, int]]) -> int:
    best, least = -1, math.inf
    for a, (gap, _) in nearest.items():
        if gap < least - _TIE * max(1.0, gap):
            best, least = a, gap
    return best


def _join(a: int, b: int, members: dict[int, list[int]], gaps: dict[tuple[int, int], float]) -> None:
    """Put ``b`` into ``a``; the gaps to it follow by the formula of Lance and Williams."""
    n, m, between = len(members[a]), len(members[b]), gaps[a, b]
    members[a] += members.pop(b)
    for other, own in members.items():
        if other == a:
            continue
        to_a, to_b = gaps[min(a, other), max(a, other)], gaps[min(b, other), max(b, other)]
        size = len(own)
        gaps[min(a, other), max(a, other)] = ((n + size) * to_a + (m + size) * to_b - size * between) / (n + m + size)


def _refresh(
    a: int, members: dict[int, list[int]], gaps: dict[tuple[int, int], float], nearest: dict[int, tuple[float, int]]
) -> None:
    """Nearest groups after a join into ``a``: only those before it, and those that lost theirs, can have changed."""
    for each in list(nearest):
        if each not in members:
            del nearest[each]
        elif each == a or nearest[each][1] == a or nearest[each][1] not in members:
            nearest[each] = _nearest(each, members, gaps)
        elif each < a and (gaps[each, a], a) < nearest[each]:
            nearest[each] = (gaps[each, a], a)


def _labels(members: dict[int, list[int]], count: int) -> list[int]:
    labels = [0] * count
    for number, group in enumerate(sorted(members.values(), key=min)):
        for at in group:
            labels[at] = number
    return labels


def _nearest_centre(point: Vector, middle: Sequence[Vector], own: int) -> int:
    """The nearest group; the own one where another is no nearer."""
    best, least = own, math.dist(point, middle[own])
    for label, centre in enumerate(middle):
        distance = math.dist(point, centre)
        if distance < least - _TIE:
            best, least = label, distance
    return best
