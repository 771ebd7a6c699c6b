"""Addresses of cells in A1 style; the one place that turns numbers into letters."""

from __future__ import annotations

from functools import cache

from metodist.domain.tables import Area


@cache
def letters(column: int) -> str:
    """The letters of a 1-based column: 1 is ``A``, 28 is ``AB``."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def address(row: int, column: int) -> str:
    """A relative address: ``B7``."""
    return f"{letters(column)}{row}"


def fixed(row: int, column: int) -> str:
    """An absolute address: ``$B$7``."""
    return f"${letters(column)}${row}"


def fixed_area(area: Area) -> str:
    """An absolute area: ``$B$7:$D$9``; one cell stands alone."""
    first, last = fixed(area.top, area.left), fixed(area.bottom, area.right)
    return first if first == last else f"{first}:{last}"


def in_sheet(sheet: str, reference: str) -> str:
    """A reference to another sheet: ``'Курсы ПК'!$B$7``; an apostrophe in the name is doubled."""
    name = sheet.replace("'", "''")
    return f"'{name}'!{reference}"


def quoted(text: str) -> str:
    """A text constant of a formula: quotes inside are doubled."""
    inner = text.replace('"', '""')
    return f'"{inner}"'
