"""Дорожная карта: the whole roadmap with what has been done of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from metodist.documents.built import Built
from metodist.documents.grammar import programme_words
from metodist.documents.heads import Stamp, stamp_of
from metodist.documents.inputs import Inputs, NotMadeError
from metodist.documents.plan_rows import (
    MarkedRow,
    MarkedSection,
    fulfilment_text,
    section_title,
    sentence,
    shown_people,
)
from metodist.documents.programme_parts import programme_years
from metodist.documents.requisites import Properties, Signature, properties, signature
from metodist.documents.source import From
from metodist.domain.plans import Plan, PlanItem
from metodist.domain.wording import DASH
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class RoadmapDocument:
    """Everything that the roadmap says."""

    properties: Annotated[Properties, From("свойства файла")]
    stamp: Annotated[Stamp, From("гриф утверждения")]
    programme: Annotated[str, From("«Паспорт», строка «Название программы», в родительном падеже")]
    years: Annotated[str, From("«Паспорт», строки «Действует с» и «Действует по»", optional=True)]
    sections: Annotated[tuple[MarkedSection, ...], From("лист «Дорожная карта»")]
    signature: Annotated[Signature, From("«Люди», роль «исполняет» (нет — «отвечает за сбор»)")]


def build_roadmap(inputs: Inputs) -> Built[RoadmapDocument]:
    """The context of the roadmap.

    Raises:
        NotMadeError: The programme has no roadmap.
    """
    programme, passport = inputs.programme, inputs.programme.passport
    genitive = programme_words(passport)
    title = say("documents.title_roadmap", programme=genitive)
    sections = _sections(inputs.dated(title))
    if not sections:
        raise NotMadeError(say("documents.no_roadmap"), say("documents.no_roadmap_action"))
    stamp, unstamped = stamp_of(programme)
    signed, unsigned = signature(programme, "исполняет", "отвечает за сбор")
    context = RoadmapDocument(
        properties=properties(passport, title, inputs.made),
        stamp=stamp,
        programme=genitive,
        years=programme_years(passport),
        sections=sections,
        signature=signed,
    )
    return Built(context, (*unstamped, *unsigned))


def _sections(plan: Plan) -> tuple[MarkedSection, ...]:
    rows = (item for item in plan.items if item.source == "roadmap")
    return tuple(
        MarkedSection(section_title(kind, section), tuple(_row(plan, item) for item in members))
        for (kind, section), members in groupby(rows, key=lambda item: (item.kind, item.section))
    )


def _row(plan: Plan, item: PlanItem) -> MarkedRow:
    entered = [entry.fulfilment for entry in plan.entries if entry.item.key == item.key]
    return MarkedRow(
        number=item.number or DASH,
        title=sentence(item.title),
        term=sentence(item.term),
        responsible=shown_people(item.responsible),
        expected=sentence(item.expected),
        done=fulfilment_text(entered or [item.fulfilment]),
    )
