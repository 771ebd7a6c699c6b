"""The running LibreOffice: its documents, its windows, its status bar."""

# ruff: noqa: D102 - the methods are described in metodist.hosts.grid

from __future__ import annotations

import contextlib
import os
import time
from typing import Any

import uno
import unohelper
from com.sun.star.awt import XKeyHandler  # type: ignore[import-not-found]

from .cells import OfficeError
from .uno_book import UnoBook, option

_ESCAPE = 1281  # com.sun.star.awt.Key.ESCAPE
_SPREADSHEET = "com.sun.star.sheet.SpreadsheetDocument"
_BUTTONS = {"ok": 1, "ok_cancel": 2, "yes_no": 3, "yes_no_cancel": 4}
_PRESSED = {0: "cancel", 1: "ok", 2: "yes", 3: "no"}
_MOST_LOCKS = 1000
#: Seconds: more often nobody sees it.
_BREATH = 0.1
#: What the office opens itself; the rest is for the desktop.
_OWN_KINDS = (".xlsx", ".xlsm", ".ods", ".docx", ".odt")


def connect(pipe: str) -> Any:
    """The component context of an office that was started with ``--accept=pipe,name=…``; for tests and scripts."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")


class _EscapeKey(unohelper.Base, XKeyHandler):  # type: ignore[misc]
    """Notices Esc while long work is running."""

    def __init__(self) -> None:
        self.pressed = False

    def keyPressed(self, event: Any) -> bool:  # noqa: N802 - UNO's name
        if event.KeyCode == _ESCAPE:
            self.pressed = True
        return bool(event.KeyCode == _ESCAPE)

    def keyReleased(self, event: Any) -> bool:  # noqa: N802, ARG002 - UNO's name
        return False

    def disposing(self, event: Any) -> None:
        """The toolkit goes: nothing to let go of."""


class UnoApp:
    """The program; its methods are those of ``metodist.hosts.grid.GridApp``."""

    def __init__(self, context: Any) -> None:
        """``context`` is the UNO component context."""
        self.context = context
        self.desktop = self._service("com.sun.star.frame.Desktop")
        self._bar: Any = None
        self._toolkit: Any = None
        self._escape: Any = None
        #: Documents that are not painted at present.
        self._frozen: list[Any] = []
        #: When the office has looked for keys and painted last while a command was running.
        self._breathed = 0.0

    def _service(self, name: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    @property
    def version(self) -> str:
        provider = self._service("com.sun.star.configuration.ConfigurationProvider")
        place = option("nodepath", "/org.openoffice.Setup/Product")
        reader = "com.sun.star.configuration.ConfigurationAccess"
        return str(provider.createInstanceWithArguments(reader, (place,)).ooSetupVersionAboutBox)

    def documents(self) -> list[Any]:
        """All open spreadsheets."""
        found, rest = [], self.desktop.Components.createEnumeration()
        while rest.hasMoreElements():
            doc = rest.nextElement()
            if hasattr(doc, "supportsService") and doc.supportsService(_SPREADSHEET):
                found.append(doc)
        return found

    def front(self) -> Any:
        """The spreadsheet in front, else any; ``None`` where none is open."""
        doc = self.desktop.getCurrentComponent()
        if doc is not None and hasattr(doc, "supportsService") and doc.supportsService(_SPREADSHEET):
            return doc
        return next(iter(self.documents()), None)

    def document(self, uid: str) -> Any:
        """The open document of that ``RuntimeUID``.

        Raises:
            OfficeError: It is closed.
        """
        for doc in self.documents():
            if doc.RuntimeUID == uid:
                return doc
        raise OfficeError("hosts.book_closed")

    def books(self) -> list[UnoBook]:
        return [UnoBook(doc) for doc in self.documents()]

    def active_book(self) -> UnoBook | None:
        doc = self.front()
        return None if doc is None else UnoBook(doc)

    def open_book(self, path: str, hidden: bool = False) -> UnoBook:  # noqa: FBT001, FBT002 - called over the wire
        if not os.path.exists(path):  # noqa: PTH110 - text in, text out
            raise OfficeError("hosts.no_file", path=path)
        url = uno.systemPathToFileUrl(os.path.abspath(path))  # noqa: PTH100
        doc = self.desktop.loadComponentFromURL(url, "_default", 0, (option("Hidden", hidden),))
        if doc is None:
            raise OfficeError("hosts.cannot_open", path=path)
        return UnoBook(doc)

    def new_book(self, hidden: bool = False) -> UnoBook:  # noqa: FBT001, FBT002 - called over the wire
        return UnoBook(
            self.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (option("Hidden", hidden),))
        )

    def screen_updating(self) -> bool:
        doc = self.front()
        return doc is None or not doc.hasControllersLocked()

    def set_screen_updating(self, on: bool) -> None:  # noqa: FBT001 - called over the wire
        if not on:
            doc = self.front()
            if doc is not None:
                doc.lockControllers()
                self._frozen.append(doc)
            return
        # the one in front may be another by now: a command has opened it
        frozen, self._frozen = self._frozen, []
        for doc in (*frozen, *filter(None, [self.front()])):
            with contextlib.suppress(Exception):  # closed meanwhile; UNO's errors have no common base
                _thaw(doc)

    def calculation(self) -> str:
        doc = self.front()
        return "automatic" if doc is None or doc.isAutomaticCalculationEnabled() else "manual"

    def set_calculation(self, mode: str) -> None:
        doc = self.front()
        if doc is not None:
            doc.enableAutomaticCalculation(mode == "automatic")

    def calculate(self) -> None:
        # calculate() would leave cached values that were loaded with the file
        doc = self.front()
        if doc is not None:
            doc.calculateAll()

    def status(self, text: str | None) -> None:
        if text is None:
            self.settle()
        elif self._open_bar(100):
            self._bar.setText(text)

    def _open_bar(self, total: int) -> bool:
        doc = self.front()
        controller = None if doc is None else doc.CurrentController
        if self._bar is None and controller is not None:
            self._bar = controller.Frame.createStatusIndicator()
            self._bar.start("", total)
        return self._bar is not None

    def progress(self, done: int, total: int, text: str) -> bool:
        """Show how far work is, let the office breathe, and say whether to go on (Esc or `stop` says no)."""
        if self._escape is None:
            self._escape = _EscapeKey()
            self._toolkit = self._service("com.sun.star.awt.Toolkit")
            self._toolkit.addKeyHandler(self._escape)
        if self._open_bar(100):
            self._bar.setText(text)
            self._bar.setValue(done * 100 // max(total, 1))
            if hasattr(self._toolkit, "processEventsToIdle") and time.monotonic() - self._breathed > _BREATH:
                self._toolkit.processEventsToIdle()
                self._breathed = time.monotonic()
        return not self._escape.pressed

    def stop(self) -> None:
        """Ask the running command to stop at its next step, as Esc does."""
        if self._escape is not None:
            self._escape.pressed = True

    def settle(self) -> None:
        """Give the status bar, the keyboard and the painting back, however a command has ended."""
        if self._bar is not None:
            self._bar.end()
            self._bar = None
        if self._escape is not None:
            self._toolkit.removeKeyHandler(self._escape)
            self._escape = None
        self.set_screen_updating(True)

    def alert(self, prompt: str, title: str, buttons: str, mode: str) -> str:
        doc = self.front()
        if doc is None or doc.CurrentController is None:
            return "ok" if buttons in ("ok", "ok_cancel") else "no"  # nobody is there to answer
        window = doc.CurrentController.Frame.ContainerWindow
        kind = "ERRORBOX" if mode == "critical" else "INFOBOX" if buttons == "ok" else "QUERYBOX"
        box_type = uno.Enum("com.sun.star.awt.MessageBoxType", kind)
        box = window.Toolkit.createMessageBox(window, box_type, _BUTTONS[buttons], title, prompt)
        pressed = box.execute()
        box.dispose()
        return "ok" if buttons == "ok" else _PRESSED.get(pressed, "cancel")

    def reveal(self, path: str) -> None:
        if not os.path.exists(path):  # noqa: PTH110 - text in, text out
            raise OfficeError("hosts.no_file", path=path)
        url = uno.systemPathToFileUrl(os.path.abspath(path))  # noqa: PTH100
        if path.lower().endswith(_OWN_KINDS):
            self.desktop.loadComponentFromURL(url, "_default", 0, ())
        else:
            self._service("com.sun.star.system.SystemShellExecute").execute(url, "", 0)


def _thaw(doc: Any) -> None:
    for _ in range(_MOST_LOCKS):
        if not doc.hasControllersLocked():
            break
        doc.unlockControllers()
