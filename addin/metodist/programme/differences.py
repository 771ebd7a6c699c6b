"""What changed between two editions of a programme workbook: sheet by sheet, row by row, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from metodist.domain.answers import Answered, answered
from metodist.domain.bridge import continuations, names_then
from metodist.domain.differences import Change, Difference
from metodist.domain.fields import FieldType
from metodist.domain.programme import Programme
from metodist.domain.returns import SchoolData
from metodist.domain.values import fold
from metodist.programme.columns import SheetSchema
from metodist.programme.editions import KEYS, Cells, Edition
from metodist.programme.meanings import with_meaning
from metodist.programme.renames import renamed_rows
from metodist.programme.schema import FIELDS, INDICATORS, LISTS, ROADMAP, SCHEMA
from metodist.programme.schema_rubric import RUBRIC
from metodist.programme.used_words import fields as all_fields

#: Sheets on which the order of rows shows in tables, summary or plan.
_ORDERED = (FIELDS, LISTS, INDICATORS, RUBRIC, ROADMAP)

#: Columns that say what a row was called: told by the renaming itself.
_BRIDGE = ("Прежнее название", "Прежний код")
_CONDITIONS = ("Числитель", "Знаменатель", "Обязательно, если", "Проверка", "Формула")


def differences(old: Edition, new: Edition) -> tuple[Difference, ...]:
    """Everything that differs, in the order of sheets; of one sheet what is gone first, then by the new rows.

    Args:
        old: The edition by which tables may have been issued.
        new: The edition that takes its place; of the same year or of a later one.
    """
    found: list[Difference] = []
    for schema in SCHEMA:
        found += _of_sheet(schema, old, new)
        if schema.name == INDICATORS:
            found += _not_comparable(old.programme, new.programme)
    return tuple(with_meaning(each, old, new) for each in found)


def _of_sheet(schema: SheetSchema, old: Edition, new: Edition) -> Iterator[Difference]:
    before, after = old.rows[schema.name], new.rows[schema.name]
    renamed = renamed_rows(schema.name, old, new)
    pairs = _pairs(before, after, renamed)
    for key, cells in before.items():
        if key not in pairs.values():
            yield Difference(schema.name, key, Change.REMOVED, before=_title(schema, cells))
    for key, cells in after.items():
        if key not in pairs:
            yield Difference(schema.name, key, Change.ADDED, after=_title(schema, cells))
            continue
        earlier = pairs[key]
        if key in renamed:
            yield Difference(schema.name, key, Change.RENAMED, before=earlier, after=key)
        yield from _of_row(schema, key, before[earlier], cells, told=_BRIDGE if key in renamed else ())
    if schema.name in _ORDERED and _order(pairs, after) != _order({key: key for key in pairs.values()}, before):
        yield Difference(schema.name, "", Change.REORDERED)


def _pairs(before: Mapping[str, Cells], after: Mapping[str, Cells], renamed: Mapping[str, str]) -> dict[str, str]:
    """New key → old key of the rows that both editions have."""
    known = {fold(key): key for key in before if key not in renamed.values()}
    return {key: renamed.get(key) or known[fold(key)] for key in after if key in renamed or fold(key) in known}


def _order(pairs: Mapping[str, str], rows: Mapping[str, Cells]) -> list[str]:
    return [pairs[key] for key in rows if key in pairs]


def _of_row(
    schema: SheetSchema, key: str, before: Cells, after: Cells, *, told: tuple[str, ...]
) -> Iterator[Difference]:
    keys = (*(KEYS.get(schema.name) or (schema.columns[0].heading,)), *told)
    for column in schema.columns:
        heading = column.heading
        was, now = before.get(heading, ""), after.get(heading, "")
        if heading in _CONDITIONS and _unspaced(was) == _unspaced(now):
            continue
        if heading not in keys and was != now:
            yield Difference(schema.name, key, Change.CHANGED, heading, was, now)


def _unspaced(condition: str) -> str:
    """A condition without what its reading passes over."""
    return "".join(condition.split()).casefold()


def _title(schema: SheetSchema, cells: Cells) -> str:
    """What a row is called besides its key: the first column that must be filled and is no key."""
    keys = KEYS.get(schema.name) or (schema.columns[0].heading,)
    wanted = [column.heading for column in schema.columns if column.required and column.heading not in keys]
    rest = [column.heading for column in schema.columns if column.heading not in keys]
    return next((cells[heading] for heading in (*wanted, *rest, keys[-1]) if cells.get(heading)), "")


def _not_comparable(old: Programme, new: Programme) -> Iterator[Difference]:
    """Of two years: indicators that the year bridge does not carry over."""
    if old.passport.period.code == new.passport.period.code:
        return
    known = _as_if_answered(old)
    for code, each in continuations(new, known, names_then(new, known)).items():
        if not each.permitted:
            yield Difference(INDICATORS, code, Change.NOT_COMPARABLE, meaning=each.remark)


def _as_if_answered(old: Programme) -> Answered:
    """What the answers of the old edition may be at most: every field asked, every value of its list chosen."""
    known = answered([SchoolData()], old.district.facts, old)
    chosen = {
        (each.register, each.name): old.lists.get(each.list_name, ())
        for each in all_fields(old)
        if each.type is FieldType.CHOICE
    }
    return replace(known, values=chosen)
