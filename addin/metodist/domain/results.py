"""What a command hands back to the host it ran in, and what it may ask of the user meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Stopped(KeyboardInterrupt):
    """The user pressed «stop» during long work; raised by `Dialogs.progress`, never caught by a command."""


@dataclass(frozen=True, slots=True)
class CommandResult:
    """What the one summary window at the end of a command says.

    Args:
        title: One Russian sentence: what was done.
        lines: Further Russian sentences, one a line; may be empty.
        open_path: A file or folder that the window offers to open; ``None`` where there is nothing to open.
    """

    title: str
    lines: tuple[str, ...] = ()
    open_path: Path | None = None


class Dialogs(Protocol):
    """What a command may show while it runs; every host has its own.

    A command calls `ask` and `progress` only: the host itself shows the result or the error when the command ends.
    """

    def ask(self, question: str) -> bool:
        """Ask a yes/no question in a window.

        Args:
            question: A whole Russian question that says what happens after «да».

        Returns:
            True only for «да»; closing the window is «нет».
        """
        ...

    def progress(self, done: int, total: int, text: str) -> None:
        """Show in the status bar how far long work is.

        Args:
            done: Steps finished, 0 … ``total``.
            total: All steps, at least 1.
            text: What is being done now, in Russian, without numbers.

        Raises:
            Stopped: The user asked to stop; leave everything as it was and let it through.
        """
        ...

    def show(self, result: CommandResult) -> None:
        """The one summary window at the end; offers to open ``result.open_path`` where there is one."""
        ...

    def complain(self, text: str) -> None:
        """The one window of a command that failed: a Russian sentence with what to do, never a traceback."""
        ...
