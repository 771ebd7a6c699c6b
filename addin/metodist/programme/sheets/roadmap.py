"""Sheet «Дорожная карта»."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.roadmap import Activity, ActivityKind, ActivityStatus, Fulfilment
from metodist.programme.draft import Draft
from metodist.programme.records import Record
from metodist.programme.schema import GOALS
from metodist.programme.sheets.references import references
from metodist.programme.terms import impossible_of


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one activity, decision or analysis. Numbers may begin anew in each section."""
    for record in records:
        kind = record.word("Вид")
        number = record.code("№")
        if not kind:  # reported by the check of words
            continue
        draft.rows.setdefault((record.schema.name, number.casefold()), record.row)
        check_term(record)
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
                fulfilment=_fulfilment(record),
                goals=references(record, "Цели", GOALS, draft),
            )
        )


def check_term(record: Record) -> None:
    """A month, a quarter or a day that does not exist is an error; what cannot be dated is not."""
    if problem := impossible_of(record.text("Срок")):
        record.refuse("Срок", problem.message, problem.suggestion)


def _fulfilment(record: Record) -> Fulfilment:
    word = record.word("Статус")
    return Fulfilment(ActivityStatus(word) if word else None, record.day("Выполнено"), record.line("Подтверждение"))
