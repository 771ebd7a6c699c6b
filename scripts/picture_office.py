"""Looks at workbooks and documents through LibreOffice: a window under Xvfb, a page through PDF."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageGrab

_ABOVE, _LEFT_OVER = 52, 62
"""Pixels of menu and formula bar above the sheet, and of the side bar to its right; LibreOffice 7.4 without a theme."""
_PAGE_WIDTH = 760
_STARTED_WITHIN = 60
_COLOURS = 128

_OOR = 'xmlns:oor="http://openoffice.org/2001/registry"'
_VIEW = "/org.openoffice.Office.UI.CalcWindowState/UIElements/States"
_FACTORY = (
    "/org.openoffice.Setup/Office/Factories/org.openoffice.Setup:Factory['com.sun.star.sheet.SpreadsheetDocument']"
)
_BARS = ("toolbar/standardbar", "toolbar/formatobjectbar", "statusbar/statusbar")


@dataclass(frozen=True, slots=True)
class Shot:
    """What of a workbook is shown: see ``pictures.window``."""

    workbook: Path
    sheet: str
    width: int
    height: int
    cell: str = ""


def window(shot: Shot, folder: Path, target: Path) -> None:
    """Show a sheet in a window of LibreOffice and keep what is seen of it.

    Args:
        shot: The workbook and the part of its window.
        folder: For a copy of the workbook and LibreOffice's profile.
        target: The PNG.

    Raises:
        TimeoutError: LibreOffice did not show the workbook.
    """
    size = (shot.width + _LEFT_OVER, shot.height + _ABOVE)
    copy = folder / "shown.xlsx"
    show_sheet(shot.workbook, copy, shot.sheet, shot.cell)
    profile = folder / "window_profile"
    shutil.rmtree(profile, ignore_errors=True)
    _settle(profile, _window_settings(*size))
    with screen(*size) as display:
        image = _seen(copy, profile, display)
    keep(image.crop((0, _ABOVE, shot.width, _ABOVE + shot.height)), target)


def page(document: Path, number: int, folder: Path, target: Path) -> None:
    """Print a document into PDF and keep one page; ``number`` counts from 1."""
    profile = folder / "print_profile"
    made = folder / "pages"
    printed = made / f"{document.stem}.pdf"
    if not printed.exists():
        _settle(profile, "")
        command = [*_office(profile), "--headless", "--convert-to", "pdf", "--outdir", str(made), str(document)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    bare = made / "page"
    command = ["pdftoppm", "-png", "-singlefile", "-f", str(number), "-scale-to-x", str(_PAGE_WIDTH)]
    subprocess.run([*command, "-scale-to-y", "-1", str(printed), str(bare)], check=True, timeout=60)
    with Image.open(bare.with_suffix(".png")) as image:
        keep(_framed(image.convert("RGB")), target)


def keep(image: Image.Image, target: Path) -> None:
    """Save a picture with few colours: a tenth of the size, and nothing is lost that could be seen."""
    reduced = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    reduced.save(target, optimize=True)


def show_sheet(workbook: Path, copy: Path, sheet: str, cell: str = "") -> None:
    """Copy a workbook so that it opens on a sheet, scrolled to a cell; nothing else is touched.

    Raises:
        ValueError: There is no such sheet.
    """
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        book = old.read("xl/workbook.xml").decode("utf-8")
        shown, index = _part_of(old, book, sheet)
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "xl/workbook.xml":
                content = _active(book, index).encode("utf-8")
            elif entry.filename.startswith("xl/worksheets/sheet"):
                content = _selected(content.decode("utf-8"), entry.filename == shown, cell).encode("utf-8")
            new.writestr(entry, content)


def _part_of(package: zipfile.ZipFile, book: str, sheet: str) -> tuple[str, int]:
    sheets = re.findall(r'<sheet [^>]*?name="([^"]*)"[^>]*?r:id="([^"]*)"', book)
    names = [name for name, _ in sheets]
    if sheet not in names:
        raise ValueError(f"no sheet «{sheet}» among {names}")
    index = names.index(sheet)
    relations = package.read("xl/_rels/workbook.xml.rels").decode("utf-8")
    relation = next(tag for tag in re.findall(r"<Relationship [^>]*>", relations) if f'Id="{sheets[index][1]}"' in tag)
    part = re.search(r'Target="/?(?:xl/)?([^"]*)"', relation)
    assert part is not None  # noqa: S101 - every relation has one
    return f"xl/{part[1]}", index


def _active(book: str, index: int) -> str:
    without = re.sub(r'(<workbookView[^>]*?) (?:activeTab|firstSheet)="\d+"', r"\1", book)
    without = re.sub(r'(<workbookView[^>]*?) (?:activeTab|firstSheet)="\d+"', r"\1", without)
    return re.sub(r"<workbookView", f'<workbookView activeTab="{index}"', without, count=1)


def _selected(sheet: str, shown: bool, cell: str) -> str:  # noqa: FBT001
    sheet = re.sub(r' tabSelected="[^"]*"', "", sheet, count=1)
    if not shown:
        return sheet
    if cell:
        sheet = re.sub(r'(<pane[^>]*?topLeftCell=")[^"]*', rf"\g<1>{cell}", sheet, count=1)
    return re.sub(r"<sheetView ", '<sheetView tabSelected="1" ', sheet, count=1)


def _seen(workbook: Path, profile: Path, display: str) -> Image.Image:
    """The screen once LibreOffice has drawn the workbook and nothing changes on it any more."""
    environment = {**os.environ, "DISPLAY": display, "SAL_USE_VCLPLUGIN": "gen"}
    command = [*_office(profile), "--nologo", "--view", str(workbook)]
    with _running(command, environment):
        before, patience = b"", time.monotonic() + _STARTED_WITHIN
        while time.monotonic() < patience:
            time.sleep(2)
            image = ImageGrab.grab(xdisplay=display)
            now = image.tobytes()
            if now == before and len(image.getcolors(1 << 24) or []) > 8:
                return image
            before = now
    raise TimeoutError(f"LibreOffice did not show {workbook.name}")


@contextmanager
def screen(width: int, height: int) -> Iterator[str]:
    """A display of that size which nobody else sees."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answers:
            yield f":{answers.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[None]:
    """A program with its children, which end with the block."""
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield
    finally:
        os.killpg(process.pid, 15)
        process.wait()


def _office(profile: Path) -> list[str]:
    return ["soffice", f"-env:UserInstallation={profile.resolve().as_uri()}", "--norestore"]


def _settle(profile: Path, more: str) -> None:
    """Write the profile's settings: formulas are computed on loading, numbers look Russian."""
    settings = profile / "user" / "registrymodifications.xcu"
    if settings.exists():
        return
    settings.parent.mkdir(parents=True)
    always = _setting("/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "0")
    russian = _setting("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "ru-RU")
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {_OOR}>{always}{russian}{more}</oor:items>\n'
    settings.write_text(text, encoding="utf-8")


def _window_settings(width: int, height: int) -> str:
    place = _setting(_FACTORY, "ooSetupFactoryWindowAttributes", f"0,0,{width},{height};1;0,0,0,0;")
    quiet = _setting("/org.openoffice.Office.Common/Misc", "ShowTipOfTheDay", "false")
    known = _setting("/org.openoffice.Setup/Product", "ooSetupLastVersion", "7.4")
    bars = "".join(_hidden(_VIEW, f"private:resource/{bar}") for bar in _BARS)
    side = _hidden("/org.openoffice.Office.Views/Windows", "10365")
    return place + quiet + known + bars + side


def _setting(path: str, name: str, value: str) -> str:
    return f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'


def _hidden(path: str, node: str) -> str:
    hide = '<prop oor:name="Visible" oor:op="fuse"><value>false</value></prop>'
    return f'<item oor:path="{path}"><node oor:name="{node}" oor:op="replace">{hide}</node></item>'


def _framed(image: Image.Image) -> Image.Image:
    """A page with a thin grey edge: on a white screen it would have none."""
    framed = Image.new("RGB", (image.width + 2, image.height + 2), (191, 191, 191))
    framed.paste(image, (1, 1))
    return framed
