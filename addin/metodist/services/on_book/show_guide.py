"""«Руководство»: the Russian guide that the product brings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from metodist.domain.results import CommandResult, Dialogs
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.resources import guides_folder

if TYPE_CHECKING:
    from xlwings import Book

#: What opens by a double click everywhere comes first.
_KINDS = (".pdf", ".html", ".docx", ".md")


def run(book: Book, dialogs: Dialogs) -> CommandResult:  # noqa: ARG001 - every button is called alike
    """Offer the guide; nothing is changed.

    Raises:
        UserError: This copy of the product was put together without it.
    """
    guide = find_guide(guides_folder())
    if guide is None:
        raise UserError(say("on_book.no_guide"), say("on_book.no_guide_action"))
    return CommandResult(say("on_book.guide", name=guide.name), open_path=guide)


def find_guide(folder: Path) -> Path | None:
    """The methodist's guide in the folder of guides; ``None`` where there is none."""
    files = [path for kind in _KINDS for path in sorted(folder.glob(f"*{kind}"))] if folder.is_dir() else []
    return next((path for path in files if "методист" in path.stem.lower()), files[0] if files else None)
