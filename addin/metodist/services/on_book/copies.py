"""Before a command changes a book it keeps a copy; what it changed is written down beside it.

Copies lie in «Архив/Копии» of the working folder, those of books outside of one in the user's own data folder.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from metodist.errors import UserError
from metodist.intake.marks import Mark
from metodist.messages import say
from metodist.services.on_book.overwritten import Block, block_of
from metodist.services.on_book.reading import is_modified
from metodist.services.on_book.sheets import permitted
from metodist.services.on_book.typed_copy import Changes, write_typed_copy
from metodist.services.working_folder import ARCHIVE

if TYPE_CHECKING:
    from xlwings import Book

    from metodist.services.on_book.what_book import WhatBook

COPIES = f"{ARCHIVE}/Копии"
#: So many copies of one book are kept.
MOST_COPIES = 20
_NOTE = ".изменения.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy that was kept, and what the command changed afterwards.

    Args:
        copy: The whole workbook as it was.
        book: The workbook's file.
        command: The button's label.
        made: Local time.
        created: Sheets that the command added.
        marks: Cells that it filled, with their fills of before.
        blocks: What it wrote over.
        undone: «Вернуть как было» has been pressed already.
    """

    copy: Path
    book: Path
    command: str
    made: datetime
    created: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    blocks: tuple[Block, ...] = ()
    undone: bool = False

    def note(self) -> None:
        """Write down beside the copy what was changed."""
        document = {
            "book": str(self.book),
            "command": self.command,
            "made": self.made.isoformat(),
            "created": self.created,
            "marks": [(mark.sheet, mark.cell, mark.fill) for mark in self.marks],
            "blocks": [block.as_json() for block in self.blocks],
            "undone": self.undone,
        }
        draft = self.copy.with_name(f".{self.copy.name}{_NOTE}")
        draft.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        draft.replace(_note_of(self.copy))


def keep_copy(book: Book, what: WhatBook, command: str, changes: Changes | None = None) -> Kept:
    """Keep a copy of an open workbook as it is now, unsaved changes included.

    Args:
        book: The open workbook.
        what: The same, as it was recognised.
        command: The button's label.
        changes: What is typed and not saved, where that is known: the file is then copied and the rest put into the
            copy, which is faster than to let the host write one. A book that nobody has touched is copied as it lies.

    Raises:
        UserError: The book was never saved, or the copy cannot be written.
    """
    path = what.saved()
    folder = copies_folder(what)
    now = datetime.now()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _free(folder, now, path)
        if changes is None and not is_modified(book):
            changes = {}
        if (changes is None or not _copy_with(changes, path, target)) and not _write_copy(book, target):
            shutil.copyfile(path, target)  # what is saved is better than nothing
    except OSError as error:
        raise UserError(say("on_book.no_copy", path=folder), say("on_book.no_copy_action")) from error
    _drop_oldest(folder, path)
    return Kept(target, path, command, now)


def _copy_with(changes: Changes, path: Path, target: Path) -> bool:
    if changes:
        return write_typed_copy(path, changes, target)
    shutil.copyfile(path, target)
    return True


def copies_folder(what: WhatBook) -> Path:
    """Where copies of that book lie."""
    if what.folder is not None:
        return what.folder / COPIES
    from platformdirs import user_data_path

    return user_data_path("metodist", appauthor=False) / "Копии"


def has_copies(what: WhatBook) -> bool:
    """Whether any copy of that book is left."""
    return any(copies_folder(what).glob(f"* {_escaped(what.saved().name)}"))


def last_kept(what: WhatBook) -> Kept | None:
    """The newest copy of that book that was not restored yet; ``None`` where there is none."""
    kept = [found for found in _all_kept(what) if not found.undone]
    return kept[-1] if kept else None


def marks_left(what: WhatBook) -> tuple[Mark, ...]:
    """Marks of the last command that are still in the book, by the note beside its copy."""
    kept = last_kept(what)
    return kept.marks if kept is not None else ()


def _all_kept(what: WhatBook) -> list[Kept]:
    folder, path = copies_folder(what), what.saved()
    notes = sorted(folder.glob(f"* {_escaped(path.name)}{_NOTE}")) if folder.is_dir() else []
    return [kept for note in notes if (kept := _read(note)) is not None and kept.book == path]


def _read(note: Path) -> Kept | None:
    """What a note says; ``None`` for a damaged one and for one whose copy is gone."""
    copy = note.with_name(note.name.removesuffix(_NOTE))
    try:
        document = json.loads(note.read_text(encoding="utf-8"))
        return Kept(
            copy,
            Path(document["book"]),
            document["command"],
            datetime.fromisoformat(document["made"]),
            tuple(document["created"]),
            tuple(Mark(*mark) for mark in document["marks"]),
            tuple(block_of(block) for block in document["blocks"]),
            document["undone"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _note_of(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}{_NOTE}")


def _free(folder: Path, now: datetime, path: Path) -> Path:
    """A name that no copy has: pressed twice within a second, a button keeps two."""
    stem = f"{now:%Y-%m-%d %H-%M-%S}"
    names = (f"{stem}{f'-{number}' if number else ''} {path.name}" for number in range(100))
    return next(folder / name for name in names if not (folder / name).exists())


def _write_copy(book: Book, target: Path) -> bool:
    """Every host has its own word for it; Excel on a Mac has none that keeps the book where it is."""
    import sys

    if book.app.engine.name != "excel":
        return permitted(lambda: book.api.save_copy(str(target)))
    return sys.platform == "win32" and permitted(lambda: book.api.SaveCopyAs(str(target)))


def _drop_oldest(folder: Path, path: Path) -> None:
    for old in sorted(folder.glob(f"* {_escaped(path.name)}"))[:-MOST_COPIES]:
        old.unlink(missing_ok=True)
        _note_of(old).unlink(missing_ok=True)


def _escaped(name: str) -> str:
    from glob import escape

    return escape(name)
