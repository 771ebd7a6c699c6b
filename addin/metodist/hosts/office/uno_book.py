"""One live LibreOffice document, its names and its formats."""

# ruff: noqa: D102 - the methods are described in metodist.hosts.grid

from __future__ import annotations

import datetime as dt
import os.path
from typing import Any, Iterator  # noqa: UP035 - Python 3.8

import uno
from com.sun.star.container import NoSuchElementException  # type: ignore[import-not-found]

from .cells import Area, OfficeError
from .uno_formulas import FormulaTexts
from .uno_sheet import UnoSheet
from .uno_standing import StandingBook

_FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".xlsm": "Calc MS Excel 2007 VBA XML", ".ods": "calc8"}
# com.sun.star.sheet.AddressConvention
_EXCEL = 3
_CALC = 0


def struct(name: str, **fields: Any) -> Any:
    """A UNO struct with its fields."""
    made = uno.createUnoStruct(f"com.sun.star.{name}")
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def option(name: str, value: Any) -> Any:
    """One argument of a UNO call with named arguments."""
    return struct("beans.PropertyValue", Name=name, Value=value)


class UnoBook:
    """The grid of one document; its methods are those of ``metodist.hosts.grid.GridBook``."""

    def __init__(self, doc: Any) -> None:
        """``doc`` is the UNO document."""
        self.doc = doc
        self._sheets = doc.Sheets
        self._parsers: tuple[Any, Any] | None = None
        self._kinds: dict[int, int] = {}
        #: Sheets that were asked for since a button was pressed.
        self._known: dict[str, UnoSheet] = {}
        self._standing = StandingBook(self)
        #: Which results of formulas are dates or truth values, by sheet, area and places.
        self.formula_kinds: dict[Any, Any] = {}
        #: Formulas on their way out, in Excel's grammar.
        self.texts = FormulaTexts(self.to_excel)
        date = doc.NullDate
        #: Day 0 of the document's serial numbers; it differs in files from old Macs.
        self.epoch = dt.datetime(date.Year, date.Month, date.Day)

    @property
    def name(self) -> str:
        return os.path.basename(self.fullname)  # noqa: PTH119 - the title of a book never saved may be any text

    @property
    def fullname(self) -> str:
        return str(uno.fileUrlToSystemPath(self.doc.URL)) if self.doc.URL else str(self.doc.Title)

    def sheet(self, name: str) -> UnoSheet:
        """The sheet of that name."""
        if name not in self._known:
            try:
                self._known[name] = UnoSheet(self, self._sheets.getByName(name))
            except NoSuchElementException as error:
                raise OfficeError("hosts.no_sheet", sheet=name) from error
        return self._known[name]

    def begin(self) -> None:
        """A button is pressed: sheets may be others than at the last one."""
        self._known.clear()

    def sheets(self) -> list[str]:
        return list(self._sheets.ElementNames)

    def blocks(self, most: int, have: str) -> dict[str, Any]:
        """All sheets in one answer; see `StandingBook.blocks`."""
        return self._standing.blocks(most, have)

    def get_ready(self) -> Iterator[None]:
        """Read the book ahead of a press, piece by piece."""
        return self._standing.get_ready()

    def compute(self) -> Iterator[None]:
        """Let the office compute formulas that are stale, piece by piece: it does so when it is asked for values."""
        return self._standing.compute()

    def active_sheet(self) -> str:
        controller = self.doc.CurrentController
        return str(controller.ActiveSheet.Name) if controller is not None else self.sheets()[0]

    def demand_open_structure(self) -> None:
        """Refuse where sheets may not be added, renamed, shown or deleted.

        Raises:
            OfficeError: The structure of the book is protected.
        """
        if self.doc.isProtected():
            raise OfficeError("hosts.structure_locked", book=self.name)

    def add_sheet(self, name: str, position: int) -> str:
        self.demand_open_structure()
        self._sheets.insertNewByName(name, position)
        return name

    def delete_sheet(self, name: str) -> None:
        self.demand_open_structure()
        if self._sheets.Count == 1:
            raise OfficeError("hosts.only_sheet", sheet=name)
        self._known.clear()
        self._sheets.removeByName(name)

    def copy_sheet(self, name: str, position: int) -> None:
        self.demand_open_structure()
        number = 2
        while self._sheets.hasByName(f"{name} ({number})"):
            number += 1
        self._sheets.copyByName(name, f"{name} ({number})", position)

    def names(self, sheet: str | None) -> UnoNames:
        """Names of the book or of one sheet."""
        return UnoNames(self, (self.sheet(sheet).sheet if sheet else self.doc).NamedRanges)

    def custom_property(self, name: str) -> str | None:
        bag = self.doc.DocumentProperties.UserDefinedProperties
        return str(bag.getPropertyValue(name)) if bag.PropertySetInfo.hasPropertyByName(name) else None

    def set_custom_property(self, name: str, value: str) -> None:
        bag = self.doc.DocumentProperties.UserDefinedProperties
        if bag.PropertySetInfo.hasPropertyByName(name):
            bag.setPropertyValue(name, value)
        else:
            bag.addProperty(name, 128, value)  # com.sun.star.beans.PropertyAttribute.REMOVABLE

    def selection(self) -> list[Any] | None:
        selected = self.doc.getCurrentSelection()
        if selected is None or not hasattr(selected, "getRangeAddress"):
            return None
        place = selected.getRangeAddress()
        rows, columns = place.EndRow - place.StartRow + 1, place.EndColumn - place.StartColumn + 1
        area: Area = (place.StartRow + 1, place.StartColumn + 1, rows, columns)
        return [self.sheets()[place.Sheet], list(area)]

    def is_modified(self) -> bool:
        return bool(self.doc.isModified())

    def save(self, path: str | None) -> None:
        if path:
            self.doc.storeAsURL(*_target(path))
        elif not self.doc.URL:
            raise OfficeError("hosts.never_saved", book=self.name)
        else:
            self.doc.store()

    def save_copy(self, path: str) -> None:
        self.doc.storeToURL(*_target(path))

    def close(self) -> None:
        self.doc.setModified(False)
        self.doc.close(True)  # noqa: FBT003 - UNO

    def activate(self) -> None:
        if self.doc.CurrentController is not None:
            self.doc.CurrentController.Frame.activate()

    def _both(self) -> tuple[Any, Any]:
        """Parsers of Excel's grammar and of Calc's."""
        if self._parsers is None:
            made = []
            for convention in (_EXCEL, _CALC):
                parser = self.doc.createInstance("com.sun.star.sheet.FormulaParser")
                parser.FormulaConvention, parser.CompileEnglish = convention, True
                made.append(parser)
            self._parsers = (made[0], made[1])
        return self._parsers

    def to_office(self, formula: str, place: Any) -> str:
        """Excel's formula in Calc's grammar."""
        excel, calc = self._both()
        return f"={calc.printFormula(excel.parseFormula(formula[1:], place), place)}"

    def moved(self, formula: str, origin: Any, y: int, x: int) -> str:
        """Excel's formula of the cell ``origin`` as it reads, in Calc's grammar, at 0-based row and column."""
        excel, calc = self._both()
        place = struct("table.CellAddress", Sheet=origin.Sheet, Column=x, Row=y)
        return f"={calc.printFormula(excel.parseFormula(formula[1:], origin), place)}"

    def to_excel(self, formula: str, place: Any) -> str:
        """Calc's formula in Excel's grammar."""
        excel, calc = self._both()
        return f"={excel.printFormula(calc.parseFormula(formula[1:], place), place)}"

    def format_kind(self, key: int) -> int:
        """Bits of com.sun.star.util.NumberFormat."""
        if key not in self._kinds:
            self._kinds[key] = self.doc.NumberFormats.getByKey(key).Type
        return self._kinds[key]

    def format_code(self, key: int) -> str:
        """The code in English letters, as Excel has it, whatever language the format is in."""
        formats = self.doc.NumberFormats
        found = formats.getByKey(key)
        if found.Locale.Language not in ("", "en"):
            english = struct("lang.Locale", Language="en", Country="US")
            found = formats.getByKey(formats.addNewConverted(found.FormatString, found.Locale, english))
        return str(found.FormatString)

    def format_key(self, code: str) -> int:
        """The number of a format, added where the document has none like it."""
        if code in ("", "General"):
            return 0
        locale = struct("lang.Locale", Language="en", Country="US")
        formats = self.doc.NumberFormats
        key = formats.queryKey(code, locale, False)  # noqa: FBT003 - UNO
        return int(key if key != -1 else formats.addNew(code, locale))


def _target(path: str) -> tuple[str, tuple[Any, ...]]:
    kind = os.path.splitext(path)[1].lower()  # noqa: PTH122 - text in, text out
    if kind not in _FILTERS:
        raise OfficeError("hosts.unknown_kind", path=path)
    return str(uno.systemPathToFileUrl(os.path.abspath(path))), (option("FilterName", _FILTERS[kind]),)  # noqa: PTH100


class UnoNames:
    """Defined names; the methods are those of ``metodist.hosts.grid.GridNames``."""

    def __init__(self, book: UnoBook, names: Any) -> None:
        """``names`` is the UNO collection."""
        self.book = book
        self.coll = names

    def keys(self) -> list[str]:
        return list(self.coll.ElementNames)

    def get(self, name: str) -> str:
        found = self.coll.getByName(name)
        return self.book.to_excel("=" + found.Content, found.ReferencePosition)

    def put(self, name: str, refers_to: str) -> None:
        place = struct("table.CellAddress", Sheet=0, Column=0, Row=0)
        content = self.book.to_office("=" + refers_to.lstrip("="), place)[1:]
        if self.coll.hasByName(name):
            self.coll.getByName(name).setContent(content)
        else:
            self.coll.addNewByName(name, content, place, 0)

    def remove(self, name: str) -> None:
        self.coll.removeByName(name)
