"""The tags of a template as they stand in its paragraphs: which ones, where, and how Word has torn them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_PARTS = re.compile(r"(\{\{|\{%|\{#)-?(?:(p|tr|tc|r) )?\s*(.*?)\s*-?(?:\}\}|%\}|#\})")
#: A mark of a tag that is not whole.
_LEFT = re.compile(r"\{\{|\}\}|\{%|%\}")
#: What two runs may differ in without looking different.
_INVISIBLE = {f"{_W}lang", f"{_W}noProof", f"{_W}webHidden"}
_QUOTED = 60


@dataclass(frozen=True, slots=True)
class Tag:
    """One whole tag.

    Args:
        text: As it is written, braces included.
        mark: ``{{``, ``{%`` or ``{#``.
        level: What goes with it: ``p`` its paragraph, ``tr`` its row, ``tc`` its cell, ``r`` its run; empty for none.
        body: What stands between the braces.
        torn: Its letters are formatted differently.
        broken: Its letters stand in different elements (a tracked change, a link), which cannot be mended.
    """

    text: str
    mark: str
    level: str
    body: str
    torn: bool
    broken: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a template.

    Args:
        text: All its text.
        tags: Whole tags, in order.
        left: Marks of tags that are not whole.
        holder: What it stands in, a cell or the body: the same number, the same holder.
        row: Its row's number, 0 outside of tables.
        row_text: The text of its whole row.
        table: Its table's number, 0 outside of tables.
    """

    text: str
    tags: tuple[Tag, ...]
    left: tuple[str, ...]
    holder: int
    row: int
    row_text: str
    table: int

    @property
    def quoted(self) -> str:
        """Its text for a message, shortened."""
        text = " ".join(self.text.split())
        return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"


def paragraphs_of(part: bytes) -> Iterator[Paragraph]:
    """Every paragraph of a part, in order.

    Raises:
        ValueError: The part is no XML.
    """
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    numbers: dict[Any, int] = {}
    for element in root.iter(f"{_W}p"):
        yield _paragraph(element, numbers)


def without_tags(text: str) -> str:
    """A text with every tag taken out."""
    return _TAG.sub("", text)


def _paragraph(element: Any, numbers: dict[Any, int]) -> Paragraph:
    pieces = [(piece.text or "", piece) for piece in element.iter(f"{_W}t") if _above(piece, "p") is element]
    text = "".join(words for words, _ in pieces)
    owners = [owner for words, owner in pieces for _ in words]
    tags = tuple(_tag(match, owners[match.start() : match.end()]) for match in _TAG.finditer(text))
    row, table = _above(element, "tr"), _above(element, "tbl")
    return Paragraph(
        text=text,
        tags=tags,
        left=tuple(_LEFT.findall(_TAG.sub("", text))),
        holder=_number(element.getparent(), numbers),
        row=_number(row, numbers) if row is not None else 0,
        row_text="".join(words.text or "" for words in row.iter(f"{_W}t")) if row is not None else "",
        table=_number(table, numbers) if table is not None else 0,
    )


def _number(element: Any, numbers: dict[Any, int]) -> int:
    return numbers.setdefault(element, len(numbers) + 1)


def _tag(match: re.Match[str], owners: list[Any]) -> Tag:
    parts = _PARTS.fullmatch(match.group())
    mark, level, body = (parts[1], parts[2] or "", parts[3]) if parts else (match.group()[:2], "", "")
    runs = list(dict.fromkeys(_above(owner, "r") for owner in owners))
    return Tag(
        text=match.group(),
        mark=mark,
        level=level,
        body=body,
        torn=len({_look(run) for run in runs}) > 1,
        broken=len({run.getparent() for run in runs}) > 1,
    )


def _look(run: Any) -> bytes:
    properties = run.find(f"{_W}rPr")
    seen = [] if properties is None else [item for item in properties if item.tag not in _INVISIBLE]
    return b"".join(sorted(etree.tostring(item) for item in seen))


def _above(element: Any, name: str) -> Any:
    return next(element.iterancestors(f"{_W}{name}"), None)
