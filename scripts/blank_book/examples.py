"""Example rows of the blank workbook: a small programme of its own, if «Пример: » is taken away everywhere.

They stand in ``examples.txt``. A sheet is a line ``# Название``, a line of headings, then the rows; cells are
separated by ``¦``. ``35`` becomes a number, ``80%`` a percent cell, ``31.12.2026`` a date; ``'1.1`` stays a text.
``{год}`` is the year of the blank.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

#: A cell, and the number format that it needs; none where the column has its own.
Cell = tuple[object, str]

_TEXT = Path(__file__).with_name("examples.txt")


def examples(year: int) -> dict[str, list[dict[str, Cell]]]:
    """Rows by sheet; a row's cells by heading.

    Args:
        year: The year that dates are in.
    """
    found: dict[str, list[dict[str, Cell]]] = {}
    for part in re.split(r"^# ", _TEXT.read_text(encoding="utf-8").replace("{год}", str(year)), flags=re.MULTILINE)[1:]:
        name, heading, *lines = part.strip().splitlines()
        headings = _cells(heading)
        found[name] = [dict(zip(headings, map(_value, _cells(line)), strict=False)) for line in lines]
    return found


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("¦")]


def _value(text: str) -> Cell:
    if text.startswith("'"):
        return text[1:], "@"
    if re.fullmatch(r"\d+", text):
        return int(text), ""
    if re.fullmatch(r"\d+%", text):
        return int(text[:-1]) / 100, "0%"
    if re.fullmatch(r"\d\d\.\d\d\.\d{4}", text):
        return datetime.strptime(text, "%d.%m.%Y"), "dd.mm.yyyy"
    return text, ""
