"""Long lists as filterable Excel tables."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from metodist.domain.values import Value
from metodist.layout import fitting
from metodist.layout.addresses import quoted
from metodist.layout.summary_sheets.pens import Pen

_WIDEST_LETTER = 1.9
"""Characters of column width that the widest letter takes: shorter texts need not be measured."""
_PAGE_WIDTH = 260.0
"""Characters on a printed page; a wider list is printed on several pages, its first columns on each."""

PADDING = 1.5
"""Characters of column width that the indent of a text takes."""
TEXT_LOOKS = ("wrap", "top", "padded")
LINK_LOOKS = ("top", "padded", "link")

HEAD_ROW = 5
"""Title, line, way back, one free row, then the headings."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another file, relative to the summary, and to a place in it.

    Args:
        path: With ``/``; the summary stands in the working folder.
        text: What the cell shows.
        place: A sheet and cell, «'Кадры'!A12»; empty for the file itself.
    """

    path: str
    text: str
    place: str = ""

    @property
    def target(self) -> str:
        """The address that Excel and LibreOffice open."""
        return f"{self.path}#{self.place}" if self.place else self.path

    @property
    def formula(self) -> str:
        """The link as a formula: a sheet holds at most 65,530 real hyperlinks, but any number of formulas."""
        return f"HYPERLINK({quoted(self.target)},{quoted(self.text)})"


#: What a cell of a list holds.
Entry = Value | datetime | Link


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: its heading, width in characters and look."""

    heading: str
    width: float
    looks: tuple[str, ...] = TEXT_LOOKS


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: an Excel table of that name.

    Args:
        name: Of the table.
        columns: From the left.
        rows: As long as the columns.
        count: How many rows there are.
        frozen: How many columns stay when the sheet scrolls sideways.
    """

    name: str
    columns: tuple[ListColumn, ...]
    rows: Iterable[Sequence[Entry]]
    count: int
    frozen: int = 2

    @property
    def last_row(self) -> int:
        """The table's last row; a list of nothing has one empty row."""
        return HEAD_ROW + max(1, self.count)


def unique_headings(columns: Sequence[ListColumn]) -> list[str]:
    """Headings that Excel accepts for one table: no two alike, whatever the case."""
    seen: set[str] = set()
    headings: list[str] = []
    for column in columns:
        heading, number = column.heading, 2
        while heading.casefold() in seen:
            heading, number = f"{column.heading} ({number})", number + 1
        seen.add(heading.casefold())
        headings.append(heading)
    return headings


def table_name(name: str) -> str:
    """A name that Excel accepts for a table: letters, digits and low lines, never like an address."""
    return "Список_" + re.sub(r"\W", "_", name)


def write_listing(pen: Pen, listing: Listing) -> None:
    """Write the list from :data:`HEAD_ROW` on."""
    wrapped = wrapped_columns(listing)
    for row, entries in enumerate(listing.rows, HEAD_ROW + 1):
        if height := row_height(entries, wrapped):
            pen.height(row, height)
        for column, (entry, shape) in enumerate(zip(entries, listing.columns, strict=True), 1):
            put_entry(pen, row, column, entry, ("cell", *shape.looks))
    frame_listing(pen, listing, listing.last_row)


def write_samples(pen: Pen, listing: Listing) -> None:
    """Write two rows in place of a long list: the columns' styles, and those for texts that look like formulas."""
    for column, shape in enumerate(listing.columns, 1):
        pen.put(HEAD_ROW + 1, column, None, "cell", *shape.looks)
        pen.put(HEAD_ROW + 2, column, None, "cell", *shape.looks, "typed")
    frame_listing(pen, listing, HEAD_ROW + 2)


def wrapped_columns(listing: Listing) -> tuple[tuple[int, float], ...]:
    """Position and room, in characters, of the columns whose texts are wrapped."""
    return tuple((i, column.width - PADDING) for i, column in enumerate(listing.columns) if "wrap" in column.looks)


def text_lines(entry: Entry, width: float) -> int:
    """How many lines an entry takes in a column of that width."""
    if isinstance(entry, str) and (len(entry) * _WIDEST_LETTER > width or "\n" in entry):
        return fitting.line_count(entry, width)
    return 1


def row_height(entries: Sequence[Entry], wrapped: Sequence[tuple[int, float]]) -> float | None:
    """The height in points of a row with wrapped texts; ``None`` where every text fits in one line."""
    lines = max((text_lines(entries[position], width) for position, width in wrapped), default=1)
    return fitting.height_for(lines) if lines > 1 else None


def put_entry(pen: Pen, row: int, column: int, entry: Entry, looks: tuple[str, ...]) -> None:
    """Write one entry of a list; a link as a formula."""
    if isinstance(entry, Link):
        pen.formula(row, column, entry.formula, entry.text, *looks)
    else:
        pen.put(row, column, entry, *looks)


def frame_listing(pen: Pen, listing: Listing, last: int) -> None:
    """Headings, widths, the table itself, freeze panes and print set-up."""
    headings = unique_headings(listing.columns)
    for column, shape in enumerate(listing.columns, 1):
        pen.width(column, shape.width)
    head = pen.looks("heading")
    columns = [{"header": heading, "header_format": head} for heading in headings]
    area = (HEAD_ROW - 1, 0, last - 1, len(headings) - 1)
    pen.sheet.add_table(*area, {"name": table_name(listing.name), "columns": columns, "style": "Table Style Light 15"})
    heights = [
        fitting.fitted_height(heading, shape.width - 3, bold=True)
        for heading, shape in zip(headings, listing.columns, strict=True)
    ]
    pen.height(HEAD_ROW, max(heights, default=15.0))
    pen.sheet.freeze_panes(HEAD_ROW, listing.frozen)
    pen.sheet.repeat_rows(HEAD_ROW - 1)
    pen.sheet.repeat_columns(0, listing.frozen - 1)
    pen.sheet.fit_to_pages(math.ceil(sum(column.width for column in listing.columns) / _PAGE_WIDTH), 0)
    pen.sheet.set_selection(HEAD_ROW, 0, HEAD_ROW, 0)
