"""Cell values as JSON and back: one codec for both sides of the wire.

A date is ``{"d": "2026-05-17T08:30:00"}``, an error value is ``{"e": "#N/A"}``; all else is JSON already.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from .cells import CellError

#: What JSON carries as it is: nearly all of a sheet, so it is not looked into.
_PLAIN = frozenset((str, float, int, bool, type(None)))


def pack(value: Any) -> Any:
    """The value as JSON can carry it; goes through lists and tuples."""
    if isinstance(value, (list, tuple)):
        return [item if type(item) in _PLAIN else pack(item) for item in value]
    if isinstance(value, CellError):
        return {"e": str(value)}
    if isinstance(value, dt.date):
        return {"d": value.isoformat()}
    return value


def unpack(value: Any) -> Any:
    """The value that `pack` was given; tuples come back as lists."""
    if isinstance(value, list):
        return [item if type(item) in _PLAIN else unpack(item) for item in value]
    if isinstance(value, dict):
        if "e" in value:
            return CellError(value["e"])
        if "d" in value:
            text = value["d"]
            return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
    return value


def to_line(message: dict[str, Any]) -> bytes:
    """One message as one line of UTF-8."""
    return json.dumps(message, ensure_ascii=False).encode("utf-8") + b"\n"


def from_line(line: bytes) -> dict[str, Any]:
    """The message of one line."""
    message: dict[str, Any] = json.loads(line.decode("utf-8"))
    return message
