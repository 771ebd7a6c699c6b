"""What marking leaves in a copy, and how it is known again when the copy comes back."""

from __future__ import annotations

from dataclasses import dataclass

#: The author of our comments: they are taken off when the copy comes back.
AUTHOR = "Методист"
#: So many cells are filled and commented at most; every finding stands on «Протокол» anyway.
MOST_MARKS = 2_000

ERROR_FILL, ERROR_INK = "FFFFC7CE", "FF9C0006"
WARNING_FILL, WARNING_INK = "FFFFEB9C", "FF7F6000"


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell that was filled: its sheet and address, and the ARGB fill it had before (empty for none)."""

    sheet: str
    cell: str
    fill: str
