"""Links that stand in a block, with one question to the host: asked cell by cell they cost half a second."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from metodist.services.on_book.sheets import permitted

if TYPE_CHECKING:
    from xlwings import Range

#: Row and column in the sheet, from 1, and the address, within the book as ``#'Лист'!A1``.
Link = tuple[int, int, str]


def links_in(target: Range) -> list[Link]:
    """All links of a block, in no order; those that formulas make are not among them."""
    sheet = target.sheet
    if sheet.book.app.engine.name != "excel":
        row, column = int(target.row), int(target.column)
        rows, columns = target.shape
        return list(sheet.api.hyperlinks((row, column, rows, columns)))
    found: list[Link] = []
    if permitted(lambda: found.extend(_in_excel(sheet.api.Hyperlinks, target))):
        return found
    return list(_one_by_one(target))  # Excel on a Mac has no such list


def _in_excel(links: Any, target: Range) -> Iterator[Link]:
    bottom, right = target.last_cell.row, target.last_cell.column
    for link in links:
        row, column = int(link.Range.Row), int(link.Range.Column)
        if target.row <= row <= bottom and target.column <= column <= right:
            inside = f"#{link.SubAddress}" if link.SubAddress else ""
            yield row, column, f"{link.Address or ''}{inside}"


def _one_by_one(target: Range) -> Iterator[Link]:
    for cell in target:
        if isinstance(cell.value, str):
            found: list[str] = []
            # a cell without a link is an error to ask for
            permitted(lambda cell=cell, found=found: found.append(cell.hyperlink))  # type: ignore[misc]
            if found and found[0]:
                yield int(cell.row), int(cell.column), found[0]
