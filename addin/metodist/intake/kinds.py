"""What a file is by its content, whatever its name says."""

from __future__ import annotations

from collections.abc import Mapping

from metodist.intake.refusals import Reason

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_TABLES = (".xlsx", ".xls", ".ods", ".xlsm", ".xlsb", ".csv")
_WORKBOOK_TYPES = (
    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    b"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
)
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"


def kind_of_bytes(content: bytes) -> Reason | None:
    """Why these bytes are no zip package; ``None`` where they begin as one."""
    if content.startswith(_OLE):
        return Reason.ENCRYPTED if _wide("EncryptedPackage") in content else _old_office(content)
    if content.startswith(b"PK"):
        return None
    if content.startswith(b"%PDF"):
        return Reason.PDF
    if content.startswith(b"{\\rtf"):
        return Reason.WORD
    if content.startswith(_ARCHIVES):
        return Reason.ARCHIVE
    if not content.strip(b"\0 \r\n\t"):
        return Reason.TRUNCATED
    return _text_kind(content)


def _old_office(content: bytes) -> Reason:
    return Reason.WORD if _wide("WordDocument") in content else Reason.XLS


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _text_kind(content: bytes) -> Reason:
    head = content[:4096]
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Reason.FOREIGN
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in text:
        return Reason.XML_2003
    if b"<html" in text or text.startswith((b"<!doctype html", b"<table", b"<head", b"<meta", b"mime-version")):
        return Reason.HTML
    separated = any(mark in text for mark in (b";", b",", b"\t"))
    return Reason.CSV if separated and not text.startswith(b"<") else Reason.FOREIGN


def kind_of_package(parts: Mapping[str, bytes]) -> Reason | None:
    """Why this zip package is no workbook that is taken in; ``None`` where it is one."""
    if "[Content_Types].xml" not in parts:
        return _other_zip(parts)
    types = parts["[Content_Types].xml"]
    if "xl/workbook.bin" in parts or b"sheet.binary.macroEnabled.main" in types:
        return Reason.XLSB
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in parts):
        return Reason.MACROS
    if b"wordprocessingml.document" in types:
        return Reason.WORD
    if not any(kind in types for kind in _WORKBOOK_TYPES):
        return Reason.FOREIGN
    if any(_STRICT in data[:2000] for name, data in parts.items() if name.endswith("workbook.xml")):
        return Reason.STRICT
    return None


def _other_zip(parts: Mapping[str, bytes]) -> Reason:
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return Reason.ODS
    if any(name.startswith("xl/") for name in parts):
        return Reason.DAMAGED
    if any(name.lower().endswith(_TABLES) for name in parts):
        return Reason.ARCHIVE
    return Reason.FOREIGN
