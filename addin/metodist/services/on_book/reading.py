"""Reads an open workbook: two blocks a sheet, never cell by cell; what is typed and not saved counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from metodist.intake.cells import RawCell, RawSheet
from metodist.intake.identity import PROPERTY
from metodist.intake.live import LiveMemory, LiveSheet, live_book
from metodist.intake.package import RawBook
from metodist.intake.refusals import Refusal
from metodist.services.on_book.typed_copy import Changes
from metodist.services.on_book.what_book import stamp_of

if TYPE_CHECKING:
    from xlwings import Book, Sheet

_NAME = "metodist_id"
_XL_SHEET_VISIBLE = -1
#: Constants of a sheet by their place.
Typed = dict[tuple[int, int], str]
#: Constants of files as they were saved last, by path, time and size: kept between presses until a file changes.
_Version = tuple[Path, int, int]
_TYPED: dict[_Version, Mapping[str, Typed] | None] = {}
_MOST_FILES = 4
#: Constants of sheets by name, with the cells they were taken from.
_CONSTANTS: dict[str, tuple[Mapping[tuple[int, int], RawCell], Typed]] = {}
_MOST_SHEETS = 40
#: Open workbooks as they were read last.
_MEMORY = LiveMemory()


def read_live(book: Book, only: Collection[str] | None = None) -> RawBook:
    """The open workbook in the shape of a returned file.

    Args:
        book: The open workbook.
        only: Names of the sheets to read; all where left out.
    """
    from metodist.layout.plan import SERVICE

    sheets = [_blocks(sheet) for sheet in book.sheets if only is None or sheet.name in only]
    names = {_NAME: str(book.names[_NAME].refers_to)} if book.names.contains(_NAME) else {}
    stamps = {} if any(sheet.name == SERVICE for sheet in sheets) or only is not None else {PROPERTY: stamp_of(book)}
    return live_book(sheets, names, _MEMORY, book.fullname, stamps)


def rows_of(sheet: Sheet) -> tuple[tuple[object, ...], ...]:
    """Values of a sheet from A1 on, as the reader of programmes wants them."""
    used = sheet.used_range
    last = used.last_cell
    return tuple(tuple(row) for row in sheet.range((1, 1), (last.row, last.column)).options(ndim=2).value)


def _blocks(sheet: Sheet) -> LiveSheet:
    used = sheet.used_range
    values = used.options(ndim=2, err_to_str=True).value
    visible = sheet.visible in (True, _XL_SHEET_VISIBLE)  # in Excel a very hidden sheet says 2
    return LiveSheet(sheet.name, visible, used.row, used.column, values, _rows(used.formula, values))


def _rows(formulas: object, values: Sequence[Sequence[object]]) -> Sequence[Sequence[object]]:
    """Formulas as rows whatever the host gives for one cell, one row or one column."""
    if not isinstance(formulas, list | tuple):
        return [[formulas]]
    if formulas and not isinstance(formulas[0], list | tuple):
        return [formulas] if len(values) == 1 else [[formula] for formula in formulas]
    return formulas


def differs_from_file(raw: RawBook, path: Path, book: Book | None = None) -> bool:
    """Whether anything typed in the open workbook is not in its file; see `changes_from_file`."""
    changes = changes_from_file(raw, path, book)
    return changes is None or bool(changes)


def changes_from_file(raw: RawBook, path: Path, book: Book | None = None) -> Changes | None:
    """What is typed in the open workbook and not in its file; computed values do not count.

    Args:
        raw: What was read of the open workbook, without sheets of our own.
        path: Its file.
        book: The same, to be asked first whether it was touched at all: then its file need not be read.

    Returns:
        By sheet and place the cells as they are now; ``None`` where the file cannot be read.
    """
    file = _version_of(path)
    if file not in _TYPED:
        untouched = book is not None and not is_modified(book)
        _keep(file, {sheet.name: _typed_in(sheet) for sheet in raw.sheets} if untouched else _typed_in_file(path))
    saved = _TYPED[file]
    if saved is None:
        return None
    return {
        sheet.name: {place: sheet.cells.get(place) for place in places}
        for sheet in raw.sheets
        if (places := _differing(_typed_in(sheet), saved.get(sheet.name, {})))
    }


def remember(path: Path) -> None:
    """Read the constants of a file ahead of `changes_from_file`."""
    file = _version_of(path)
    if file not in _TYPED:
        _keep(file, _typed_in_file(path))


def _version_of(path: Path) -> _Version:
    about = path.stat()
    return path, about.st_mtime_ns, about.st_size


def _keep(file: _Version, typed: Mapping[str, Typed] | None) -> None:
    while len(_TYPED) >= _MOST_FILES:
        del _TYPED[next(iter(_TYPED))]
    _TYPED[file] = typed


def _differing(now: Typed, saved: Typed) -> set[tuple[int, int]]:
    return {place for place, _ in now.items() ^ saved.items()} if now != saved else set()


def is_modified(book: Book) -> bool:
    """Whether the open workbook is otherwise than its file, as the host says; in doubt, yes."""
    try:
        return not book.api.Saved if book.app.engine.name == "excel" else bool(book.api.is_modified())
    except Exception:  # noqa: BLE001 - Excel on a Mac has other words; hosts fail with errors of their own kinds
        return True


def _typed_in_file(path: Path) -> Mapping[str, Typed] | None:
    """Constants of a file by sheet; ``None`` for one that cannot be read."""
    from metodist.intake.package import read_book

    try:
        return {sheet.name: _typed_in(sheet) for sheet in read_book(path).sheets}
    except Refusal:
        return None


def _typed_in(sheet: RawSheet) -> Typed:
    """Constants of a sheet; those of one that was not read anew are known."""
    known = _CONSTANTS.get(sheet.name)
    if known is None or known[0] is not sheet.cells:
        known = _CONSTANTS[sheet.name] = sheet.cells, _constants(sheet)
        while len(_CONSTANTS) > _MOST_SHEETS:
            del _CONSTANTS[next(iter(_CONSTANTS))]
    return known[1]


def _constants(sheet: RawSheet) -> Typed:
    cells = sheet.cells.items()
    return {place: _comparable(cell.value) for place, cell in cells if not cell.formula and cell.value}


def _comparable(text: str) -> str:
    """«5» and «5.0» are one number."""
    try:
        return repr(float(text))
    except ValueError:
        return text
