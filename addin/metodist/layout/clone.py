"""Tables that differ only in texts that name the school: laid out and deflated once, then joined from pieces.

The plain writer lays the first table out with marks in the places of those texts. Whatever stands between two
marks is deflated once; every further table is those pieces with its own texts between them. Before that it is
proved that the specification is the template's in everything else; where it is not, there is another template.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from metodist.domain.tables import Cell, Sheet, TableSpec
from metodist.layout.raw_zip import Packed, Piece, archive, packed
from metodist.layout.writer import replace_file, table_bytes

_FOOTER, _STAMP, _FIRST_TEXT = 0, 1, 2
"""Numbers of the marks; the texts of own cells follow in the order of sheets and cells."""
_MARK = re.compile("\ue000([0-9]+)\ue001".encode())
_PRIVATE = re.compile("[\ue000\ue001]")
_UNUSUAL = re.compile(r"[\x00-\x1f\ue000\ue001\ufffe\uffff]|_x|^\s|\s$|^$|^<r>")
"""Texts that the plain writer escapes in ways of its own, or writes as no text at all."""
_LONGEST_TEXT = 2_000
_LONGEST_FOOTER = 150
"""Excel takes 255 characters, of which page numbers and type sizes need some."""
_MOST_TEMPLATES = 8


class TablePress:
    """Writes many tables of one programme; the more they are alike, the less each of them costs.

    What it writes is what ``layout.writer.write_table`` writes, but for the moment of creation in the properties.
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
        texts = own_texts(spec)
        if texts is None:
            return table_bytes(spec)
        for template in self._templates:
            if template.fits(spec):
                return template.filled(texts)
        # Tables that are not alike, such as prefilled ones: more templates would be no use.
        if len(self._templates) == _MOST_TEMPLATES or _holds_marks(spec):
            return table_bytes(spec)
        self._templates.append(Template.of(spec))
        return self._templates[-1].filled(texts)


def own_texts(spec: TableSpec) -> tuple[str, ...] | None:
    """What stands in the places of the marks; ``None`` where one of the texts must be written the plain way."""
    footer = spec.footer
    texts = (footer, spec.identity.stamp, *(str(cell.value) for sheet in spec.sheets for cell in _own(sheet)))
    if len(footer) > _LONGEST_FOOTER or "&" in footer:
        return None
    unusual = any(len(text) > _LONGEST_TEXT or _UNUSUAL.search(text) for text in texts)
    return None if unusual else texts


def _holds_marks(spec: TableSpec) -> bool:
    blocks = (cell for sheet in spec.sheets for block in sheet.blocks for cell in block.cells)
    cells = (cell for sheet in spec.sheets for cell in sheet.cells)
    return any(_PRIVATE.search(f"{cell.formula}{cell.value}") for cell in (*cells, *blocks))


def _own(sheet: Sheet) -> Iterator[Cell]:
    return (cell for cell in sheet.cells if _is_own(cell))


def _is_own(cell: Cell) -> bool:
    return cell.own and isinstance(cell.value, str) and not cell.formula and not cell.link


@dataclass(frozen=True, slots=True)
class _Member:
    """One member of the archive: constant pieces, and the number of the mark that follows each but the last."""

    name: str
    pieces: tuple[Piece, ...]
    marks: tuple[int, ...]
    crc: int

    def filled(self, texts: Sequence[Piece]) -> Packed:
        """The member with the school's own texts."""
        parts = [self.pieces[0]]
        for mark, piece in zip(self.marks, self.pieces[1:], strict=True):
            parts += (texts[mark], piece)
        return packed(self.name, parts, self.crc)


class Template:
    """A table laid out once, with holes where texts name the school."""

    def __init__(self, spec: TableSpec, members: Sequence[_Member]) -> None:
        """Remember what it was made from; :meth:`of` makes one."""
        self._spec = spec
        self._bare = tuple(_bare(sheet) for sheet in spec.sheets)
        self._members = [member if member.marks else member.filled(()) for member in members]

    @classmethod
    def of(cls, spec: TableSpec) -> Template:
        """Lay a table out by the plain writer, with marks in the places of its own texts."""
        with zipfile.ZipFile(io.BytesIO(table_bytes(_marked(spec), _mark(_STAMP)))) as book:
            return cls(spec, [_member(name, book.read(name)) for name in book.namelist()])

    def fits(self, spec: TableSpec) -> bool:
        """Whether a table is this one in everything but the school's own texts."""
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

    def filled(self, texts: Sequence[str]) -> bytes:
        """The table with these texts in the places of the marks."""
        pieces = [Piece.short(_escaped(text)) for text in texts]
        return archive(member.filled(pieces) if isinstance(member, _Member) else member for member in self._members)


def _bare(sheet: Sheet) -> Sheet:
    """The sheet without its own texts: equal for schools whose sheets are alike in everything else."""
    if not any(cell.own for cell in sheet.cells):
        return sheet
    return replace(sheet, cells=tuple(replace(cell, value="") if _is_own(cell) else cell for cell in sheet.cells))


def _marked(spec: TableSpec) -> TableSpec:
    sheets, number = [], _FIRST_TEXT
    for sheet in spec.sheets:
        cells = []
        for cell in sheet.cells:
            own = _is_own(cell)
            cells.append(replace(cell, value=_mark(number)) if own else cell)
            number += own
        sheets.append(replace(sheet, cells=tuple(cells)))
    return replace(spec, sheets=tuple(sheets), footer=_mark(_FOOTER))


def _mark(number: int) -> str:
    return f"\ue000{number}\ue001"


def _member(name: str, content: bytes) -> _Member:
    constant, marks = _MARK.split(content)[::2], _MARK.findall(content)
    pieces = tuple(Piece.of(part) for part in constant)
    return _Member(name, pieces, tuple(map(int, marks)), zlib.crc32(constant[0]))


def _escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()
