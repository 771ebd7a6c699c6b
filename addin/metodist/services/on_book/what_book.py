"""What the user has open: the programme, a school's table, the summary, or something else; and where it lies."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from metodist.domain.books import BookKind
from metodist.domain.returns import Identity
from metodist.errors import UserError
from metodist.intake.identity import PROPERTY
from metodist.messages import say
from metodist.services.checking import workbook_above

if TYPE_CHECKING:
    from xlwings import Book

_NAME = "metodist_id"


@dataclass(frozen=True, slots=True)
class WhatBook:
    """An open workbook as the commands see it.

    Args:
        name: Its file's name, or the window's title of a book never saved.
        path: Its file; ``None`` for a book never saved.
        folder: The working folder it lies in, itself or some folders above it; ``None`` outside of one.
        sheets: Names of its sheets.
        identity: A school table's stamp; ``None`` for every other kind.
    """

    kind: BookKind
    name: str
    path: Path | None
    folder: Path | None
    sheets: tuple[str, ...]
    identity: Identity | None = None

    def saved(self) -> Path:
        """Its file.

        Raises:
            UserError: It was never saved.
        """
        if self.path is None:
            raise UserError(say("on_book.never_saved", name=self.name), say("on_book.never_saved_action"))
        return self.path

    def working_folder(self) -> Path:
        """The working folder.

        Raises:
            UserError: The book was never saved, or lies in no working folder.
        """
        path = self.saved()
        if self.folder is None:
            raise UserError(say("on_book.no_folder", name=path.name), say("on_book.no_folder_action"))
        return self.folder


def what_book(book: Book) -> WhatBook:
    """Look at an open workbook; a handful of questions to the host, no cell but the stamp is read."""
    sheets = tuple(sheet.name for sheet in book.sheets)
    identity = _identity(book, sheets)
    path = _path(book)
    above = workbook_above(path) if path is not None else None
    kind = BookKind.TABLE if identity is not None else _kind(sheets)
    if above is not None and path is not None and path.resolve() == above:
        kind = BookKind.PROGRAMME
    return WhatBook(kind, book.name, path, above.parent if above is not None else None, sheets, identity)


def _path(book: Book) -> Path | None:
    """The file behind a book; Excel gives a book never saved its window's title, and a cloud's address as an URL."""
    try:
        path = Path(book.fullname)
    except Exception as error:  # xlwings cannot map a cloud folder to this computer
        raise UserError(say("on_book.in_cloud", name=book.name), say("on_book.in_cloud_action")) from error
    return path if path.is_absolute() and path.is_file() else None


def _identity(book: Book, sheets: Collection[str]) -> Identity | None:
    from metodist.layout.plan import SERVICE

    if book.names.contains(_NAME) and (named := Identity.parse(_text_behind(book))) is not None:
        return named
    if SERVICE in sheets:
        rows = book.sheets[SERVICE].used_range.options(ndim=2).value
        texts = (value for row in rows for value in row if isinstance(value, str))
        return next((found for text in texts if (found := Identity.parse(text)) is not None), None)
    return Identity.parse(stamp_of(book)) if book.names.contains(_NAME) else None


def stamp_of(book: Book) -> str:
    """The stamp among the document's properties, for a table whose hidden sheet was deleted; empty where none is."""
    try:
        if book.app.engine.name == "excel":
            return str(book.api.CustomDocumentProperties(PROPERTY).Value)
        return str(book.api.custom_property(PROPERTY) or "")
    except Exception:  # noqa: BLE001 - hosts fail with errors of their own kinds where there is none
        return ""


def _text_behind(book: Book) -> str:
    """What stands in the cell that the name refers to; the text itself where the name holds one."""
    target = str(book.names[_NAME].refers_to).removeprefix("=")
    if target.startswith('"'):
        return target.strip('"')
    sheet, _, cell = target.rpartition("!")
    name = sheet.strip("'").replace("''", "'")
    there = cell and "#REF" not in target and name in (one.name for one in book.sheets)
    return str(book.sheets[name].range(cell).value or "") if there else ""


def _kind(sheets: Collection[str]) -> BookKind:
    from metodist.programme.schema import FIELDS, INDICATORS, ORGANISATIONS, PASSPORT

    if {PASSPORT, FIELDS, INDICATORS, ORGANISATIONS} <= set(sheets):
        return BookKind.PROGRAMME
    if {say(f"summary.sheet_{name}") for name in ("front", "indicators", "completeness")} <= set(sheets):
        return BookKind.SUMMARY
    return BookKind.OTHER
