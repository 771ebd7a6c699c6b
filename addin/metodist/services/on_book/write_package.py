"""«Пакет для сайта»: documents and numbers of the folder as a page that may be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metodist.domain.results import CommandResult, Dialogs
from metodist.messages import say
from metodist.services.on_book.on_folder import place_of, steps
from metodist.services.packaging import build_package

if TYPE_CHECKING:
    from xlwings import Book


def run(book: Book, dialogs: Dialogs) -> CommandResult:
    """Put the package together and open its page; the open book is not changed.

    Raises:
        UserError: Nothing is accepted yet, or the folder or a file of the package is in use.
    """
    place = place_of(book, dialogs)
    package = build_package(place.path, steps(dialogs, say("on_book.packaging")))
    count = sum(path.suffix == ".docx" for path in package.files)
    done = say("package.done", path=package.page.relative_to(place.path), count=count)
    return CommandResult(say("on_book.packaged"), (done, *package.notes, *place.notes), open_path=package.page)
