"""The quick way to read a sheet: one regular expression over its rows, with proof that nothing was passed over.

The plain way is :mod:`metodist.intake.cells`; both give the same cells. Whatever this way does not know for certain
(comments, missing addresses, rich inline text, another prefix) it leaves to the plain one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from metodist.intake.addresses import parse
from metodist.intake.cells import MAX_CELLS, Contents, RawCell, SharedFormulas, checked_text, read_sheet, typed_value
from metodist.intake.refusals import Reason, Refusal

_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
#: A cell (its head, its value with the closing tag) or the tag of a row.
_TOKEN = re.compile(
    rb"<c ([^<>]*>(?:<f[^<]*(?:</f>)?)?)(<v>[^<]*</v></c>|<v ?/></c>|</c>)?"
    rb'|(<row(?: [\w:.]+="[^"<&]*")* ?/?>|</row>)'
)
_INLINE = re.compile(rb'<is><t(?: xml:space="preserve")?>([^<]*)</t></is>')
_HEAD = re.compile(r'((?:[\w:]+="[^"<&]*" ?)+)(/?)>(?:<f((?: [\w:]+="[^"<&]*")*) ?(?:/>|>([^<]*)</f>))?')
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_ENTITY = re.compile("&([^;]{0,8});?")
_REFERENCE = re.compile("#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})")
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


class _Head(NamedTuple):
    """What stands before a cell's value; ``formula`` is ``None`` where there is none."""

    place: tuple[int, int]
    kind: str
    style: int
    formula: str | None
    shared: str
    open: bool


#: Heads (address, style, type, formula) that were parsed before; other files of the same form have the same ones.
_KNOWN: dict[bytes, _Head] = {}
_MOST_KNOWN = 200_000


class Unsure(Exception):  # noqa: N818 - not a fault: the plain way is asked
    """The quick way does not know this writing."""


def read_quickly(data: bytes, strings: Sequence[str], forms: Sequence[str]) -> Contents:
    """The contents of one sheet part: quickly where every byte of its rows is accounted for, else the plain way.

    Raises:
        Refusal: As :func:`metodist.intake.cells.read_sheet`.
    """
    try:
        body, rest = split_sheet(data)
        cells = read_rows(body, strings, forms)
    except Unsure:
        return read_sheet(data, strings, forms)
    return read_sheet(rest, strings, forms)._replace(cells=cells)


def split_sheet(data: bytes) -> tuple[bytes, bytes]:
    """The rows of a sheet part, and the part without them.

    Raises:
        Unsure: Not written as expected.
    """
    start, end = data.find(_OPEN), data.rfind(_CLOSE)
    if start < 0 or end < start or b"<!" in data or data[:3] == b"\xef\xbb\xbf" or data[:200].find(b"tf-16") >= 0:
        raise Unsure
    start += len(_OPEN)
    return data[start:end], data[:start] + data[end:]


def read_rows(body: bytes, strings: Sequence[str], forms: Sequence[str]) -> dict[tuple[int, int], RawCell]:
    """The cells of ``<sheetData>`` as :func:`metodist.intake.cells.read_sheet` gives them.

    Raises:
        Unsure: Something in it is not known for certain.
        Refusal: Too many cells, or a cell given twice.
    """
    shared = SharedFormulas()
    cells: dict[tuple[int, int], RawCell] = {}
    inside = False
    for head, tail, row in _tokens(body):
        if row:
            inside = _step(row, inside=inside)
            continue
        if not inside:
            raise Unsure
        known = _KNOWN.get(head) or _learn(head)
        if known.formula is None and not tail.startswith(b"<v>"):
            continue
        form = forms[known.style] if 0 <= known.style < len(forms) else ""
        alone = known.kind != "s" and not known.shared
        cell = _same_cell(head, tail, form) if alone else _cell(known, tail, strings, form, shared)
        if cell is not None:
            if known.place in cells:
                raise Refusal(Reason.DAMAGED)
            cells[known.place] = cell
    if inside:
        raise Unsure
    if len(cells) > MAX_CELLS:
        raise Refusal(Reason.TOO_MANY_CELLS)
    return cells


def _tokens(body: bytes) -> list[tuple[bytes, bytes, bytes]]:
    """Heads and tails of all cells, and the tags of rows; every byte of the rows is accounted for.

    Raises:
        Unsure: Something else stands between them.
    """
    if b"<is>" in body:
        pieces = _INLINE.split(body)  # «sub» would run Python code for every cell
        pieces[1::2] = [b"<v>" + text + b"</v>" for text in pieces[1::2]]
        body = b"".join(pieces)
    found: list[tuple[bytes, bytes, bytes]] = _TOKEN.findall(body)
    heads, tails, rows = zip(*found, strict=True) if found else ((), (), ())
    opened = 3 * (len(heads) - heads.count(b""))
    if opened + sum(map(len, heads)) + sum(map(len, tails)) + sum(map(len, rows)) != len(body):
        raise Unsure
    return found


def _step(row: bytes, *, inside: bool) -> bool:
    """Whether cells may follow a row's tag.

    Raises:
        Unsure: Rows that do not open and close in turn.
    """
    closing = row == b"</row>"
    if closing != inside:
        raise Unsure
    return not closing and not row.endswith(b"/>")


@lru_cache(maxsize=65_536)
def _same_cell(head: bytes, tail: bytes, form: str) -> RawCell | None:
    """A cell that is the same in every file where it is written so: no shared string, no shared formula."""
    return _cell(_KNOWN.get(head) or _learn(head), tail, (), form, SharedFormulas())


def _cell(head: _Head, tail: bytes, strings: Sequence[str], form: str, shared: SharedFormulas) -> RawCell | None:
    if head.open == (not tail):
        raise Unsure
    value = _text(tail[3:-8]) if tail.startswith(b"<v>") else None
    try:
        kind, text = typed_value(head.kind, value, strings)
    except (ValueError, IndexError) as error:
        raise Refusal(Reason.DAMAGED) from error
    formula = head.formula or ""
    if head.shared:
        formula = shared.whole(head.shared, formula, head.place)
    if not kind and not formula:
        return None
    return RawCell(kind, text, formula, form)


@lru_cache(maxsize=16_384)
def _text(data: bytes) -> str:
    """What is written as ``data``; remembered, because some programs write every Russian letter as ``&#1072;``."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Unsure from error
    if "\r" in text:
        raise Unsure
    return _ENTITY.sub(_entity, text) if "&" in text else text


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    if not match[0].endswith(";"):
        raise Unsure
    if name in _ENTITIES:
        return _ENTITIES[name]
    number = _REFERENCE.fullmatch(name)
    code = int(number[1] or number[2], 10 if number[1] else 16) if number else 0
    if not (0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE):
        raise Unsure
    return chr(code)


def _learn(data: bytes) -> _Head:
    match = _HEAD.fullmatch(_raw(data))
    if match is None:
        raise Unsure
    attributes = dict(_ATTRIBUTE.findall(match[1]))
    about = dict(_ATTRIBUTE.findall(match[3] or ""))
    place = parse(attributes.get("r", ""))
    style = attributes.get("s", "0")
    if place is None or not style.isdigit() or set(attributes) - {"r", "s", "t", "cm", "vm", "ph"}:
        raise Unsure
    has_formula = match[3] is not None
    formula = checked_text(_text((match[4] or "").encode())) if has_formula else None
    shared = about.get("si", "?") if about.get("t") == "shared" else ""
    head = _Head(place, attributes.get("t", "n"), int(style), formula, shared, not match[2])
    if len(_KNOWN) >= _MOST_KNOWN:
        _KNOWN.clear()
    _KNOWN[data] = head
    return head


def _raw(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Unsure from error
