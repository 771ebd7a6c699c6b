"""The grammatical cases that documents need."""

from __future__ import annotations

from enum import StrEnum


class Case(StrEnum):
    """A case; the value is the question it answers, as the sheet of people words it."""

    NOMINATIVE = "кто"
    GENITIVE = "кого, чего"
    DATIVE = "кому"
    ACCUSATIVE = "кого, что"
    INSTRUMENTAL = "кем"
