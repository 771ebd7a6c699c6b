"""What documents are built from, and what a builder says when it cannot build."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from metodist.documents.requisites import DRAFT, Requisites
from metodist.domain.plans import Plan
from metodist.domain.programme import Organisation, Programme
from metodist.domain.returns import RegisterRow
from metodist.domain.summary import Summary
from metodist.errors import UserError
from metodist.messages import say


class NotMadeError(UserError):
    """The document would have nothing to say; the reason and what to do stand in it."""


@dataclass(frozen=True, slots=True)
class Teacher:
    """One teacher, chosen by the user.

    Args:
        school: Where the teacher works.
        row: The row of «Кадры» in the accepted table.
    """

    school: Organisation
    row: RegisterRow


@dataclass(frozen=True, slots=True)
class Inputs:
    """What documents are built from.

    Args:
        programme: Always there.
        summary: ``None`` before the first summary.
        made: When the document is made, local time; states of the plan are told for its day.
        requisites: The document's own number and date; a draft has none.
        monitoring_order: Number and date of the order on holding the monitoring.
        plan: The programme's terms as dates, with what was entered of them.
        school: Whom a document of one school is about.
        teacher: Whom a document of one person is about.
    """

    programme: Programme
    summary: Summary | None
    made: datetime
    requisites: Requisites = DRAFT
    monitoring_order: Requisites = DRAFT
    plan: Plan | None = None
    school: Organisation | None = None
    teacher: Teacher | None = None

    def archive(self, title: str) -> Summary:
        """The summary, even where no table is accepted yet.

        Raises:
            UserError: The document ``title`` was asked for without one.
        """
        if self.summary is None:
            raise UserError(say("documents.needs_summary", title=title), say("documents.needs_summary_action"))
        return self.summary

    def accepted(self, title: str) -> Summary:
        """The summary of at least one accepted table.

        Raises:
            NotMadeError: None is accepted yet.
            UserError: The document ``title`` was asked for without a summary.
        """
        summary = self.archive(title)
        if not summary.schools:
            raise NotMadeError(say("services.nothing_accepted"), say("services.nothing_accepted_action"))
        return summary

    def dated(self, title: str) -> Plan:
        """The plan.

        Raises:
            UserError: The document ``title`` was asked for without one.
        """
        if self.plan is None:
            raise UserError(say("documents.needs_plan", title=title), say("documents.needs_plan_action"))
        return self.plan
