"""The kinds of documents in one visible table. A new kind: a template, a context with its builder, one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from metodist.documents.act_intake import ActIntake, build_act_intake
from metodist.documents.built import Built
from metodist.documents.effect import EffectAnalysis, build_effect
from metodist.documents.familiarisation import Familiarisation, build_familiarisation
from metodist.documents.inputs import Inputs
from metodist.documents.letter import Letter, build_letter
from metodist.documents.minutes import Minutes, build_minutes
from metodist.documents.month_plan import MonthPlan, build_month_plan
from metodist.documents.note import Note, build_note
from metodist.documents.note_school import NoteSchool, build_note_school
from metodist.documents.order_group import OrderGroup, build_order_group
from metodist.documents.order_monitoring import OrderMonitoring, build_order_monitoring
from metodist.documents.order_plan import OrderPlan, build_order_plan
from metodist.documents.order_programme import OrderProgramme, build_order_programme
from metodist.documents.order_results import OrderResults, build_order_results
from metodist.documents.passport_document import PassportDocument, build_passport
from metodist.documents.recommendations import Recommendations, build_recommendations
from metodist.documents.recommendations_overview import RecommendationsOverview, build_recommendations_overview
from metodist.documents.reminder import Reminder, build_reminder
from metodist.documents.report import Report, build_report
from metodist.documents.requisites import DRAFT, Requisites, act_words
from metodist.documents.roadmap_document import RoadmapDocument, build_roadmap
from metodist.documents.route import Route, build_route
from metodist.documents.schedule import Schedule, build_schedule
from metodist.documents.typography import capitalised
from metodist.domain.plans import Plan
from metodist.domain.programme import Passport, Programme
from metodist.domain.summary import Summary
from metodist.errors import UserError
from metodist.messages import say


class Per(Enum):
    """How many documents of a kind there are."""

    MUNICIPALITY = auto()
    """One."""
    SCHOOL = auto()
    """One a school."""
    PERSON = auto()
    """One for a teacher whom the user chooses; never for all."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document.

    Args:
        id: Stable, for the command line; the template is named by it, the title is ``documents.kind_<id>``.
        context: The context's class.
        build: Makes the context; raises ``NotMadeError`` with the reason where there is nothing to say.
        needs_summary: Is built from the summary; the programme alone is not enough.
        needs_plan: Is built from the dated plan.
        per: How many there are.
        usual: «Все документы» makes it; the others are made when they are asked for.
    """

    id: str
    context: type[object]
    build: Callable[[Inputs], Built[object]]
    needs_summary: bool = False
    needs_plan: bool = False
    per: Per = Per.MUNICIPALITY
    usual: bool = True

    @property
    def template(self) -> str:
        """The template's file name in ``docx_templates/``."""
        return f"{self.id}.docx"

    @property
    def title(self) -> str:
        """What a person calls it where the act is a приказ."""
        return self._titled(say("documents.usual_act"))

    def title_in(self, passport: Passport) -> str:
        """What it is called by the programme's own kind of act: «Постановление о проведении мониторинга»."""
        return self._titled(act_words(passport).nominative)

    def _titled(self, act: str) -> str:
        return say(f"documents.kind_{self.id}", act=capitalised(act))


KINDS: tuple[Kind, ...] = (
    Kind("order_programme", OrderProgramme, build_order_programme, usual=False),
    Kind("order_group", OrderGroup, build_order_group),
    Kind("order_plan", OrderPlan, build_order_plan, needs_plan=True),
    Kind("order_monitoring", OrderMonitoring, build_order_monitoring),
    Kind("familiarisation", Familiarisation, build_familiarisation),
    Kind("letter", Letter, build_letter),
    Kind("reminder", Reminder, build_reminder, needs_summary=True),
    Kind("order_results", OrderResults, build_order_results, needs_summary=True),
    Kind("note", Note, build_note, needs_plan=True, needs_summary=True),
    Kind("note_school", NoteSchool, build_note_school, needs_summary=True, per=Per.SCHOOL, usual=False),
    Kind("act_intake", ActIntake, build_act_intake, needs_summary=True),
    Kind("minutes", Minutes, build_minutes, needs_summary=True),
    Kind("passport", PassportDocument, build_passport),
    Kind("roadmap", RoadmapDocument, build_roadmap, needs_plan=True),
    Kind("month_plan", MonthPlan, build_month_plan, needs_plan=True),
    Kind("schedule", Schedule, build_schedule, needs_plan=True),
    Kind("recommendations", Recommendations, build_recommendations, needs_summary=True, per=Per.SCHOOL),
    Kind("recommendations_overview", RecommendationsOverview, build_recommendations_overview, needs_summary=True),
    Kind("report", Report, build_report, needs_plan=True),
    Kind("effect", EffectAnalysis, build_effect, needs_summary=True, needs_plan=True),
    Kind("route", Route, build_route, needs_summary=True, needs_plan=True, per=Per.PERSON, usual=False),
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
    plan: Plan | None = None,
) -> Built[object]:
    """The context of a document of that kind, and what the user is asked about it.

    Args:
        kind_id: One of :data:`KINDS`.
        source: The summary; for a kind that does not need one, the programme is enough.
        made: Local time, for the properties of a document and the states of a plan; now where ``None``.
        requisites: The document's own number and date; a draft has none.
        monitoring_order: Number and date of the order on holding the monitoring, for what refers to it.
        plan: The programme's dated plan, for kinds that need it.

    Raises:
        NotMadeError: There is nothing for such a document to say.
        UserError: No such kind, or it lacks what it needs.
    """
    summary = source if isinstance(source, Summary) else None
    programme = source.programme if isinstance(source, Summary) else source
    moment = made or datetime.now()
    return kind_of(kind_id).build(Inputs(programme, summary, moment, requisites, monitoring_order, plan))
