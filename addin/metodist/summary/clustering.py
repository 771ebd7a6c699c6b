"""Groups of schools that are alike in their indicators: standardised values, Ward's groups, number by silhouette."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from metodist.domain.chance import standardised
from metodist.domain.clusters import (
    FEWEST_SCHOOLS,
    Cluster,
    Clustering,
    ClusterSettings,
    Membership,
    Migration,
)
from metodist.domain.dynamics import PeriodResults
from metodist.domain.indicators import Indicator, IndicatorKind
from metodist.domain.programme import Programme
from metodist.messages import say
from metodist.summary.cluster_names import Traits, letters_by_strength, letters_kept, traits_of
from metodist.summary.grouping import centres, silhouettes, tightened, ward_partitions

_MOST_CLUSTERS = 6
_LEAST_KNOWN = 0.75
"""An indicator counts where at least so many of the schools have a value."""


@dataclass(frozen=True, slots=True)
class _Field:
    """Schools as points: standardised values by indicator, the mean where a school has none."""

    schools: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    points: tuple[tuple[float, ...], ...]
    blanks: Mapping[str, tuple[str, ...]]
    left_out: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Groups:
    """A partition that has letters."""

    field: _Field
    labels: tuple[int, ...]
    letters: tuple[str, ...]
    middle: tuple[tuple[float, ...], ...]
    tried: Mapping[int, float]
    traits: tuple[Traits, ...]


def clustering_of(programme: Programme, results: Sequence[PeriodResults], settings: ClusterSettings) -> Clustering:
    """The groups of the last period, lettered as in the earlier ones.

    Args:
        programme: Gives the order of schools and indicators, and which end of an indicator is good.
        results: The oldest period first; the last is this one.
        settings: The methodist's.
    """
    earlier: _Groups | None = None
    previous: PeriodResults | None = None
    for period in results[:-1]:
        found = _grouped(_field(programme, period, settings), settings, earlier)
        if found is not None:
            earlier, previous = found, period
    field = _field(programme, results[-1], settings)
    groups = _grouped(field, settings, earlier)
    codes = tuple(indicator.code for indicator in field.indicators)
    if groups is None:
        return Clustering(codes, field.left_out, reason=_reason(field))
    return _clustering(groups, settings, earlier, previous)


def _reason(field: _Field) -> str:
    if len(field.schools) < FEWEST_SCHOOLS:
        return say("clusters.few_schools", count=len(field.schools), least=FEWEST_SCHOOLS)
    return say("clusters.no_indicators")


def _field(programme: Programme, results: PeriodResults, settings: ClusterSettings) -> _Field:
    schools = tuple(each.code for each in programme.organisations if each.code in results.schools)
    left_out: dict[str, str] = {}
    chosen: list[Indicator] = []
    columns: list[list[float]] = []
    blanks: dict[str, list[str]] = {}
    for indicator in _candidates(programme, settings):
        values = [_value(results, school, indicator.code) for school in schools]
        known = [value for value in values if value is not None]
        if len(known) < _LEAST_KNOWN * len(schools) or not known:
            left_out[indicator.code] = say("clusters.little_known", known=len(known), count=len(schools))
        elif len(set(known)) == 1:
            left_out[indicator.code] = say("clusters.all_alike")
        else:
            chosen.append(indicator)
            columns.append(_standardised(values, known))
            for school, value in zip(schools, values, strict=True):
                if value is None:
                    blanks.setdefault(school, []).append(indicator.code)
    points = tuple(zip(*columns, strict=True)) if columns else ()
    return _Field(schools, tuple(chosen), points, {code: tuple(each) for code, each in blanks.items()}, left_out)


def _candidates(programme: Programme, settings: ClusterSettings) -> list[Indicator]:
    """Those the methodist names; else every share that compares schools."""
    if settings.indicators:
        return [each for each in programme.indicators if each.code in settings.indicators]
    return [each for each in programme.indicators if each.kind is IndicatorKind.SHARE and each.compares_schools]


def _value(results: PeriodResults, school: str, code: str) -> float | None:
    outcome = results.schools[school].get(code)
    return outcome.value if outcome else None


def _standardised(values: Sequence[float | None], known: Sequence[float]) -> list[float]:
    """Deviations from the mean of the known ones; 0 for an unknown."""
    found = iter(standardised(known))
    return [0.0 if value is None else next(found) for value in values]


def _grouped(field: _Field, settings: ClusterSettings, earlier: _Groups | None) -> _Groups | None:
    if len(field.schools) < FEWEST_SCHOOLS or not field.points:
        return None
    most = max(min(_MOST_CLUSTERS, len(field.schools) // 2), settings.number or 2)
    cuts = ward_partitions(field.points, min(most, len(field.schools)))
    tight = {number: tightened(field.points, labels) for number, labels in cuts.items()}
    tried = {
        number: math.fsum(silhouettes(field.points, labels)) / len(labels)
        for number, labels in sorted(tight.items())
        if number > 1
    }
    number = settings.number if settings.number in tried else max(tried, key=lambda each: (tried[each], -each))
    assert number is not None  # noqa: S101 - two groups are always tried
    labels = tight[number]
    middle = tuple(tuple(centre) for centre in centres(field.points, labels))
    letters, traits = _named(field.indicators, middle, earlier)
    return _Groups(field, tuple(labels), letters, middle, tried, traits)


def _named(
    indicators: tuple[Indicator, ...], middle: Sequence[Sequence[float]], earlier: _Groups | None
) -> tuple[tuple[str, ...], tuple[Traits, ...]]:
    """Letters and traits, those of last year where they still fit."""
    if earlier is None or earlier.field.indicators != indicators:
        letters, known = letters_by_strength(indicators, middle), dict[str, Traits]()
    else:
        letters = letters_kept(earlier.letters, earlier.middle, indicators, middle)
        known = dict(zip(earlier.letters, earlier.traits, strict=True))
    return letters, tuple(
        traits_of(indicators, centre, known.get(letter)) for letter, centre in zip(letters, middle, strict=True)
    )


def _clustering(
    groups: _Groups, settings: ClusterSettings, earlier: _Groups | None, previous: PeriodResults | None
) -> Clustering:
    field = groups.field
    moves = {move.school: move for move in settings.moves if move.cluster in groups.letters}
    fits = silhouettes(field.points, groups.labels)
    memberships = []
    for at, school in enumerate(field.schools):
        computed = groups.letters[groups.labels[at]]
        move = moves.get(school)
        distances = {
            letter: math.dist(field.points[at], centre)
            for letter, centre in sorted(zip(groups.letters, groups.middle, strict=True))
        }
        memberships.append(
            Membership(
                school=school,
                cluster=move.cluster if move else computed,
                computed=computed,
                distances=distances,
                silhouette=fits[at],
                blanks=field.blanks.get(school, ()),
                reason=move.reason if move else "",
            )
        )
    return Clustering(
        indicators=tuple(each.code for each in field.indicators),
        left_out=field.left_out,
        clusters=_clusters(groups, memberships, settings),
        memberships=tuple(memberships),
        silhouettes=groups.tried,
        by_methodist=settings.number in groups.tried,
        previous=previous.period if previous else None,
        migrations=_migrations(memberships, earlier),
        notes=_notes(groups, settings),
    )


def _notes(groups: _Groups, settings: ClusterSettings) -> tuple[str, ...]:
    """What of the methodist's settings could not be followed."""
    letters = ", ".join(sorted(groups.letters))
    strangers = [move for move in settings.moves if move.cluster not in groups.letters]
    found = [
        say("clusters.no_such_letter", school=each.school, letter=each.cluster, known=letters) for each in strangers
    ]
    away = [move.school for move in settings.moves if move.school not in groups.field.schools]
    found += [say("clusters.move_of_absent", school=school) for school in away]
    if settings.number and settings.number not in groups.tried:
        found.append(say("clusters.number_too_great", number=settings.number, count=len(groups.field.schools)))
    return tuple(found)


def _clusters(groups: _Groups, memberships: Sequence[Membership], settings: ClusterSettings) -> tuple[Cluster, ...]:
    found = []
    for letter, centre, traits in sorted(
        zip(groups.letters, groups.middle, groups.traits, strict=True), key=lambda each: each[0]
    ):
        members = tuple(each.school for each in memberships if each.cluster == letter)
        name = settings.names.get(letter) or traits.name
        codes = (each.code for each in groups.field.indicators)
        found.append(Cluster(letter, name, dict(zip(codes, centre, strict=True)), members))
    return tuple(found)


def _migrations(memberships: Sequence[Membership], earlier: _Groups | None) -> tuple[Migration, ...]:
    if earlier is None:
        return ()
    before = {
        school: earlier.letters[label] for school, label in zip(earlier.field.schools, earlier.labels, strict=True)
    }
    return tuple(Migration(each.school, before.get(each.school, ""), each.cluster) for each in memberships)
