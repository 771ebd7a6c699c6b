"""Roles as formats of an XlsxWriter workbook, each made once."""

from __future__ import annotations

from typing import Any

from metodist.domain.tables import Cell, NumberForm, Role
from metodist.layout.styles import ALIGNS, BORDER, FONT, FORMATS, INDENT, LOOKS, TONES


class Formats:
    """The formats of one workbook.

    Args:
        book: An XlsxWriter workbook.
    """

    def __init__(self, book: Any) -> None:
        """Begin with none."""
        self._book = book
        self._cells: dict[tuple[Role, NumberForm, str, bool], Any] = {}
        self._tones: dict[str, Any] = {}

    def of(self, cell: Cell) -> Any:
        """The format of a cell."""
        key = (cell.role, cell.form, cell.align, cell.locked)
        if key not in self._cells:
            self._cells[key] = self._book.add_format(self._properties(cell))
        return self._cells[key]

    def tone(self, name: str) -> Any:
        """The format of a conditional tone."""
        if name not in self._tones:
            tone = TONES[name]
            properties: dict[str, Any] = {"font_color": tone.ink} if tone.ink else {}
            properties |= {"bg_color": tone.fill} if tone.fill else {}
            properties |= {"border": 1, "border_color": BORDER} if tone.border else {}
            self._tones[name] = self._book.add_format(properties)
        return self._tones[name]

    @staticmethod
    def _properties(cell: Cell) -> dict[str, Any]:
        look = LOOKS[cell.role]
        properties: dict[str, Any] = {
            "font_name": FONT,
            "font_size": look.size,
            "font_color": look.ink,
            "bold": look.bold,
            "italic": look.italic,
            "valign": {"center": "vcenter"}.get(look.valign, look.valign),
            "num_format": FORMATS[cell.form],
            "locked": cell.locked,
        }
        align = cell.align or look.align or ALIGNS.get(cell.form, "")
        # A right-aligned cell holds a number: wrapped, LibreOffice would draw it without its indent.
        properties["text_wrap"] = look.wrap and align != "right"
        if align:
            properties["align"] = align
        if (look.border or look.padded) and align in ("left", "right"):
            properties["indent"] = INDENT
        if look.shrink:
            properties["shrink"] = True
        if look.underline:
            properties["underline"] = 1
        if look.fill:
            properties["bg_color"] = look.fill
        if look.border:
            properties |= {"border": 1, "border_color": BORDER}
        return properties
