"""Windows and the status bar of each host, as a command's `Dialogs`."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from metodist.domain.results import CommandResult, Dialogs, Stopped
from metodist.hosts.grid_book import GridApp
from metodist.messages import say

#: Windows' MB_ICONERROR and MB_SETFOREGROUND.
_STOP_SIGN, _IN_FRONT = 0x10, 0x10000


class HostDialogs(Dialogs, Protocol):
    """What a host itself needs beyond what commands may ask."""

    def settle(self) -> None:
        """Give the status bar back, however the command has ended."""
        ...


def summary_text(result: CommandResult) -> str:
    """The text of the one summary window."""
    return "\n".join((result.title, *(("", *result.lines) if result.lines else ())))


def _offer(path: Path) -> str:
    return say("hosts.offer_to_open", name=path.name)


class OfficeDialogs:
    """LibreOffice: message boxes and the progress bar of the window the button was pressed in."""

    def __init__(self, app: GridApp) -> None:
        """``app`` is the office over the wire."""
        self._app = app

    def ask(self, question: str) -> bool:
        """True for «да»."""
        return self._app.alert(question, say("hosts.title"), "yes_no", "info") == "yes"

    def progress(self, done: int, total: int, text: str) -> None:
        """The progress bar; Esc stops."""
        shown = say("hosts.progress", text=text, done=done, total=total)
        if not self._app.progress(done, total, shown):
            raise Stopped

    def show(self, result: CommandResult) -> None:
        """One window; with something to open it asks whether to."""
        text = summary_text(result)
        if result.open_path is None:
            self._app.alert(text, say("hosts.title"), "ok", "info")
        elif self.ask(f"{text}\n\n{_offer(result.open_path)}"):
            self._app.reveal(str(result.open_path))

    def complain(self, text: str) -> None:
        """One window with an error's sign."""
        self._app.alert(text, say("hosts.title"), "ok", "critical")

    def settle(self) -> None:
        """Give the status bar back."""
        self._app.status(None)


class ExcelDialogs:
    """Excel through xlwings: its alerts and its status bar."""

    def __init__(self, app: Any) -> None:
        """``app`` is xlwings' ``App``."""
        self._app = app

    def ask(self, question: str) -> bool:
        """True for «да»."""
        return bool(self._app.alert(question, say("hosts.title"), buttons="yes_no") == "yes")

    def progress(self, done: int, total: int, text: str) -> None:
        """The status bar; Esc stops on Windows, where a key can be asked for."""
        self._app.status_bar = say("hosts.progress", text=text, done=done, total=total)
        if _escape_pressed():
            raise Stopped

    def show(self, result: CommandResult) -> None:
        """One window; with something to open it asks whether to."""
        text = summary_text(result)
        if result.open_path is None:
            self._app.alert(text, say("hosts.title"))
        elif self.ask(f"{text}\n\n{_offer(result.open_path)}"):
            self._reveal(result.open_path)

    def _reveal(self, path: Path) -> None:
        if path.suffix.lower() in (".xlsx", ".xlsm"):
            self._app.books.open(str(path))
        else:
            open_on_desktop(path)

    def complain(self, text: str) -> None:
        """One window with an error's sign."""
        self._app.alert(text, say("hosts.title"), mode="critical")

    def settle(self) -> None:
        """Give the status bar back."""
        self._app.status_bar = False


@dataclass(slots=True)
class SilentDialogs:
    """No window at all: for closed files and tests, which read afterwards what would have been shown.

    Args:
        answers: What `ask` answers, in order; «нет» when they run out.
        stop_at: Step of the progress at which the user would press Esc.
    """

    answers: list[bool] = field(default_factory=list)
    stop_at: int | None = None
    asked: list[str] = field(default_factory=list)
    steps: list[tuple[int, int, str]] = field(default_factory=list)
    results: list[CommandResult] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, question: str) -> bool:
        """The next of `answers`."""
        self.asked.append(question)
        return self.answers.pop(0) if self.answers else False

    def progress(self, done: int, total: int, text: str) -> None:
        """Keep the step."""
        self.steps.append((done, total, text))
        if self.stop_at is not None and done >= self.stop_at:
            raise Stopped

    def show(self, result: CommandResult) -> None:
        """Keep the result."""
        self.results.append(result)

    def complain(self, text: str) -> None:
        """Keep the sentence."""
        self.complaints.append(text)

    def settle(self) -> None:
        """Nothing to give back."""


def open_on_desktop(path: Path) -> None:
    """Open a file or a folder as a double click does."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - a file of ours
    else:
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        subprocess.Popen([opener, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


def message_box(text: str) -> None:
    """Say something where there is no Excel to say it in: Windows' own window, elsewhere the console."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, say("hosts.title"), _STOP_SIGN | _IN_FRONT)
    else:
        sys.stderr.write(text + "\n")


def _escape_pressed() -> bool:
    """Whether Esc was pressed since the last question; never on macOS, where keys of another program are private."""
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.user32.GetAsyncKeyState(0x1B) & 0x8001)
