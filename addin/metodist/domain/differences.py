"""What differs between two editions of a programme, and what it means for tables already issued."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What happened; the value is the word in JSON."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    REORDERED = "reordered"
    NOT_COMPARABLE = "not_comparable"
    """Of two years: the indicator cannot be compared with the year before."""


class Tables(StrEnum):
    """What becomes of tables that were issued by the old edition; the value is the word in JSON."""

    SAME = "same"
    """They are as good as new ones."""
    WARNED = "warned"
    """They are accepted, with a warning that their form is an older one."""
    RETURNED = "returned"
    """They may go back to the school."""
    REFUSED = "refused"
    """They are not accepted."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference.

    Args:
        sheet: The sheet's name.
        key: Which row: its number or name; «Кадры / Балл» for a field; empty for the whole sheet.
        change: What happened.
        column: The column's heading; empty for a whole row.
        before: What stood there, as text; empty for something new.
        after: What stands there; empty for something that is gone.
        tables: What becomes of tables already issued.
        meaning: The same, and what else follows, in whole Russian sentences.
    """

    sheet: str
    key: str
    change: Change
    column: str = ""
    before: str = ""
    after: str = ""
    tables: Tables = Tables.SAME
    meaning: str = ""


def worst(differences: Iterable[Difference]) -> Tables:
    """What becomes of issued tables when all of these come together."""
    found = {each.tables for each in differences}
    return next((tables for tables in reversed(Tables) if tables in found), Tables.SAME)
