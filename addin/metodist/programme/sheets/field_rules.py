"""What must hold between the cells of one row of «Поля»."""

from __future__ import annotations

from collections.abc import Callable

from metodist.domain.fields import FACTS, MUNICIPALITY, SCHOOLS, STAFF, Field, FieldType
from metodist.messages import say
from metodist.programme.draft import Draft, find
from metodist.programme.records import Record
from metodist.programme.schema import LISTS
from metodist.programme.tokens import SIGNS
from metodist.programme.words import nearest

#: Sheets that a school table has besides its registers.
_RESERVED = (SCHOOLS, "Инструкция", "Титул", "Показатели", "Самооценка", "Проверка", "Списки", "Служебный", "Протокол")
#: Signs that cannot stand in a sheet's name, and those of the condition language.
_REGISTER_SIGNS = "".join(dict.fromkeys("\\/?*[]:'" + SIGNS))
_LONGEST_SHEET_NAME = 31
_LIMITED = (FieldType.INTEGER, FieldType.NUMBER, FieldType.DATE)


def check_register_name(record: Record, name: str) -> None:
    """A register becomes a sheet, and a word of ``есть(…)``."""
    reason = ""
    if len(name) > _LONGEST_SHEET_NAME:
        reason = say("programme.register_long")
    elif any(sign in name for sign in _REGISTER_SIGNS):
        reason = say("programme.register_signs", signs=" ".join(_REGISTER_SIGNS))
    elif find(dict.fromkeys(_RESERVED), name):
        reason = say("programme.register_reserved")
    if reason:
        record.error("Реестр", "register_name", value=name, reason=reason)


def check_field(record: Record, field: Field, draft: Draft, *, first: bool) -> None:
    """Note everything in the row that does not fit its type or its place.

    Args:
        record: The row.
        field: What was read from it.
        draft: Holds the lists.
        first: The field is the first of its register.
    """
    if field.name.casefold() in ("да", "нет"):
        record.error("Поле", "field_name", value=field.name)
    if any(sign in field.name for sign in "[]{}*"):
        record.error("Поле", "field_signs", value=field.name, signs="[ ] { } *")
    _check_place(record, field, first=first)
    for check in _CHECKS:
        check(record, field, draft)


def _check_place(record: Record, field: Field, *, first: bool) -> None:
    fact = field.register in (FACTS, MUNICIPALITY)
    staff = field.register == STAFF
    if field.type is FieldType.PERSON and not (staff and first):
        fix = "" if fact or staff else say("programme.person_place_fix")
        record.error("Тип", "person_place", fix)
    if field.type is FieldType.PERSON_REF and (fact or staff):
        record.error("Тип", "reference_place")
    if field.type is FieldType.PRESENCE and not fact:
        record.error("Тип", "presence_place", say("programme.presence_place_fix"))
    if field.type is FieldType.COMPUTED and (fact or first):
        record.error("Тип", "computed_place")


def _check_list(record: Record, field: Field, draft: Draft) -> None:
    if field.type is not FieldType.CHOICE:
        if field.list_name:
            record.error("Список", "list_extra", name=field.name, type=field.type.value)
    elif not field.list_name:
        record.error("Список", "list_missing")
    elif not find(draft.lists, field.list_name) and not draft.issues.distorts(LISTS):
        record.error("Список", "list_unknown", nearest(field.list_name, draft.lists), value=field.list_name)


def _check_limits(record: Record, field: Field, _draft: Draft) -> None:
    for column in ("Минимум", "Максимум"):
        if field.type not in _LIMITED and not record.blank(column):
            record.error(column, "limit_type", name=field.name, type=field.type.value)
    if field.minimum is not None and field.maximum is not None and field.minimum > field.maximum:  # type: ignore[operator]
        limits = {"minimum": record.text("Минимум"), "maximum": record.text("Максимум")}
        record.error("Максимум", "limits", **limits)


def _check_formula(record: Record, field: Field, _draft: Draft) -> None:
    if field.type is not FieldType.COMPUTED:
        if not record.blank("Формула"):
            record.error("Формула", "formula_extra", name=field.name, type=field.type.value)
    elif record.blank("Формула"):
        record.error("Формула", "formula_missing", say("programme.formula_fix"))
    elif field.computed is None:
        record.error("Формула", "formula_bad", say("programme.formula_fix"), value=record.text("Формула"))


def _check_width(record: Record, field: Field, _draft: Draft) -> None:
    if field.width < 0:
        record.error("Ширина", "negative", value=record.text("Ширина"))


_CHECKS: tuple[Callable[[Record, Field, Draft], None], ...] = (
    _check_list,
    _check_limits,
    _check_formula,
    _check_width,
)
