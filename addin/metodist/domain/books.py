"""What kind of workbook a button was pressed in."""

from __future__ import annotations

from enum import StrEnum


class BookKind(StrEnum):
    """What the commands tell apart; the value is the word in the log and in tests."""

    PROGRAMME = "programme"
    TABLE = "table"
    SUMMARY = "summary"
    OTHER = "other"
