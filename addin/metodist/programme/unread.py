"""What a programme workbook holds for its user alone: sheets and rows that the reader passes over."""

from __future__ import annotations

from collections.abc import Sequence

from metodist.programme.records import as_text
from metodist.programme.schema import DASHBOARD

#: A hidden sheet whose formulas gather the values of drop-downs from the other sheets.
CHOICES = "Выбор"
#: Sheets that say nothing about the programme.
UNREAD_SHEETS = (DASHBOARD, CHOICES)
#: How the first cell of an example row begins. Without these words the row is a row like any other.
EXAMPLE_MARK = "Пример:"


def is_example(row: Sequence[object]) -> bool:
    """Whether a row is an example: its first cell begins with «Пример:», whatever the case.

    Example: ``is_example(("Пример: 1", "Выявлять дефициты"))`` is true.
    """
    return bool(row) and as_text(row[0]).casefold().startswith(EXAMPLE_MARK.casefold())
