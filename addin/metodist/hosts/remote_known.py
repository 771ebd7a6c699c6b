"""What is known of a document already while a button is at work: a question over the wire costs two milliseconds.

The user cannot type while a command runs, so what was read once holds until the command itself writes.
"""

from __future__ import annotations

from typing import Any

from metodist.hosts.grid import Rows
from metodist.hosts.office.codec import unpack

#: Questions of a sheet whose answers hold until something is written.
_READS = frozenset({"is_visible", "used", "read", "formulas"})
#: Questions that are asked once.
_LOOKS = frozenset(
    "has_array is_locked colour number_format font wrap_text column_width row_height hyperlink hyperlinks".split()
)
_Key = tuple[str, str, str]
#: Name of a sheet, whether it is shown, its used area, values, formulas; no values where the book is large.
Told = tuple[str, bool, list[int], Rows | None, list[list[str]]]


class Edition:
    """All sheets of one document as the office has told them last: kept from press to press."""

    def __init__(self) -> None:
        """Nothing was told yet."""
        self.name = ""
        self._sheets: dict[str, tuple[Rows, list[list[str]]]] = {}

    def take(self, told: dict[str, Any]) -> list[Told]:
        """Bring the sheets up to what is told.

        Args:
            told: What ``UnoBook.blocks`` has answered about this edition.

        Returns:
            Every sheet as it is now.
        """
        before, self._sheets = self._sheets, {}
        found: list[Told] = []
        for name, visible, area, whole, rows in told["sheets"]:
            if rows is None:
                found.append((name, visible, area, None, []))
                continue
            values, formulas = ([[]] * area[2], [[]] * area[2]) if whole else before[name]
            for row, cells, texts in rows:
                values[row], formulas[row] = unpack(cells), texts
            self._sheets[name] = values, formulas
            found.append((name, visible, area, values, formulas))
        self.name = told["edition"] if self._sheets else ""
        return found


class Known:
    """Answers of one document; emptied by whatever may change it."""

    def __init__(self, edition: Edition) -> None:
        """Nothing is known but what the ``edition`` of an earlier press holds."""
        self.edition = edition
        self.names: dict[str, Any] = {}
        self.sheets: list[str] | None = None
        self._answers: dict[_Key, Any] = {}
        self._taken = False

    def wants_blocks(self, method: str) -> bool:
        """Whether all sheets should be read at once now: at the first look at a sheet's extent."""
        return method == "used" and not self._taken

    def take(self, told: dict[str, Any]) -> None:
        """Remember all sheets, as ``UnoBook.blocks`` gives them."""
        self._taken = True
        found = self.edition.take(told)
        self.sheets = [name for name, *_ in found]
        for name, visible, area, values, formulas in found:
            self._answers[name, "is_visible", "[]"] = visible
            self._answers[name, "used", "[]"] = area
            if values is not None:
                self._answers[name, "read", str([list(area)])] = values
                self._answers[name, "formulas", str([list(area)])] = formulas

    def answer(self, sheet: str, method: str, arguments: list[Any]) -> Any:
        """The answer to a question of a sheet, or ``None``; a list is the asker's own."""
        found = self._answers.get(_key(sheet, method, arguments))
        return [list(row) if isinstance(row, list) else row for row in found] if isinstance(found, list) else found

    def told(self, method: str) -> None:
        """A method is about to be called: what is no question may change anything."""
        if method not in _READS and method not in _LOOKS:
            self._answers.clear()

    def keep(self, sheet: str, method: str, arguments: list[Any], answer: Any) -> Any:
        """Remember an answer to one of `_READS`; the asker's own copy of it."""
        if method not in _READS:
            return answer
        self._answers[_key(sheet, method, arguments)] = answer
        return self.answer(sheet, method, arguments)

    def changed(self) -> None:
        """Sheets or names were added, renamed or taken away."""
        self.sheets = None
        self.names.clear()
        self._answers.clear()


def _key(sheet: str, method: str, arguments: list[Any]) -> _Key:
    return sheet, method, str([list(one) if isinstance(one, tuple) else one for one in arguments])
