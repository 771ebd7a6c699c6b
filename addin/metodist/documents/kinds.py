"""The kinds of documents in one visible table. A new kind: a template, a context with its builder, one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from metodist.documents.built import Built
from metodist.documents.note import Note, build_note
from metodist.documents.order_monitoring import OrderMonitoring, build_order_monitoring
from metodist.documents.order_results import OrderResults, build_order_results
from metodist.documents.requisites import DRAFT, Requisites
from metodist.domain.programme import Programme
from metodist.domain.summary import Summary
from metodist.errors import UserError
from metodist.messages import say


@dataclass(frozen=True, slots=True)
class Inputs:
    """What documents are built from.

    Args:
        programme: Always there.
        summary: ``None`` before the first summary.
        made: When the document is made, local time.
        requisites: The document's own number and date; a draft has none.
        monitoring_order: Number and date of the order on holding the monitoring.
    """

    programme: Programme
    summary: Summary | None
    made: datetime
    requisites: Requisites = DRAFT
    monitoring_order: Requisites = DRAFT


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document.

    Args:
        id: Stable, for the command line and the template's name.
        title: What a person calls it.
        template: The template's file name in ``docx_templates/``.
        context: The context's class.
        needs_summary: Cannot be built from the programme alone.
        build: Makes the context.
    """

    id: str
    title: str
    template: str
    context: type[object]
    needs_summary: bool
    build: Callable[[Inputs], Built[object]]


def _order_monitoring(inputs: Inputs) -> Built[object]:
    return build_order_monitoring(inputs.programme, inputs.made, inputs.requisites)


def _order_results(inputs: Inputs) -> Built[object]:
    return build_order_results(_summary(inputs, "order_results"), inputs.requisites, inputs.monitoring_order)


def _note(inputs: Inputs) -> Built[object]:
    return build_note(_summary(inputs, "note"), inputs.requisites, inputs.monitoring_order)


KINDS: tuple[Kind, ...] = (
    Kind(
        "order_monitoring",
        say("documents.kind_order_monitoring"),
        "order_monitoring.docx",
        OrderMonitoring,
        needs_summary=False,
        build=_order_monitoring,
    ),
    Kind(
        "order_results",
        say("documents.kind_order_results"),
        "order_results.docx",
        OrderResults,
        needs_summary=True,
        build=_order_results,
    ),
    Kind("note", say("documents.kind_note"), "note.docx", Note, needs_summary=True, build=_note),
)


def kind_of(kind_id: str) -> Kind:
    """The kind of that id.

    Raises:
        UserError: There is none; the message names those there are.
    """
    for kind in KINDS:
        if kind.id == kind_id:
            return kind
    known = ", ".join(kind.id for kind in KINDS)
    raise UserError(say("documents.unknown_kind", kind=kind_id), say("documents.unknown_kind_action", kinds=known))


def build_context(
    kind_id: str,
    source: Programme | Summary,
    *,
    made: datetime | None = None,
    requisites: Requisites = DRAFT,
    monitoring_order: Requisites = DRAFT,
) -> Built[object]:
    """The context of a document of that kind, and what the user is asked about it.

    Args:
        kind_id: One of :data:`KINDS`.
        source: The summary; for a kind that does not need one, the programme is enough.
        made: Local time, for the properties of a document made from the programme alone; now where ``None``.
        requisites: The document's own number and date; a draft has none.
        monitoring_order: Number and date of the order on holding the monitoring, for what refers to it.

    Raises:
        UserError: No such kind, or it needs a summary and got a programme.
    """
    summary = source if isinstance(source, Summary) else None
    programme = source.programme if isinstance(source, Summary) else source
    inputs = Inputs(programme, summary, made or datetime.now(), requisites, monitoring_order)
    return kind_of(kind_id).build(inputs)


def _summary(inputs: Inputs, kind_id: str) -> Summary:
    if inputs.summary is None:
        title = kind_of(kind_id).title
        raise UserError(say("documents.needs_summary", title=title), say("documents.needs_summary_action"))
    return inputs.summary
