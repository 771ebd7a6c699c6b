"""A copy of a document in which what no longer holds is highlighted and commented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any

from metodist.documents.stamp import without_stamp
from metodist.documents.verifying import Stale
from metodist.messages import say

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def marked_copy(content: bytes, findings: Iterable[Stale]) -> bytes:
    """The document with each finding as highlighted text and a comment; it is no document of the folder any more.

    Args:
        content: The .docx.
        findings: What to mark; those without a place are left out.
    """
    from docx import Document
    from docx.text.paragraph import Paragraph

    document = Document(io.BytesIO(content))
    elements = list(document.element.iter(f"{_W}p"))
    for finding in findings:
        paragraphs = [Paragraph(elements[place], document.element.body) for place in finding.paragraphs]
        marked = [
            runs for one in _holding(paragraphs, finding.stands) if (runs := [run for run in one.runs if run.text])
        ]
        for runs in marked:
            _highlight(runs)
        marked = marked or [one.runs for one in paragraphs if one.runs]  # a chart has no words to highlight
        if marked:
            author = {"author": say("verify.author"), "initials": say("verify.initials")}
            document.add_comment(marked[0], text=finding.message, **author)
    buffer = io.BytesIO()
    document.save(buffer)
    return _plain(buffer.getvalue())


def _holding(paragraphs: list[Any], stands: str) -> list[Any]:
    """The paragraphs that hold what stands there; the first that says anything where none does."""
    spoken = [one for one in paragraphs if one.text.strip() and one.runs]
    pieces = [_squeezed(piece) for piece in stands.split(", ") if piece.strip()]
    holding = [one for one in spoken if any(piece in _squeezed(one.text) for piece in pieces)]
    whole = [one for one in spoken if _squeezed(stands) in _squeezed(one.text)]
    return whole[:1] or holding or spoken[:1]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _highlight(runs: list[Any]) -> None:
    from docx.enum.text import WD_COLOR_INDEX

    for run in runs:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _plain(content: bytes) -> bytes:
    """Without the stamp: a copy with marks must not be taken for the document."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = without_stamp({name: package.read(name) for name in package.namelist()})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()
