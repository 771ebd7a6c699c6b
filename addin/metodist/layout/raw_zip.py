"""Zip archives joined from pieces that are deflated already, so that what never changes is deflated once."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _DEFLATED, _UTF8 = 20, 8, 0x800
_MIDNIGHT, _FIRST_DAY = 0, 0x21
"""1 January 1980: the time of every member, as Excel writes it."""
_LAST_BLOCK = b"\x03\x00"
"""An empty deflate block that ends a stream."""
_LONGEST_STORED = 65_535


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a member: its plain bytes and the same as whole deflate blocks, which more blocks may follow."""

    plain: bytes
    deflated: bytes

    @classmethod
    def of(cls, plain: bytes, level: int = 6) -> Piece:
        """Deflate a part that will be used many times; at ``level`` 1 one that is written once and in a hurry."""
        deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
        return cls(plain, deflate.compress(plain) + deflate.flush(zlib.Z_FULL_FLUSH))

    @classmethod
    def short(cls, plain: bytes) -> Piece:
        """Wrap a part that is used once and is too short to be worth deflating.

        Args:
            plain: At most 65,535 bytes.

        Raises:
            ValueError: It is longer.
        """
        if len(plain) > _LONGEST_STORED:
            raise ValueError(len(plain))
        return cls(plain, struct.pack("<BHH", 0, len(plain), len(plain) ^ 0xFFFF) + plain)


@dataclass(frozen=True, slots=True)
class Packed:
    """A whole member as it stands in an archive."""

    name: bytes
    crc: int
    size: int
    deflated: tuple[bytes, ...]

    @property
    def packed_size(self) -> int:
        """The bytes it takes."""
        return sum(map(len, self.deflated))


def packed(name: str, pieces: Sequence[Piece], crc: int | None = None) -> Packed:
    """Join pieces to a member.

    Args:
        name: The member's path inside the archive.
        pieces: Its parts in order; at least one.
        crc: The CRC-32 of the first piece where it is known: the longest is usually the first.
    """
    total = zlib.crc32(pieces[0].plain) if crc is None else crc
    for piece in pieces[1:]:
        total = zlib.crc32(piece.plain, total)
    size = sum(len(piece.plain) for piece in pieces)
    return Packed(name.encode(), total, size, (*(piece.deflated for piece in pieces), _LAST_BLOCK))


def archive(members: Iterable[Packed]) -> bytes:
    """A whole zip file of these members; fewer than 65,536 of them and less than 4 GB together."""
    found, directory, offset = [], [], 0
    for member in members:
        flags = 0 if member.name.isascii() else _UTF8
        packed_size = member.packed_size
        common = (flags, _DEFLATED, _MIDNIGHT, _FIRST_DAY, member.crc, packed_size, member.size, len(member.name), 0)
        head = _LOCAL.pack(b"PK\x03\x04", _VERSION, *common) + member.name
        found.append((head, *member.deflated))
        entry = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *common, 0, 0, 0, 0, offset)
        directory.append(entry + member.name)
        offset += len(head) + packed_size
    size = sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(directory), len(directory), size, offset, 0)
    return b"".join((*chain.from_iterable(found), *directory, end))
