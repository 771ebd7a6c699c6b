"""Sheet «Дорожная карта»."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.programme import Activity, ActivityKind
from metodist.programme.draft import Draft
from metodist.programme.records import Record


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one activity, decision or analysis. Numbers may begin anew in each section."""
    for record in records:
        kind = record.word("Вид")
        number = record.code("№")
        if not kind:  # reported by the check of words
            continue
        draft.rows.setdefault((record.schema.name, number.casefold()), record.row)
        draft.roadmap.append(
            Activity(
                number=number,
                kind=ActivityKind(kind),
                section=record.line("Раздел"),
                title=record.text("Мероприятие"),
                term=record.text("Срок"),
                responsible=record.text("Ответственный"),
                expected=record.text("Ожидаемый результат"),
                clause=record.text("Пункт источника"),
            )
        )
