"""Sheet «Цели»."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.programme import Goal
from metodist.programme.draft import Draft
from metodist.programme.records import Record


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one goal; numbers do not repeat."""
    for record in records:
        number = record.code("№")
        if not number or not draft.place(record, "№", number):
            continue
        draft.goals.append(
            Goal(
                number=number,
                title=record.text("Цель"),
                description=record.text("Содержание"),
                grounds=record.text("Обоснование"),
                feasibility=record.text("Реалистичность"),
                clause=record.text("Пункт источника"),
                heading=record.text("Заголовок в источнике"),
            )
        )
