"""«О программе»: version, folders, log."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from metodist.domain.results import CommandResult, Dialogs
from metodist.messages import say
from metodist.services.on_book.copies import copies_folder
from metodist.services.on_book.what_book import what_book

if TYPE_CHECKING:
    from xlwings import Book


def run(book: Book, dialogs: Dialogs) -> CommandResult:  # noqa: ARG001 - every button is called alike
    """Tell; nothing is changed. Works on every book, one never saved too."""
    from platformdirs import user_log_path

    from metodist import __version__

    what = what_book(book)
    log = user_log_path("metodist", appauthor=False) / "metodist.log"
    lines = [
        say(f"on_book.kind_{what.kind.value}", name=what.name),
        say("on_book.about_folder", path=what.folder) if what.folder else say("on_book.about_no_folder"),
        say("on_book.about_copies", path=copies_folder(what)),
        say("on_book.about_log", path=log),
        say("on_book.about_host", host=f"{book.app.engine.name} {book.app.version}", python=platform.python_version()),
    ]
    return CommandResult(say("on_book.about", version=__version__), tuple(lines))
