"""The smallest workbook of the format before .xlsx (Excel 97–2003), for showing what becomes of one."""

from __future__ import annotations

import struct

_SECTOR = 512
_STREAM_SECTORS = 8
"""A stream of 4096 bytes: the least that needs no second, smaller allocation table."""
_TABLE, _FREE, _END = 0xFFFFFFFD, 0xFFFFFFFF, 0xFFFFFFFE
_NAME_BYTES = 64


def empty_xls() -> bytes:
    """A compound file with one «Workbook» stream that holds a workbook globals record and its end."""
    stream = struct.pack("<HHHHHHIIHH", 0x0809, 16, 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6, 0x000A, 0)
    workbook = stream.ljust(_STREAM_SECTORS * _SECTOR, b"\0")
    chain = [*range(3, 2 + _STREAM_SECTORS), _END]
    table = [_TABLE, _END, *chain]
    sectors = struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(workbook))
    return _header() + sectors + entries.ljust(_SECTOR, b"\0") + workbook


def _header() -> bytes:
    magic = bytes.fromhex("d0cf11e0a1b11ae1")
    versions = struct.pack("<16xHHHHH6x", 0x003E, 3, 0xFFFE, 9, 6)
    # Sector 0 is the allocation table, sector 1 the directory, the stream follows.
    places = struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0)
    return (magic + versions + places).ljust(_SECTOR, b"\xff")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    """One directory entry of 128 bytes; ``kind`` 5 is the root, 2 a stream."""
    label = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBBIII", len(label), kind, 1, _FREE, _FREE, child)
    return label.ljust(_NAME_BYTES, b"\0") + links + struct.pack("<36xIQ", start, size)
