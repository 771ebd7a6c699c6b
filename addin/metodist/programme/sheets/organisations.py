"""Sheet «Организации»."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.programme import Organisation
from metodist.programme.draft import Draft
from metodist.programme.records import Record

#: Signs that file systems or the stamp of a table forbid.
_FORBIDDEN = '\\/:*?"<>|'


def read(records: Sequence[Record], draft: Draft) -> None:
    """One row, one school; codes do not repeat."""
    for record in records:
        code = record.code("Код")
        if not code or not draft.place(record, "Код", code):
            continue
        if any(sign in code for sign in _FORBIDDEN) or code.endswith("."):
            record.error("Код", "organisation_code", value=code, signs=" ".join(_FORBIDDEN))
        draft.organisations.append(
            Organisation(
                code=code,
                name=record.line("Полное название"),
                short_name=record.line("Краткое название"),
                kind=record.line("Тип"),
                head=record.line("Руководитель"),
                email=record.line("Электронная почта"),
                staff=record.whole("Педагогов") or 0,
                reports=record.yes("Сдаёт таблицу", default=True),
            )
        )
