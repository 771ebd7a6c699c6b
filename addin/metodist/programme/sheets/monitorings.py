"""Sheet «Мониторинги»."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.programme import Monitoring
from metodist.programme.draft import Draft
from metodist.programme.records import Record
from metodist.programme.sheets.roadmap import check_term


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one monitoring; numbers do not repeat."""
    for record in records:
        number = record.code("№")
        if not number or not draft.place(record, "№", number):
            continue
        check_term(record)
        draft.monitorings.append(
            Monitoring(
                number=number,
                title=record.text("Мониторинг"),
                purpose=record.text("Цель"),
                term=record.text("Срок"),
                indicators=record.text("Показатели"),
                use_of_results=record.text("Использование результатов"),
                clause=record.text("Пункт источника"),
                note=record.text("Примечание"),
            )
        )
