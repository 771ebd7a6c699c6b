"""What icons are drawn with: a pen, outlined things and coloured signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Drawn larger by this and shrunk, for smooth edges.
_FINE = 16
#: Units a side that the drawings count in.
_UNITS = 16.0

Colour = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one set of icons.

    Args:
        line: Outlines.
        fill: Inside of the thing.
        good: Signs of checks and sums.
        act: Signs of making and moving.
        warn: Signs of going back.
        on_sign: What is drawn on a sign.
    """

    line: Colour
    fill: Colour
    good: Colour
    act: Colour
    warn: Colour
    on_sign: Colour


NORMAL = Palette(
    line=(84, 96, 110, 255),
    fill=(255, 255, 255, 255),
    good=(22, 128, 84, 255),
    act=(27, 98, 184, 255),
    warn=(196, 88, 10, 255),
    on_sign=(255, 255, 255, 255),
)
CONTRAST = Palette(
    line=(255, 255, 255, 255),
    fill=(0, 0, 0, 255),
    good=(0, 255, 0, 255),
    act=(255, 255, 0, 255),
    warn=(255, 160, 0, 255),
    on_sign=(0, 0, 0, 255),
)


class Pen:
    """Draws in units on one icon."""

    def __init__(self, size: int, palette: Palette) -> None:
        """An empty icon of ``size`` pixels a side."""
        self.colours = palette
        self._size = size
        self._image = Image.new("RGBA", (size * _FINE, size * _FINE), (0, 0, 0, 0))
        self._draw = ImageDraw.Draw(self._image)
        self._scale = size * _FINE / _UNITS

    def _at(self, values: Sequence[float]) -> list[float]:
        return [value * self._scale for value in values]

    def line(self, *points: float, colour: Colour, width: float = 1.2) -> None:
        """A broken line with round joints."""
        places = self._at(points)
        pairs = list(zip(places[::2], places[1::2], strict=True))
        self._draw.line(pairs, fill=colour, width=round(width * self._scale), joint="curve")
        radius = width * self._scale / 2
        for x, y in pairs:
            self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)

    def box(self, *corners: float, fill: Colour | None, outline: Colour | None, radius: float = 1.0) -> None:
        """A rectangle with round corners."""
        width = round(1.1 * self._scale)
        self._draw.rounded_rectangle(self._at(corners), radius * self._scale, fill, outline, width)

    def shape(self, *points: float, fill: Colour) -> None:
        """A filled polygon."""
        places = self._at(points)
        self._draw.polygon(list(zip(places[::2], places[1::2], strict=True)), fill=fill)

    def disc(self, x: float, y: float, radius: float, fill: Colour) -> None:
        """A filled circle."""
        self._draw.ellipse(self._at((x - radius, y - radius, x + radius, y + radius)), fill=fill)

    def arc(self, *corners: float, start: float, end: float, colour: Colour) -> None:
        """A part of a circle, angles in degrees clockwise from the right."""
        self._draw.arc(self._at(corners), start, end, colour, round(1.4 * self._scale))

    def finished(self) -> Image.Image:
        """The icon in its own size."""
        return self._image.resize((self._size, self._size), Image.Resampling.LANCZOS)


def sheet(pen: Pen) -> None:
    """A table."""
    line = pen.colours.line
    pen.box(1, 2, 14, 14, fill=pen.colours.fill, outline=line)
    pen.line(1.6, 5.6, 13.4, 5.6, colour=line)
    pen.line(1.6, 9.6, 13.4, 9.6, colour=line, width=0.8)
    pen.line(5.4, 2.6, 5.4, 13.4, colour=line, width=0.8)


def page(pen: Pen) -> None:
    """A written page."""
    line = pen.colours.line
    pen.box(2.5, 1, 13, 15, fill=pen.colours.fill, outline=line)
    for y in (4.2, 6.6, 9.0):
        pen.line(5, y, 10.6, y, colour=line, width=0.9)


def book(pen: Pen) -> None:
    """The programme: a list with points."""
    line = pen.colours.line
    pen.box(2, 1, 14, 15, fill=pen.colours.fill, outline=line)
    for y in (4.4, 8.0, 11.6):
        pen.disc(4.8, y, 0.9, pen.colours.act)
        pen.line(7, y, 11.6, y, colour=line, width=0.9)


def folder(pen: Pen) -> None:
    """A folder."""
    pen.box(1, 2.6, 8, 8, fill=pen.colours.line, outline=None)
    pen.box(1, 4.4, 15, 13.6, fill=pen.colours.fill, outline=pen.colours.line)


def _sign(pen: Pen, colour: Colour) -> None:
    pen.disc(11.6, 11.6, 4.6, pen.colours.fill)
    pen.disc(11.6, 11.6, 4.1, colour)


def tick(pen: Pen) -> None:
    """Sign: checked."""
    _sign(pen, pen.colours.good)
    pen.line(9.6, 11.7, 11.1, 13.2, 13.7, 10.1, colour=pen.colours.on_sign, width=1.3)


def plus(pen: Pen) -> None:
    """Sign: made anew."""
    _sign(pen, pen.colours.act)
    pen.line(9.4, 11.6, 13.8, 11.6, colour=pen.colours.on_sign, width=1.3)
    pen.line(11.6, 9.4, 11.6, 13.8, colour=pen.colours.on_sign, width=1.3)


def inwards(pen: Pen) -> None:
    """Sign: taken in."""
    _sign(pen, pen.colours.act)
    pen.line(11.6, 9.2, 11.6, 13.2, colour=pen.colours.on_sign, width=1.3)
    pen.line(9.7, 11.7, 11.6, 13.7, 13.5, 11.7, colour=pen.colours.on_sign, width=1.3)


def total(pen: Pen) -> None:
    """Sign: summed up."""
    _sign(pen, pen.colours.good)
    pen.line(13.3, 9.5, 9.9, 9.5, 11.8, 11.6, 9.9, 13.7, 13.3, 13.7, colour=pen.colours.on_sign, width=1.1)


def percent(pen: Pen) -> None:
    """Sign: shares."""
    _sign(pen, pen.colours.good)
    pen.line(13.2, 9.8, 10, 13.4, colour=pen.colours.on_sign, width=1.1)
    pen.disc(10.2, 10.2, 0.9, pen.colours.on_sign)
    pen.disc(13, 13, 0.9, pen.colours.on_sign)


def star(pen: Pen) -> None:
    """Sign: points of the rubric."""
    _sign(pen, pen.colours.good)
    outer_and_inner = (11.6, 8.6, 12.4, 10.7, 14.6, 10.8, 12.9, 12.1, 13.5, 14.3, 11.6, 13, 9.7, 14.3, 10.3, 12.1)
    pen.shape(*outer_and_inner, 8.6, 10.8, 10.8, 10.7, fill=pen.colours.on_sign)


def seal(pen: Pen) -> None:
    """Sign: an order is signed."""
    _sign(pen, pen.colours.act)
    pen.disc(11.6, 11.6, 2.2, pen.colours.on_sign)
    pen.disc(11.6, 11.6, 1.0, pen.colours.act)


def bars(pen: Pen) -> None:
    """Sign: figures told in words."""
    _sign(pen, pen.colours.good)
    for x, top in ((9.8, 11.8), (11.6, 9.4), (13.4, 10.8)):
        pen.line(x, top, x, 13.5, colour=pen.colours.on_sign, width=1.1)


def bulb(pen: Pen) -> None:
    """Sign: advice."""
    _sign(pen, pen.colours.warn)
    pen.line(11.6, 9.2, 11.6, 11.9, colour=pen.colours.on_sign, width=1.5)
    pen.disc(11.6, 13.8, 0.95, pen.colours.on_sign)


def funnel(pen: Pen) -> None:
    """Sign: only some of them."""
    _sign(pen, pen.colours.act)
    pen.shape(9, 9.2, 14.2, 9.2, 12.2, 11.8, 11, 11.8, fill=pen.colours.on_sign)
    pen.line(11.6, 11.6, 11.6, 14.2, colour=pen.colours.on_sign, width=1.5)


def several(pen: Pen) -> None:
    """Sign: all of them."""
    _sign(pen, pen.colours.act)
    for y in (9.8, 11.6, 13.4):
        pen.line(9.9, y, 13.3, y, colour=pen.colours.on_sign, width=1.0)


def globe(pen: Pen) -> None:
    """Sign: for the site."""
    _sign(pen, pen.colours.act)
    pen.arc(9.6, 8.6, 13.6, 14.6, start=0, end=360, colour=pen.colours.on_sign)
    pen.line(8.6, 11.6, 14.6, 11.6, colour=pen.colours.on_sign, width=0.9)


def back(pen: Pen) -> None:
    """Sign: as it was."""
    _sign(pen, pen.colours.warn)
    pen.arc(9.5, 9.5, 13.9, 13.9, start=-150, end=120, colour=pen.colours.on_sign)
    pen.shape(8.7, 8.8, 8.9, 12.2, 11.6, 10.6, fill=pen.colours.on_sign)


def gauge(pen: Pen) -> None:
    """Sign: how far the cycle is."""
    _sign(pen, pen.colours.act)
    pen.line(11.6, 9.4, 11.6, 11.8, 13.4, 12.8, colour=pen.colours.on_sign, width=1.2)


def days(pen: Pen) -> None:
    """Sign: days of a calendar."""
    _sign(pen, pen.colours.act)
    pen.line(9.4, 9.7, 13.8, 9.7, colour=pen.colours.on_sign, width=1.2)
    for x in (9.9, 11.6, 13.3):
        for y in (11.6, 13.3):
            pen.disc(x, y, 0.6, pen.colours.on_sign)


def go(pen: Pen) -> None:
    """Sign: opened."""
    _sign(pen, pen.colours.act)
    pen.line(9.4, 11.6, 13.4, 11.6, colour=pen.colours.on_sign, width=1.3)
    pen.line(11.8, 9.8, 13.7, 11.6, 11.8, 13.4, colour=pen.colours.on_sign, width=1.3)


def question(pen: Pen) -> None:
    """The guide."""
    pen.disc(8, 8, 7, pen.colours.act)
    pen.arc(5.4, 3.6, 10.6, 8.8, start=-190, end=70, colour=pen.colours.on_sign)
    pen.line(8.1, 8.6, 8.1, 9.6, colour=pen.colours.on_sign, width=1.4)
    pen.disc(8.1, 12, 0.95, pen.colours.on_sign)


def letter_i(pen: Pen) -> None:
    """About the program."""
    pen.disc(8, 8, 7, pen.colours.line)
    pen.disc(8, 4.6, 1.1, pen.colours.on_sign)
    pen.line(8, 7.4, 8, 11.8, colour=pen.colours.on_sign, width=1.7)
