"""Sheet «Списки»: allowed values, and scales of levels where «От» is filled."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.indicators import Band, Scale
from metodist.messages import say
from metodist.programme.draft import Draft, find
from metodist.programme.records import Record

#: Excel shows no longer value in a drop-down.
_LONGEST = 255


def read(records: Sequence[Record], draft: Draft) -> None:
    """Rows of one list stand together; any «От» makes it a scale.

    A scale's levels are also among the lists, so that a field may offer them.
    """
    groups: dict[str, list[Record]] = {}
    last = ""
    for record in records:
        name = record.line("Список")
        key = find(groups, name) or name
        if key in groups and key != last:
            record.error("Список", "list_scattered", say("programme.list_scattered_fix"), name=key)
        groups.setdefault(key, []).append(record)
        last = key
    for name, rows in groups.items():
        if name:  # a blank name is reported by the check of required cells
            _read_list(name, rows, draft)


def _read_list(name: str, rows: Sequence[Record], draft: Draft) -> None:
    draft.rows[rows[0].schema.name, name.casefold()] = rows[0].row
    values = tuple(_value(record, name, rows) for record in rows)
    draft.lists[name] = tuple(value for value in values if value)
    if any(not record.blank("От") for record in rows):
        draft.scales[name] = _scale(name, rows)
    if not all(record.sound for record in rows):
        draft.broken.add(name)


def _value(record: Record, name: str, rows: Sequence[Record]) -> str:
    value = record.line("Значение")
    first = next(other for other in rows if other.line("Значение").casefold() == value.casefold())
    if value and first is not record:
        record.error("Значение", "list_value", value=value, name=name, row=first.row)
    if len(value) > _LONGEST:
        record.error("Значение", "list_long", name=name)
    return value


def _scale(name: str, rows: Sequence[Record]) -> Scale:
    bands: list[Band] = []
    for record in rows:
        label = record.line("Значение")
        start = record.number("От")
        if start is None:
            if record.blank("От"):
                record.error("От", "scale_gap", value=label, name=name)
            continue
        if bands and start <= bands[-1].start:
            starts = {"start": start, "before": bands[-1].start}
            record.error("От", "scale_order", say("programme.scale_order_fix"), value=label, name=name, **starts)
        bands.append(Band(label, start))
    return Scale(name, tuple(bands))
