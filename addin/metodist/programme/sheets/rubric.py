"""Sheet «Рубрика»."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.programme import Criterion
from metodist.messages import say
from metodist.programme.draft import Draft
from metodist.programme.records import Record

_MAXIMUM = "Максимум блока по источнику"


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one criterion of one position."""
    first_rows: dict[tuple[str, str, str], int] = {}
    maxima: dict[str, float] = {}
    for record in records:
        criterion = _criterion(record)
        key = (criterion.block, criterion.position, criterion.title)
        if key in first_rows:
            position, row = criterion.position, first_rows[key]
            record.error("Параметр", "criterion_twice", value=criterion.title, position=position, row=row)
        first_rows.setdefault(key, record.row)
        draft.rows.setdefault((record.schema.name, criterion.block.casefold()), record.row)
        _check_maximum(record, criterion, maxima)
        draft.rubric.append(criterion)


def _criterion(record: Record) -> Criterion:
    points = record.number("Баллы")
    if points == 0:
        record.refuse("Баллы", say("programme.points"))
    return Criterion(
        block=record.line("Блок"),
        position=record.line("Позиция"),
        title=record.line("Параметр"),
        points=points or 0,
        rule=record.word("Правило"),
        declared_maximum=record.number(_MAXIMUM),
        clause=record.text("Пункт источника"),
    )


def _check_maximum(record: Record, criterion: Criterion, maxima: dict[str, float]) -> None:
    if criterion.declared_maximum is None:
        return
    first = maxima.setdefault(criterion.block, criterion.declared_maximum)
    if first != criterion.declared_maximum:
        second = criterion.declared_maximum
        record.error(_MAXIMUM, "maxima", block=criterion.block, first=first, second=second)
