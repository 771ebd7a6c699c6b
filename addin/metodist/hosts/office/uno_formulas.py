"""Formulas of a live LibreOffice document in Excel's grammar, thousands of them at a time.

`FormulaParser` takes 1–4 ms a formula. A formula of well-known pieces needs no parser: between the two grammars only
semicolons and the way to another sheet differ. Of all others, one of each form goes through the parser: what it
changes does not depend on which cells, texts and numbers stand in them, so the rest of the form are put together from
what came out. ``tests/hosts/test_formulas_in_office.py`` holds both ways against the parser on whole workbooks.
"""

from __future__ import annotations

import re
from typing import Callable  # noqa: UP035 - Python 3.8

from .cells import quoted

#: Texts, references and plain numbers, which read the same in both grammars.
_SAME = re.compile(
    r"""("(?:[^"]|"")*"|(?<![\w$])\$?[A-Z]{1,3}\$?[0-9]+(?![\w(.!])|(?<![\w$.:])[0-9]+(?:\.[0-9]+)?(?![\w.:]))"""
)
#: Whole rows and columns, which Excel writes another way, and names in apostrophes: such formulas go one by one.
_ALONE = ("'", "1048576", "65536", "$XFD", "XFD", "AMJ")
#: Functions that both grammars call alike and give their arguments alike.
_FUNCTIONS = frozenset(
    """ABS AND AVERAGE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DAY EXACT FIND IF IFERROR INDEX INT ISBLANK ISERROR
    ISNUMBER ISTEXT LARGE LEFT LEN LOOKUP MATCH MAX MEDIAN MID MIN MOD MONTH N NOT OR RIGHT ROUND ROW SEARCH SIGN SMALL
    SQRT SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT TEXT TRIM VALUE YEAR""".split()
)
#: One piece of a formula that can be read without the parser; what none of them begins needs it.
_PIECE = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")
    |\$?(?P<sheet>[^\W\d]\w*|'(?:[^']|'')+')\.(?P<there>\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?)(?![\w(.!:])
    |(?P<cells>\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?)(?![\w(.!:])
    |(?P<number>[0-9]+(?:\.[0-9]+)?)(?![\w.:])
    |(?P<function>[A-Z][A-Z0-9.]*)\(
    |(?P<name>[^\W\d]\w*)(?![\w.(!:])
    |(?P<sign>[-+*/^&=<>()%]|;)""",
    re.VERBOSE,
)
_LOGICAL = ("TRUE", "FALSE")
#: Formulas and forms remembered of one document: a school table has five thousand, in some two hundred forms.
_MOST = 50_000


class FormulaTexts:
    """Calc's formulas in Excel's grammar: each form of one document is converted once, each text put together once."""

    def __init__(self, convert: Callable[[str, object], str]) -> None:
        """``convert`` asks the office about one formula with its ``=``, standing in a cell."""
        self._convert = convert
        self._forms: dict[tuple[str, ...], list[str] | None] = {}
        #: What was asked about already.
        self.known: dict[str, str] = {}

    def excel(self, formula: str, place: Callable[[], object]) -> str:
        """The formula in Excel's grammar; it reads the same wherever it stands.

        Args:
            formula: In Calc's grammar, with ``=``.
            place: Gives the address of its cell; called only where the office is asked.
        """
        found = self.known.get(formula)
        if found is None:
            if len(self.known) >= _MOST:
                self.known.clear()
                self._forms.clear()
            found = self.known[formula] = self._found(formula, place)
        return found

    def _found(self, formula: str, place: Callable[[], object]) -> str:
        plain = plainly(formula)
        if plain is not None:
            return plain
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


def plainly(formula: str) -> str | None:
    """A formula of well-known pieces in Excel's grammar; ``None`` where the office has to be asked.

    Example: ``=IF($Кадры.B7="";1;SUM(C$2:C9))`` is ``=IF(Кадры!B7="",1,SUM(C$2:C9))``.
    """
    if any(sign in formula for sign in _ALONE[1:]):
        return None
    pieces, at = ["="], 1
    while at < len(formula):
        found = _PIECE.match(formula, at)
        piece = _in_excel(found) if found is not None else None
        if found is None or piece is None:
            return None
        pieces.append(piece)
        at = found.end()
    return "".join(pieces)


def _in_excel(found: re.Match[str]) -> str | None:
    kind, text = found.lastgroup, found[0]
    if kind == "sign":
        return "," if text == ";" else text
    if kind == "there":
        sheet = found["sheet"]
        own = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
        return f"{quoted(own)}!{found['there']}"
    if kind == "function":
        return text if found["function"] in _FUNCTIONS else None
    return None if kind == "name" and text in _LOGICAL else text
