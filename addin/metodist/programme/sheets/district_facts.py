"""Sheet «Сведения района»: what only the municipality knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from metodist.domain.fields import MUNICIPALITY, Field, FieldType
from metodist.domain.returns import Evidence
from metodist.domain.values import NO, YES, Value
from metodist.messages import say
from metodist.programme.draft import Draft
from metodist.programme.records import Record
from metodist.programme.schema import FIELDS, LISTS
from metodist.programme.words import nearest, same_word

_VALUE = "Значение"
_PARTS = ("Документ", "Номер", "Дата", "Ссылка")


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one fact; a fact without a row, or without a value, is not known yet."""
    fields = {fact.name: fact for fact in draft.facts if fact.register == MUNICIPALITY}
    for record in records:
        name = record.line("Сведение")
        fact = next((field for known, field in fields.items() if same_word(known, name)), None)
        if fact is None and draft.issues.distorts(FIELDS):
            continue
        if fact is None:
            suggestion = nearest(name, list(fields)) if fields else say("programme.district_no_fields")
            record.error("Сведение", "district_unknown", suggestion, value=name)
        elif draft.place(record, "Сведение", fact.name):
            _read_fact(record, draft, fact)


def _read_fact(record: Record, draft: Draft, fact: Field) -> None:
    value = _value(record, draft, fact)
    if value is not None:
        draft.district_facts[fact.name] = value
    filled = [part for part in _PARTS if not record.blank(part)]
    if filled and fact.type is not FieldType.PRESENCE:
        record.error(filled[0], "district_evidence", name=fact.name)
    elif filled:
        link, number = record.line("Ссылка"), record.code("Номер")
        draft.district_evidence[fact.name] = Evidence(record.line("Документ"), number, record.day("Дата"), link)


def _value(record: Record, draft: Draft, fact: Field) -> Value:
    if record.blank(_VALUE):
        return None
    match fact.type:
        case FieldType.INTEGER:
            return _within(record, fact, record.whole(_VALUE))
        case FieldType.NUMBER:
            return _within(record, fact, record.number(_VALUE))
        case FieldType.DATE:
            return _within(record, fact, record.day(_VALUE))
        case FieldType.PRESENCE | FieldType.YES_NO:
            return _word(record, fact, (YES, NO))
        case FieldType.CHOICE:
            known = not draft.issues.distorts(LISTS)
            return _word(record, fact, draft.lists.get(fact.list_name, ())) if known else None
        case _:
            return record.line(_VALUE)


def _word(record: Record, fact: Field, words: Sequence[str]) -> Value:
    text = record.line(_VALUE)
    known = next((word for word in words if same_word(word, text)), None)
    if known is None:
        near = nearest(text, list(words))
        record.error(_VALUE, "district_word", near, name=fact.name, words=", ".join(words), value=text)
    return known


def _within(record: Record, fact: Field, value: float | date | None) -> Value:
    if value is None:
        return None
    too_small = fact.minimum is not None and value < fact.minimum  # type: ignore[operator]
    too_great = fact.maximum is not None and value > fact.maximum  # type: ignore[operator]
    if too_small or too_great:
        limits = f"{_bound(fact.minimum)} … {_bound(fact.maximum)}"
        record.error(_VALUE, "district_limit", name=fact.name, value=record.text(_VALUE), limits=limits)
        return None
    return value


def _bound(limit: float | date | None) -> str:
    if limit is None:
        return "без предела"
    return f"{limit:%d.%m.%Y}" if isinstance(limit, date) else f"{limit:g}"
