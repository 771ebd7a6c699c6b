"""The font of a range of the engine, and colours as xlwings lets a user write them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from metodist.hosts.grid import Colour
from metodist.hosts.lean_xlwings import load

if TYPE_CHECKING:
    from metodist.hosts.engine_range import Range

#: Base classes of xlwings' engines: what they declare and we lack raises ``NotImplementedError``.
load()
bc: Any = import_module("xlwings.base_classes")


def as_rgb(colour: Any) -> Colour | None:
    """A colour as xlwings lets a user write it: RGB tuple, ``#rrggbb``, Excel's BGR number or ``None``."""
    if colour is None:
        return None
    if isinstance(colour, str):
        digits = colour.lstrip("#")
        return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if isinstance(colour, int):
        return colour & 255, colour >> 8 & 255, colour >> 16 & 255
    red, green, blue = colour
    return red, green, blue


class Font(bc.Font if hasattr(bc, "Font") else object):  # type: ignore[misc]
    """The font of a range: what is read is the first cell's."""

    def __init__(self, parent: Range) -> None:
        """Keep the range."""
        self.parent = parent

    @property
    def api(self) -> Any:
        """The grid."""
        return self.parent.grid

    @property
    def bold(self) -> bool:
        """Whether it is bold."""
        return bool(self.parent.grid.font(self.parent.area)["bold"])

    @bold.setter
    def bold(self, value: bool) -> None:
        self.parent.grid.set_font(self.parent.area, "bold", value)

    @property
    def italic(self) -> bool:
        """Whether it is italic."""
        return bool(self.parent.grid.font(self.parent.area)["italic"])

    @italic.setter
    def italic(self, value: bool) -> None:
        self.parent.grid.set_font(self.parent.area, "italic", value)

    @property
    def size(self) -> float:
        """Size in points."""
        return float(self.parent.grid.font(self.parent.area)["size"])

    @size.setter
    def size(self, value: float) -> None:
        self.parent.grid.set_font(self.parent.area, "size", value)

    @property
    def color(self) -> Colour | None:
        """RGB; ``None`` for the automatic colour."""
        found = self.parent.grid.font(self.parent.area)["color"]
        return None if found is None else (found[0], found[1], found[2])

    @color.setter
    def color(self, value: Any) -> None:
        self.parent.grid.set_font(self.parent.area, "color", as_rgb(value))

    @property
    def name(self) -> str:
        """The typeface."""
        return str(self.parent.grid.font(self.parent.area)["name"])

    @name.setter
    def name(self, value: str) -> None:
        self.parent.grid.set_font(self.parent.area, "name", value)
