"""What is looked for in a rendered document before anybody sees it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from metodist.domain.wording import NBSP
from metodist.errors import UserError
from metodist.messages import say

_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_PIECE = re.compile(r"<w:t(?: [^>]*)?>(.*?)</w:t>|<w:(tab|br|cr)(?: [^>]*)?/>", re.DOTALL)
_LEFT_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_DOUBLE = re.compile(f"[ {NBSP}]{{2,}}")
#: A value that vanished leaves its punctuation behind.
_GAP = re.compile(rf"\( *\)|« *»|[ {NBSP}][,;:](?:\s|$)|, *,|(?<=\S)[ {NBSP}]№[ {NBSP}]*(?:$|[,.;)])")
#: A value that brings a full stop of its own, before another one.
_POINTS = re.compile(r"(?<!\.)\.\.(?!\.)|;;|,,|[,;:]\.|;,")
_AROUND = 25


def paragraph_texts(xml: str) -> Iterator[str]:
    """The text of every paragraph of a part; tabs and line breaks as such."""
    for paragraph in _PARAGRAPH.findall(xml):
        yield "".join(
            html.unescape(piece) if not mark else ("\t" if mark == "tab" else "\n")
            for piece, mark in _PIECE.findall(paragraph)
        )


def inspect(name: str, xml: str) -> None:
    """Refuse a part that must not go out.

    Args:
        name: The document, for the message.
        xml: A rendered part.

    Raises:
        UserError: A placeholder, a double space or the gap of a vanished value is left.
    """
    checks = (("left_place", _LEFT_TAG), ("left_spaces", _DOUBLE), ("left_points", _POINTS), ("left_gap", _GAP))
    for text in paragraph_texts(xml):
        for message, pattern in checks:
            found = pattern.search(text)
            if found:
                start = max(0, found.start() - _AROUND)
                excerpt = text[start : found.end() + _AROUND].strip()
                raise UserError(say(f"documents.{message}", name=name, text=excerpt), say("documents.left_action"))
