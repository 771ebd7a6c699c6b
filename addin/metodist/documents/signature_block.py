"""A signature never stands alone on a page: it keeps to the last paragraph of the text, and stays in one piece."""

from __future__ import annotations

import re

_BLOCK = re.compile(r"<w:tbl>.*?</w:tbl>|<w:p(?: [^>]*)?/>|<w:p[ >].*?</w:p>", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_START = re.compile(r"(<w:p(?: [^>]*)?>)(?:<w:pPr/>|<w:pPr>(<w:pStyle [^>]*/>)?(.*?)</w:pPr>)?", re.DOTALL)
_KEEP = "<w:keepNext/>"
#: A paragraph of exactly so high a line only parts two tables, which Word would join.
_NARROW = 'w:lineRule="exact"'


def keep_signatures(xml: str, style: str) -> str:
    """Mark the paragraphs before and in each signature as kept with the next.

    Args:
        xml: The document part, rendered.
        style: The id of the signature's paragraph style; where empty, nothing is done.
    """
    mark = f'<w:pStyle w:val="{style}"/>'
    if not style or mark not in xml:
        return xml
    blocks = list(_BLOCK.finditer(xml))
    signed = [mark in block.group() for block in blocks]
    pieces, end = [], 0
    for index, block in enumerate(blocks):
        last = not (signed[index] and index + 1 < len(blocks) and signed[index + 1])
        before = not signed[index] and _precedes_signature(blocks, signed, index)
        text = block.group()
        if before or signed[index]:
            text = _kept(text, whole=signed[index], but_last=signed[index] and last)
        pieces += [xml[end : block.start()], text]
        end = block.end()
    return "".join((*pieces, xml[end:]))


def _precedes_signature(blocks: list[re.Match[str]], signed: list[bool], index: int) -> bool:
    """Whether a signature follows, be it after a paragraph without words that parts two tables."""
    for block, is_signature in zip(blocks[index + 1 :], signed[index + 1 :], strict=True):
        if is_signature:
            return True
        if block.group().startswith("<w:tbl>") or _NARROW not in block.group():
            return False
    return False


def _kept(block: str, *, whole: bool, but_last: bool) -> str:
    """Keep a block's paragraphs with the next: all of a signature, the last row of a table that precedes one."""
    start = 0 if whole else max(block.rfind("<w:tr>"), block.rfind("<w:tr "), 0)
    head, tail = block[:start], block[start:]
    stop = max(tail.rfind("<w:tr>"), tail.rfind("<w:tr "), 0) if but_last else len(tail)
    return head + _PARAGRAPH.sub(lambda match: _keep(match.group()), tail[:stop]) + tail[stop:]


def _keep(paragraph: str) -> str:
    """The schema wants the mark right after the style."""
    if _KEEP in paragraph:
        return paragraph
    return _START.sub(
        lambda start: f"{start[1]}<w:pPr>{start[2] or ''}{_KEEP}{start[3] or ''}</w:pPr>", paragraph, count=1
    )
