"""Writes the compound file ([MS-CFB], version 3) that ``vbaProject.bin`` is, from nothing but its streams."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

#: A storage: streams and further storages by name.
Tree = dict[str, "bytes | Tree"]

_SECTOR, _SMALL_SECTOR, _SMALL_LIMIT, _HEADER_SECTORS = 512, 64, 4096, 109
_FREE, _END, _OF_FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass(slots=True)
class _Entry:
    """One line of the directory; links are line numbers."""

    name: str
    kind: int
    data: bytes = b""
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = _END

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        links = struct.pack("<HBBIII", len(name), self.kind, 1, self.left, self.right, self.child)
        start = 0 if self.kind == _STORAGE else self.start
        return name.ljust(64, b"\0") + links + b"\0" * 16 + struct.pack("<IQQIQ", 0, 0, 0, start, len(self.data))


@dataclass(slots=True)
class _Sectors:
    """Sectors of one size with the table that chains them."""

    size: int
    content: bytearray = field(default_factory=bytearray)
    chain: list[int] = field(default_factory=list)

    def put(self, data: bytes) -> int:
        """Append ``data``; the number of its first sector."""
        if not data:
            return _END
        first = len(self.chain)
        count = -(-len(data) // self.size)
        self.content += data.ljust(count * self.size, b"\0")
        self.chain += [*range(first + 1, first + count), _END]
        return first


def compound_file(tree: Tree) -> bytes:
    """The compound file with these storages and streams.

    Raises:
        ValueError: The content is larger than 7 MB, which needs a longer sector table than is written here.
    """
    entries = _directory(tree)
    large, small = _Sectors(_SECTOR), _Sectors(_SMALL_SECTOR)
    for entry in entries:
        if entry.kind == _STREAM:
            entry.start = (small if len(entry.data) < _SMALL_LIMIT else large).put(entry.data)
    entries[0].data = bytes(small.content)
    entries[0].start = large.put(entries[0].data)
    small_table = struct.pack(f"<{len(small.chain)}I", *small.chain)
    small_table += b"\xff" * (-len(small_table) % _SECTOR)
    small_start = large.put(small_table)
    directory_start = large.put(_packed(entries))
    return _file(large, directory_start, small_start, len(small_table) // _SECTOR)


def _file(large: _Sectors, directory: int, small_table: int, small_tables: int) -> bytes:
    """Header, sectors, and the table of sectors after them."""
    tables = 1
    while len(large.chain) + tables > tables * (_SECTOR // 4):
        tables += 1
    if tables > _HEADER_SECTORS:
        raise ValueError("more than 7 MB of streams")
    places = [*range(len(large.chain), len(large.chain) + tables)]
    chain = [*large.chain, *[_OF_FAT] * tables]
    chain += [_FREE] * (tables * (_SECTOR // 4) - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<9I", 0, tables, directory, 0, _SMALL_LIMIT, small_table, small_tables, _END, 0)
    header += struct.pack(f"<{_HEADER_SECTORS}I", *places, *[_FREE] * (_HEADER_SECTORS - tables))
    return header + bytes(large.content) + struct.pack(f"<{len(chain)}I", *chain)


def _directory(tree: Tree) -> list[_Entry]:
    entries = [_Entry("Root Entry", _ROOT)]
    _fill(entries, entries[0], tree)
    return entries


def _fill(entries: list[_Entry], parent: _Entry, tree: Tree) -> None:
    numbers = []
    for name, content in tree.items():
        numbers.append(len(entries))
        if isinstance(content, bytes):
            entries.append(_Entry(name, _STREAM, content))
        else:
            storage = _Entry(name, _STORAGE)
            entries.append(storage)
            _fill(entries, storage, content)
    numbers.sort(key=lambda number: (len(entries[number].name), entries[number].name.upper()))
    parent.child = _balanced(entries, numbers)


def _balanced(entries: list[_Entry], numbers: list[int]) -> int:
    """Link the sorted lines as a balanced tree, so that all of them may be black; the root's number."""
    if not numbers:
        return _NONE
    middle = len(numbers) // 2
    root = entries[numbers[middle]]
    root.left = _balanced(entries, numbers[:middle])
    root.right = _balanced(entries, numbers[middle + 1 :])
    return numbers[middle]


def _packed(entries: list[_Entry]) -> bytes:
    unused = b"\0" * 64 + struct.pack("<HBBIII", 0, 0, 0, _NONE, _NONE, _NONE) + b"\0" * 48
    lines = [entry.packed() for entry in entries]
    return b"".join(lines + [unused] * (-len(lines) % (_SECTOR // len(unused))))
