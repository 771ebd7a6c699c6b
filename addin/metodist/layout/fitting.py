"""How wide a text is and how high a row must be: Calibri measured without Calibri.

Carlito has Calibri's widths, so the table below (hundredths of the type size, measured in Carlito) holds for
both. A row's height is computed and stored, because Excel does not grow the row of a merged or computed cell.
"""

from __future__ import annotations

import math
from functools import cache

#: Hundredths of the type size → characters of that width; regular weight.
_WIDTHS: tuple[tuple[int, str], ...] = (
    (23, " '\u00a0il"),
    (25, ",.Ij"),
    (27, ":;"),
    (30, "()`"),
    (31, "-[]f{}"),
    (33, "!tJ"),
    (35, "rг"),
    (39, "/\\sт"),
    (42, 'Lcзс"z'),
    (44, "xГхэ"),
    (46, "kvyу?FSк|"),
    (48, "ZgЗчьяaав"),
    (50, "ETYЕТЁ#*+<=>^_e~её–×≤≥"),
    (53, "0123456789$л«»KPXРХпCbdhnopquСУЬбнор"),
    (55, "BRБВКийцъЭ"),
    (58, "дЧЯVAА"),
    (62, "ЛЪDHНПфG"),
    (66, "UДИЙЦNOО"),
    (69, "Qы&мж…"),
    (72, "Ф%wюш"),
    (76, "щЫ"),
    (81, "mЖ"),
    (89, "MМШЮ@WЩ—←→▾"),
    (103, "№"),
)
_WIDTH_OF = {character: width for width, characters in _WIDTHS for character in characters}
_UNKNOWN = 60
_BOLD = 1.03
"""Bold Carlito is three per cent wider."""
_PIXELS_PER_POINT = 96 / 72
_DIGIT_PIXELS = 7
_INDENT_PIXELS = 9
_PADDING_PIXELS = 5
_LINE_HEIGHT = 1.28
"""Height of a line against the type size, as Excel and LibreOffice set Calibri."""
_SAFETY = 1.04
"""Two renderers break lines a little differently; a wider guess costs a line, a narrower one cuts a text."""


@cache
def text_pixels(text: str, size: float = 11, *, bold: bool = False) -> float:
    """How wide a line of text is at 100 % zoom, in pixels of 1/96 inch.

    Args:
        text: One line.
        size: Type size in points.
        bold: Whether it is set in bold.
    """
    hundredths = sum(_WIDTH_OF.get(character, _UNKNOWN) for character in text)
    pixels = hundredths / 100 * size * _PIXELS_PER_POINT
    return pixels * _BOLD if bold else pixels


def column_pixels(width: float) -> float:
    """The room for text in a column of that width in characters, in pixels."""
    return math.floor(width * _DIGIT_PIXELS + _PADDING_PIXELS) - _PADDING_PIXELS


def width_for(text: str, size: float = 11, *, bold: bool = False) -> float:
    """The column width in characters that holds the text's longest line and the indent."""
    pixels = max((text_pixels(line, size, bold=bold) for line in text.split("\n")), default=0)
    return math.ceil((pixels * _SAFETY + _INDENT_PIXELS) / _DIGIT_PIXELS) + 1.0


@cache
def line_count(text: str, width: float, size: float = 11, *, bold: bool = False) -> int:
    """How many lines a text takes when it is wrapped in a column of ``width`` characters; at least 1."""
    room = (column_pixels(width) - _INDENT_PIXELS) / _SAFETY
    return max(1, sum(_wrapped(line, room, size, bold=bold) for line in text.split("\n")))


def _wrapped(line: str, room: float, size: float, *, bold: bool) -> int:
    space = text_pixels(" ", size, bold=bold)
    lines, used = 1, 0.0
    for word in line.split(" "):
        pixels = text_pixels(word, size, bold=bold)
        if used and used + space + pixels > room:
            lines, used = lines + 1, 0.0
        if pixels > room:
            lines += math.ceil(pixels / room) - 1
            used = pixels % room
            continue
        used += pixels + (space if used else 0.0)
    return lines


def height_for(lines: int, size: float = 11) -> float:
    """The row height in points that holds so many lines; Excel allows at most 409."""
    return min(409.0, max(15.0, math.ceil(lines * size * _LINE_HEIGHT) + 2.0))


def fitted_height(text: str, width: float, size: float = 11, *, bold: bool = False) -> float:
    """The row height in points for a text wrapped in a column of ``width`` characters."""
    return height_for(line_count(text, width, size, bold=bold), size)
