"""Changes the year in the XML of a programme workbook's «Паспорт», and nothing else."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from lxml import etree

from metodist.errors import UserError
from metodist.messages import say
from metodist.programme.passport_rows import PASSPORT_ROWS
from metodist.programme.records import as_date
from metodist.programme.schema import FIRST_ROW, PASSPORT
from metodist.programme.words import same_word, squeezed

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK = "xl/workbook.xml"
_STRINGS = "xl/sharedStrings.xml"
#: Columns of «Паспорт», as the schema orders them: section, name, value.
_NAME, _VALUE = "B", "C"
_YEAR_ROW, _DEADLINE_ROW = (
    next(name for name, attribute, *_ in PASSPORT_ROWS if attribute == wanted) for wanted in ("year", "deadline")
)


@dataclass(frozen=True, slots=True)
class _Passport:
    """The sheet's XML with what is needed to read its cells."""

    part: str
    root: etree._Element
    strings: tuple[str, ...]
    day_zero: date

    def row(self, name: str) -> etree._Element | None:
        """The row whose second cell holds ``name``."""
        for row in self.root.iter(f"{_MAIN}row"):
            number = row.get("r", "0")
            if int(number) >= FIRST_ROW and same_word(self.text(self.cell(row, _NAME)), name):
                return row
        return None

    def cell(self, row: etree._Element, column: str) -> etree._Element | None:
        """The row's cell in a column; ``None`` where the file has none."""
        address = f"{column}{row.get('r')}"
        return next((cell for cell in row.iter(f"{_MAIN}c") if cell.get("r") == address), None)

    def text(self, cell: etree._Element | None) -> str:
        """The cell's value as text: shared and inline strings, numbers as they are stored."""
        if cell is None:
            return ""
        if cell.get("t") == "inlineStr":
            return squeezed("".join(part.text or "" for part in cell.iter(f"{_MAIN}t")))
        stored = cell.findtext(f"{_MAIN}v") or ""
        return self.strings[int(stored)] if cell.get("t") == "s" and stored else stored


def with_year(source: Path, year: int) -> dict[str, bytes]:
    """The changed parts of the package, by their names.

    Raises:
        UserError: «Паспорт» has no row for the reporting year, or a formula stands there.
    """
    with zipfile.ZipFile(source) as package:
        passport = _passport(package)
        row = passport.row(_YEAR_ROW) if passport else None
        if passport is None or row is None:
            raise _refusal("no_year_row", source)
        old_year = passport.text(passport.cell(row, _VALUE))
        _set_number(passport, row, year, source)
        if old_year.isdigit():
            _move_deadline(passport, year - int(old_year), source)
        changed = {passport.part: as_xml(passport.root)}
        if _has_formulas(package):
            changed[_WORKBOOK] = recalculated_on_load(package)
        return changed


def _refusal(reason: str, source: Path) -> UserError:
    return UserError(say(f"programme.{reason}", name=source.name), say(f"programme.{reason}_fix"))


def parsed(package: zipfile.ZipFile, part: str) -> etree._Element:
    """A part of a package; no entities, no network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(package.read(part), parser)


def as_xml(root: etree._Element) -> bytes:
    """A part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _passport(package: zipfile.ZipFile) -> _Passport | None:
    workbook = parsed(package, _WORKBOOK)
    relations = {
        relation.get("Id"): relation.get("Target", "") for relation in parsed(package, "xl/_rels/workbook.xml.rels")
    }
    for sheet in workbook.iter(f"{_MAIN}sheet"):
        if (sheet.get("name") or "").strip() == PASSPORT:
            # A target is relative to «xl/», or absolute with a leading slash.
            part = posixpath.normpath(posixpath.join("/xl", relations[sheet.get(_RELATION)])).lstrip("/")
            return _Passport(part, parsed(package, part), _shared_strings(package), _day_zero(workbook))
    return None


def _shared_strings(package: zipfile.ZipFile) -> tuple[str, ...]:
    if _STRINGS not in package.namelist():
        return ()
    entries = parsed(package, _STRINGS).iter(f"{_MAIN}si")
    return tuple(squeezed("".join(part.text or "" for part in entry.iter(f"{_MAIN}t"))) for entry in entries)


def _day_zero(workbook: etree._Element) -> date:
    """The day that Excel counts from; old Macintosh workbooks count from 1904."""
    properties = workbook.find(f"{_MAIN}workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    return date(1904, 1, 1) if since_1904 else date(1899, 12, 30)


def _set_number(passport: _Passport, row: etree._Element, number: int, source: Path) -> None:
    cell = _emptied(passport, row, source)
    etree.SubElement(cell, f"{_MAIN}v").text = str(number)


def _emptied(passport: _Passport, row: etree._Element, source: Path) -> etree._Element:
    """The value cell of a row without its value; its style stays."""
    cell = passport.cell(row, _VALUE)
    if cell is None:
        cell = etree.Element(f"{_MAIN}c", r=f"{_VALUE}{row.get('r')}")
        name = passport.cell(row, _NAME)
        row.insert(list(row).index(name) + 1 if name is not None else 0, cell)
    if cell.find(f"{_MAIN}f") is not None:
        raise _refusal("year_formula", source)
    cell.attrib.pop("t", "")
    for child in list(cell):
        cell.remove(child)
    return cell


def _move_deadline(passport: _Passport, years: int, source: Path) -> None:
    row = passport.row(_DEADLINE_ROW)
    cell = passport.cell(row, _VALUE) if row is not None else None
    if row is None or cell is None or cell.find(f"{_MAIN}f") is not None:
        return
    stored = passport.text(cell)
    written = as_date(stored)
    if written:
        moved = years_later(written, years)
        emptied = _emptied(passport, row, source)
        emptied.set("t", "inlineStr")
        inline = etree.SubElement(emptied, f"{_MAIN}is")
        etree.SubElement(inline, f"{_MAIN}t").text = f"{moved:%d.%m.%Y}"
    elif stored.replace(".", "", 1).isdigit():
        moved = years_later(passport.day_zero + timedelta(days=int(float(stored))), years)
        _set_number(passport, row, (moved - passport.day_zero).days, source)


def years_later(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _has_formulas(package: zipfile.ZipFile) -> bool:
    sheets = (name for name in package.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml"))
    return any(re.search(rb"<f[ >/]", package.read(name)) for name in sheets)


def recalculated_on_load(package: zipfile.ZipFile) -> bytes:
    """The workbook part that makes Excel compute formulas anew: their cached values are of the old year."""
    workbook = parsed(package, _WORKBOOK)
    properties = workbook.find(f"{_MAIN}calcPr")
    if properties is None:
        properties = etree.Element(f"{_MAIN}calcPr")
        before = [f"{_MAIN}{name}" for name in ("definedNames", "externalReferences", "functionGroups", "sheets")]
        place = next(child for tag in before for child in workbook if child.tag == tag)
        place.addnext(properties)
    properties.set("fullCalcOnLoad", "1")
    return as_xml(workbook)
