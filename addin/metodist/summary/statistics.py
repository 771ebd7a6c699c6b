"""Mean, median, range and ranks over the schools' values; the only module that needs pandas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from metodist.domain.summary import Statistics

if TYPE_CHECKING:
    import pandas as pd

#: By indicator code, then school code; a school without a value is left out.
Values = Mapping[str, Mapping[str, float]]

NOTHING = Statistics(None, None, None, None)


def statistics_of(values: Values) -> dict[str, Statistics]:
    """Describe the schools' values of each indicator; :data:`NOTHING` where no school has one."""
    if not any(values.values()):
        return dict.fromkeys(values, NOTHING)
    described = _frame(values).agg(["mean", "median", "min", "max"])
    return {code: _statistics(described[code]) if numbers else NOTHING for code, numbers in values.items()}


def ranks_of(values: Values, higher_is_better: Mapping[str, bool]) -> dict[str, dict[str, int]]:
    """Rank the schools by each indicator: the best is 1, equals share the better rank (1, 2, 2, 4).

    Args:
        values: The schools' values.
        higher_is_better: By indicator code: which end is the best.
    """
    frame = _frame(values)
    return {
        code: _ranks(frame[code], ascending=not higher_is_better[code]) if numbers else {}
        for code, numbers in values.items()
    }


def _frame(values: Values) -> pd.DataFrame:
    import pandas as pd

    schools = list(dict.fromkeys(school for numbers in values.values() for school in numbers))
    columns = {code: pd.Series(dict(numbers), index=schools, dtype=float) for code, numbers in values.items()}
    return pd.DataFrame(columns, index=schools, dtype=float)


def _statistics(column: pd.Series[float]) -> Statistics:
    return Statistics(*(float(column[name]) for name in ("mean", "median", "min", "max")))


def _ranks(column: pd.Series[float], *, ascending: bool) -> dict[str, int]:
    ranked = column.dropna().rank(method="min", ascending=ascending)
    return {str(school): int(rank) for school, rank in ranked.items()}
