"""What a host must offer of its workbooks and of itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from metodist.hosts.grid import Area, Grid

#: Which buttons a window has.
Buttons = Literal["ok", "ok_cancel", "yes_no", "yes_no_cancel"]


class GridNames(Protocol):
    """Defined names of a book or of one sheet, as ``name`` → ``=Лист!$A$1``."""

    def keys(self) -> list[str]:
        """All names."""
        ...

    def get(self, name: str) -> str:
        """What the name refers to.

        Raises:
            KeyError: There is no such name.
        """
        ...

    def put(self, name: str, refers_to: str) -> None:
        """Add or change a name."""
        ...

    def remove(self, name: str) -> None:
        """Take a name away."""
        ...


class GridBook(Protocol):
    """One workbook."""

    @property
    def app(self) -> GridApp:
        """The program it is open in."""
        ...

    @property
    def name(self) -> str:
        """The file's name; the window's title for a book never saved."""
        ...

    @property
    def fullname(self) -> str:
        """The file's whole path; the bare name for a book never saved."""
        ...

    def sheets(self) -> Sequence[Grid]:
        """All sheets in order, hidden ones too."""
        ...

    def active_sheet(self) -> Grid:
        """The sheet in front."""
        ...

    def add_sheet(self, name: str, position: int) -> Grid:
        """Insert an empty sheet.

        Args:
            name: The name of the new sheet.
            position: 0-based place among the sheets.

        Raises:
            UserError: The structure of the book is protected.
        """
        ...

    def delete_sheet(self, name: str) -> None:
        """Delete a sheet without asking."""
        ...

    def copy_sheet(self, name: str, position: int) -> None:
        """Copy a sheet to a 0-based place; its new name is chosen by the host."""
        ...

    def names(self, sheet: str | None) -> GridNames:
        """Names of the book, or of one sheet."""
        ...

    def custom_property(self, name: str) -> str | None:
        """A custom document property as text; ``None`` where there is none."""
        ...

    def set_custom_property(self, name: str, value: str) -> None:
        """Add or change a custom document property."""
        ...

    def selection(self) -> tuple[str, Area] | None:
        """The selected sheet's name and area; ``None`` where no cells are selected."""
        ...

    def is_modified(self) -> bool:
        """Whether something may have changed since the book was opened or saved."""
        ...

    def save(self, path: str | None) -> None:
        """Save in place or, with a path, as; the extension chooses the kind."""
        ...

    def save_copy(self, path: str) -> None:
        """Write a copy with all that is not saved yet; the book stays as it is and where it is."""
        ...

    def close(self) -> None:
        """Close without saving and without asking."""
        ...

    def activate(self) -> None:
        """Bring the book's window to the front."""
        ...

    def is_same(self, other: object) -> bool:
        """Whether both stand for the same open document."""
        ...


class GridApp(Protocol):
    """The program that shows books."""

    @property
    def host(self) -> str:
        """Name of the engine: ``libreoffice`` or ``closed``."""
        ...

    @property
    def pid(self) -> int:
        """Number by which xlwings tells programs apart."""
        ...

    @property
    def version(self) -> str:
        """The program's version, such as ``7.4.7.2``."""
        ...

    def books(self) -> Sequence[GridBook]:
        """All open workbooks."""
        ...

    def active_book(self) -> GridBook | None:
        """The workbook in front."""
        ...

    def open_book(self, path: str) -> GridBook:
        """Open a file."""
        ...

    def new_book(self) -> GridBook:
        """An empty workbook, never saved."""
        ...

    def screen_updating(self) -> bool:
        """Whether changes are painted at once."""
        ...

    def set_screen_updating(self, *, on: bool) -> None:
        """Hold back painting, or paint again."""
        ...

    def calculation(self) -> str:
        """``automatic`` or ``manual``."""
        ...

    def set_calculation(self, mode: str) -> None:
        """Set ``automatic`` or ``manual``."""
        ...

    def calculate(self) -> None:
        """Compute every formula anew, whatever stands in it."""
        ...

    def status(self, text: str | None) -> None:
        """Show a text in the status bar; ``None`` gives the bar back."""
        ...

    def progress(self, done: int, total: int, text: str) -> bool:
        """Show how far long work is; False where the user has asked to stop."""
        ...

    def alert(self, prompt: str, title: str, buttons: Buttons, mode: str) -> str:
        """Show a window; the pressed button: ``ok``, ``cancel``, ``yes`` or ``no``.

        Args:
            prompt: The text.
            title: The window's title.
            buttons: Which buttons it has.
            mode: ``info`` or ``critical``.
        """
        ...

    def reveal(self, path: str) -> None:
        """Open a file or a folder as a double click does."""
        ...
