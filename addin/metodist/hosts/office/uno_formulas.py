"""Formulas of a live LibreOffice document in Excel's grammar, thousands of them at a time.

`FormulaParser` takes 1–4 ms a formula. What it changes does not depend on which cells, texts and numbers stand in it:
one formula of each form goes through it, and all others of that form are put together from what came out.
"""

from __future__ import annotations

import re
from typing import Callable  # noqa: UP035 - Python 3.8

#: Texts, references and plain numbers, which read the same in both grammars.
_SAME = re.compile(
    r"""("(?:[^"]|"")*"|(?<![\w$])\$?[A-Z]{1,3}\$?[0-9]+(?![\w(.!])|(?<![\w$.:])[0-9]+(?:\.[0-9]+)?(?![\w.:]))"""
)
#: Whole rows and columns, which Excel writes another way, and names in apostrophes: such formulas go one by one.
_ALONE = ("'", "1048576", "65536", "$XFD", "XFD", "AMJ")
#: Formulas and forms remembered of one document: a school table has five thousand, in some two hundred forms.
_MOST = 50_000


class FormulaTexts:
    """Calc's formulas in Excel's grammar: each form of one document is converted once, each text put together once."""

    def __init__(self, convert: Callable[[str, object], str]) -> None:
        """``convert`` asks the office about one formula with its ``=``, standing in a cell."""
        self._convert = convert
        self._forms: dict[tuple[str, ...], list[str] | None] = {}
        self._known: dict[str, str] = {}

    def excel(self, formula: str, place: Callable[[], object]) -> str:
        """The formula in Excel's grammar; it reads the same wherever it stands.

        Args:
            formula: In Calc's grammar, with ``=``.
            place: Gives the address of its cell; called only where the office is asked.
        """
        found = self._known.get(formula)
        if found is None:
            if len(self._known) >= _MOST:
                self._known.clear()
                self._forms.clear()
            found = self._known[formula] = self._found(formula, place)
        return found

    def _found(self, formula: str, place: Callable[[], object]) -> str:
        if any(sign in formula for sign in _ALONE):
            return self._convert(formula, place())
        pieces = _SAME.split(formula)  # every second one is a part that stays the same
        form = tuple(pieces[::2])
        if form not in self._forms:
            excel = self._convert(formula, place())
            theirs = _SAME.split(excel)
            self._forms[form] = theirs[::2] if theirs[1::2] == pieces[1::2] else None
            return excel
        known = self._forms[form]
        if known is None:
            return self._convert(formula, place())
        pieces[::2] = known
        return "".join(pieces)
