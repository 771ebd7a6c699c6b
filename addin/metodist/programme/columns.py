"""What a sheet of a programme workbook is: its columns and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what stands in it (row 4 and the reference), whether it must be filled."""

    heading: str
    explanation: str
    required: bool = False
    words: tuple[str, ...] = ()
    """Allowed words; empty for free text, numbers and dates."""
    optional: bool = False
    """The column itself may be missing: workbooks that were made before it stay readable."""


@dataclass(frozen=True, slots=True)
class SheetSchema:
    """One sheet: its name, what it is for (row 2), its columns in their order."""

    name: str
    purpose: str
    columns: tuple[Column, ...]
    optional: bool = False
    """The sheet itself may be missing."""
