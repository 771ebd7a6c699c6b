"""Which buttons there are and what makes one grey; both are written by ``scripts/build_addin.py``."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any, NamedTuple

#: The kind of a book that is none of ours.
OTHER = "other"


class Button(NamedTuple):
    """One button.

    Args:
        label: What menu and toolbar call it.
        enabled: False for what comes with a later version.
        kinds: Kinds of books it works on; empty: any.
        grey: What menu and toolbar call it where it is grey: with the reason.
    """

    label: str
    enabled: bool
    kinds: tuple[str, ...]
    grey: str


class Panel:
    """All buttons, and how the kind of a book is told."""

    def __init__(self, data: dict[str, Any]) -> None:
        """``data`` is the content of ``buttons.json``."""
        self._buttons = {
            identity: Button(known["label"], known["enabled"], tuple(known["kinds"]), known["grey"])
            for identity, known in data["buttons"].items()
        }
        self._marks = data["marks"]

    def state(self, identity: str, document: Any) -> tuple[bool, str]:
        """Whether a button can be pressed in a window, and what it is called there.

        Args:
            identity: The command's id.
            document: The spreadsheet of the window; ``None`` where it is something else.
        """
        button = self._buttons.get(identity)
        if button is None:
            return False, identity
        fits = document is not None and (not button.kinds or self.kind(document) in button.kinds)
        enabled = button.enabled and fits
        return enabled, button.label if enabled else button.grey

    def kind(self, document: Any) -> str:
        """The kind of a spreadsheet, by its names and sheets; the project's own look is as short."""
        sheets = frozenset(document.Sheets.ElementNames)
        names = frozenset(document.NamedRanges.ElementNames)
        for kind, marks in self._marks.items():
            if _any(marks["names"], names) or _any(marks["any_sheet"], sheets):
                return str(kind)
            if marks["all_sheets"] and sheets.issuperset(marks["all_sheets"]):
                return str(kind)
        return OTHER


def _any(wanted: Iterable[str], there: frozenset[str]) -> bool:
    return any(name in there for name in wanted)


def panel() -> Panel:
    """The panel of this extension."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "buttons.json")  # noqa: PTH100, PTH118, PTH120
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - Python 3.8
        return Panel(json.load(file))
