"""Values of one sheet as they stand in its XML: types, cached values, formulas; nothing is interpreted yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.parsers import expat

from metodist.intake.addresses import LAST_COLUMN, LAST_ROW, parse
from metodist.intake.formulas import shift
from metodist.intake.refusals import Reason, Refusal

MAX_CELLS = 300_000
#: Cells of any kind, empty ones too: beyond it a sheet is a trap.
MAX_ELEMENTS = 600_000
MAX_TEXT = 32_767

NUMBER = "n"
TEXT = "s"
BOOLEAN = "b"
ERROR = "e"
ISO_DATE = "d"
NOTHING = ""


class RawCell(NamedTuple):
    """One cell that holds something.

    Args:
        kind: :data:`NUMBER`, :data:`TEXT`, :data:`BOOLEAN`, :data:`ERROR`, :data:`ISO_DATE`, or :data:`NOTHING`
            for a formula without a cached value.
        value: The value's own text for numbers and booleans («1e400» stays as written); the text itself; the
            error's name.
        formula: Without the leading ``=``; empty for a constant.
        form: ``"date"`` where the number format shows a date, ``"0000"`` where it pads with zeros, else empty.
    """

    kind: str
    value: str
    formula: str = ""
    form: str = ""


class RawSheet(NamedTuple):
    """One sheet.

    Args:
        state: ``visible``, ``hidden`` or ``veryHidden``.
        cells: By 1-based row and column; only cells with a value or a formula.
        protected: Sheet protection is on.
        validations: How many validations it has.
    """

    name: str
    state: str
    cells: dict[tuple[int, int], RawCell]
    protected: bool
    validations: int


class Contents(NamedTuple):
    """What one sheet part holds: its cells, whether protection is on, how many validations there are."""

    cells: dict[tuple[int, int], RawCell]
    protected: bool
    validations: int


def read_sheet(data: bytes, strings: Sequence[str], forms: Sequence[str]) -> Contents:
    """The contents of one sheet part, read by expat.

    Rows may be out of order, addresses may be left out, shared formulas are written out for every cell.

    Raises:
        Refusal: Not well-formed, an address outside a sheet, a cell given twice, or too many cells.
    """
    if data.count(b"<c ") + data.count(b"<c>") > MAX_ELEMENTS:
        raise Refusal(Reason.TOO_MANY_CELLS)
    reader = _SheetReader(strings, forms)
    run_expat(data, reader.start, reader.end, reader.text)
    return Contents(reader.cells, reader.protected, reader.validations)


def run_expat(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Parse one part with the given handlers; prefixes of names are the handlers' business.

    Raises:
        Refusal: The part is not well-formed or carries a DOCTYPE.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 65_536
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
    except (expat.ExpatError, ValueError, KeyError, IndexError) as error:
        raise Refusal(Reason.DAMAGED) from error


def _refuse_doctype(*_: object) -> None:
    raise Refusal(Reason.DOCTYPE)


class _SheetReader:
    """Handlers of one sheet; attributes hold where the parser is."""

    def __init__(self, strings: Sequence[str], forms: Sequence[str]) -> None:
        self.cells: dict[tuple[int, int], RawCell] = {}
        self.protected = False
        self.validations = 0
        self._strings = strings
        self._forms = forms
        self._shared = SharedFormulas()
        self._row = 0
        self._column = 0
        self._attributes: dict[str, str] | None = None
        self._formula: dict[str, str] | None = None
        self._formula_text = ""
        self._value: str | None = None
        self._pieces: list[str] | None = None
        self._phonetic = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c" or name.endswith(":c"):
            self._start_cell(attributes)
            return
        name = name.rpartition(":")[2]
        if self._attributes is not None:
            self._start_inside(name, attributes)
        elif name == "row":
            self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
        elif name == "sheetProtection":
            self.protected = attributes.get("sheet") in ("1", "true", "on")
        elif name == "dataValidation":
            self.validations += 1

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        if place is None:
            self._column += 1
        else:
            found = parse(place)
            if found is None:
                raise Refusal(Reason.DAMAGED)
            self._row, self._column = found
        if not (1 <= self._row <= LAST_ROW and self._column <= LAST_COLUMN):
            raise Refusal(Reason.DAMAGED)
        self._attributes = attributes
        self._formula = None
        self._formula_text = ""
        self._value = None

    def _start_inside(self, name: str, attributes: dict[str, str]) -> None:
        if name == "f":
            self._formula = attributes
            self._pieces = []
        elif name == "v" or (name == "t" and not self._phonetic):
            self._pieces = []
        elif name == "rPh":
            self._phonetic += 1

    def text(self, piece: str) -> None:
        if self._pieces is not None:
            self._pieces.append(piece)

    def end(self, name: str) -> None:
        if self._attributes is None:
            return
        name = name.rpartition(":")[2]
        if name == "c":
            self._end_cell()
        elif name == "rPh":
            self._phonetic -= 1
        elif self._pieces is not None and name in ("v", "t", "f"):
            text = "".join(self._pieces)
            self._pieces = None
            if name == "f":
                self._formula_text = text
            else:
                self._value = text if name == "v" or self._value is None else self._value + text

    def _end_cell(self) -> None:
        attributes = self._attributes or {}
        self._attributes = None
        if self._value is None and self._formula is None:
            return
        place = (self._row, self._column)
        formula = self._whole_formula(place)
        kind, value = typed_value(attributes.get("t", NUMBER), self._value, self._strings)
        if not kind and not formula:
            return
        if place in self.cells:
            raise Refusal(Reason.DAMAGED)
        if len(self.cells) >= MAX_CELLS:
            raise Refusal(Reason.TOO_MANY_CELLS)
        style = int(attributes.get("s", "0"))
        form = self._forms[style] if 0 <= style < len(self._forms) else ""
        self.cells[place] = RawCell(kind, value, formula, form)

    def _whole_formula(self, place: tuple[int, int]) -> str:
        if self._formula is None:
            return ""
        text = checked_text(self._formula_text)
        if self._formula.get("t") != "shared":
            return text
        return self._shared.whole(self._formula.get("si", "?"), text, place)


class SharedFormulas:
    """Formulas that stand once and are meant for many cells."""

    def __init__(self) -> None:
        """None is known yet."""
        self._masters: dict[str, tuple[tuple[int, int], str]] = {}

    def whole(self, group: str, text: str, place: tuple[int, int]) -> str:
        """The formula of one cell of a group: its own text makes it the master, else the master's is moved here."""
        if text:
            self._masters[group] = (place, text)
            return text
        if group not in self._masters:
            return "?"
        (row, column), formula = self._masters[group]
        return shift(formula, place[0] - row, place[1] - column)


def typed_value(kind: str, value: str | None, strings: Sequence[str]) -> tuple[str, str]:
    """A cell's kind and text from its type attribute and what stands in it.

    Raises:
        IndexError: A shared string that is not there.
        ValueError: Its number is none.
    """
    if value is None or (value == "" and kind not in ("str", "inlineStr", "s")):
        return NOTHING, ""
    if kind == "s":
        position = int(value)
        if position < 0:
            raise IndexError(position)
        return TEXT, strings[position]
    if kind in ("str", "inlineStr"):
        return TEXT, checked_text(value)
    return (kind if kind in (BOOLEAN, ERROR, ISO_DATE) else NUMBER), checked_text(value)


def checked_text(text: str) -> str:
    """The text itself.

    Raises:
        Refusal: Longer than a cell can hold: no office program wrote it.
    """
    if len(text) > MAX_TEXT:
        raise Refusal(Reason.DAMAGED)
    return text
