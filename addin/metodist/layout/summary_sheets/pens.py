"""Writing cells of the summary: looks by name, 1-based addresses, text that stays text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from metodist.domain.tables import NumberForm
from metodist.domain.values import Value
from metodist.layout import styles

_LINED = {"border": 1, "border_color": styles.BORDER}
_HEAD = {"bold": True, "text_wrap": True, "valign": "vcenter", **_LINED}

#: What a look adds to a cell's format; looks combine, the later one wins.
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": styles.TITLE_SIZE, "font_color": styles.HEADING_FILL},
    "lead": {"valign": "top"},
    "note": {"font_size": styles.NOTE_SIZE, "font_color": styles.NOTE_INK},
    "link": {"font_color": styles.LINK_INK, "underline": 1},
    "section": {"bold": True, "font_color": styles.HEADING_FILL, "bottom": 2, "bottom_color": styles.HEADING_FILL},
    "heading": {**_HEAD, "font_color": styles.WHITE, "bg_color": styles.HEADING_FILL, "align": "center"},
    "subheading": {**_HEAD, "font_color": styles.HEADING_FILL, "bg_color": styles.SUBHEADING_FILL},
    "cell": {"valign": "vcenter", **_LINED},
    "computed": {"font_color": styles.COMPUTED_INK},
    "reference": {"bg_color": styles.REFERENCE_FILL, "font_color": styles.COMPUTED_INK},
    "strong": {"bold": True},
    "personal": {"bold": True, "font_color": styles.TONES["warning"].ink},
    "wrap": {"text_wrap": True},
    "top": {"valign": "top"},
    "padded": {"align": "left", "indent": 1},
    "left": {"align": "left"},
    "centre": {"align": "center"},
    "right": {"align": "right"},
    "error": {"font_color": styles.TONES["error"].ink, "bg_color": styles.TONES["error"].fill},
    "warning": {"font_color": styles.TONES["warning"].ink, "bg_color": styles.TONES["warning"].fill},
    "done": {"font_color": styles.TONES["done"].ink, "bg_color": styles.TONES["done"].fill},
    "input": {"bg_color": styles.INPUT_FILL, "locked": False},
    "typed": {"quote_prefix": True},
    "year": {"num_format": "0"},
    "plain_number": {"num_format": "General", "align": "right", "indent": 1},
    "integer": {"num_format": styles.FORMATS[NumberForm.INTEGER], "align": "right", "indent": 1},
    "decimal": {"num_format": styles.FORMATS[NumberForm.DECIMAL], "align": "right", "indent": 1},
    "percent": {"num_format": styles.FORMATS[NumberForm.PERCENT], "align": "right", "indent": 1},
    "signed": {"num_format": "+#,##0;−#,##0;0", "align": "right", "indent": 1},
    "signed_decimal": {"num_format": "+#,##0.0;−#,##0.0;0.0", "align": "right", "indent": 1},
    "signed_percent": {
        "num_format": '+0.0"\u00a0"%;−0.0"\u00a0"%;0.0"\u00a0"%',
        "align": "right",
        "indent": 1,
    },
    # LibreOffice leaves out the indent of numbers with so many decimals: a blank as wide as «w» keeps the distance.
    "two_digits": {"num_format": "0.00_w", "align": "right"},
    "chance": {"num_format": "0.000_w", "align": "right"},
    "yes_no": {"num_format": f'[=1]"да";[=0]"нет";{styles.FORMATS[NumberForm.PERCENT]}', "align": "center"},
    "date": {"num_format": styles.FORMATS[NumberForm.DATE], "align": "center"},
    "moment": {"num_format": "dd.mm.yyyy hh:mm", "align": "center"},
}

_FORMULA_LIKE = ("=", "+", "-", "@")


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula once it is edited."""
    return text.startswith(_FORMULA_LIKE)


class Looks:
    """Formats of one workbook, made once a combination of looks."""

    def __init__(self, book: Any) -> None:
        """Keep the workbook that owns the formats."""
        self._book = book
        self._made: dict[tuple[str, ...], Any] = {}

    def __call__(self, *names: str) -> Any:
        """The format that all the named looks make together."""
        made = self._made.get(names)
        if made is None:
            properties: dict[str, Any] = {"font_name": styles.FONT, "font_size": styles.SIZE}
            for name in names:
                properties |= LOOKS[name]
            made = self._made[names] = self._book.add_format(properties)
        return made

    def conditional(self, name: str, *, bold: bool = False) -> Any:
        """A look for a conditional format: colours only, the cell keeps its font and border."""
        properties = {key: LOOKS[name][key] for key in ("font_color", "bg_color")}
        return self._book.add_format(properties | ({"bold": True} if bold else {}))


class Pen:
    """Writes into one sheet; rows and columns are 1-based, as in :mod:`metodist.layout.addresses`."""

    def __init__(self, sheet: Any, looks: Looks) -> None:
        """Write into ``sheet`` of XlsxWriter with formats of ``looks``."""
        self.sheet = sheet
        self.looks = looks

    def put(self, row: int, column: int, value: Value | datetime, *looks: str) -> None:
        """Write a constant. Text stays text even where it begins with ``=``, also after it is edited."""
        place = (row - 1, column - 1)
        if value is None or value == "":
            self.sheet.write_blank(*place, None, self.looks(*looks))
        elif isinstance(value, str):
            looks = (*looks, "typed") if is_formula_like(value) else looks
            self.sheet.write_string(*place, value, self.looks(*looks))
        elif isinstance(value, date):
            self.sheet.write_datetime(*place, value, self.looks(*looks))
        else:
            self.sheet.write_number(*place, value, self.looks(*looks))

    def formula(self, row: int, column: int, formula: str, cached: Value, *looks: str) -> None:
        """Write a formula without its ``=``, with the value that it comes to."""
        self.sheet.write_formula(
            row - 1, column - 1, f"={formula}", self.looks(*looks), "" if cached is None else cached
        )

    def link(self, row: int, column: int, target: str, text: str, *looks: str) -> None:
        """Write a link: ``internal:'Сводка'!A1`` or ``external:Архив/…xlsx``."""
        self.sheet.write_url(row - 1, column - 1, target, self.looks(*looks, "link"), text)

    def merge(self, row: int, left: int, right: int, text: str, *looks: str) -> None:
        """Write a text over several columns of a row."""
        if left == right:
            self.put(row, left, text, *looks)
        else:
            self.sheet.merge_range(row - 1, left - 1, row - 1, right - 1, text, self.looks(*looks))

    def width(self, column: int, width: float) -> None:
        """Set a column's width in characters."""
        self.sheet.set_column(column - 1, column - 1, width)

    def height(self, row: int, points: float) -> None:
        """Set a row's height in points."""
        self.sheet.set_row(row - 1, points)
