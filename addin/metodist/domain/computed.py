"""Values of computed fields: never typed in, always counted anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from metodist.domain.fields import Computed, Field
from metodist.domain.periods import Period
from metodist.domain.values import Row, Value


def full_years(start: date, day: date) -> int:
    """Full years from ``start`` to ``day``; born on 31 December, one is a year older on 31 December."""
    return day.year - start.year - ((start.month, start.day) > (day.month, day.day))


def computed_value(computed: Computed, row: Row, period: Period) -> Value:
    """The value of a computed field in one row; ``None`` where the field it follows from holds no date up to then."""
    start = row.get(computed.field)
    if not isinstance(start, date) or start > period.end:
        return None
    return full_years(start, period.end)


def with_computed(fields: Iterable[Field], row: Row, period: Period) -> dict[str, Value]:
    """``row`` with its computed fields worked out anew."""
    known = dict(row)
    for field in fields:
        if field.computed is not None:
            known[field.name] = computed_value(field.computed, known, period)
    return known
