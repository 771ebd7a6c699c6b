"""The same document made anew, as text only: with other requisites, or from today's data."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from metodist.documents.requisites import DRAFT, Requisites
from metodist.domain.fields import STAFF
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.documenting import inputs_of
from metodist.services.journal import load_journal, requisites_of
from metodist.services.templates import template_for
from metodist.services.working_folder import WorkingFolder

if TYPE_CHECKING:
    from metodist.documents.inputs import Inputs, Teacher
    from metodist.documents.stamp import Stamp
    from metodist.domain.summary import Summary


def inputs_again(place: WorkingFolder, stamp: Stamp) -> Inputs:
    """What a document of that stamp is built from today; its own making time stays.

    Raises:
        UserError: Whom it is about is not there any more, or what it needs is missing.
    """
    from metodist.documents.kinds import kind_of

    return inputs_about(place, inputs_of(place, (kind_of(stamp.kind),), datetime.fromisoformat(stamp.made)), stamp)


def inputs_about(place: WorkingFolder, inputs: Inputs, stamp: Stamp) -> Inputs:
    """The same inputs for the one document of a stamp.

    Raises:
        UserError: Whom it is about is not there any more.
    """
    from metodist.documents.kinds import Per, kind_of

    kind = kind_of(stamp.kind)
    order = requisites_of(load_journal(place), "order_monitoring", stamp.period)
    inputs = replace(inputs, made=datetime.fromisoformat(stamp.made), monitoring_order=order)
    if kind.per is Per.SCHOOL:
        school = place.programme.organisation(stamp.subject)
        if school is None:
            raise UserError(say("verify.no_subject", subject=stamp.subject), say("verify.no_subject_action"))
        return replace(inputs, school=school)
    if kind.per is Per.PERSON:
        return replace(inputs, teacher=_teacher(inputs.accepted(kind.title), stamp.subject))
    return inputs


def document_again(place: WorkingFolder, stamp: Stamp, inputs: Inputs, requisites: Requisites = DRAFT) -> bytes:
    """The document part as it would be made from ``inputs``; nothing is written.

    Raises:
        UserError: It cannot be made.
    """
    from metodist.documents.kinds import kind_of
    from metodist.documents.render import rendered_parts
    from metodist.documents.template import DOCUMENT, prepared

    kind = kind_of(stamp.kind)
    built = kind.build(replace(inputs, requisites=requisites))
    template = prepared(template_for(place.path, kind), place.programme.profile)
    return rendered_parts(template, built.context)[DOCUMENT].encode("utf-8")


def _teacher(summary: Summary, subject: str) -> Teacher:
    """The teacher whom a stamp names by school and row of the school's table."""
    from metodist.documents.inputs import Teacher

    code, _, row = subject.partition("/")
    for school in summary.schools:
        for one in school.data.registers.get(STAFF, ()):
            if school.organisation.code == code and str(one.sheet_row) == row:
                return Teacher(school.organisation, one)
    raise UserError(say("verify.no_subject", subject=subject), say("verify.no_subject_action"))
