"""What one cell may hold once it is read, and when two texts are the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

#: «да»/«нет» stay text; numbers are ``int`` or ``float``; dates are ``date``; an empty cell is ``None``.
Value = str | int | float | date | None

#: One row of a register, or the facts of a school: values by field name.
Row = Mapping[str, Value]

YES = "да"
NO = "нет"


def is_blank(value: Value) -> bool:
    """True for an empty cell and for text of blanks only."""
    return value is None or (isinstance(value, str) and not value.strip())


def fold(text: str) -> str:
    """The form in which two texts are compared: trimmed, single blanks inside, without regard to case.

    Blanks are read as Excel's TRIM reads them, so that «Иванова  А. А.» is the same person in the sheet and here.
    """
    return " ".join(text.split()).casefold()
