"""What is known of a document already while a button is at work: a question over the wire costs two milliseconds.

The user cannot type while a command runs, so what was read once holds until the command itself writes.
"""

from __future__ import annotations

from typing import Any

from metodist.hosts.office.codec import unpack

#: Questions of a sheet whose answers hold until something is written.
_READS = frozenset({"is_visible", "used", "read", "formulas"})
#: Books of more cells are read sheet by sheet, as commands ask.
MOST_CELLS = 30_000
_Key = tuple[str, str, str]


class Known:
    """Answers of one document; emptied by whatever may change it."""

    def __init__(self) -> None:
        """Nothing is known."""
        self.names: dict[str, Any] = {}
        self.sheets: list[str] | None = None
        self._answers: dict[_Key, Any] = {}
        self._taken = False

    def wants_blocks(self, method: str) -> bool:
        """Whether all sheets should be read at once now: at the first look at a sheet's extent."""
        return method == "used" and not self._taken

    def take(self, blocks: list[list[Any]]) -> None:
        """Remember all sheets, as ``UnoBook.blocks`` gives them."""
        self._taken = True
        self.sheets = [name for name, *_ in blocks]
        for name, visible, area, values, formulas in blocks:
            self._answers[name, "is_visible", "[]"] = visible
            self._answers[name, "used", "[]"] = area
            if values is not None:
                self._answers[name, "read", str([list(area)])] = unpack(values)
                self._answers[name, "formulas", str([list(area)])] = formulas

    def answer(self, sheet: str, method: str, arguments: list[Any]) -> Any:
        """The answer to a question of a sheet, or ``None``; a list is the asker's own."""
        found = self._answers.get(_key(sheet, method, arguments))
        return [list(row) if isinstance(row, list) else row for row in found] if isinstance(found, list) else found

    def told(self, method: str) -> None:
        """A method was called: what is no question of `_READS` may have changed anything."""
        if method not in _READS:
            self._answers.clear()

    def changed(self) -> None:
        """Sheets or names were added, renamed or taken away."""
        self.sheets = None
        self.names.clear()
        self._answers.clear()


def _key(sheet: str, method: str, arguments: list[Any]) -> _Key:
    return sheet, method, str([list(one) if isinstance(one, tuple) else one for one in arguments])
