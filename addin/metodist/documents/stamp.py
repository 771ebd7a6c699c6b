"""What a document says about itself in a hidden property: which one it is and what it was made from.

The property survives editing and saving in Word and LibreOffice, so that a document is known under any file name.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from html import escape, unescape
from pathlib import Path

PART = "docProps/custom.xml"
_NAME = "metodist.document"
_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PROPERTY = re.compile(rf'<property\b[^>]*\bname="{re.escape(_NAME)}"[^>]*>(.*?)</property>', re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_LONGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which document this is.

    Args:
        programme: The programme's code.
        period: The reported period's code.
        kind: The id of its kind.
        subject: Whom it is about, as in the journal.
        data: SHA-256 over what it was made from.
        made: When, local time, ISO.
        number: Empty for a draft.
        day: The document's date, ISO; empty for a draft.
    """

    programme: str
    period: str
    kind: str
    subject: str
    data: str
    made: str
    number: str = ""
    day: str = ""


def stamped(parts: Mapping[str, bytes], stamp: Stamp) -> dict[str, bytes]:
    """A package's parts with the stamp, an earlier one replaced."""
    value = escape(json.dumps(asdict(stamp), ensure_ascii=False, separators=(",", ":")), quote=False)
    properties = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{_FORMAT}" pid="2" name="{_NAME}"><vt:lpwstr>{value}</vt:lpwstr></property></Properties>'
    )
    made = dict(parts) | {PART: properties.encode("utf-8")}
    if PART.encode() not in made[_TYPES]:
        override = f'<Override PartName="/{PART}" ContentType="{_CONTENT_TYPE}"/></Types>'
        made[_TYPES] = made[_TYPES].replace(b"</Types>", override.encode())
    if PART.encode() not in made[_RELATIONS]:
        link = f'<Relationship Id="rIdMetodist" Type="{_RELATION}" Target="{PART}"/></Relationships>'
        made[_RELATIONS] = made[_RELATIONS].replace(b"</Relationships>", link.encode())
    return made


def without_stamp(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """A package's parts without the stamp."""
    made = dict(parts)
    if PART in made:
        made[PART] = _PROPERTY.sub("", made[PART].decode("utf-8")).encode("utf-8")
    return made


def stamp_of(content: bytes) -> Stamp | None:
    """What a document says about itself; ``None`` where it says nothing that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if package.getinfo(PART).file_size > _LONGEST:
                return None
            text = package.read(PART).decode("utf-8")
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, OSError, RuntimeError):
        return None
    found = _PROPERTY.search(text)
    if found is None:
        return None
    try:
        fields = json.loads(unescape(_MARKUP.sub("", found[1])))
        return Stamp(**{name: str(value) for name, value in fields.items()})
    except (ValueError, TypeError, AttributeError):
        return None


def stamp_at(path: Path) -> Stamp | None:
    """The stamp of a file; ``None`` where there is no file, or none in it."""
    try:
        return stamp_of(path.read_bytes())
    except OSError:
        return None
