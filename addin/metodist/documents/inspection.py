"""What is looked for in a rendered document before anybody sees it."""

from __future__ import annotations

import html
import re

from metodist.domain.wording import NBSP
from metodist.errors import UserError
from metodist.messages import say

_BREAK = re.compile(r"<w:(?:tab|br|cr)(?: [^>]*)?/>(?=</w:r>|<w:t|<w:tab|<w:br)")
_MARKUP = re.compile(r"<[^>]*>")
#: In the order of the messages ``documents.left_…``.
_CHECKS = (
    ("left_place", re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")),
    ("left_spaces", re.compile(f"[ {NBSP}]{{2,}}")),
    # A value that brings a full stop of its own, before another one.
    ("left_points", re.compile(r"(?<!\.)\.\.(?!\.)|;;|,,|[,;:]\.|;,")),
    # A value that vanished leaves its punctuation behind.
    (
        "left_gap",
        re.compile(
            rf"\([ {NBSP}]*\)|«[ {NBSP}]*»|[ {NBSP}][,;:](?=\s|$)|, *,|(?<=\S)[ {NBSP}]№[ {NBSP}]*(?=$|[,.;)])",
            re.MULTILINE,
        ),
    ),
    # The program's own words for nothing.
    ("left_gap", re.compile(r"(?<![\w.])(?:None|nan|inf|Undefined)(?![\w.])|datetime\.|<[a-z_]+\.[A-Z]")),
    # A text that brings the word that already stands before it.
    ("left_twice", re.compile(rf"(?<![\w.-])(от|на|по|из|для|за|до|об?|при|к|№)[ {NBSP}]+\1(?![\w.-])")),
)
_AROUND = 25


def text_of(xml: str) -> str:
    """The text of a part, one line a paragraph; a tab or a line break inside a paragraph becomes a tab."""
    paragraphs = _BREAK.sub("\t", xml.replace("\n", "")).replace("</w:p>", "\n")
    return html.unescape(_MARKUP.sub("", paragraphs))


def inspect(name: str, xml: str) -> None:
    """Refuse a part that must not go out.

    Args:
        name: The document, for the message.
        xml: A rendered part.

    Raises:
        UserError: A placeholder, a double space, doubled punctuation or the gap of a vanished value is left.
    """
    text = text_of(xml)
    for message, pattern in _CHECKS:
        found = pattern.search(text)
        if found:
            excerpt = text[max(0, found.start() - _AROUND) : found.end() + _AROUND].strip().replace("\n", " ")
            raise UserError(say(f"documents.{message}", name=name, text=excerpt), say("documents.left_action"))
