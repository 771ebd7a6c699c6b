"""The cells of one row of «Поля» as a field, conditions aside."""

from __future__ import annotations

import re
from datetime import date

from metodist.domain.fields import Computed, Field, FieldType, Formula
from metodist.programme.records import Record
from metodist.programme.sheets.bridge import earlier_name
from metodist.programme.words import same_word, squeezed

_FORMULA = re.compile(r"\s*([^()]+?)\s*\((.+)\)\s*", re.DOTALL)


def field_from(record: Record, register: str, name: str, field_type: FieldType) -> Field:
    """The field of one row; its conditions are read when all fields are known."""
    return Field(
        register=register,
        name=name,
        type=field_type,
        section=record.line("Раздел"),
        list_name=record.line("Список"),
        minimum=_limit(record, "Минимум", field_type),
        maximum=_limit(record, "Максимум", field_type),
        required=record.yes("Обязательно"),
        computed=_computed(record),
        message=record.text("Сообщение"),
        hint=record.text("Подсказка"),
        unit=record.line("Единица"),
        width=record.number("Ширина") or 0,
        personal=record.yes("Личное"),
        earlier=earlier_name(record),
    )


def _limit(record: Record, column: str, field_type: FieldType) -> float | date | None:
    if field_type is FieldType.DATE:
        return record.day(column)
    return record.number(column) if field_type in (FieldType.INTEGER, FieldType.NUMBER) else None


def _computed(record: Record) -> Computed | None:
    """The formula, where its form is right; the field it names is checked with the other references."""
    match = _FORMULA.fullmatch(record.text("Формула"))
    if match is None:
        return None
    word, source = match.groups()
    formula = next((formula for formula in Formula if same_word(formula.value, word)), None)
    return Computed(formula, squeezed(source).strip("«»")) if formula else None
