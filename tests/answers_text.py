"""What a school filled in, as text: its registers and facts stand in the test as a clerk sees them.

    # Кадры
    ФИО           | Должность | Стаж педагогический
    Иванова А. А. | учитель   | 2

    # Сведения
    Методических работ: 3

``–`` and nothing are a blank cell, ``35`` is a number, ``31.12.1991`` a date, anything else a text.
"""

from __future__ import annotations

from datetime import datetime

from metodist.domain.fields import FACTS
from metodist.domain.returns import RegisterRow, SchoolData
from metodist.domain.values import Value

_FIRST_ROW = 8


def school_answers(text: str) -> SchoolData:
    """The answers of one school; a register that is not mentioned is empty."""
    sheets: dict[str, list[str]] = {}
    for line in text.strip().splitlines():
        if line.strip().startswith("# "):
            sheets[line.strip()[2:]] = []
        elif line.strip():
            sheets[list(sheets)[-1]].append(line)
    facts = dict(_fact(line) for line in sheets.pop(FACTS, []))
    return SchoolData({name: _rows(lines) for name, lines in sheets.items()}, facts)


def _fact(line: str) -> tuple[str, Value]:
    name, _, value = line.rpartition(":")
    return name.strip(), _value(value)


def _rows(lines: list[str]) -> tuple[RegisterRow, ...]:
    heads, *rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    return tuple(
        RegisterRow(number, dict(zip(heads, map(_value, row), strict=True)))
        for number, row in enumerate(rows, _FIRST_ROW)
    )


def _value(text: str) -> Value:
    text = text.strip()
    if not text or text == "–":
        return None
    if text.isdigit():
        return int(text)
    if text.count(".") == 2 and text.replace(".", "").isdigit():
        return datetime.strptime(text, "%d.%m.%Y").date()
    return text
