"""A closed .xlsx file as a host: for the command line and for tests.

The file is loaded for its formulas; again, for their last values, only when a formula is read. Nothing is calculated.
"""

# ruff: noqa: D102 - the methods are described in metodist.hosts.grid

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from metodist.errors import UserError
from metodist.hosts.closed_sheet import ClosedSheet
from metodist.hosts.engine import book_over, register
from metodist.hosts.grid import Area
from metodist.hosts.grid_book import Buttons
from metodist.hosts.office.cells import parse_area
from metodist.messages import say

#: Parts that openpyxl drops or maims when it saves.
_LOST = re.compile(r"xl/(charts|chartsheets|media|diagrams|pivot|slicers|drawings/drawing|vbaProject|externalLinks)")


class ClosedBook:
    """One workbook: a `metodist.hosts.grid.GridBook`."""

    def __init__(self, app: ClosedApp, path: Path | None) -> None:
        """``path`` is the file; ``None`` makes an empty workbook that was never saved.

        Raises:
            UserError: The file is missing or no workbook.
        """
        import openpyxl

        self._app = app
        self.path = path
        self._number = len(app.books()) + 1
        self._results: Any = None
        self._stale: set[tuple[str, int, int]] = set()
        self._stale_sheets: set[str] = set()
        self.book: Any = openpyxl.Workbook() if path is None else _load(path, values=False)

    @property
    def app(self) -> ClosedApp:
        return self._app

    @property
    def name(self) -> str:
        return self.path.name if self.path else f"Книга{self._number}"

    @property
    def fullname(self) -> str:
        return str(self.path) if self.path else self.name

    def result(self, sheet: str, row: int, column: int) -> Any:
        """What a formula of the file last gave; ``None`` for a formula written since."""
        if self.path is None or sheet in self._stale_sheets or (sheet, row, column) in self._stale:
            return None
        if self._results is None:
            self._results = _load(self.path, values=True)
        return self._results[sheet].cell(row, column).value if sheet in self._results.sheetnames else None

    def forget_result(self, sheet: str, row: int, column: int) -> None:
        """The cell was written: its old result counts no longer."""
        self._stale.add((sheet, row, column))

    def forget_results(self, sheet: str) -> None:
        """The sheet is new or has another name: no results of the file are its."""
        self._stale_sheets.add(sheet)

    def demand_open_structure(self) -> None:
        """Refuse where sheets may not be added, renamed, shown or deleted.

        Raises:
            UserError: The structure of the book is protected.
        """
        if self.book.security is not None and self.book.security.lockStructure:
            raise UserError(say("hosts.structure_locked", book=self.name), say("hosts.structure_locked_action"))

    def sheets(self) -> list[ClosedSheet]:
        return [ClosedSheet(self, sheet) for sheet in self.book.worksheets]

    def active_sheet(self) -> ClosedSheet:
        return ClosedSheet(self, self.book.active)

    def add_sheet(self, name: str, position: int) -> ClosedSheet:
        self.demand_open_structure()
        self.forget_results(name)
        return ClosedSheet(self, self.book.create_sheet(name, position))

    def delete_sheet(self, name: str) -> None:
        self.demand_open_structure()
        if len(self.book.worksheets) == 1:
            raise UserError(say("hosts.only_sheet", sheet=name), say("hosts.only_sheet_action"))
        self.book.remove(self.book[name])
        self.forget_results(name)

    def copy_sheet(self, name: str, position: int) -> None:
        self.demand_open_structure()
        copy = self.book.copy_worksheet(self.book[name])
        number = 2
        while f"{name} ({number})" in self.book.sheetnames:
            number += 1
        copy.title = f"{name} ({number})"
        self.forget_results(copy.title)
        self.book.move_sheet(copy, position - self.book.index(copy))

    def names(self, sheet: str | None) -> ClosedNames:
        return ClosedNames((self.book[sheet] if sheet else self.book).defined_names)

    def custom_property(self, name: str) -> str | None:
        return str(self.book.custom_doc_props[name].value) if name in self.book.custom_doc_props.names else None

    def set_custom_property(self, name: str, value: str) -> None:
        from openpyxl.packaging.custom import StringProperty

        if name in self.book.custom_doc_props.names:
            del self.book.custom_doc_props[name]
        self.book.custom_doc_props.append(StringProperty(name=name, value=value))

    def selection(self) -> tuple[str, Area] | None:
        sheet = self.book.active
        chosen = sheet.sheet_view.selection
        area = parse_area(str(chosen[0].sqref).split(" ", maxsplit=1)[0]) if chosen else None
        return None if area is None else (str(sheet.title), area)

    def save(self, path: str | None) -> None:
        """Save through openpyxl.

        Raises:
            UserError: The file holds parts that openpyxl would lose, or was never saved.
        """
        target = Path(path) if path else self.path
        if target is None:
            raise UserError(say("hosts.never_saved", book=self.name), say("hosts.never_saved_action"))
        self.save_copy(str(target))
        self.path = target.resolve()

    def is_modified(self) -> bool:
        return True  # nobody keeps count

    def save_copy(self, path: str) -> None:
        target = Path(path)
        if target.suffix.lower() != ".xlsx":
            raise UserError(say("hosts.unknown_kind", path=path), say("hosts.unknown_kind_action"))
        if self.path is not None and _would_lose(self.path):
            raise UserError(say("hosts.would_lose", name=self.name), say("hosts.would_lose_action"))
        temporary = target.with_name(f"~{target.name}.tmp")
        self.book.save(temporary)
        temporary.replace(target)

    def close(self) -> None:
        self._app.forget(self)

    def activate(self) -> None:
        self._app.bring_forward(self)

    def is_same(self, other: object) -> bool:
        return self is other


def _load(path: Path, *, values: bool) -> Any:
    import openpyxl

    try:
        return openpyxl.load_workbook(path, data_only=values)
    except FileNotFoundError as error:
        raise UserError(say("hosts.no_file", path=path), say("hosts.no_file_action")) from error
    except Exception as error:  # openpyxl fails in as many ways as files are broken
        if isinstance(error, PermissionError):
            raise
        raise UserError(say("hosts.cannot_open", path=path), say("hosts.cannot_open_action")) from error


def _would_lose(path: Path) -> bool:
    """Whether the file holds what openpyxl would not write back: charts, pictures, macros, extensions of sheets."""
    if not path.exists():
        return False
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        sheets = (name for name in names if name.startswith("xl/worksheets/sheet"))
        return any(_LOST.match(name) for name in names) or any(b"<extLst" in package.read(name) for name in sheets)


class ClosedNames:
    """Defined names: a `metodist.hosts.grid.GridNames`."""

    def __init__(self, names: Any) -> None:
        """``names`` is openpyxl's dictionary."""
        self._names = names

    def keys(self) -> list[str]:
        return list(self._names.keys())

    def get(self, name: str) -> str:
        return f"={self._names[name].attr_text}"

    def put(self, name: str, refers_to: str) -> None:
        from openpyxl.workbook.defined_name import DefinedName

        self._names[name] = DefinedName(name, attr_text=refers_to.lstrip("="))

    def remove(self, name: str) -> None:
        del self._names[name]


class ClosedApp:
    """No program at all, as the program that holds closed files: a `metodist.hosts.grid.GridApp`."""

    host = "closed"
    pid = 1

    def __init__(self) -> None:
        """Without books yet."""
        self._books: list[ClosedBook] = []
        #: What windows would have shown.
        self.alerts: list[str] = []

    @property
    def version(self) -> str:
        import openpyxl

        return str(openpyxl.__version__)

    def books(self) -> list[ClosedBook]:
        return list(self._books)

    def active_book(self) -> ClosedBook | None:
        return self._books[-1] if self._books else None

    def bring_forward(self, book: ClosedBook) -> None:
        """Make a book the active one."""
        self._books.remove(book)
        self._books.append(book)

    def forget(self, book: ClosedBook) -> None:
        """The book is closed."""
        self._books.remove(book)

    def open_book(self, path: str) -> ClosedBook:
        book = ClosedBook(self, Path(path).resolve())
        self._books.append(book)
        return book

    def new_book(self) -> ClosedBook:
        book = ClosedBook(self, None)
        self._books.append(book)
        return book

    def screen_updating(self) -> bool:
        return True

    def set_screen_updating(self, *, on: bool) -> None:
        """There is no screen."""

    def calculation(self) -> str:
        return "manual"

    def set_calculation(self, mode: str) -> None:
        """There is no calculation."""

    def calculate(self) -> None:
        raise UserError(say("hosts.cannot_calculate"), say("hosts.cannot_calculate_action"))

    def status(self, text: str | None) -> None:
        """There is no status bar."""

    def progress(self, done: int, total: int, text: str) -> bool:  # noqa: ARG002 - nobody sees it, nobody stops it
        return True

    def alert(self, prompt: str, title: str, buttons: Buttons, mode: str) -> str:  # noqa: ARG002 - nobody answers
        self.alerts.append(prompt)
        return "ok" if buttons in ("ok", "ok_cancel") else "no"

    def reveal(self, path: str) -> None:
        from metodist.hosts.dialogs import open_on_desktop

        open_on_desktop(Path(path))


def open_closed(path: Path | str) -> Any:
    """The ``Book`` of xlwings for a closed file.

    Raises:
        UserError: The file is missing or no workbook.

    Example:
        ``open_closed("Программа.xlsx").sheets["Паспорт"]["A5"].value``
    """
    app = ClosedApp()
    return book_over(register(app), app.open_book(str(path)))


def new_closed() -> Any:
    """The ``Book`` of xlwings for an empty workbook that was never saved."""
    app = ClosedApp()
    return book_over(register(app), app.new_book())
