"""Dynamics, groups of schools and factors as tables of the note; where there is nothing to say, why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from metodist.documents.before_and_now import BeforeAndNow, before_and_now
from metodist.documents.completeness import names_of
from metodist.documents.source import From
from metodist.documents.typography import clean
from metodist.domain.clusters import Cluster
from metodist.domain.factor_wording import confirmed_links, verdict_of
from metodist.domain.factors import FactorClass, Link
from metodist.domain.summary import Summary
from metodist.domain.wording import DASH
from metodist.messages import say

_NO_CLASS = FactorClass("")


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """One group of schools that are alike."""

    name: Annotated[str, From("чем группа отличается, словами; свои названия — лист «Кластеры»")]
    letter: Annotated[str, From("буква группы, из года в год та же")]
    schools: Annotated[str, From("школы группы, краткие названия через запятую")]


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One confirmed connection of an indicator with a fact of schools."""

    finding: Annotated[str, From("что с чем связано, словами; связь не доказывает причину")]
    code: Annotated[str, From("«Показатели», графа «Код»")]
    schools: Annotated[str, From("по скольким школам")]
    origin: Annotated[str, From("«Факторы», графа «Происхождение»: внутренний или внешний; «—», если не указано")]
    influence: Annotated[str, From("«Факторы», графа «Влияние»; «—», если не указано")]
    on_heads: Annotated[str, From("«Факторы», графа «Зависит от руководителя»; «—», если не указано")]


@dataclass(frozen=True, slots=True)
class Analysed:
    """The analysis of the summary, with the numbers of its tables."""

    dynamics: Annotated[tuple[BeforeAndNow, ...], From("показатели, у которых есть прежнее значение", optional=True)]
    dynamics_number: Annotated[str, From("номер таблицы динамики")]
    compared: Annotated[str, From("с каким периодом сравнивается; сравнить не с чем — сказано")]
    clusters: Annotated[tuple[ClusterRow, ...], From("группы похожих школ", optional=True)]
    clusters_number: Annotated[str, From("номер таблицы групп")]
    no_clusters: Annotated[str, From("почему групп нет", optional=True)]
    factors: Annotated[tuple[FactorRow, ...], From("подтверждённые связи показателей со сведениями", optional=True)]
    factors_number: Annotated[str, From("номер таблицы связей")]
    no_factors: Annotated[str, From("почему связей нет", optional=True)]


def analysed(summary: Summary, first: int) -> Analysed:
    """The analysis for a note whose next free number of a table is ``first``."""
    dynamics, clusters, factors = _dynamics(summary), _clusters(summary), _factors(summary)
    after_dynamics = first + bool(dynamics)
    return Analysed(
        dynamics=dynamics,
        dynamics_number=str(first),
        compared=compared_with(summary),
        clusters=clusters,
        clusters_number=str(after_dynamics),
        no_clusters="" if clusters else clean(summary.analysis.clustering.reason) or say("papers.no_groups"),
        factors=factors,
        factors_number=str(after_dynamics + bool(clusters)),
        no_factors="" if factors else clean(summary.analysis.factors.reason) or say("papers.no_factors"),
    )


def compared_with(summary: Summary) -> str:
    """Which period the dynamics compare with, without a full stop; that there is none where there is none."""
    dynamics = summary.analysis.dynamics
    if not dynamics.has_earlier:
        return say("papers.nothing_to_compare")
    return say("papers.compared_with", period=dynamics.periods[-2].label)


def _dynamics(summary: Summary) -> tuple[BeforeAndNow, ...]:
    series = ((one, summary.analysis.dynamics.of(one.code)) for one in summary.programme.indicators)
    return tuple(before_and_now(summary, one) for one, found in series if found and found.change)


def _clusters(summary: Summary) -> tuple[ClusterRow, ...]:
    return tuple(_cluster(summary, one) for one in summary.analysis.clustering.clusters)


def _cluster(summary: Summary, one: Cluster) -> ClusterRow:
    schools = (summary.programme.organisation(code) for code in one.members)
    return ClusterRow(clean(one.name) or DASH, one.letter, names_of(school for school in schools if school) or DASH)


def _factors(summary: Summary) -> tuple[FactorRow, ...]:
    return tuple(_factor(summary, link) for link in confirmed_links(summary.analysis.factors))


def _factor(summary: Summary, link: Link) -> FactorRow:
    indicator = next(one for one in summary.programme.indicators if one.code == link.indicator)
    known = summary.analysis.factors.classes.get(link.factor, _NO_CLASS)
    return FactorRow(
        code=link.indicator,
        finding=clean(verdict_of(indicator, link)),
        schools=str(link.effect.count),
        origin=known.origin or DASH,
        influence=known.influence or DASH,
        on_heads=known.on_heads or DASH,
    )
