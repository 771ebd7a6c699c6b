"""A workbook as raw values: sheets with their cells, defined names, custom properties. Our own reader of .xlsx.

Only what the package itself holds is read: relationships that point outside are counted, never followed.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from metodist.intake.cells import MAX_CELLS, RawSheet, checked_text
from metodist.intake.fast_cells import read_quickly
from metodist.intake.guard import open_package, read_bytes
from metodist.intake.refusals import Reason, Refusal

MAX_SHEETS = 100
MAX_STRINGS = 300_000

_DATE_IDS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_CONTENT_TYPES = "[Content_Types].xml"
_IN_CODE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PADDED = re.compile(r"0{2,}")
_REMOTE_PARTS = ("xl/externalLinks/", "xl/connections.xml", "xl/queryTables/")


class RawBook(NamedTuple):
    """A whole workbook.

    Args:
        sha256: Of the file's bytes, lower-case hex.
        names: Defined names of the whole workbook → what they refer to, without ``=``.
        properties: Custom document properties as text.
        since_1904: Dates count from 1904 (old Macintosh workbooks).
        remote: The package names other files or data sources.
    """

    sha256: str
    sheets: tuple[RawSheet, ...]
    names: dict[str, str]
    properties: dict[str, str]
    since_1904: bool
    remote: bool

    def sheet(self, name: str) -> RawSheet | None:
        """The sheet of that name, or ``None``."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def read_book(path: Path) -> RawBook:
    """Read a workbook in this process; :mod:`metodist.intake.child` does the same in another one.

    Raises:
        Refusal: The file is not a workbook that is taken in.
    """
    content = read_bytes(path)
    parts = open_package(content)
    return _Package(parts).book(hashlib.sha256(content).hexdigest())


class _Package:
    """The parts of one package and how they hang together."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._lower = {name.lower(): name for name in parts}

    def book(self, sha256: str) -> RawBook:
        self._tree(_CONTENT_TYPES)
        main = self._main_part()
        root = self._tree(main)
        relations = self._relations(main)
        strings = self._strings(relations)
        forms = self._forms(relations)
        sheets = []
        for element in _children(root, "sheet"):
            part = relations.get(_attribute(element, "id"), ("", ""))[1]
            name, state = checked_text(element.get("name", "")), element.get("state", "visible")
            sheets.append(RawSheet(name, state, *read_quickly(self._data(part), strings, forms)))
            if sum(len(sheet.cells) for sheet in sheets) > MAX_CELLS:
                raise Refusal(Reason.TOO_MANY_CELLS)
        if not sheets or len(sheets) > MAX_SHEETS:
            raise Refusal(Reason.DAMAGED)
        return RawBook(
            sha256=sha256,
            sheets=tuple(sheets),
            names=_names(root),
            properties=self._properties(),
            since_1904=any(_truth(item.get("date1904")) for item in _children(root, "workbookPr")),
            remote=any(name.startswith(_REMOTE_PARTS) for name in self._parts),
        )

    def _main_part(self) -> str:
        for kind, target in self._relations("").values():
            if kind == "officeDocument":
                return target
        raise Refusal(Reason.DAMAGED)

    def _data(self, part: str) -> bytes:
        name = self._lower.get(part.lower())
        if name is None:
            raise Refusal(Reason.DAMAGED)
        return self._parts[name]

    def _tree(self, part: str) -> Element:
        return parse_xml(self._data(part))

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship id → last word of its type, and the part inside the package that it names."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels.lower() not in self._lower:
            return {}
        found = {}
        for item in self._tree(rels):
            if item.get("TargetMode") == "External":
                continue
            target = item.get("Target", "")
            inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = item.get("Type", "").rpartition("/")[2]
            found[item.get("Id", "")] = (kind, posixpath.normpath(inside))
        return found

    def _strings(self, relations: Mapping[str, tuple[str, str]]) -> list[str]:
        part = _part_of(relations, "sharedStrings")
        if not part:
            return []
        root = self._tree(part)
        if len(root) > MAX_STRINGS:
            raise Refusal(Reason.TOO_MANY_CELLS)
        return [checked_text(_string(item)) for item in root]

    def _forms(self, relations: Mapping[str, tuple[str, str]]) -> list[str]:
        part = _part_of(relations, "styles")
        if not part:
            return []
        root = self._tree(part)
        codes = {item.get("numFmtId", ""): item.get("formatCode", "") for item in _children(root, "numFmt")}
        formats = next(iter(_children(root, "cellXfs")), None)
        if formats is None:
            return []
        return [_form(item.get("numFmtId", "0"), codes) for item in formats]

    def _properties(self) -> dict[str, str]:
        part = _part_of(self._relations(""), "custom-properties")
        if not part or part.lower() not in self._lower:
            return {}
        return {item.get("name", ""): checked_text("".join(item.itertext())) for item in self._tree(part)}


def parse_xml(data: bytes) -> Element:
    """One small part as a tree, without entities and without the network.

    Raises:
        Refusal: Not well-formed.
    """
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Refusal(Reason.DOCTYPE) from error
    except (ParseError, ValueError, LookupError) as error:
        raise Refusal(Reason.DAMAGED) from error
    return root


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _children(root: Element, name: str) -> list[Element]:
    """Elements of that local name anywhere below."""
    return [element for element in root.iter() if _local(element) == name]


def _attribute(element: Element, name: str) -> str:
    """An attribute by its local name (``r:id``)."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name and "}" in key), "")


def _truth(text: str | None) -> bool:
    return text in ("1", "true", "on")


def _part_of(relations: Mapping[str, tuple[str, str]], kind: str) -> str:
    return next((target for found, target in relations.values() if found == kind), "")


def _string(item: Element) -> str:
    """One shared string: plain or rich text; the phonetic guide is left out."""
    pieces: list[str] = []
    for child in item:
        name = _local(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            pieces.extend(text.text or "" for text in child if _local(text) == "t")
    return "".join(pieces)


def _names(root: Element) -> dict[str, str]:
    found = (item for item in _children(root, "definedName") if item.get("localSheetId") is None)
    return {item.get("name", ""): checked_text(item.text or "") for item in found}


def _form(number_format: str, codes: Mapping[str, str]) -> str:
    code = codes.get(number_format, "")
    if not code:
        return "date" if number_format.isdigit() and int(number_format) in _DATE_IDS else ""
    bare = _IN_CODE.sub("", code.split(";")[0])
    if any(letter in bare.lower() for letter in ("d", "y", "д", "г")) and bare.lower() != "general":
        return "date"
    return bare if _PADDED.fullmatch(bare) else ""
