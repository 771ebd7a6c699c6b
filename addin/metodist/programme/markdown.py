"""Tables and headings of the snapshot, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from metodist.domain.values import YES
from metodist.messages import say


def cell_text(value: object) -> str:
    """A value that fits into one cell of a Markdown table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else ""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float):
        return repr(int(value) if value.is_integer() else value)
    return str(value).strip().replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>")


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """A Markdown table; columns that are empty in every row are left out."""
    cells = [[cell_text(value) for value in row] for row in rows]
    kept = [place for place in range(len(headings)) if any(row[place] for row in cells)]
    if not cells or not kept:
        return [say("snapshot.nothing")]
    lines = [
        [headings[place] for place in kept],
        ["---"] * len(kept),
        *([row[place] for place in kept] for row in cells),
    ]
    return ["|" + "|".join(f" {cell} " if cell else " " for cell in line) + "|" for line in lines]


def titled(title: str, count: int | None, body: list[str]) -> list[str]:
    """A section: its heading, with the count where there is one, and its body."""
    return [f"## {title}" if count is None else f"## {title} ({count})", "", *body]
