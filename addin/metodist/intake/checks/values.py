"""Types, limits and links of single cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from metodist.domain.fields import Field, FieldType
from metodist.domain.findings import Severity
from metodist.domain.values import Value
from metodist.intake import dates
from metodist.intake.context import Case, InputCell
from metodist.intake.normalise import shown, shown_number
from metodist.intake.report import Draft, at
from metodist.messages import say

_LINK = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[/?#:].*)?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)


def check_types(case: Case) -> Iterator[Draft]:
    """What had to be done to read a cell, or why it cannot be read."""
    for cell in case.input_cells():
        for note in cell.normal.notes:
            stands = shown(cell.raw, since_1904=case.book.since_1904)
            yield at(
                note.code, note.severity, cell.sheet, cell.place, stands, **{"name": cell.field.name, **note.values}
            )


def check_limits(case: Case) -> Iterator[Draft]:
    """Numbers and dates between the least and the greatest allowed."""
    for cell in case.input_cells():
        if cell.field.type is FieldType.COMPUTED or cell.value is None:
            continue
        if not _within(cell.value, cell.field):
            advice = cell.field.message or say("intake.advice.mend")
            limits = limits_text(cell.field)
            yield at("value.outside", Severity.ERROR, cell.sheet, cell.place, _text(cell), limits=limits, advice=advice)


def _text(cell: InputCell) -> str:
    return limit_text(cell.value) if isinstance(cell.value, int | float | date) else cell.text


def _within(value: Value, field: Field) -> bool:
    return _in_order(field.minimum, value) and _in_order(value, field.maximum)


def _in_order(low: Value, high: Value) -> bool:
    """Whether two limits of one kind stand in order; nothing binds an absent one or another kind."""
    if isinstance(low, date) and isinstance(high, date):
        return low <= high
    if isinstance(low, int | float) and isinstance(high, int | float):
        return low <= high
    return True


def limit_text(limit: float | date) -> str:
    """A limit as clerks read it."""
    return dates.shown(limit) if isinstance(limit, date) else shown_number(limit)


def limits_text(field: Field) -> str:
    """«от 0 до 60», «не меньше 0», «не больше 60»."""
    low, high = field.minimum, field.maximum
    if low is not None and high is not None:
        return say("intake.limits.both", low=limit_text(low), high=limit_text(high))
    if low is not None:
        return say("intake.limits.low", low=limit_text(low))
    return say("intake.limits.high", high=limit_text(high)) if high is not None else ""


def check_links(case: Case) -> Iterator[Draft]:
    """A link should look like an address on the Internet or of a mailbox."""
    for cell in case.input_cells():
        if cell.field.type is FieldType.LINK and isinstance(cell.value, str) and not _LINK.fullmatch(cell.value):
            yield at("link.not_a_link", Severity.WARNING, cell.sheet, cell.place, cell.value)
