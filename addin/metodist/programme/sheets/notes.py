"""Sheet «Замечания к источнику»."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.programme import SourceNote
from metodist.programme.draft import Draft
from metodist.programme.records import Record


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one contradiction of the source."""
    for record in records:
        number = record.code("№")
        if not number or not draft.place(record, "№", number):
            continue
        draft.notes.append(
            SourceNote(
                number=number,
                place=record.text("Место"),
                text=record.text("Что написано"),
                contradiction=record.text("В чём противоречие"),
                treatment=record.text("Как учтено"),
            )
        )
