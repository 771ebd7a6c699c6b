"""What only all schools together show: one person in two of them."""

from __future__ import annotations

from collections.abc import Mapping

from metodist.domain.fields import STAFF
from metodist.domain.findings import Finding, Severity
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData
from metodist.intake.report import short
from metodist.intake.texts import likeness
from metodist.messages import say


def people_in_two_schools(programme: Programme, schools: Mapping[str, SchoolData]) -> dict[str, tuple[Finding, ...]]:
    """People whose name stands in «Кадры» of more than one school: a part-time job, namesakes, or an oversight.

    Args:
        programme: Gives the key of «Кадры» and the schools' names.
        schools: Accepted data by school code.

    Returns:
        Warnings by school code; schools without any are left out.
    """
    key = programme.staff.key.name
    homes: dict[str, dict[str, str]] = {}
    for code, data in schools.items():
        for row in data.registers.get(STAFF, ()):
            name = str(row.values.get(key, ""))
            homes.setdefault(likeness(name), {}).setdefault(code, name)
    found: dict[str, list[Finding]] = {}
    for codes in homes.values():
        if len(codes) > 1:
            for code, name in codes.items():
                others = ", ".join(_school(programme, other) for other in codes if other != code)
                message = say("intake.person.two_schools", value=short(name), others=others)
                finding = Finding("person.two_schools", Severity.WARNING, message, STAFF, "", short(name))
                found.setdefault(code, []).append(finding)
    return {code: tuple(findings) for code, findings in found.items()}


def _school(programme: Programme, code: str) -> str:
    organisation = programme.organisation(code)
    return organisation.short_name if organisation else code
