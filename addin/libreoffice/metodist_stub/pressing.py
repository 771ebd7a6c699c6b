"""One press of a button: from the window it was pressed in to the warm process and back."""

from __future__ import annotations

import contextlib
from typing import Any

import uno
import unohelper
from com.sun.star.frame import XTerminateListener
from metodist_office.cells import OfficeError
from metodist_office.server import Server
from metodist_office.worker_process import WorkerProcess

from . import settings
from .idle import Idle
from .texts import sentence, text


class _Ending(unohelper.Base, XTerminateListener):  # type: ignore[misc]
    """Ends the warm process with the office."""

    def __init__(self, presser: Presser) -> None:
        self._presser = presser

    def queryTermination(self, event: Any) -> None:  # noqa: N802 - UNO's name
        """Let the office end."""

    def notifyTermination(self, event: Any) -> None:  # noqa: N802, ARG002 - UNO's name
        self._presser.end()

    def disposing(self, event: Any) -> None:
        """The desktop goes: nothing to let go of."""


class Presser:
    """Serves every window of one office with one warm process."""

    def __init__(self, context: Any) -> None:
        """Nothing is started yet.

        Args:
            context: The UNO component context.
        """
        self.server = Server(context)
        self._worker: WorkerProcess | None = None
        self._idle = Idle(context, self._is_busy)
        self._ending = _Ending(self)
        self.server.app.desktop.addTerminateListener(self._ending)

    def press(self, command_id: str, document: Any) -> None:
        """Run a command on a document; the user sees its result or its error, whatever happens.

        Args:
            command_id: Which button.
            document: The spreadsheet of the window; ``None`` where there is none.
        """
        try:
            self._ready().run(self.server, command_id, _number(document))
        except OfficeError as error:
            self.server.app.alert(sentence(error), text("title"), "ok", "critical")
        if document is not None:
            with contextlib.suppress(Exception):  # a command may have closed it
                self._idle.add(self.server.compute(document))

    def get_ready(self, document: Any) -> None:
        """A book of ours was opened: process and book are read ahead, so that the first press is as quick as the next.

        What is wrong with the installation is told by a press, not by opening a book.

        Args:
            document: The spreadsheet.
        """
        with contextlib.suppress(Exception):  # UNO's errors have no common base
            path = uno.fileUrlToSystemPath(document.URL) if document.URL.startswith("file:") else ""
            self._ready().get_ready(path)
            self._idle.add(self.server.get_ready(document))

    def _ready(self) -> WorkerProcess:
        """The warm process with the command that stands in the settings now: a new installation needs no restart."""
        folder = settings.home()
        command = settings.command(folder)
        if self._worker is None or (self._worker.command != command and not self._worker.busy):
            self.end()
            self._worker = WorkerProcess(command, settings.log_path(folder))
        return self._worker

    def _is_busy(self) -> bool:
        return self._worker is not None and self._worker.busy

    def end(self) -> None:
        """End the warm process where there is one."""
        self._idle.end()
        if self._worker is not None:
            self._worker.stop()
            self._worker = None


def _number(document: Any) -> str:
    if document is None:
        raise OfficeError("hosts.no_book")
    return str(document.RuntimeUID)
