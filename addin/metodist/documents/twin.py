"""A document as lines of text: one a paragraph, one a row of a table. What verifying compares."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from metodist.documents.blanks import paragraph_text, parsed
from metodist.documents.chart import chart_words
from metodist.domain.wording import NBSP

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_CHART = f"{_C}chart"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONS = "word/_rels/document.xml.rels"
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


def lines_of(xml: bytes, pictures: Sequence[str] = ()) -> tuple[Line, ...]:
    """The lines of a document part that say anything.

    Args:
        xml: The part.
        pictures: What its charts show, in order (see :func:`lines_in`); by their alternative texts where left out.
    """
    root = parsed(xml)
    for chart, words in zip(root.iter(_CHART), pictures, strict=False):
        for properties in next(chart.iterancestors(f"{_W}drawing")).iter(_PICTURE):
            properties.set("descr", words)
    places = {paragraph: number for number, paragraph in enumerate(root.iter(f"{_W}p"))}
    lines: list[Line] = []
    _collect(root.find(f"{_W}body"), places, lines)
    return tuple(line for line in lines if line.text.replace("|", "").strip())


def lines_in(package: zipfile.ZipFile) -> tuple[Line, ...]:
    """The lines of a .docx; a chart's is read from its own numbers, because LibreOffice drops alternative texts.

    Raises:
        KeyError: It is no Word document.
    """
    xml = package.read("word/document.xml")
    return lines_of(xml, [_chart_words(package, link) for link in _links(package, xml)])


def _links(package: zipfile.ZipFile, xml: bytes) -> Iterator[str]:
    """The chart parts of a document in the order of its drawings; empty where one is not there."""
    names = set(package.namelist())
    relations = parsed(package.read(_RELATIONS)) if _RELATIONS in names else ()
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for chart in parsed(xml).iter(_CHART):
        target = f"word/{targets.get(chart.get(_ID), '')}"
        yield target if target in names else ""


def _chart_words(package: zipfile.ZipFile, part: str) -> str:
    if not part:
        return ""
    series: list[tuple[str, list[float | None]]] = []
    categories: list[str] = []
    for one in parsed(package.read(part)).iter(f"{_C}ser"):
        name = next(iter(_points(one, "tx").values()), "")
        categories = categories or list(_points(one, "cat").values())
        values = _points(one, "val")
        series.append((name, [_number(values.get(at)) for at in range(len(categories))]))
    return chart_words(categories, series)


def _points(series: Any, tag: str) -> dict[int, str]:
    holder = series.find(f"{_C}{tag}")
    points = holder.iter(f"{_C}pt") if holder is not None else ()
    return {int(point.get("idx", 0)): point.findtext(f"{_C}v", "") for point in points}


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None


def plain(text: str) -> str:
    """A text with every run of blanks as one space."""
    return " ".join(text.replace(NBSP, " ").split())


def _collect(holder: Any, places: dict[Any, int], lines: list[Line]) -> None:
    for element in holder if holder is not None else ():
        if element.tag == f"{_W}p":
            lines.append(Line(plain(paragraph_text(element)) or _picture(element), (places[element],)))
        elif element.tag == f"{_W}tbl":
            lines += [_row(row, places) for row in element.iter(f"{_W}tr")]
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
            _collect(element, places, lines)


def _picture(paragraph: Any) -> str:
    """What a paragraph shows without words: the alternative text of its chart, which holds the chart's figures."""
    shown = (one.get("descr") for one in paragraph.iter(_PICTURE))
    return plain(" ".join(text for text in shown if text))


def _row(row: Any, places: dict[Any, int]) -> Line:
    cells = [list(cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc")]
    text = CELL.join(plain(" ".join(paragraph_text(one) for one in cell)) for cell in cells)
    return Line(text, tuple(places[one] for cell in cells for one in cell))
