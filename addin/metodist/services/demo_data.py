"""Invented answers of one school: every register and fact of any programme, keeping the programme's own rules.

The same programme, school and seed give the same answers on every machine. All people are invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

from metodist.domain.computed import with_computed
from metodist.domain.conditions import All, AnyOf, Condition, Exists, Not, holds
from metodist.domain.fields import FACTS, MUNICIPALITY, STAFF, Field, FieldType, Register
from metodist.domain.indicators import FactSum, IndicatorKind
from metodist.domain.programme import Organisation, Programme
from metodist.domain.returns import Evidence, RegisterRow, SchoolData
from metodist.domain.values import YES, Row, Value, fold
from metodist.scoring.indicators import score_school
from metodist.services.demo_fill import fill_table
from metodist.services.demo_people import Profile, profile
from metodist.services.demo_rules import RowRules, repaired
from metodist.services.demo_self import self_assessment
from metodist.services.demo_texts import DOCUMENT_NAMES, DOCUMENTS
from metodist.services.demo_values import Inventor, chance

__all__ = ["fill_table", "municipal_facts", "school_data"]

_STAFF_UNKNOWN = 30
_YEAR_BEFORE = 0.88
"""How much less active schools were a year ago."""
_OF_A_SCHOOL = 7
"""Most rows of a register that is about the school and nobody in it."""
_FILLED = {FieldType.TEXT: 0.6, FieldType.LINK: 0.5, FieldType.YES_NO: 0.97, FieldType.CHOICE: 0.95}
"""How often a cell that may stay empty is filled in; 0.8 for other types."""


def school_data(
    programme: Programme, organisation: Organisation, seed: int = 1, *, year_before: bool = False
) -> SchoolData:
    """Invent what a school fills in.

    Args:
        programme: Its registers, facts, lists and conditions decide what is filled in and how.
        organisation: One of the programme's schools; its ``staff`` is the number of people.
        seed: Another seed gives another district.
        year_before: What the school answered a year ago: the same district, a little less active.

    Returns:
        Rows with their computed fields; ``sheet_row`` counts rows from 1, not from the sheet's top.

    Raises:
        InternalError: The programme's conditions contradict each other, so that no row can keep them.
    """
    rng = Random(f"{seed}|{organisation.code}{'|before' if year_before else ''}")  # noqa: S311
    people = _people(programme, organisation, seed, rng)
    drive = (0.78 + 0.36 * chance(organisation.code, seed)) * (_YEAR_BEFORE if year_before else 1)
    inventor = Inventor(programme, organisation, rng, drive, [person.name for person in people], seed)
    registers: dict[str, list[dict[str, Value]]] = {}
    for register in _in_order(programme.registers):
        registers[register.name] = _register(inventor, register, people, registers)
    facts = _facts(inventor, registers)
    # In the programme's order, which is not the order they were invented in.
    ordered = {register.name: registers[register.name] for register in programme.registers}
    data = _as_data(ordered, facts)
    answers, documents = self_assessment(programme, rng)
    return replace(data, facts={**data.facts, **answers}, evidence={**_evidence(inventor, facts), **documents})


def municipal_facts(programme: Programme, seed: int = 1) -> dict[str, Value]:
    """Invented values of the facts that only the municipality knows."""
    inventor = Inventor(programme, Organisation(MUNICIPALITY, "", ""), Random(seed), 1.0, (), seed)  # noqa: S311
    return _plain_facts(inventor, programme.municipal_facts, {})


def _people(programme: Programme, organisation: Organisation, seed: int, rng: Random) -> list[Profile]:
    """The school's people; their numbers go on from those of the schools before, so names differ in the district."""
    first = 0
    for school in programme.organisations:
        if school.code == organisation.code:
            break
        first += school.staff or _STAFF_UNKNOWN
    period = programme.passport.period
    people = [profile(first + i, seed, period, rng) for i in range(organisation.staff or _STAFF_UNKNOWN)]
    return sorted(people, key=lambda person: person.name)


def _in_order(registers: Sequence[Register]) -> list[Register]:
    """Registers such that one whose rules look into another comes after it, where that is possible."""
    waiting, done = list(registers), list[Register]()
    while waiting:
        names = {register.name for register in waiting}
        free = (register for register in waiting if not (_looks_into(register.fields) & (names - {register.name})))
        chosen = next(free, waiting[0])
        waiting.remove(chosen)
        done.append(chosen)
    return done


def _looks_into(fields: Iterable[Field]) -> set[str]:
    rules = (rule for field in fields for rule in (field.check, field.required_if) if rule is not None)
    return {name for rule in rules for name in _registers_of(rule)}


def _registers_of(condition: Condition) -> Iterator[str]:
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _registers_of(part)
        case Not(part):
            yield from _registers_of(part)
        case Exists(register):
            yield register


def _register(
    inventor: Inventor, table: Register, people: Sequence[Profile], others: Mapping[str, Sequence[Row]]
) -> list[dict[str, Value]]:
    owner = table.person_field

    def related(register: str, row: Row) -> Iterable[Row]:
        person = row.get(owner.name) if owner else None
        return [
            other for other in others.get(register, ()) if _same_person(inventor.programme, register, other, person)
        ]

    # A reference to a person may be exchanged for another person; any other key is the row itself.
    fixed = frozenset() if table.key.type is FieldType.PERSON_REF else frozenset({table.key.name})
    rules = RowRules(table.fields, fixed, inventor.programme.passport.period, related)
    rows = []
    for person in _row_owners(inventor, table, people):
        start = {owner.name: person.name} if owner and person else {}
        rows.append(_row(inventor, rules, start, person))
    return rows


def _same_person(programme: Programme, register: str, row: Row, person: Value) -> bool:
    field = programme.register(register).person_field
    return field is not None and person is not None and fold(str(row.get(field.name))) == fold(str(person))


def _row_owners(inventor: Inventor, register: Register, people: Sequence[Profile]) -> list[Profile | None]:
    """Whom each row is about: everybody in «Кадры», some people in a register that names one, else nobody."""
    if register.name == STAFF:
        return list(people)
    if register.person_field is None:
        return [None] * inventor.rng.randint(0, _OF_A_SCHOOL)  # a school may have nothing to write there
    often = 0.25 + 0.3 * chance(register.name, inventor.seed)
    count = max(1, round(len(people) * often * inventor.drive))
    chosen = inventor.rng.sample(range(len(people)), min(count, len(people)))
    return [people[index] for index in sorted(chosen)]


def _row(inventor: Inventor, rules: RowRules, start: Row, person: Profile | None) -> dict[str, Value]:
    row: dict[str, Value] = dict(start)
    for field in rules.fields:
        if field.name in row or field.computed is not None:
            continue
        # Conditions speak of computed fields too: an age is known as soon as the date of birth is.
        known = with_computed(rules.fields, row, rules.period)
        if field.name in rules.fixed or _is_filled(inventor, rules, field, known):
            row[field.name] = _tried(inventor, rules, field, known, person)
    return repaired(row, rules, lambda field, now: inventor.candidates(field, now, person), inventor.rng)


def _is_filled(inventor: Inventor, rules: RowRules, field: Field, row: Row) -> bool:
    if field.required:
        return True
    if field.required_if is not None:
        return rules.asked(field, row)
    return inventor.rng.random() < _FILLED.get(field.type, 0.8)


def _tried(inventor: Inventor, rules: RowRules, field: Field, row: Row, person: Profile | None) -> Value:
    """A value that keeps the field's own check in the row as it stands; blank after a few failures."""
    for _ in range(8):
        value = inventor.value(field, person)
        if field.check is None or holds(field.check, {**row, field.name: value}, rules.period, rules.related):
            return value
    return inventor.value(field, person) if field.required else None


def _facts(inventor: Inventor, registers: Mapping[str, Sequence[Row]]) -> dict[str, Value]:
    """Facts of the school; last year's numbers follow from what this year's indicators come to."""
    fields = inventor.programme.school_facts
    facts = _plain_facts(inventor, fields, registers)
    facts |= _last_year(inventor, fields, _as_data(registers, facts))
    return repaired(facts, _fact_rules(inventor, fields, registers), inventor.candidates, inventor.rng)


def _plain_facts(
    inventor: Inventor, fields: Sequence[Field], registers: Mapping[str, Sequence[Row]]
) -> dict[str, Value]:
    return _row(inventor, _fact_rules(inventor, fields, registers), {}, None)


def _fact_rules(inventor: Inventor, fields: Sequence[Field], registers: Mapping[str, Sequence[Row]]) -> RowRules:
    def related(register: str, _row: Row) -> Iterable[Row]:
        return registers.get(register, ())

    return RowRules(fields, frozenset(), inventor.programme.passport.period, related)


def _last_year(inventor: Inventor, fields: Sequence[Field], data: SchoolData) -> dict[str, Value]:
    """Last year's numbers of the «изменение» indicators: somewhat below what they are compared with."""
    names = {field.name: field for field in fields}
    outcomes = score_school(inventor.programme, data)
    found: dict[str, Value] = {}
    for indicator in inventor.programme.indicators:
        before, now = indicator.denominator, outcomes[indicator.code].numerator
        if indicator.kind is not IndicatorKind.CHANGE or not isinstance(before, FactSum) or now is None:
            continue
        field = names.get(before.facts[0]) if len(before.facts) == 1 else None
        if field is not None:
            found[field.name] = inventor.a_little_less(field, now)
    return found


def _as_data(registers: Mapping[str, Sequence[Row]], facts: Row) -> SchoolData:
    rows = {name: tuple(RegisterRow(i, row) for i, row in enumerate(found, 1)) for name, found in registers.items()}
    return SchoolData(rows, facts)


def _evidence(inventor: Inventor, facts: Row) -> dict[str, Evidence]:
    """A document for every presence that is there."""
    return {
        field.name: _document(inventor, field)
        for field in inventor.programme.school_facts
        if field.type is FieldType.PRESENCE and facts.get(field.name) == YES
    }


def _document(inventor: Inventor, field: Field) -> Evidence:
    rng = inventor.rng
    names_itself = field.name.startswith(DOCUMENT_NAMES)
    title = field.name if names_itself else f"{rng.choice(DOCUMENTS)} («{field.name}»)"
    start = inventor.programme.passport.period.start
    link = inventor.value(Field(FACTS, "Ссылка", FieldType.LINK))
    return Evidence(title, f"{rng.randint(3, 180)}-ОД", start + timedelta(days=rng.randint(3, 240)), str(link))
