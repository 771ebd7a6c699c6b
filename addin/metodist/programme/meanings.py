"""What a difference between two editions means for tables already issued, for summary and documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from metodist.domain.asked import in_indicator
from metodist.domain.differences import Change, Difference, Tables
from metodist.domain.fields import MUNICIPALITY, Field, FieldType
from metodist.domain.values import NO, YES, fold
from metodist.messages import say
from metodist.programme.editions import Edition
from metodist.programme.passport_rows import MAIN_SECTION, REGISTERS_SECTION
from metodist.programme.records import as_date, as_number
from metodist.programme.renames import likely_rename
from metodist.programme.schema import (
    DISTRICT_FACTS,
    FIELDS,
    GOALS,
    INDICATORS,
    LISTS,
    MONITORINGS,
    NOTES,
    ORGANISATIONS,
    PASSPORT,
    PEOPLE,
    ROADMAP,
)
from metodist.programme.schema_rubric import EVIDENCE, RUBRIC
from metodist.programme.used_words import fields as all_fields

_Meaning = tuple[Tables, str]


def with_meaning(each: Difference, old: Edition, new: Edition) -> Difference:
    """The difference with what it means; one that says so already stays as it is."""
    if each.meaning:
        return each
    if each.change is Change.REORDERED:
        ordered = each.sheet in (FIELDS, LISTS, INDICATORS)
        tables, meaning = (Tables.WARNED, "order_tables") if ordered else (Tables.SAME, "order")
        return replace(each, tables=tables, meaning=say(f"diff.{meaning}"))
    tables, meaning = _BY_SHEET.get(each.sheet, _nothing)(each, old, new)
    return replace(each, tables=tables, meaning=meaning)


def _nothing(_each: Difference, _old: Edition, _new: Edition) -> _Meaning:
    return Tables.SAME, say("diff.nothing")


def _always(message_id: str) -> Callable[[Difference, Edition, Edition], _Meaning]:
    return lambda _each, _old, _new: (Tables.SAME, say(f"diff.{message_id}"))


def _passport(each: Difference, old: Edition, new: Edition) -> _Meaning:
    section, _, name = each.key.partition(" / ")
    if section == REGISTERS_SECTION:
        return Tables.WARNED, say("diff.register_means")
    if section != MAIN_SECTION or name not in _MAIN:
        return Tables.SAME, say("diff.passport")
    tables, message_id = _MAIN[name]
    if name == "Отчётный год" and old.programme.passport.period.year > new.programme.passport.period.year:
        message_id = "year_back"
    return tables, say(f"diff.{message_id}", before=old.programme.passport.period.label)


_MAIN: Mapping[str, tuple[Tables, str]] = {
    "Код программы": (Tables.REFUSED, "code"),
    "Отчётный год": (Tables.REFUSED, "year"),
    "Вид периода": (Tables.REFUSED, "year"),
    "Срок сдачи таблиц": (Tables.SAME, "deadline"),
    "Пароль защиты листов": (Tables.SAME, "password"),
    "Муниципалитет": (Tables.SAME, "titles"),
    "Название программы": (Tables.SAME, "titles"),
}


def _field(each: Difference, old: Edition, new: Edition) -> _Meaning:
    edition = old if each.change is Change.REMOVED else new
    field = _field_of(edition, each.key)
    if each.change is Change.CHANGED and each.column in _FIELD_LOOKS:
        return Tables.SAME, say("diff.field_looks")
    if field is None or field.register == MUNICIPALITY:
        return Tables.WARNED, say("diff.municipal")
    match each.change:
        case Change.REMOVED:
            return Tables.WARNED, say("diff.field_removed")
        case Change.RENAMED:
            return Tables.WARNED, _renamed_field(each)
        case Change.ADDED:
            return _added_field(each, field, old, new)
        case _:
            return _changed_field(each)


def _renamed_field(each: Difference) -> str:
    (register, _, name), now = each.before.partition(" / "), each.after.partition(" / ")[0]
    if fold(register) != fold(now):
        return say("diff.register_renamed", before=register)
    return say("diff.field_renamed", before=name)


def _added_field(each: Difference, field: Field, old: Edition, new: Edition) -> _Meaning:
    names = {register.name for register in old.programme.registers}
    near = likely_rename(each.key, old, new)
    hint = f" {say('diff.likely_rename', before=near.partition(' / ')[2])}" if near else ""
    if field.type is FieldType.COMPUTED:
        return Tables.WARNED, say("diff.field_computed")
    if any(register.name == field.register for register in new.programme.registers) and field.register not in names:
        return Tables.WARNED, say("diff.register_added", name=field.register)
    if field.required:
        return Tables.RETURNED, say("diff.field_required") + hint
    return Tables.WARNED, say("diff.field_optional") + hint


def _changed_field(each: Difference) -> _Meaning:
    if each.column in ("Минимум", "Максимум"):
        narrower = _narrower(each.column, each.before, each.after)
        return (Tables.RETURNED, say("diff.narrower")) if narrower else (Tables.WARNED, say("diff.wider"))
    if each.column == "Обязательно":
        required = fold(each.after) == YES
        unchanged = not required and fold(each.before or NO) == fold(each.after or NO)
        if unchanged:
            return Tables.SAME, say("diff.nothing")
        return (Tables.RETURNED, say("diff.now_required")) if required else (Tables.WARNED, say("diff.now_optional"))
    message_id = _FIELD_RULES.get(each.column)
    if message_id and (each.after or each.column == "Тип"):
        return Tables.RETURNED, say(f"diff.{message_id}")
    return Tables.WARNED, say("diff.field_changed")


_FIELD_LOOKS = ("Сообщение", "Подсказка", "Ширина", "Личное", "Прежнее название")
_FIELD_RULES = {
    "Тип": "type",
    "Список": "list",
    "Обязательно, если": "rule",
    "Проверка": "rule",
}


def _narrower(column: str, before: str, after: str) -> bool:
    """Whether values that were allowed no longer are."""
    was, now = _limit(before), _limit(after)
    if now is None or was is None:
        return was is None
    return now > was if column == "Минимум" else now < was


def _limit(text: str) -> float | None:
    day = as_date(text)
    return float(day.toordinal()) if day else as_number(text)


def _field_of(edition: Edition, key: str) -> Field | None:
    fields = all_fields(edition.programme)
    return next((each for each in fields if fold(f"{each.register} / {each.name}") == fold(key)), None)


def _list(each: Difference, old: Edition, new: Edition) -> _Meaning:
    name = each.key.partition(" / ")[0]
    everything = [field for edition in (old, new) for field in all_fields(edition.programme)]
    offered = [field for field in everything if fold(field.list_name) == fold(name)]
    asked = [field for field in offered if field.register != MUNICIPALITY]
    if each.column == "Пояснение":
        return Tables.SAME, say("diff.nothing")
    if not asked:
        scale = any(fold(known) == fold(name) for edition in (old, new) for known in edition.programme.scales)
        if scale:
            return Tables.WARNED, say("diff.scale")
        return Tables.WARNED, say("diff.municipal" if offered else "diff.list_unused")
    if each.change is Change.REMOVED:
        return Tables.RETURNED, say("diff.value_removed")
    return Tables.WARNED, say("diff.value_added" if each.change is Change.ADDED else "diff.scale")


def _indicator(each: Difference, old: Edition, new: Edition) -> _Meaning:
    match each.change:
        case Change.REMOVED:
            return Tables.WARNED, say("diff.indicator_removed")
        case Change.RENAMED:
            return Tables.WARNED, say("diff.indicator_renamed", before=each.before)
        case Change.ADDED:
            return Tables.WARNED, _added_indicator(each, old, new)
        case _:
            return _changed_indicator(each)


def _added_indicator(each: Difference, old: Edition, new: Edition) -> str:
    indicator = next(one for one in new.programme.indicators if fold(one.code) == fold(each.key))
    asked = {(field.register, field.name) for field in all_fields(old.programme)}
    declared = [(field.register, field.name) for field in all_fields(new.programme)]
    lacking = [name for register, name in declared if (register, name) in in_indicator(indicator) - asked]
    if lacking:
        return say("diff.indicator_needs", names=", ".join(f"«{name}»" for name in lacking))
    origin = ", ".join(indicator.continues or ())
    return say("diff.indicator_continues", codes=origin) if origin else say("diff.indicator_added")


def _changed_indicator(each: Difference) -> _Meaning:
    if each.column == "Целевое значение":
        appeared = bool(each.before) != bool(each.after)
        return (Tables.WARNED if appeared else Tables.SAME), say("diff.target")
    if each.column in ("Показатель", "Группа", "Единица", "Лучше"):
        return Tables.WARNED, say("diff.indicator_words")
    if each.column in _COUNTING:
        return Tables.WARNED, say("diff.indicator_counts")
    return Tables.SAME, say("diff.indicator_links")


_COUNTING = ("Вид", "Где считать", "Числитель", "Знаменатель", "Столбец", "Разрез", "Шкала")


def _criterion(each: Difference, old: Edition, new: Edition) -> _Meaning:
    column = "Самооценка школы"
    asked = any(fold(edition.rows[RUBRIC].get(each.key, {}).get(column, "")) == YES for edition in (old, new))
    shown = each.column in ("", column, "Баллы", "Правило", "Максимум блока по источнику")
    return (Tables.WARNED, say("diff.self_assessment")) if asked and shown else (Tables.SAME, say("diff.rubric"))


def _organisation(each: Difference, old: Edition, new: Edition) -> _Meaning:
    match each.change:
        case Change.ADDED:
            other = _same_school(each.key, old, new)
            message = say("diff.school_recoded", before=other) if other else say("diff.school_added")
            return Tables.SAME, message
        case Change.REMOVED:
            return Tables.REFUSED, say("diff.school_removed")
    messages = {"Сдаёт таблицу": "school_reports", "Педагогов": "school_size"}
    return Tables.SAME, say(f"diff.{messages.get(each.column, 'school')}")


def _same_school(key: str, old: Edition, new: Edition) -> str:
    """The code under which a school of the same name stood before and stands no more; empty for none."""
    name, codes = "Полное название", {fold(code) for code in new.rows[ORGANISATIONS]}
    own = fold(new.rows[ORGANISATIONS][key].get(name, ""))
    gone = {code: cells for code, cells in old.rows[ORGANISATIONS].items() if fold(code) not in codes}
    return next((code for code, cells in gone.items() if fold(cells.get(name, "")) == own), "")


_BY_SHEET: Mapping[str, Callable[[Difference, Edition, Edition], _Meaning]] = {
    PASSPORT: _passport,
    GOALS: _always("goals"),
    FIELDS: _field,
    LISTS: _list,
    INDICATORS: _indicator,
    MONITORINGS: _always("plan"),
    RUBRIC: _criterion,
    EVIDENCE: _always("rubric"),
    ROADMAP: _always("plan"),
    ORGANISATIONS: _organisation,
    PEOPLE: _always("people"),
    DISTRICT_FACTS: _always("district"),
    NOTES: _always("notes"),
}
