"""From input cells to what the school said: rows that count, facts, evidence."""

from __future__ import annotations

from collections.abc import Mapping

from metodist.domain.fields import FieldType
from metodist.domain.returns import Evidence, RegisterRow, SchoolData
from metodist.domain.tables import FactPart
from metodist.domain.values import Value
from metodist.intake.context import FactsInput, RegisterInput
from metodist.intake.texts import likeness


def school_data(registers: Mapping[str, RegisterInput], facts: FactsInput) -> SchoolData:
    """The values that were read; empty cells are left out.

    A person who is named in another spelling than in «Кадры» (case, «ё», blanks) gets the spelling of «Кадры».
    """
    people = known_people(registers)
    return SchoolData(
        registers={name: _rows(register, people) for name, register in registers.items()},
        facts={
            name: cell.value
            for (name, part), cell in facts.cells.items()
            if part is FactPart.VALUE and cell.value is not None
        },
        evidence=_evidence(facts),
    )


def known_people(registers: Mapping[str, RegisterInput]) -> dict[str, str]:
    """Names of the staff register as typed there, by the form in which two spellings are equal."""
    found: dict[str, str] = {}
    for register in registers.values():
        if register.register.key.type is FieldType.PERSON:
            for row in register.counted():
                name = str(row.values()[register.register.key.name])
                found.setdefault(likeness(name), name)
    return found


def _rows(register: RegisterInput, people: Mapping[str, str]) -> tuple[RegisterRow, ...]:
    references = [field.name for field in register.register.fields if field.type is FieldType.PERSON_REF]
    rows = []
    for row in register.counted():
        values: dict[str, Value] = row.values()
        for name in references:
            typed = values.get(name)
            if isinstance(typed, str):
                values[name] = people.get(likeness(typed), typed)
        rows.append(RegisterRow(row.sheet_row, values))
    return tuple(rows)


def _evidence(facts: FactsInput) -> dict[str, Evidence]:
    parts: dict[str, dict[FactPart, Value]] = {}
    for (name, part), cell in facts.cells.items():
        if part is not FactPart.VALUE and cell.value is not None:
            parts.setdefault(name, {})[part] = cell.value
    return {
        name: Evidence(
            document=str(found.get(FactPart.DOCUMENT, "")),
            number=str(found.get(FactPart.NUMBER, "")),
            date=found.get(FactPart.DATE),
            link=str(found.get(FactPart.LINK, "")),
        )
        for name, found in parts.items()
    }
