"""Draws the buttons' icons for LibreOffice into ``addin/libreoffice/icons``: ``python scripts/draw_icons.py``.

One family: an outlined thing (a sheet, a page, a book, a folder) and a coloured sign of what happens to it. Each icon
in two sizes, in normal and in high contrast.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from addin_build.registry import icon_name
from icon_drawings import (
    CONTRAST,
    NORMAL,
    Pen,
    back,
    bars,
    book,
    bulb,
    days,
    folder,
    funnel,
    gauge,
    globe,
    go,
    inwards,
    letter_i,
    page,
    percent,
    plus,
    question,
    seal,
    several,
    sheet,
    star,
    tick,
    total,
)

FOLDER = Path(__file__).resolve().parent.parent / "addin" / "libreoffice" / "icons"
#: Pixels of the office's small and large icons.
SIZES = (16, 26)

#: What each button's icon is made of, by the command's id.
ICONS: dict[str, tuple[Callable[[Pen], None], ...]] = {
    "lint": (book, tick),
    "status": (book, gauge),
    "plan": (sheet, days),
    "issue": (sheet, plus),
    "check": (sheet, tick),
    "collect": (sheet, inwards),
    "summary": (sheet, total),
    "indicators": (sheet, percent),
    "rubric": (sheet, star),
    "query": (sheet, funnel),
    "order": (page, seal),
    "note": (page, bars),
    "recommendations": (page, bulb),
    "documents": (page, several),
    "package": (page, globe),
    "undo": (sheet, back),
    "folder": (folder, go),
    "guide": (question,),
    "about": (letter_i,),
}


def draw(command_id: str, size: int, *, contrast: bool) -> Image.Image:
    """One icon."""
    pen = Pen(size, CONTRAST if contrast else NORMAL)
    for drawing in ICONS[command_id]:
        drawing(pen)
    return pen.finished()


def main() -> None:
    """Draw all icons."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for command_id in ICONS:
        for size in SIZES:
            for contrast in (False, True):
                path = FOLDER / icon_name(command_id, size, contrast=contrast)
                draw(command_id, size, contrast=contrast).save(path, optimize=True)


if __name__ == "__main__":
    main()
