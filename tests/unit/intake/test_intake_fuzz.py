"""Spoiled files: whatever the bytes, the answer is a return with findings, never an exception."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest

from metodist.domain.returns import Status
from returned import GOOD_STAFF, check_path, half_scored, packed, parts_of, table

SPLICES = (
    b"<v>9999999999</v>",
    b"<v>-1</v>",
    b'<c r="ZZZ9"><v>1</v></c>',
    b"<f>",
    b"</row>",
    b"&amp;",
    b"&#0;",
    b'r="A1"',
    b'r:id="rId99"',
    b' t="s"',
    b' s="99999"',
    b' s="-1"',
    b' s="x"',
    b' si="x" t="shared"',
    b"\xff\xfe",
    b"<![CDATA[x]]>",
    b'count="99999999999"',
    b'numFmtId="x"',
    b'Target="../../../etc/passwd"',
)


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """The file with one to three of its parts damaged as disks, networks and bad programs do."""
    parts = parts_of(content)
    for name in chance.sample(sorted(parts), chance.randint(1, 3)):
        data = bytearray(parts[name])
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(data) or 1)
            kind = chance.randrange(4)
            if kind == 0:
                data[place : place + 1] = bytes([chance.randrange(256)])
            elif kind == 1:
                del data[place : place + chance.randint(1, 40)]
            elif kind == 2:
                data[place:place] = chance.choice(SPLICES)
            else:
                digits = [index for index, byte in enumerate(data) if 48 <= byte <= 57] or [place]
                data[chance.choice(digits)] = chance.choice(b"0123456789-eE.")
        parts[name] = bytes(data)
    return packed(parts)


@pytest.mark.parametrize("seed", range(20))
def test_spoiled_part(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    stream = io.BytesIO()
    table(GOOD_STAFF, contests="Учитель года | Иванова А. А.").save(stream)
    path = tmp_path / "таблица.xlsx"
    for _ in range(10):
        path.write_bytes(spoiled(stream.getvalue(), chance))
        returned = check_path(path, half_scored).returned
        assert returned.status in Status
        assert returned.status is Status.ACCEPTED or returned.findings


@pytest.mark.parametrize("seed", range(10))
def test_spoiled_package(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    stream = io.BytesIO()
    table().save(stream)
    path = tmp_path / "таблица.xlsx"
    for _ in range(10):
        data = bytearray(stream.getvalue())
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.randrange(len(data))] if chance.random() < 0.2 else data)
        assert check_path(path).returned.status in Status
