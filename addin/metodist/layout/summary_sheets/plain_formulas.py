"""A worksheet that takes formulas as they are: the summary has ten thousand of them, all of functions of 2010."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def plain_worksheet() -> Any:
    """XlsxWriter's worksheet without its search for thirty functions that are newer than 2010.

    Where a later XlsxWriter prepares formulas elsewhere, they are searched again: slower, not wrong.
    """
    from xlsxwriter.worksheet import Worksheet

    class PlainFormulas(Worksheet):  # type: ignore[misc]
        def _prepare_formula(self, formula: str, expand_future_functions: object = None) -> str:  # noqa: ARG002
            return formula.removeprefix("=")

    return PlainFormulas
