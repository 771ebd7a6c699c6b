"""One row of a sheet as a record: cells by heading, read as what the column should hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from metodist.domain.values import NO, YES
from metodist.messages import say
from metodist.programme.columns import Column, SheetSchema
from metodist.programme.issues import Issues
from metodist.programme.words import nearest, only_letters_differ, same_word, squeezed

_ERRORS = ("#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!")
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_NUMBER = re.compile(r"[-−]?\d+([.,]\d+)?")


@dataclass(slots=True)
class Record:
    """One filled row. Every reading method notes an issue where the cell does not suit and gives a blank."""

    schema: SheetSchema
    row: int
    cells: Mapping[str, object]
    issues: Issues
    refused: set[str] = field(default_factory=set)

    @property
    def sound(self) -> bool:
        """No issue was noted for this row so far."""
        return not self.refused

    def error(self, column: str, message_id: str, suggestion: str = "", **values: object) -> None:
        """Note that something is wrong in this row's ``column``."""
        self.refuse(column, say(f"programme.{message_id}", **{"column": column, **values}), suggestion)

    def refuse(self, column: str, message: str, suggestion: str = "") -> None:
        """Note an issue whose sentence is ready; one a cell, and none of a column that is missing."""
        if column in self.cells and column not in self.refused:
            self.issues.error(message, (self.schema.name, self.row, column), suggestion)
        self.refused.add(column)

    def check(self) -> None:
        """Note required cells that are blank, words that are unknown, cells that hold Excel errors."""
        for column in self.schema.columns:
            if column.heading not in self.cells:  # the missing column is reported once, by ``headings``
                continue
            value = self.cells[column.heading]
            if isinstance(value, str) and value in _ERRORS:
                self.error(column.heading, "error_value", say("programme.error_value_fix"), value=value)
            elif column.required and self.blank(column.heading):
                self.error(column.heading, "required", explanation=column.explanation)
            elif column.words:
                self._check_word(column)

    def _check_word(self, column: Column) -> None:
        text = self.text(column.heading)
        if not text or self.word(column.heading):
            return
        words = ", ".join(column.words)
        near = nearest(text, column.words)
        message = say("programme.word", column=column.heading, value=text, words=words)
        if near and only_letters_differ(text, near):
            message = f"{message} {say('programme.latin', value=text)}"
        self.refuse(column.heading, message, near)

    def blank(self, column: str) -> bool:
        """Tell whether the cell holds nothing but blanks."""
        value = self.cells.get(column)
        return value is None or (isinstance(value, str) and not value.strip())

    def text(self, column: str) -> str:
        """The cell as text, trimmed; numbers and dates as they are written; line ends stay."""
        return as_text(self.cells.get(column))

    def line(self, column: str) -> str:
        """The cell as one line with single spaces: for names."""
        return squeezed(self.text(column))

    def code(self, column: str) -> str:
        """A number or code as text; a date there is Excel's doing («1.2» became 1 February)."""
        value = self.cells.get(column)
        if isinstance(value, date):
            self.error(column, "became_date", say("programme.became_date_fix"), value=as_text(value))
            return ""
        return self.line(column)

    def codes(self, column: str) -> tuple[str, ...]:
        """Codes separated by commas or semicolons."""
        text = self.code(column)
        return tuple(part.strip() for part in re.split("[,;]", text) if part.strip())

    def word(self, column: str) -> str:
        """One of the column's words, as the schema spells it; empty where it is none of them."""
        text = self.text(column)
        words = next(each.words for each in self.schema.columns if each.heading == column)
        return next((word for word in words if same_word(word, text)), "")

    def yes(self, column: str, *, default: bool = False) -> bool:
        """да → true, нет → false, blank → the default."""
        return default if self.blank(column) else self.word(column) == YES

    def number(self, column: str) -> float | None:
        """A number; also one stored as text. ``None`` for a blank cell or (noted) another value."""
        value = self.cells.get(column)
        if self.blank(column):
            return None
        number = as_number(value)
        if number is None:
            self.error(column, "not_a_number", value=as_text(value))
        return number

    def whole(self, column: str) -> int | None:
        """A whole number from 0 on."""
        number = self.number(column)
        if number is None:
            return None
        if not float(number).is_integer():
            self.error(column, "not_whole", value=self.text(column))
            return None
        if number < 0:
            self.error(column, "negative", value=self.text(column))
            return None
        return int(number)

    def day(self, column: str) -> date | None:
        """A date; also one written as text «31.12.2026»."""
        if self.blank(column):
            return None
        day = as_date(self.cells.get(column))
        if day is None:
            self.error(column, "not_a_date", say("programme.date_fix"), value=self.text(column))
        return day


def as_text(value: object) -> str:
    """Any cell as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").replace("\xa0", " ").strip()


def as_number(value: object) -> float | None:
    """A number, or a text that is one; ``None`` for anything else. Whole numbers come as ``int``."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return int(value) if float(value).is_integer() else value
    text = as_text(value).replace(" ", "")
    if isinstance(value, date) or not _NUMBER.fullmatch(text):
        return None
    return as_number(float(text.replace(",", ".").replace("−", "-")))


def as_date(value: object) -> date | None:
    """A date, or a text that is one; ``None`` for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _DATE.fullmatch(as_text(value))
    if not match:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
