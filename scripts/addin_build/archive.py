"""Zip archives that come out byte for byte the same on every machine."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOMENT = (2024, 1, 1, 0, 0, 0)
_UNIX = 3


def archive(parts: Mapping[str, bytes]) -> bytes:
    """The archive of ``parts`` in their order.

    Parts are stored, not deflated: zlib's versions differ in their output, and the committed file is compared.

    Args:
        parts: The content by the name inside the archive.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system = _UNIX
            entry.external_attr = 0o100644 << 16
            package.writestr(entry, content)
    return out.getvalue()
