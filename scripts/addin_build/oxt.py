"""LibreOffice's extension ``metodist.oxt``: registry files, icons, the stub and the office's side of the grid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from addin_build import registry
from addin_build.archive import archive
from addin_build.marks import book_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from metodist.button import Button

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "addin" / "libreoffice"
PACKAGE = ROOT / "addin" / "metodist"
IDENTIFIER = "ru.metodist.addin"
_COMPONENT = "metodist_component.py"
_SETTINGS = "application/vnd.sun.star.configuration-data"
_PYTHON = "application/vnd.sun.star.uno-component;type=Python"
_SUMMARY = "description_ru.txt"
_PYTHONPATH = "pythonpath"


def build_oxt(buttons: Sequence[Button]) -> bytes:
    """The extension, the same bytes every time.

    Args:
        buttons: In the order of menu and toolbar.

    Raises:
        FileNotFoundError: A button has no icon.
    """
    from metodist import __version__
    from metodist.messages import say

    settings = {
        "Addons.xcu": registry.addons(buttons),
        "CalcWindowState.xcu": registry.window_state(),
        "ProtocolHandler.xcu": registry.protocol_handler(),
    }
    listed = [*((name, _SETTINGS) for name in settings), (_COMPONENT, _PYTHON)]
    texts = {
        "META-INF/manifest.xml": registry.manifest(listed),
        "description.xml": registry.description(IDENTIFIER, __version__, _SUMMARY),
        _SUMMARY: say("addin.extension") + "\n",
        **settings,
    }
    parts = {name: text.encode("utf-8") for name, text in texts.items()}
    parts[_COMPONENT] = _source(SOURCE / _COMPONENT)
    parts |= _code(buttons)
    for button in buttons:
        for size in (16, 26):
            for contrast in (False, True):
                name = registry.icon_name(button.id, size, contrast=contrast)
                parts[f"icons/{name}"] = (SOURCE / "icons" / name).read_bytes()
    return archive(parts)


def _code(buttons: Sequence[Button]) -> dict[str, bytes]:
    """Two packages with names that no other extension has: all extensions share one path of modules."""
    stub, office = f"{_PYTHONPATH}/metodist_stub", f"{_PYTHONPATH}/metodist_office"
    parts = {f"{stub}/{path.name}": _source(path) for path in sorted((SOURCE / "metodist_stub").glob("*.py"))}
    parts[f"{stub}/buttons.json"] = panel_json(buttons).encode("utf-8")
    parts |= {f"{office}/{path.name}": _source(path) for path in sorted((PACKAGE / "hosts" / "office").glob("*.py"))}
    parts[f"{office}/texts.py"] = _source(PACKAGE / "messages" / "hosts.py")
    return parts


def _source(path: Path) -> bytes:
    """Source as it stands in the repository, whatever line ends this checkout has."""
    return path.read_bytes().replace(b"\r\n", b"\n")


def panel_json(buttons: Sequence[Button]) -> str:
    """What the stub needs to know to grey buttons: their books, and how those are recognised."""
    panel = {
        "buttons": {
            button.id: {
                "label": button.label,
                "enabled": button.enabled,
                "kinds": [str(kind) for kind in button.kinds],
                "grey": f"{button.label} ({_why_grey(button)})",
            }
            for button in buttons
        },
        "marks": book_marks(),
    }
    return json.dumps(panel, ensure_ascii=False, indent=1) + "\n"


def _why_grey(button: Button) -> str:
    """The reason in the few words that fit into a menu; the window that a press shows says more."""
    from metodist.messages import say

    if not button.enabled:
        return button.reason[:1].lower() + button.reason[1:].rstrip(".")
    books = [say(f"addin.book_{kind}") for kind in button.kinds]
    if not books:
        return say("addin.needs_spreadsheet")
    first = ", ".join(books[:-1])
    return say("addin.needs", books=f"{first} {say('addin.or')} {books[-1]}" if first else books[0])
