"""Serves the project's requests on live documents while a button is at work.

A request is ``{"o": "app|book|sheet|names", "m": method, "b": book, "s": sheet, "a": [arguments]}``; the answer is
``{"r": result}``, or ``{"code": id of a sentence, "values": {…}}`` for what the user is to read, or ``{"x": kind of
error}`` for what goes into the log. Books travel as their ``RuntimeUID``, sheets as their names.
"""

from __future__ import annotations

from typing import Any, Iterator  # noqa: UP035 - Python 3.8

from .cells import OfficeError
from .codec import pack, unpack
from .uno_app import UnoApp
from .uno_book import UnoBook

#: All that a request may call.
ALLOWED = {
    "app": frozenset(
        "version books active_book open_book new_book screen_updating set_screen_updating calculation set_calculation "
        "calculate status progress alert reveal".split()
    ),
    "book": frozenset(
        "name fullname sheets blocks active_sheet add_sheet delete_sheet copy_sheet custom_property "
        "set_custom_property selection is_modified save save_copy close activate".split()
    ),
    "names": frozenset(("keys", "get", "put", "remove")),
    "sheet": frozenset(
        "rename is_visible set_visible used read write formulas fill_formula has_array is_locked colour set_colour "
        "number_format set_number_format font set_font wrap_text set_wrap_text column_width set_column_width "
        "row_height set_row_height autofit clear merge insert delete hyperlink hyperlinks set_hyperlink "
        "activate select".split()
    ),
}
#: Of so many documents is remembered what was read.
_MOST_BOOKS = 3


class Server:
    """Answers requests; one lives as long as the office."""

    def __init__(self, context: Any) -> None:
        """``context`` is the UNO component context."""
        self.app = UnoApp(context)
        self._books: dict[str, UnoBook] = {}

    def begin(self) -> None:
        """A button is pressed: what is remembered of the documents is looked at anew."""
        self._books = {uid: book for uid, book in self._books.items() if _lives(book.doc, uid)}
        for book in self._books.values():
            book.begin()

    def compute(self, document: Any) -> Iterator[None]:
        """Let the office compute what a press has made it forget, piece by piece."""
        return self._book(str(document.RuntimeUID)).compute()

    def get_ready(self, document: Any) -> Iterator[None]:
        """Read a document ahead of a press, piece by piece."""
        return self._book(str(document.RuntimeUID)).get_ready()

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to one request; never raises."""
        try:
            return {"r": self._result(request)}
        except OfficeError as error:
            return {"code": error.code, "values": error.values}
        except Exception as error:  # noqa: BLE001 - UNO's errors have no common base; the message may quote a cell
            return {"x": type(error).__name__}

    def _result(self, request: dict[str, Any]) -> Any:
        kind, method = request["o"], request["m"]
        if method not in ALLOWED[kind]:
            raise PermissionError(f"{kind}.{method}")
        found = getattr(self._target(kind, request), method)
        result = found(*unpack(request.get("a", []))) if callable(found) else found
        if isinstance(result, UnoBook):
            return str(result.doc.RuntimeUID)
        if kind == "app" and isinstance(result, list):
            return [str(book.doc.RuntimeUID) for book in result]
        return pack(result)

    def _target(self, kind: str, request: dict[str, Any]) -> Any:
        if kind == "app":
            return self.app
        book = self._book(request["b"])
        if kind == "book":
            return book
        return book.names(request.get("s")) if kind == "names" else book.sheet(request["s"])

    def _book(self, uid: str) -> UnoBook:
        """The book with its formula parsers, formats and sheets remembered, as long as its document lives."""
        known = self._books.pop(uid, None)
        if known is None or not _lives(known.doc, uid):
            known = UnoBook(self.app.document(uid))
            for oldest in list(self._books)[: 1 - _MOST_BOOKS]:
                del self._books[oldest]
        self._books[uid] = known
        return known


def _lives(doc: Any, uid: str) -> bool:
    """Whether a document is still open: a closed one answers nothing."""
    try:
        return bool(doc.RuntimeUID == uid)
    except Exception:  # noqa: BLE001 - UNO's errors have no common base
        return False
