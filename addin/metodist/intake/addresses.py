"""Cell addresses: ``B14`` ↔ row 14, column 2; many addresses as a short list of ranges."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

#: Excel's own limits.
LAST_ROW = 1_048_576
LAST_COLUMN = 16_384


@lru_cache(maxsize=1024)
def letters(column: int) -> str:
    """The letters of a 1-based column: ``letters(28) == "AB"``."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def address(row: int, column: int) -> str:
    """A1-style address of a 1-based row and column."""
    return f"{letters(column)}{row}"


@lru_cache(maxsize=65_536)
def parse(reference: str) -> tuple[int, int] | None:
    """Row and column of an address such as ``B14``; ``None`` where it is none or lies outside a sheet."""
    text = reference.replace("$", "")
    head = text.rstrip("0123456789")
    digits = text[len(head) :]
    if not (1 <= len(head) <= 3 and head.isascii() and head.isalpha() and 1 <= len(digits) <= 7):
        return None
    column = 0
    for letter in head.upper():
        column = column * 26 + ord(letter) - 64
    row = int(digits)
    return (row, column) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None


def ranges(places: Iterable[tuple[int, int]], most: int = 12) -> str:
    """Cells of one column as a short list: ``D5, D7:D12``; past ``most`` parts it ends in «и др.»."""
    runs: list[tuple[int, int, int]] = []
    for row, column in sorted(set(places), key=lambda place: (place[1], place[0])):
        if runs and runs[-1][2] == column and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row, column)
        else:
            runs.append((row, row, column))
    parts = [address(a, c) if a == b else f"{address(a, c)}:{address(b, c)}" for a, b, c in runs]
    shown = ", ".join(parts[:most])
    return shown if len(parts) <= most else f"{shown} и др."
