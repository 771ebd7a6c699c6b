"""Long lists written at the speed of the disk: rows are joined from fragments and spliced into the finished file.

XlsxWriter writes the workbook with two sample rows in place of a long list, which carry the columns' styles. Then
the rows are streamed into the sheet's XML in their place. A fragment is made once a column and value. Proved equal
to XlsxWriter's own rows in ``tests/unit/layout/test_streaming.py``.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape

from metodist.layout import fitting
from metodist.layout.addresses import letters
from metodist.layout.summary_sheets.listing import (
    HEAD_ROW,
    Entry,
    Link,
    Listing,
    table_name,
    text_lines,
    wrapped_columns,
)
from metodist.layout.summary_sheets.pens import is_formula_like

_CHUNK = 500
_MEMO_LIMIT = 20_000
"""Fragments kept a column: a column of names would otherwise be held in memory whole."""
_DAY_ZERO = datetime(1899, 12, 30)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Stream:
    """A list whose rows are still to come: the part of its sheet in the package, and the list."""

    part: str
    listing: Listing


def splice(book: Path, streams: Sequence[Stream], target: Path) -> None:
    """Copy a workbook with the rows of its long lists in place of their sample rows."""
    by_part = {stream.part: stream for stream in streams}
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as copy:
        for info in source.infolist():
            text = source.read(info)
            stream = by_part.get(info.filename)
            if stream:
                with copy.open(_entry(info), "w", force_zip64=False) as out:
                    for chunk in _sheet(text.decode(), stream.listing):
                        out.write(chunk.encode())
            elif info.filename.startswith("xl/tables/"):
                copy.writestr(_entry(info), _table(text.decode(), streams))
            else:
                copy.writestr(_entry(info), text)


def _entry(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(info.filename, info.date_time)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = info.external_attr
    return entry


def _table(xml: str, streams: Sequence[Stream]) -> str:
    for stream in streams:
        if f'displayName="{table_name(stream.listing.name)}"' in xml:
            last = letters(len(stream.listing.columns))
            return xml.replace(f"{last}{HEAD_ROW + 2}", f"{last}{HEAD_ROW + stream.listing.count}")
    return xml


def _sheet(xml: str, listing: Listing) -> Iterator[str]:
    first, second = HEAD_ROW + 1, HEAD_ROW + 2
    found = re.search(rf'<row r="{first}".*?</row><row r="{second}".*?</row>', xml, re.DOTALL)
    if not found:
        raise ValueError(f"no sample rows of {listing.name}")
    plain = re.findall(rf'<c r="[A-Z]+{first}" s="(\d+)"', found.group())
    typed = re.findall(rf'<c r="[A-Z]+{second}" s="(\d+)"', found.group())
    before = re.sub(r'(<dimension ref="A1:[A-Z]+)\d+"', rf'\g<1>{HEAD_ROW + listing.count}"', xml[: found.start()])
    yield before
    yield from rows_xml(listing, plain, typed)
    yield xml[found.end() :]


def rows_xml(listing: Listing, plain: Sequence[str], typed: Sequence[str]) -> Iterator[str]:
    """The rows of a list as XML, some hundred at a time.

    Args:
        listing: Columns and rows.
        plain: The style of each column.
        typed: The style of each column for a text that looks like a formula.
    """
    columns = [_Fragments(i, plain[i], typed[i], last=i == len(plain) - 1) for i in range(len(plain))]
    wrapped = [(position, _Lines(width)) for position, width in wrapped_columns(listing)]
    row, entries = HEAD_ROW + 1, iter(listing.rows)
    while chunk := list(islice(entries, _CHUNK)):
        table = list(zip(*chunk, strict=True))
        cells = zip(
            *(map(column.__getitem__, values) for column, values in zip(columns, table, strict=True)), strict=True
        )
        heights = _heights([map(lines.__getitem__, table[position]) for position, lines in wrapped], len(chunk))
        numbers = map(str, range(row, row + len(chunk)))
        yield "".join(
            number.join(('<row r="', f'"{height}><c r="A', *fragments))
            for number, height, fragments in zip(numbers, heights, cells, strict=True)
        )
        row += len(chunk)


def _heights(lines: Sequence[Iterable[int]], count: int) -> Iterable[str]:
    if not lines:
        return [""] * count
    most = lines[0] if len(lines) == 1 else map(max, *lines)
    return [_height(number) for number in most]


def _height(lines: int) -> str:
    """The attributes of a row's height, in whole pixels, as XlsxWriter writes it."""
    if lines < 2:
        return ""
    return f' ht="{int(fitting.height_for(lines) * 4 / 3) * 3 / 4:g}" customHeight="1"'


class _Lines(dict[Entry, int]):
    """How many lines a text takes in a column of that width."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, entry: Entry) -> int:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        self[entry] = lines = text_lines(entry, self._width)
        return lines


class _Fragments(dict[Entry, str]):
    """What follows a row's number in a cell: style, type, value, and the beginning of the next cell."""

    def __init__(self, position: int, plain: str, typed: str, *, last: bool) -> None:
        super().__init__()
        self._plain, self._typed = plain, typed
        self._next = "</row>" if last else f'<c r="{letters(position + 2)}'

    def __missing__(self, entry: Entry) -> str:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        self[entry] = fragment = self._cell(entry) + self._next
        return fragment

    def _cell(self, entry: Entry) -> str:
        if isinstance(entry, str):
            if not entry:
                return f'" s="{self._plain}"/>'
            style = self._typed if is_formula_like(entry) else self._plain
            keep = ' xml:space="preserve"' if entry != entry.strip() or "\n" in entry else ""
            return f'" s="{style}" t="inlineStr"><is><t{keep}>{_text(entry)}</t></is></c>'
        if isinstance(entry, Link):
            formula, text = _text(entry.formula), _text(entry.text)
            return f'" s="{self._plain}" t="str"><f>{formula}</f><v>{text}</v></c>'
        if entry is None:
            return f'" s="{self._plain}"/>'
        return f'" s="{self._plain}"><v>{_number(entry)}</v></c>'


def _number(entry: float | date) -> str:
    """A number, or a date as the days since the day zero of spreadsheets."""
    if isinstance(entry, datetime):
        return repr((entry - _DAY_ZERO) / timedelta(days=1))
    if isinstance(entry, date):
        return str(entry.toordinal() - _DAY_ZERO.toordinal())
    return repr(entry)


def _text(text: str) -> str:
    """Text for XML; characters that XML cannot hold are written as Excel writes them."""
    return escape(_CONTROL.sub(lambda found: f"_x{ord(found.group()):04X}_", text))
