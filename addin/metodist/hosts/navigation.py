"""Moves over filled cells: what Ctrl and an arrow key do, the block around a cell, corners of an address."""

from __future__ import annotations

from itertools import product

from metodist.hosts.office.cells import address


def corner(place: tuple[int, int], row_absolute: bool, col_absolute: bool) -> str:  # noqa: FBT001 - as xlwings has it
    """The address of one cell with a dollar sign before its row, its column or both."""
    text = address((*place, 1, 1), "$")
    _, letters, digits = text.split("$")
    return f"{'$' if col_absolute else ''}{letters}{'$' if row_absolute else ''}{digits}"


def jump(filled: list[bool], start: int, step: int, edge: int) -> int:
    """Where Ctrl and an arrow lead: the end of a filled run, else the next filled cell, else the edge of the sheet."""

    def is_filled(place: int) -> bool:
        return 1 <= place <= len(filled) and filled[place - 1]

    place = start
    if is_filled(start) and is_filled(start + step):
        while is_filled(place + step):
            place += step
        return place
    place = min(place, len(filled) + 1) + step if step < 0 else place + step
    while 1 <= place <= len(filled) and not is_filled(place):
        place += step
    return place if is_filled(place) else edge


def region(filled: list[list[bool]], start: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last cell of the block around ``start``: it grows while a neighbouring row or column holds anything."""

    def any_filled(rows: range, columns: range) -> bool:
        return any(
            1 <= row <= len(filled) and 1 <= column <= len(filled[0]) and filled[row - 1][column - 1]
            for row, column in product(rows, columns)
        )

    top, left = bottom, right = start
    while True:
        before = (top, left, bottom, right)
        columns = range(left - 1, right + 2)
        top -= any_filled(range(top - 1, top), columns)
        bottom += any_filled(range(bottom + 1, bottom + 2), columns)
        rows = range(top - 1, bottom + 2)
        left -= any_filled(rows, range(left - 1, left))
        right += any_filled(rows, range(right + 1, right + 2))
        if before == (top, left, bottom, right):
            return (top, left), (bottom, right)
