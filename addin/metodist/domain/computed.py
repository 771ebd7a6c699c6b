"""Values of computed fields: never typed in, always counted anew."""

from __future__ import annotations

from datetime import date

from metodist.domain.fields import Computed
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
