"""LibreOffice's registry files (``.xcu``) for menu, toolbar and the handler of our addresses."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from metodist.button import Button

TITLE = "Методист"
PROTOCOL = "vnd.metodist:"
HANDLER = "ru.metodist.Buttons"
TOOLBAR = "ru.metodist.toolbar"
MENU = "ru.metodist.menu"
CONTEXT = "com.sun.star.sheet.SpreadsheetDocument"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
_SEPARATOR = "private:separator"


def icon_name(command_id: str, size: int, *, contrast: bool) -> str:
    """The icon's file, such as ``check_26h.png``; ``scripts/draw_icons.py`` draws it."""
    return f"{command_id}_{size}{'h' if contrast else ''}.png"


def addons(buttons: Sequence[Button]) -> str:
    """``Addons.xcu``: menu, toolbar and icons."""
    entries = _entries(buttons)
    menu = _node(MENU, _text("Title", TITLE), _text("Context", CONTEXT), _set("Submenu", *entries))
    tree = _set(
        "AddonUI",
        _set("OfficeMenuBar", menu),
        _set("OfficeToolBar", _node(TOOLBAR, *entries)),
        _set("Images", *(_images(button.id) for button in buttons)),
    )
    return _file("Addons", "org.openoffice.Office", tree)


def _entries(buttons: Sequence[Button]) -> list[str]:
    """Entries of the menu and of the toolbar alike: groups are kept apart by lines."""
    entries: list[str] = []
    for _, members in groupby(buttons, key=lambda button: button.group):
        if entries:
            entries.append(_node(_number(entries), _text("URL", _SEPARATOR)))
        for button in members:
            address, target = _text("URL", PROTOCOL + button.id), _text("Target", "_self")
            entry = _node(_number(entries), _text("Context", CONTEXT), address, _text("Title", button.label), target)
            entries.append(entry)
    return entries


def _number(entries: Sequence[str]) -> str:
    # the office orders entries by their names
    return f"m{len(entries) + 1:02d}"


def _images(command_id: str) -> str:
    kinds = (("Small", 16, False), ("Big", 26, False), ("SmallHC", 16, True), ("BigHC", 26, True))
    places = (
        _text(f"Image{name}URL", f"%origin%/icons/{icon_name(command_id, size, contrast=contrast)}")
        for name, size, contrast in kinds
    )
    address = _text("URL", PROTOCOL + command_id)
    return _node(f"ru.metodist.image.{command_id}", address, _set("UserDefinedImages", *places))


def window_state() -> str:
    """``CalcWindowState.xcu``: the toolbar's name and its place, a row of its own below the others."""
    values = (
        ("UIName", "string", TITLE),
        ("ContextSensitive", "boolean", "false"),
        ("Visible", "boolean", "true"),
        ("Docked", "boolean", "true"),
        ("DockingArea", "int", "0"),
        ("DockPos", "string", "0,8"),
        # pictures only: with their texts the buttons do not fit into one row
        ("Style", "int", "0"),
    )
    properties = (_property(name, kind, value) for name, kind, value in values)
    state = _node(f"private:resource/toolbar/addon_{TOOLBAR}", *properties)
    return _file("CalcWindowState", "org.openoffice.Office.UI", _set("UIElements", _set("States", state)))


def protocol_handler() -> str:
    """``ProtocolHandler.xcu``: who answers to our addresses."""
    protocols = '<prop oor:name="Protocols" oor:type="oor:string-list"><value>' + PROTOCOL + "*</value></prop>"
    return _file("ProtocolHandler", "org.openoffice.Office", _set("HandlerSet", _node(HANDLER, protocols)))


def _file(name: str, package: str, tree: str) -> str:
    return (
        f'{_HEAD}<oor:component-data {_SPACES} oor:name="{name}" oor:package="{package}">{tree}</oor:component-data>\n'
    )


def _set(name: str, *content: str) -> str:
    return f'<node oor:name="{name}">{"".join(content)}</node>'


def _node(name: str, *content: str) -> str:
    return f'<node oor:name={quoteattr(name)} oor:op="replace">{"".join(content)}</node>'


def _property(name: str, kind: str, value: str) -> str:
    return f'<prop oor:name="{name}" oor:type="xs:{kind}"><value>{escape(value)}</value></prop>'


def _text(name: str, value: str) -> str:
    """A text; titles hold for every language of the office, because there is one only."""
    return _property(name, "string", value)


def manifest(files: Iterable[tuple[str, str]]) -> str:
    """``META-INF/manifest.xml``.

    Args:
        files: Path inside the extension and media type.
    """
    namespace = "http://openoffice.org/2001/manifest"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>\n' for path, kind in files
    )
    return f'{_HEAD}<manifest:manifest xmlns:manifest="{namespace}">\n{entries}</manifest:manifest>\n'


def description(identifier: str, version: str, summary: str) -> str:
    """``description.xml``: what the list of extensions shows.

    Args:
        identifier: The extension's name for ever.
        version: Of the product.
        summary: The file with a sentence about it, inside the extension.
    """
    spaces = 'xmlns="http://openoffice.org/extensions/description/2006" xmlns:xlink="http://www.w3.org/1999/xlink"'
    office = (
        '<l:LibreOffice-minimal-version xmlns:l="http://libreoffice.org/extensions/description/2011" '
        'xmlns:d="http://openoffice.org/extensions/description/2006" value="7.0" d:name="LibreOffice 7.0"/>'
    )
    icon = "icons/summary_26"
    return (
        f'{_HEAD}<description {spaces}><identifier value="{identifier}"/><version value="{version}"/>'
        f'<display-name><name lang="en">Metodist</name><name lang="ru">{TITLE}</name></display-name>'
        f'<icon><default xlink:href="{icon}.png"/><high-contrast xlink:href="{icon}h.png"/></icon>'
        f'<extension-description><src lang="ru" xlink:href="{summary}"/></extension-description>'
        f"<dependencies>{office}</dependencies></description>\n"
    )
