"""Sheet «Люди»."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.programme import Gender, Person
from metodist.programme.draft import Draft
from metodist.programme.records import Record


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one person in one role."""
    for record in records:
        name = record.line("Фамилия и инициалы")
        draft.rows.setdefault((record.schema.name, name.casefold()), record.row)
        draft.people.append(
            Person(
                role=record.word("Роль"),
                name=name,
                post=record.line("Должность"),
                gender=Gender(record.word("Пол")),
                dative=record.line("В дательном падеже"),
                clause=record.text("Пункт источника"),
            )
        )
