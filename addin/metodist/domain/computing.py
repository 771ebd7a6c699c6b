"""Computed fields: what follows from another field of the row and is never typed in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from metodist.domain.fields import Computed, Field
from metodist.domain.periods import Period
from metodist.domain.values import Row, Value


def full_years(born: date, day: date) -> int:
    """Whole years from ``born`` to ``day``; a birthday on ``day`` counts.

    Born on 29 February, one is a year older on 1 March of an ordinary year, as Excel's DATEDIF has it.

    Example: ``full_years(date(2000, 5, 2), date(2026, 5, 1)) == 25``.
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def computed_value(computed: Computed, row: Row, period: Period) -> Value:
    """The value of a computed field; ``None`` where its source holds no date, or one after the period."""
    source = row.get(computed.field)
    if not isinstance(source, date) or source > period.end:
        return None
    return full_years(source, period.end)


def with_computed(fields: Iterable[Field], row: Row, period: Period) -> dict[str, Value]:
    """``row`` with its computed fields worked out anew."""
    known = dict(row)
    for field in fields:
        if field.computed is not None:
            known[field.name] = computed_value(field.computed, known, period)
    return known
