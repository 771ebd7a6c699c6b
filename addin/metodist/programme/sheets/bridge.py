"""Columns that lead back to last year: «Прежнее название» of fields, «Прежний код» of indicators."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.domain.fields import Field
from metodist.domain.values import NO, fold
from metodist.messages import say
from metodist.programme.records import Record
from metodist.programme.words import same_word

NAME = "Прежнее название"
CODE = "Прежний код"
#: Stands in either column where last year had nothing of the kind.
NOTHING = NO


def earlier_name(record: Record) -> str | None:
    """What a field was called last year: ``None`` for a blank cell, empty for «нет»."""
    if record.blank(NAME):
        return None
    name = record.line(NAME)
    return "" if same_word(name, NOTHING) else name


def continued_codes(record: Record) -> tuple[str, ...] | None:
    """Last year's codes that an indicator continues: ``None`` for a blank cell, none for «нет»."""
    if record.blank(CODE):
        return None
    codes = tuple(dict.fromkeys(record.codes(CODE)))
    nothing = [code for code in codes if same_word(code, NOTHING)]
    if nothing and len(codes) > 1:
        record.error(CODE, "continues_mixed", say("programme.continues_mixed_fix"), value=record.text(CODE))
    return () if nothing else codes


def check_earlier_names(found: Sequence[tuple[Field, Record]]) -> None:
    """Note an earlier name that is still another field's own, or that two fields claim."""
    own = {(field.register, fold(field.name)): (field, record) for field, record in found if field.earlier is None}
    claimed: dict[tuple[str, str], tuple[Field, Record]] = {}
    for field, record in found:
        if not field.earlier:
            continue
        key = (field.register, fold(field.earlier))
        still = own.get(key)
        if still:
            fix = say("programme.earlier_still_fix")
            record.error(NAME, "earlier_still", fix, value=field.earlier, row=still[1].row, name=field.name)
            continue
        other, first = claimed.setdefault(key, (field, record))
        if first is not record:
            record.error(NAME, "earlier_twice", value=field.earlier, name=other.name, row=first.row)
