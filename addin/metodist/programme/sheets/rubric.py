"""Sheet «Рубрика»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from metodist.domain.evidence import Topic
from metodist.domain.programme import Criterion
from metodist.messages import say
from metodist.programme.draft import Draft
from metodist.programme.records import Record

_MAXIMUM = "Максимум блока по источнику"
_RULE = "Правило"
_GOAL = "Соответствие цели"


@dataclass(slots=True)
class _Seen:
    """What the rows above have said; every key leads to its first row."""

    blocks: dict[str, int] = field(default_factory=dict)
    positions: dict[tuple[str, str], int] = field(default_factory=dict)
    criteria: dict[tuple[str, str, str], int] = field(default_factory=dict)
    maxima: dict[str, float] = field(default_factory=dict)
    rules: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    goals: dict[tuple[str, str], tuple[bool, int]] = field(default_factory=dict)
    last: tuple[str, str] = ("", "")


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one criterion of one position; the rows of a block and of a position stand together."""
    seen = _Seen()
    for record in records:
        criterion = _criterion(record)
        draft.rows.setdefault((record.schema.name, criterion.block.casefold()), record.row)
        _check_place(record, criterion, seen)
        _check_maximum(record, criterion, seen)
        _check_position(record, criterion, seen)
        draft.rubric.append(criterion)


def _criterion(record: Record) -> Criterion:
    points = record.number("Баллы")
    if points == 0:
        record.refuse("Баллы", say("programme.points"), say("programme.points_fix"))
    topic = record.word("Признак")
    return Criterion(
        block=record.line("Блок"),
        position=record.line("Позиция"),
        title=record.line("Параметр"),
        points=points or 0,
        rule=record.word(_RULE),
        declared_maximum=record.number(_MAXIMUM),
        clause=record.text("Пункт источника"),
        corresponds=None if record.blank(_GOAL) else record.yes(_GOAL),
        topic=Topic(topic) if topic else None,
        document=record.line("Чем подтверждается"),
        advice=record.line("Как получить балл"),
        scoring_words=record.line("Баллы по источнику"),
        asked_of_schools=record.yes("Самооценка школы"),
    )


def _check_place(record: Record, criterion: Criterion, seen: _Seen) -> None:
    """A block, a position or a criterion that stood further above already: two of one name."""
    block, position = criterion.block.casefold(), (criterion.block.casefold(), criterion.position.casefold())
    key = (*position, criterion.title.casefold())
    if block != seen.last[0] and block in seen.blocks:
        fix = say("programme.block_twice_fix")
        record.error("Блок", "block_twice", fix, value=criterion.block, row=seen.blocks[block])
    elif position != seen.last and position in seen.positions:
        fix, row = say("programme.position_twice_fix"), seen.positions[position]
        record.error("Позиция", "position_twice", fix, value=criterion.position, block=criterion.block, row=row)
    elif key in seen.criteria:
        fix, row = say("programme.criterion_twice_fix"), seen.criteria[key]
        record.error("Параметр", "criterion_twice", fix, value=criterion.title, position=criterion.position, row=row)
    seen.blocks.setdefault(block, record.row)
    seen.positions.setdefault(position, record.row)
    seen.criteria.setdefault(key, record.row)
    seen.last = position


def _check_maximum(record: Record, criterion: Criterion, seen: _Seen) -> None:
    declared = criterion.declared_maximum
    if declared is None:
        return
    if declared <= 0:
        fix = say("programme.maximum_negative_fix")
        record.error(_MAXIMUM, "maximum_negative", fix, value=record.text(_MAXIMUM))
        return
    first = seen.maxima.setdefault(criterion.block.casefold(), declared)
    if first != declared:
        record.error(_MAXIMUM, "maxima", block=criterion.block, first=first, second=declared)


def _check_position(record: Record, criterion: Criterion, seen: _Seen) -> None:
    """One rule and one judgement of the goal a position."""
    position = (criterion.block.casefold(), criterion.position.casefold())
    rule, row = seen.rules.setdefault(position, (criterion.rule, record.row))
    if rule != criterion.rule:
        record.error(_RULE, "rules_differ", rule, value=criterion.rule or "—", row=row)
    if criterion.corresponds is not None:
        judged, row = seen.goals.setdefault(position, (criterion.corresponds, record.row))
        if judged != criterion.corresponds:
            record.error(_GOAL, "goal_differs", value=record.text(_GOAL), row=row)
