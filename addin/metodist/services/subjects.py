"""Whom a document is about: schools with an accepted table, or the one teacher whom the user names."""

from __future__ import annotations

from metodist.documents.inputs import Teacher
from metodist.domain.fields import STAFF
from metodist.domain.programme import Organisation
from metodist.domain.returns import RegisterRow
from metodist.domain.summary import Summary
from metodist.domain.values import fold
from metodist.errors import UserError
from metodist.messages import say


def chosen_schools(summary: Summary, text: str) -> tuple[Organisation, ...]:
    """The schools with an accepted table that the text names; all of them where it is empty.

    Args:
        summary: Whose schools.
        text: A code, a short or a full name, in any case of letters.

    Raises:
        UserError: No such school, or its table is not accepted yet.
    """
    accepted = tuple(one.organisation for one in summary.schools)
    if not text:
        return accepted
    found = tuple(school for school in accepted if _is_named(school, text))
    if found:
        return found
    if any(_is_named(school, text) for school in summary.programme.organisations):
        raise UserError(say("documents.school_not_accepted", school=text), say("documents.school_not_accepted_action"))
    known = ", ".join(f"{school.code} ({school.short_name})" for school in summary.programme.reporting[:3])
    raise UserError(say("documents.no_school", school=text), say("documents.no_school_action", known=known))


def chosen_teacher(summary: Summary, person: str, school: str = "") -> Teacher:
    """The one teacher of that name.

    Args:
        summary: Where to look: «Кадры» of the accepted tables.
        person: The name as the table has it, in any case of letters; namesakes of one school are told apart by the
            row of their table: «Иванова А. А., строка 12».
        school: Narrows the search, see :func:`chosen_schools`.

    Raises:
        UserError: Nobody is named, nobody is found, or several are.
    """
    if not person.strip():
        raise UserError(say("documents.whose"), say("documents.whose_action"))
    name, _, row = person.partition(say("documents.row_mark"))
    codes = {one.code for one in chosen_schools(summary, school)}
    found = [
        Teacher(one.organisation, each)
        for one in summary.schools
        if one.organisation.code in codes
        for each in one.data.registers.get(STAFF, ())
        if _is_person(summary, each, name) and row.strip() in ("", str(each.sheet_row))
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(say("documents.nobody_named", person=person), say("documents.nobody_named_action"))
    places = ", ".join(
        say("documents.place_of", school=one.school.code, name=one.school.short_name, row=one.row.sheet_row)
        for one in found
    )
    raise UserError(say("documents.namesakes", person=person, places=places), say("documents.namesakes_action"))


def _is_person(summary: Summary, row: RegisterRow, name: str) -> bool:
    return fold(str(row.values.get(summary.programme.staff.fields[0].name, ""))) == fold(name)


def _is_named(school: Organisation, text: str) -> bool:
    return fold(text) in (fold(school.code), fold(school.short_name), fold(school.name))
