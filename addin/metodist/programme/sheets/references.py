"""Numbers that refer to rows of another sheet."""

from __future__ import annotations

from metodist.programme.draft import Draft
from metodist.programme.records import Record
from metodist.programme.words import nearest


def references(record: Record, column: str, sheet: str, draft: Draft) -> tuple[str, ...]:
    """The numbers of a cell; each that the other sheet lacks is noted with the nearest one it has."""
    codes = record.codes(column)
    if not draft.issues.distorts(sheet):
        for code in codes:
            if not draft.knows(sheet, code):
                record.error(column, "reference", nearest(code, draft.keys(sheet)), value=code, sheet=sheet)
    return codes
