"""Sheet «Поля»: registers in the order in which they are named first, and facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from metodist.domain.conditions import EVERY, Condition
from metodist.domain.fields import FACTS, MUNICIPALITY, STAFF, Computed, Field, FieldType, Register
from metodist.messages import say
from metodist.programme.conditions import parse_condition
from metodist.programme.draft import Draft, find
from metodist.programme.measures import parse_computed_source
from metodist.programme.records import Record
from metodist.programme.schema import FIELDS
from metodist.programme.sheets.bridge import check_earlier_names
from metodist.programme.sheets.field_rules import check_field, check_register_name
from metodist.programme.sheets.field_values import field_from
from metodist.programme.words import nearest

_FACTS = (FACTS, MUNICIPALITY)


def read(records: Sequence[Record], draft: Draft) -> None:
    """Read all fields first, then the conditions, which may speak of any field."""
    found: list[tuple[Field, Record]] = []
    for record in records:
        field = _field(record, found, draft)
        if field is not None:
            found.append((field, record))
    _assemble(found, draft)
    conditioned = [(_with_conditions(field, record, draft), record) for field, record in found]
    _assemble(conditioned, draft)
    check_earlier_names(conditioned)
    _check_staff(conditioned, draft)
    _check_meanings(draft)


def _field(record: Record, found: Sequence[tuple[Field, Record]], draft: Draft) -> Field | None:
    register = record.line("Реестр")
    register = find(dict.fromkeys((*_FACTS, *(field.register for field, _ in found))), register) or register
    name = record.line("Поле")
    if not register or not name:
        return None
    first = all(field.register != register for field, _ in found)
    if first and register not in _FACTS:
        check_register_name(record, register)
    key = f"{register}.{name}".casefold()
    if (FIELDS, key) in draft.rows:
        record.error("Поле", "field_twice", value=name, register=register, row=draft.rows[FIELDS, key])
        return None
    draft.rows[FIELDS, key] = record.row
    type_word = record.word("Тип")
    if not type_word:
        draft.broken.add(name)
        return None
    field = field_from(record, register, name, FieldType(type_word))
    check_field(record, field, draft, first=first)
    if not record.sound:
        draft.broken.add(name)
    return replace(field, list_name=find(draft.lists, field.list_name) or field.list_name)


def _assemble(found: Sequence[tuple[Field, Record]], draft: Draft) -> None:
    names = dict.fromkeys(field.register for field, _ in found if field.register not in _FACTS)
    draft.registers = tuple(
        Register(
            name,
            tuple(field for field, _ in found if field.register == name),
            _told(draft.row_meanings, name),
            _told(draft.earlier_registers, name),
        )
        for name in names
    )
    draft.facts = tuple(field for field, _ in found if field.register in _FACTS)


def _told(section: Mapping[str, tuple[str, Record]], name: str) -> str:
    """What a section of «Паспорт» says of a register; empty for nothing."""
    known = find(section, name)
    return section[known][0] if known else ""


def _with_conditions(field: Field, record: Record, draft: Draft) -> Field:
    required_if = _condition(field, record, "Обязательно, если", draft)
    check = _condition(field, record, "Проверка", draft)
    return replace(field, required_if=required_if, check=check, computed=_computed(field, record, draft))


def _computed(field: Field, record: Record, draft: Draft) -> Computed | None:
    """The formula with its source as the programme spells it."""
    if field.computed is None:
        return None
    formula, name = field.computed.formula, field.computed.field
    vocabulary = draft.vocabulary.at(field.register)
    source = draft.parse(record, "Формула", lambda _text: parse_computed_source(name, vocabulary))
    return Computed(formula, source.name) if source else None


def _condition(field: Field, record: Record, column: str, draft: Draft) -> Condition | None:
    if record.blank(column):
        return None
    if field.type is FieldType.COMPUTED:
        record.error(column, "computed_rule")
        return None
    vocabulary = draft.vocabulary.at(field.register)
    condition = draft.parse(record, column, lambda text: parse_condition(text, vocabulary))
    return None if condition == EVERY else condition


def _check_staff(found: Sequence[tuple[Field, Record]], draft: Draft) -> None:
    staff = [(field, record) for field, record in found if field.register == STAFF]
    if not staff:
        unread = any(key.startswith(f"{STAFF.casefold()}.") for key in draft.keys(FIELDS))
        if not unread and not draft.issues.distorts(FIELDS):
            place = (FIELDS, 0, "")
            draft.issues.error(say("programme.no_staff"), place, say("programme.no_staff_fix"))
        return
    field, record = staff[0]
    if field.type is not FieldType.PERSON:
        record.error("Тип", "staff_key", FieldType.PERSON.value)


def _check_meanings(draft: Draft) -> None:
    names = [register.name for register in draft.registers]
    for name, (_, record) in (*draft.row_meanings.items(), *draft.earlier_registers.items()):
        if not find(dict.fromkeys(names), name) and not draft.issues.distorts(FIELDS):
            record.error(
                "Название", "passport_register", nearest(name, names), section=record.line("Раздел"), name=name
            )
