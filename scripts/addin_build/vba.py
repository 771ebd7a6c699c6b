"""Replaces module sources inside a ``vbaProject.bin`` ([MS-OVBA]); everything else of the project stays as it is."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING

import olefile

from addin_build.compound import Tree, compound_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_CHUNK = 4096
_COMPRESSED, _RAW = 0xB000, 0x3FFF
_VERSION, _STREAM_NAME, _OFFSET = 0x09, 0x1A, 0x31
_ENCODING = "cp1252"
#: The longest search for a repetition: enough for sources, and quick.
_TRIES = 64


def with_sources(project: bytes, changes: Mapping[str, Callable[[str], str]]) -> bytes:
    """The project with some sources changed.

    Args:
        project: Content of ``vbaProject.bin``.
        changes: What becomes of a module's source, by the module's stream name.

    Raises:
        KeyError: The project has no such module.
        UnicodeEncodeError: A source has letters outside the project's code page.
    """
    tree = _streams(project)
    vba = tree["VBA"]
    if isinstance(vba, bytes):
        raise KeyError("VBA")
    directory = bytearray(decompressed(_bytes(vba["dir"])))
    places = _offset_places(bytes(directory))
    for name, change in changes.items():
        (offset,) = struct.unpack_from("<I", directory, places[name])
        source = decompressed(_bytes(vba[name])[offset:]).decode(_ENCODING)
        # Without the compiled copy in front of it: Office compiles the source anew.
        vba[name] = compressed(change(source).encode(_ENCODING))
        struct.pack_into("<I", directory, places[name], 0)
    vba["dir"] = compressed(bytes(directory))
    return compound_file(tree)


def _bytes(content: bytes | Tree) -> bytes:
    if not isinstance(content, bytes):
        raise TypeError("a storage stands where a stream is expected")
    return content


def _streams(project: bytes) -> Tree:
    tree: Tree = {}
    with olefile.OleFileIO(BytesIO(project)) as ole:
        for path in ole.listdir():
            place = tree
            for name in path[:-1]:
                inner = place.setdefault(name, {})
                if isinstance(inner, bytes):
                    raise TypeError(name)
                place = inner
            place[path[-1]] = ole.openstream(path).read()
    return tree


def _offset_places(directory: bytes) -> dict[str, int]:
    """Where the directory keeps the offset of each module's source, by stream name."""
    places: dict[str, int] = {}
    name, position = "", 0
    while position < len(directory):
        record, size = struct.unpack_from("<HI", directory, position)
        if record == _VERSION:
            # Its size leaves out two bytes, says the specification.
            position += 12
            continue
        content = position + 6
        if record == _STREAM_NAME:
            name = directory[content : content + size].decode(_ENCODING)
        elif record == _OFFSET:
            places[name] = content
        position = content + size
    return places


def decompressed(container: bytes) -> bytes:
    """Section 2.4.1.3.1: the content of a compressed container."""
    out, position = bytearray(), 1
    while position < len(container):
        (header,) = struct.unpack_from("<H", container, position)
        end = position + (header & 0xFFF) + 3
        position += 2
        if header & 0x8000:
            _read_chunk(container, position, min(end, len(container)), out)
        else:
            out += container[position : position + _CHUNK]
        position = end
    return bytes(out)


def _read_chunk(container: bytes, position: int, end: int, out: bytearray) -> None:
    start = len(out)
    while position < end:
        flags = container[position]
        position += 1
        for bit in range(8):
            if position >= end:
                return
            if not flags >> bit & 1:
                out.append(container[position])
                position += 1
                continue
            (token,) = struct.unpack_from("<H", container, position)
            position += 2
            bits = _offset_bits(len(out) - start)
            offset, length = (token >> (16 - bits)) + 1, (token & (0xFFFF >> bits)) + 3
            for _ in range(length):
                out.append(out[-offset])


def compressed(content: bytes) -> bytes:
    """Section 2.4.1.3.6: a compressed container of ``content``."""
    out = bytearray(b"\x01")
    for start in range(0, len(content), _CHUNK):
        chunk = content[start : start + _CHUNK]
        body = _packed_chunk(chunk)
        if len(body) >= _CHUNK:
            out += struct.pack("<H", _RAW) + chunk.ljust(_CHUNK, b"\0")
        else:
            out += struct.pack("<H", _COMPRESSED | (len(body) - 1)) + body
    return bytes(out)


def _packed_chunk(chunk: bytes) -> bytes:
    body, position = bytearray(), 0
    while position < len(chunk):
        flag_at = len(body)
        body.append(0)
        for bit in range(8):
            if position >= len(chunk):
                break
            offset, length = _repetition(chunk, position)
            if length:
                body += struct.pack("<H", (offset - 1) << (16 - _offset_bits(position)) | (length - 3))
                body[flag_at] |= 1 << bit
                position += length
            else:
                body.append(chunk[position])
                position += 1
    return bytes(body)


def _offset_bits(position: int) -> int:
    """How many bits of a token hold the distance, ``position`` bytes into a chunk."""
    return max((position - 1).bit_length(), 4) if position else 4


def _repetition(chunk: bytes, position: int) -> tuple[int, int]:
    """Distance and length of the longest earlier copy of what follows; length 0 where none is worth it."""
    limit = min((0xFFFF >> _offset_bits(position)) + 3, len(chunk) - position)
    if limit < 3 or not position:
        return 0, 0
    beginning = chunk[position : position + 3]
    offset = longest = 0
    found = chunk.rfind(beginning, 0, position + 2)
    for _ in range(_TRIES):
        if found < 0 or longest == limit:
            break
        length = 3
        while length < limit and chunk[found + length] == chunk[position + length]:
            length += 1
        if length > longest:
            offset, longest = position - found, length
        found = chunk.rfind(beginning, 0, found + 2)
    return offset, longest
