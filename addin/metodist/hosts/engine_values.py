"""Values on their way into cells and out of them, as xlwings asks an engine."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from typing import Any

from metodist.hosts.grid import CellError, Rows

_DAY = dt.timedelta(days=1)


def into_cell(value: Any, *_: Any) -> Any:
    """One value on its way into a cell: ``None``, text, number, truth value or date.

    What is no number (NaN, infinity, NaT) empties the cell; a duration is written in days.
    """
    if value is None or isinstance(value, (str, bool)):
        return value
    if callable(getattr(value, "item", None)):  # a scalar of numpy
        value = value.item()
    if isinstance(value, dt.timedelta):
        return value / _DAY
    if isinstance(value, dt.date):
        return value if value == value else None  # noqa: PLR0124 - NaT is a datetime that differs from itself
    try:
        number = float(value)
    except (TypeError, ValueError):
        return str(value)
    return (number if not isinstance(value, int) else value) if math.isfinite(number) else None


def out_of_cells(
    data: Rows,
    datetime_builder: Callable[..., Any],
    empty_as: Any,
    number_builder: Callable[[float], Any] | None,
    err_to_str: bool = False,  # noqa: FBT001, FBT002 - xlwings calls it so
) -> Rows:
    """Values on their way out, as the options of a range want them."""

    def clean(value: Any) -> Any:
        if value is None or value == "":
            return empty_as
        if isinstance(value, CellError):
            return str(value) if err_to_str else None
        if isinstance(value, dt.datetime):
            return _rebuilt(value, datetime_builder)
        if number_builder is not None and isinstance(value, (int, float)) and not isinstance(value, bool):
            return number_builder(value)
        return value

    return [[clean(value) for value in row] for row in data]


def _rebuilt(value: dt.datetime, builder: Callable[..., Any]) -> Any:
    if builder is dt.datetime:
        return value
    parts = ("year", "month", "day", "hour", "minute", "second", "microsecond")
    return builder(**{part: getattr(value, part) for part in parts}, tzinfo=None)
