"""A workbook as plain tuples for the way between two processes: marshalled, so that nothing is executed on arrival."""

from __future__ import annotations

import marshal
import struct
from typing import IO, Any

from metodist.intake.cells import RawCell, RawSheet
from metodist.intake.package import RawBook

_LENGTH = struct.Struct("<Q")


def send(stream: IO[bytes], message: Any) -> None:
    """Write one message of plain values: its length, then its bytes."""
    payload = marshal.dumps(message)
    stream.write(_LENGTH.pack(len(payload)))
    stream.write(payload)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read one message.

    Raises:
        EOFError: The other side is gone.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (size,) = _LENGTH.unpack(head)
    payload = stream.read(size)
    if len(payload) < size:
        raise EOFError
    return marshal.loads(payload)  # noqa: S302 - plain values only, sent by our own process


def pack_book(book: RawBook) -> tuple[Any, ...]:
    """The workbook as nested plain tuples and dictionaries."""
    sheets = tuple(_pack_sheet(sheet) for sheet in book.sheets)
    return (book.sha256, sheets, book.names, book.properties, book.since_1904, book.remote)


def unpack_book(packed: tuple[Any, ...]) -> RawBook:
    """The inverse of :func:`pack_book`."""
    sha256, sheets, names, properties, since_1904, remote = packed
    return RawBook(sha256, tuple(_unpack_sheet(sheet) for sheet in sheets), names, properties, since_1904, remote)


def _pack_sheet(sheet: RawSheet) -> tuple[Any, ...]:
    places = tuple(sheet.cells)
    columns = tuple(zip(*sheet.cells.values(), strict=True))
    return (sheet.name, sheet.state, places, columns, sheet.protected, sheet.validations)


def _unpack_sheet(packed: tuple[Any, ...]) -> RawSheet:
    name, state, places, columns, protected, validations = packed
    cells = dict(zip(places, map(RawCell._make, zip(*columns, strict=True)), strict=True))
    return RawSheet(name, state, cells, protected, validations)
