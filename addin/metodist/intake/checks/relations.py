"""Rows of other registers that belong to the same person; every row, for the facts of a school."""

from __future__ import annotations

from collections.abc import Iterable

from metodist.domain.conditions import Related
from metodist.domain.values import Row
from metodist.intake.context import Case
from metodist.intake.texts import likeness


def related_rows(case: Case) -> Related:
    """What ``есть(Реестр: …)`` looks through in this table."""
    programme = case.context.programme
    person_fields = {
        register.name: register.person_field.name for register in programme.registers if register.person_field
    }
    by_person: dict[tuple[str, str], list[Row]] = {}
    for name, rows in case.data.registers.items():
        for row in rows:
            person = row.values.get(person_fields.get(name, ""))
            if isinstance(person, str):
                by_person.setdefault((name, likeness(person)), []).append(row.values)

    def related(register: str, row: Row) -> Iterable[Row]:
        if row is case.data.facts:
            return [found.values for found in case.data.registers.get(register, ())]
        people = {likeness(str(row[field])) for field in person_fields.values() if isinstance(row.get(field), str)}
        return [found for person in people for found in by_person.get((register, person), [])]

    return related
