"""What kind of file this is and whether it may be opened at all: asked before anything is parsed.

The answer is the parts of an .xlsx package, inflated within limits, or one :class:`Refusal`. Nothing outside the
file is read, nothing is fetched.
"""

from __future__ import annotations

import errno
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from metodist.intake.kinds import kind_of_bytes, kind_of_package
from metodist.intake.refusals import Reason, Refusal

MAX_PARTS = 1_000
MAX_UNPACKED = 150 * 1024 * 1024
MAX_RATIO = 100
#: Below this size (bytes, unpacked) a part may be packed as tightly as it likes.
RATIO_FREE = 100 * 1024

_SHARING_VIOLATIONS = (32, 33)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_ENCODINGS = (b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii")
_MARKUP = (".xml", ".rels", ".vml")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def read_bytes(path: Path) -> bytes:
    """The file's bytes, at most :data:`MAX_UNPACKED` of them.

    Raises:
        Refusal: Missing, a folder, not readable, held open, too large, empty, or the owner file of an open workbook.
    """
    if path.name.startswith("~$"):
        raise Refusal(Reason.OWNER_FILE, name=path.name.removeprefix("~$"))
    try:
        if path.is_dir():
            raise Refusal(Reason.FOLDER)
        if path.stat().st_size > MAX_UNPACKED:
            raise Refusal(Reason.TOO_LARGE)
        content = path.read_bytes()
    except OSError as error:
        raise _why_not(path, error) from error
    if not content:
        raise Refusal(Reason.EMPTY)
    return content


def _why_not(path: Path, error: OSError) -> Refusal:
    if isinstance(error, FileNotFoundError):
        return Refusal(Reason.MISSING)
    held = getattr(error, "winerror", None) in _SHARING_VIOLATIONS or error.errno in (errno.EBUSY, errno.ETXTBSY)
    owner = path.with_name(f"~${path.name}")
    if held or (isinstance(error, PermissionError) and owner.exists()):
        return Refusal(Reason.HELD_OPEN)
    return Refusal(Reason.NO_ACCESS)


def open_package(content: bytes) -> Mapping[str, bytes]:
    """The parts of a workbook by name, every one inflated and free of DOCTYPE.

    Raises:
        Refusal: Not an .xlsx workbook, damaged, or beyond the limits.
    """
    other = kind_of_bytes(content)
    if other is not None:
        raise Refusal(other)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = package.infolist()
            _check_members(members)
            parts = {member.filename: package.read(member) for member in members if not member.is_dir()}
    except _BROKEN as error:
        whole = content.rfind(b"PK\x05\x06") >= 0
        raise Refusal(Reason.DAMAGED if whole else Reason.TRUNCATED) from error
    foreign = kind_of_package(parts)
    if foreign is not None:
        raise Refusal(foreign)
    for name, data in parts.items():
        if name.lower().endswith(_MARKUP):
            _check_markup(data)
    return parts


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_PARTS:
        raise Refusal(Reason.TOO_MANY_PARTS)
    if len({member.filename.casefold() for member in members}) != len(members):
        raise Refusal(Reason.DUPLICATE_PARTS)
    if any(_leaves(member.filename) for member in members):
        raise Refusal(Reason.UNSAFE_PATH)
    if any(member.compress_type not in _METHODS or member.flag_bits & 1 for member in members):
        raise Refusal(Reason.DAMAGED)
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Refusal(Reason.TOO_BIG_UNPACKED)
    for member in members:
        if member.file_size > RATIO_FREE and member.file_size > MAX_RATIO * member.compress_size:
            raise Refusal(Reason.RATIO)


def _leaves(name: str) -> bool:
    """A member that a careless unpacker would write elsewhere: ``../``, an absolute path, a drive, a backslash."""
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _check_markup(data: bytes) -> None:
    plain = data.replace(b"\0", b"") if b"\0" in data else data
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Refusal(Reason.DOCTYPE)
    declared = _DECLARED.search(plain[:300])
    if declared and declared[1].lower() not in _ENCODINGS:
        raise Refusal(Reason.DAMAGED)
