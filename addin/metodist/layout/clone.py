"""Tables that differ only in the schools' own values: laid out and deflated once, then joined from pieces.

The plain writer lays the first table out with marks in the places of those values. Whatever stands between two
marks is deflated once; every further table is those pieces with its own values between them. Before that it is
proved that the specification is the template's in everything else; where it is not, there is another template.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from metodist.domain.tables import Cell, Sheet, TableSpec
from metodist.domain.values import Value
from metodist.layout.raw_zip import Packed, Piece, archive, packed
from metodist.layout.writer import replace_file, table_bytes

_FOOTER, _STAMP, _COUNTS, _STRINGS, _FIRST_VALUE = range(5)
"""Numbers of the marks; the own cells follow in the order of sheets and cells."""
_MARK = re.compile("\ue000([0-9]+)\ue001".encode())
_VALUE_MARK = 8_765_000_000_000_000
_OWN_CELL = re.compile(rb"><v>-8765([0-9]{12})</v></c>")
"""A value is marked by a number that no school has: sixteen digits are what the plain writer writes."""
_PRIVATE = re.compile("[\ue000\ue001]|-8765[0-9]{12}")
_UNUSUAL = re.compile(r"[\x00-\x1f\ue000\ue001\ufffe\uffff]|_x|^\s|\s$|^$|^<r>")
"""Texts that the plain writer escapes in ways of its own, or writes as no text at all."""
_SHARED = "xl/sharedStrings.xml"
_STRING = re.compile(rb"<si><t(?: [^>]*)?>([^<]*)</t></si>")
_HEAD = re.compile(rb'(count=")([0-9]+)(" uniqueCount=")([0-9]+)(">)')
_LONGEST_TEXT = 2_000
_LONGEST_FOOTER = 150
"""Excel takes 255 characters, of which page numbers and type sizes need some."""
_MOST_TEMPLATES = 8


class TablePress:
    """Writes many tables of one programme; the more they are alike, the less each of them costs.

    What it writes is what ``layout.writer.write_table`` writes, but for the order of shared strings and the moment
    of creation in the properties.
    """

    def __init__(self) -> None:
        """Begin without templates: the first table makes one."""
        self._templates: list[Template] = []

    @property
    def templates(self) -> int:
        """How many layouts it has met; at most eight."""
        return len(self._templates)

    def write(self, spec: TableSpec, path: Path) -> None:
        """Write one table; an existing file is replaced only by a whole new one.

        Raises:
            OSError: The folder cannot be written, or the file is held open by another program.
        """
        replace_file(path, self.table(spec))

    def table(self, spec: TableSpec) -> bytes:
        """The bytes of one table."""
        if not _plain_footer(spec.footer) or _UNUSUAL.search(spec.identity.stamp):
            return table_bytes(spec)
        template = self._template(spec)
        joined = template.filled(spec) if template else None
        return table_bytes(spec) if joined is None else joined

    def _template(self, spec: TableSpec) -> Template | None:
        for template in self._templates:
            if template.fits(spec):
                return template
        # Tables that are not alike: more templates would be no use.
        if len(self._templates) == _MOST_TEMPLATES or _holds_marks(spec):
            return None
        self._templates.append(Template(spec))
        return self._templates[-1]


def _plain_footer(footer: str) -> bool:
    return len(footer) <= _LONGEST_FOOTER and "&" not in footer and not _UNUSUAL.search(footer)


def _holds_marks(spec: TableSpec) -> bool:
    blocks = (cell for sheet in spec.sheets for block in sheet.blocks for cell in block.cells)
    cells = (cell for sheet in spec.sheets for cell in sheet.cells)
    return any(_PRIVATE.search(f"{cell.formula}{cell.value}") for cell in (*cells, *blocks))


def _is_own(cell: Cell) -> bool:
    constant = not cell.formula and not cell.link and not isinstance(cell.value, bool)
    return cell.own and constant and (cell.value is None or isinstance(cell.value, str | int | float))


@dataclass(frozen=True, slots=True)
class _Member:
    """One member of the archive: constant pieces, and the number of the mark that follows each but the last."""

    name: str
    pieces: tuple[Piece, ...]
    marks: tuple[int, ...]
    crc: int

    def filled(self, values: Sequence[Piece]) -> Packed:
        """The member with the school's own values."""
        parts = [self.pieces[0]]
        for mark, piece in zip(self.marks, self.pieces[1:], strict=True):
            parts += (values[mark], piece)
        return packed(self.name, parts, self.crc)


class Template:
    """A table laid out once, with holes in the places of the school's own values."""

    def __init__(self, spec: TableSpec) -> None:
        """Lay a table out by the plain writer, with marks in the places of its own values."""
        self._spec = spec
        self._bare = tuple(_bare(sheet) for sheet in spec.sheets)
        self._places = [
            (at, place)
            for at, sheet in enumerate(spec.sheets)
            for place, cell in enumerate(sheet.cells)
            if _is_own(cell)
        ]
        with zipfile.ZipFile(io.BytesIO(table_bytes(_marked(spec), _mark(_STAMP)))) as book:
            contents = {name: _OWN_CELL.sub(_own_cell, book.read(name)) for name in book.namelist()}
        shared = contents[_SHARED]
        self._strings = {_unescaped(text): index for index, text in enumerate(_STRING.findall(shared))}
        self._count, contents[_SHARED] = _open_ended(shared)
        members = [_member(name, content) for name, content in contents.items()]
        self._members = [member if member.marks else member.filled(()) for member in members]

    def fits(self, spec: TableSpec) -> bool:
        """Whether a table is this one in everything but the school's own values."""
        ours = self._spec
        return (
            spec.title == ours.title
            and spec.names == ours.names
            and spec.sheet_password == ours.sheet_password
            and len(spec.sheets) == len(ours.sheets)
            and all(
                sheet is other or _bare(sheet) == bare
                for sheet, other, bare in zip(spec.sheets, ours.sheets, self._bare, strict=True)
            )
        )

    def filled(self, spec: TableSpec) -> bytes | None:
        """The table with these values in the places of the marks.

        Args:
            spec: A table that :meth:`fits`.

        Returns:
            ``None`` where one of the values must be written the plain way.
        """
        values = [spec.sheets[at].cells[place].value for at, place in self._places]
        if any(_unusual(value) for value in values):
            return None
        texts = [value for value in values if isinstance(value, str)]
        new = [text for text in dict.fromkeys(texts) if text not in self._strings]
        numbers = {text: index for index, text in enumerate(new, len(self._strings))}
        counts = f'count="{self._count + len(texts)}" uniqueCount="{len(self._strings) + len(new)}">'
        strings = b"".join(b"<si><t>" + _escaped(text) + b"</t></si>" for text in new)
        first = (_escaped(spec.footer), _escaped(spec.identity.stamp), counts.encode(), strings)
        cells = (_cell(value, self._strings | numbers) for value in values)
        pieces = [Piece.short(part) for part in (*first, *cells)]
        return archive(member.filled(pieces) if isinstance(member, _Member) else member for member in self._members)


def _bare(sheet: Sheet) -> Sheet:
    """The sheet without its own values: equal for schools whose sheets are alike in everything else."""
    if not any(cell.own for cell in sheet.cells):
        return sheet
    return replace(sheet, cells=tuple(replace(cell, value=None) if _is_own(cell) else cell for cell in sheet.cells))


def _marked(spec: TableSpec) -> TableSpec:
    sheets, number = [], _FIRST_VALUE
    for sheet in spec.sheets:
        cells = []
        for cell in sheet.cells:
            own = _is_own(cell)
            cells.append(replace(cell, value=-(_VALUE_MARK + number)) if own else cell)
            number += own
        sheets.append(replace(sheet, cells=tuple(cells)))
    return replace(spec, sheets=tuple(sheets), footer=_mark(_FOOTER))


def _mark(number: int) -> str:
    return f"\ue000{number}\ue001"


def _own_cell(found: re.Match[bytes]) -> bytes:
    """What follows the head of an own cell, as a mark."""
    return _mark(int(found[1])).encode()


def _cell(value: Value, strings: Mapping[str, int]) -> bytes:
    """What follows the head of a cell: its type, value and end."""
    if value is None:
        return b"/>"
    if isinstance(value, str):
        return b' t="s"><v>%d</v></c>' % strings[value]
    return f"><v>{value:.16G}</v></c>".encode()


def _unusual(value: Value) -> bool:
    if isinstance(value, str):
        return len(value) > _LONGEST_TEXT or _UNUSUAL.search(value) is not None
    return isinstance(value, float) and not math.isfinite(value)


def _open_ended(shared: bytes) -> tuple[int, bytes]:
    """How often the strings of a template are used; and the member with marks for its counts and for more strings."""
    found = _HEAD.search(shared)
    if found is None:
        raise ValueError(shared[:200])
    start, end = found.span()
    rest = shared[end:].replace(b"</sst>", _mark(_STRINGS).encode() + b"</sst>")
    return int(found[2]), shared[:start] + _mark(_COUNTS).encode() + rest


def _member(name: str, content: bytes) -> _Member:
    constant, marks = _MARK.split(content)[::2], _MARK.findall(content)
    pieces = tuple(Piece.of(part) for part in constant)
    return _Member(name, pieces, tuple(map(int, marks)), zlib.crc32(constant[0]))


def _escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def _unescaped(text: bytes) -> str:
    return text.decode().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
