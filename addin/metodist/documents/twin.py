"""A document as lines of text: one a paragraph, one a row of a table. What verifying compares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from metodist.documents.blanks import paragraph_text, parsed
from metodist.domain.wording import NBSP

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CELL = " | "


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Args:
        text: With single plain spaces; cells of a row between bars.
        paragraphs: The places of its paragraphs among all of the part, in order.
    """

    text: str
    paragraphs: tuple[int, ...]

    @property
    def is_row(self) -> bool:
        """Stands in a table."""
        return CELL in self.text


def lines_of(xml: bytes) -> tuple[Line, ...]:
    """The lines of a document part that say anything."""
    root = parsed(xml)
    places = {paragraph: number for number, paragraph in enumerate(root.iter(f"{_W}p"))}
    lines: list[Line] = []
    _collect(root.find(f"{_W}body"), places, lines)
    return tuple(line for line in lines if line.text.replace("|", "").strip())


def plain(text: str) -> str:
    """A text with every run of blanks as one space."""
    return " ".join(text.replace(NBSP, " ").split())


def _collect(holder: Any, places: dict[Any, int], lines: list[Line]) -> None:
    for element in holder if holder is not None else ():
        if element.tag == f"{_W}p":
            lines.append(Line(plain(paragraph_text(element)), (places[element],)))
        elif element.tag == f"{_W}tbl":
            lines += [_row(row, places) for row in element.iter(f"{_W}tr")]
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
            _collect(element, places, lines)


def _row(row: Any, places: dict[Any, int]) -> Line:
    cells = [list(cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc")]
    text = CELL.join(plain(" ".join(paragraph_text(one) for one in cell)) for cell in cells)
    return Line(text, tuple(places[one] for cell in cells for one in cell))
