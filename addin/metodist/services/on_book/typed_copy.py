"""A copy of a saved workbook with what was typed since then: the office needs a third of a second to write one itself.

Values go into the XML of the sheets they stand on, all other parts are copied as they are packed. Formats that were
changed and not saved are not in it; «Вернуть как было» needs none but those of the cells that a command has filled,
which it writes down itself.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from metodist.intake.addresses import address
from metodist.intake.cells import BOOLEAN, ERROR, NUMBER, RawCell
from metodist.layout.raw_zip import Packed, Piece, archive, packed

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Sheet name → place → the cell as it is now; ``None`` for one that was emptied.
Changes = Mapping[str, Mapping[tuple[int, int], RawCell | None]]

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
#: More than that is no typing; the office then writes the copy itself.
_MOST = 5000
_TYPES = {NUMBER: "n", BOOLEAN: "b", ERROR: "e"}
#: What XML cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_typed_copy(source: Path, changes: Changes, target: Path) -> bool:
    """Write the copy.

    Args:
        source: The saved .xlsx.
        changes: What was typed since it was saved.
        target: Written anew.

    Returns:
        False, and nothing is written, where the file is of another kind or the changes have no place in it.

    Raises:
        OSError: The file cannot be read or the copy not be written.
    """
    if sum(map(len, changes.values())) > _MOST:
        return False
    try:
        with zipfile.ZipFile(source) as package:
            parts = _changed_parts(package, changes)
            if parts is None:
                return False
            whole = archive(_member(package, source, info, parts) for info in package.infolist())
    except (zipfile.BadZipFile, LookupError, ValueError, SyntaxError, zlib.error):
        return False
    target.write_bytes(whole)
    return True


def _changed_parts(package: zipfile.ZipFile, changes: Changes) -> dict[str, bytes] | None:
    from metodist.programme.passport_patch import as_xml, parsed, recalculated_on_load

    places = _sheet_parts(parsed(package, _WORKBOOK), parsed(package, _RELATIONS))
    parts = {_WORKBOOK: recalculated_on_load(package)}
    for name, cells in changes.items():
        if name not in places:
            return None
        root = parsed(package, places[name])
        if not _typed_into(root, cells):
            return None
        parts[places[name]] = as_xml(root)
    return parts


def _sheet_parts(workbook: _Element, relations: _Element) -> dict[str, str]:
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    return {
        sheet.get("name", ""): posixpath.normpath(posixpath.join("/xl", targets[sheet.get(_RELATION)])).lstrip("/")
        for sheet in workbook.iter(f"{_MAIN}sheet")
    }


def _typed_into(root: _Element, cells: Mapping[tuple[int, int], RawCell | None]) -> bool:
    """Put the cells into a sheet's XML; whether every row and cell there says where it stands.

    A formula that was typed over may be what others of its group are read from, and the order of calculation names it:
    the office then writes the copy.
    """
    data = root.find(f"{_MAIN}sheetData")
    if data is None or any(row.get("r") is None for row in data):
        return False
    rows = {int(row.get("r", "0")): row for row in data}
    for (number, column), cell in sorted(cells.items()):
        row = rows.get(number)
        if row is None:
            row = rows[number] = _new_row(data, number)
        if any(found.get("r") is None for found in row):
            return False
        found = _cell_of(row, number, column)
        if found.find(f"{_MAIN}f") is not None:
            return False
        _put(found, cell)
    return True


def _new_row(data: _Element, number: int) -> _Element:
    from lxml.etree import Element

    row = Element(f"{_MAIN}row", r=str(number))
    data.insert(sum(int(other.get("r", "0")) < number for other in data), row)
    return row


def _cell_of(row: _Element, number: int, column: int) -> _Element:
    from lxml.etree import Element

    wanted = address(number, column)
    before = 0
    for found in row:
        if found.get("r") == wanted:
            return found
        before += _order(found.get("r", "")) < _order(wanted)
    made = Element(f"{_MAIN}c", r=wanted)
    row.insert(before, made)
    return made


def _order(cell: str) -> tuple[int, str]:
    letters = cell.rstrip("0123456789")
    return len(letters), letters


def _put(found: _Element, cell: RawCell | None) -> None:
    """The value, or the formula without one; the style of the saved cell stays."""
    from lxml.etree import SubElement

    found.attrib.pop("t", "")
    for child in list(found):
        found.remove(child)
    if cell is None:
        return
    text = _FORBIDDEN.sub("", cell.value)
    if cell.formula:
        SubElement(found, f"{_MAIN}f").text = _FORBIDDEN.sub("", cell.formula)
    elif cell.kind in _TYPES:
        found.set("t", _TYPES[cell.kind])
        SubElement(found, f"{_MAIN}v").text = text
    else:
        found.set("t", "inlineStr")
        inline = SubElement(SubElement(found, f"{_MAIN}is"), f"{_MAIN}t")
        inline.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        inline.text = text


def _member(package: zipfile.ZipFile, source: Path, info: zipfile.ZipInfo, parts: Mapping[str, bytes]) -> Packed:
    """A changed part packed anew, any other as it is packed."""
    if info.filename in parts:
        return packed(info.filename, [Piece.of(parts[info.filename], level=1)])
    if info.compress_type != zipfile.ZIP_DEFLATED:
        return packed(info.filename, [Piece.of(package.read(info), level=1)])
    with source.open("rb") as file:
        file.seek(info.header_offset)
        head = file.read(30)
        file.seek(int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little"), 1)
        deflated = file.read(info.compress_size)
    return Packed(info.filename.encode(), info.CRC, info.file_size, (deflated,))
