"""A person twice in «Кадры», and people named elsewhere who are not in it."""

from __future__ import annotations

from collections.abc import Iterator

from metodist.domain.fields import FieldType
from metodist.domain.findings import Severity
from metodist.intake.addresses import address
from metodist.intake.context import Case, InputRow, RegisterInput
from metodist.intake.report import Draft
from metodist.intake.school_data import known_people
from metodist.intake.texts import likeness, nearest
from metodist.messages import say

#: Only so many unknown names are compared with every known one: the rest is folded anyway.
_MOST_PROPOSALS = 20


def check_duplicates(case: Case) -> Iterator[Draft]:
    """One name twice is an error; only two dates of birth that differ prove namesakes, to be looked at."""
    for register in case.registers.values():
        if register.register.key.type is not FieldType.PERSON:
            continue
        seen: dict[str, list[InputRow]] = {}
        for row in register.counted():
            key = row.cells[register.register.key.name]
            earlier = seen.setdefault(likeness(str(key.value)), [])
            if earlier:
                yield _twice(register, earlier, row)
            earlier.append(row)


def _twice(register: RegisterInput, earlier: list[InputRow], row: InputRow) -> Draft:
    name = register.register.key.name
    same = next((one for one in earlier if not _told_apart(register, one, row)), None)
    code, severity = "person.twice", Severity.ERROR
    if same is None:
        code, severity = "person.namesake", Severity.WARNING
    key, other = row.cells[name], (same or earlier[0]).cells[name]
    values = {"other": address(*other.place)}
    return Draft(code, severity, key.sheet, (key.place, other.place), str(key.value), values)


def _told_apart(register: RegisterInput, first: InputRow, row: InputRow) -> bool:
    """Two dates of birth (the first personal date) that differ; an empty one proves nothing."""
    dates = (field.name for field in register.register.fields if field.type is FieldType.DATE and field.personal)
    born = next(dates, "")
    one, other = row.values().get(born), first.values().get(born)
    return one is not None and other is not None and one != other


def check_references(case: Case) -> Iterator[Draft]:
    """Every person named in another register stands in «Кадры»."""
    people = known_people(case.registers)
    staff = next((r for r in case.registers.values() if r.register.key.type is FieldType.PERSON), None)
    if staff is None or staff.register.key.name in staff.unread:
        return
    proposals = 0
    for cell in case.input_cells():
        if cell.field.type is not FieldType.PERSON_REF or not isinstance(cell.value, str):
            continue
        if likeness(cell.value) not in people:
            proposals += 1
            near = nearest(cell.value, people.values()) if proposals <= _MOST_PROPOSALS else ""
            advice = say("intake.advice.choose", proposal=near) if near else say("intake.advice.add_person")
            values = {"advice": advice, "staff": staff.area.sheet}
            yield Draft("person.unknown", Severity.ERROR, cell.sheet, (cell.place,), cell.value, values)


def check_repeated_rows(case: Case) -> Iterator[Draft]:
    """The same row twice in a register other than «Кадры»."""
    for register in case.registers.values():
        if register.register.key.type is FieldType.PERSON:
            continue
        seen: dict[tuple[tuple[str, object], ...], InputRow] = {}
        for row in register.counted():
            filled = tuple(sorted(row.values().items()))
            first = seen.setdefault(filled, row)
            if first is not row:
                key = row.cells[register.register.key.name]
                other = address(*first.cells[register.register.key.name].place)
                yield Draft("row.repeated", Severity.WARNING, key.sheet, (key.place,), key.text, {"other": other})
