"""The project's own Python, started by the office at the first click and kept warm."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from .cells import OfficeError
from .codec import from_line, to_line

if TYPE_CHECKING:
    from .server import Server

_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW of Windows
#: Of the office's own Python, which would mislead another.
_OFFICE_ONLY = ("LD_LIBRARY_PATH", "URE_BOOTSTRAP", "UNO_PATH")


class WorkerProcess:
    """One process of ``python -m metodist.hosts.worker``.

    It is started anew when it has died, and ends by itself when the office does: its standard input closes.
    """

    def __init__(self, command: list[str], log_path: str) -> None:
        """Nothing is started yet.

        Args:
            command: The program and its arguments.
            log_path: Where the process's own complaints go.
        """
        self.command = command
        self.log_path = log_path
        self.process: Any = None
        self.busy = False

    def start(self) -> None:
        """Start the process unless it runs.

        Raises:
            OfficeError: The program is not there.
        """
        if self.process is not None and self.process.poll() is None:
            return
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("PYTHON") and name not in _OFFICE_ONLY
        }
        environment["PYTHONUTF8"] = "1"
        flags = _NO_WINDOW if sys.platform.startswith("win") else 0
        try:
            with open(self.log_path, "ab") as log:  # noqa: PTH123 - text in
                self.process = subprocess.Popen(  # noqa: S603 - the command is the installer's
                    self.command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    env=environment,
                    creationflags=flags,
                )
        except OSError as error:
            raise OfficeError("hosts.worker_missing", path=self.command[0]) from error

    def get_ready(self, path: str) -> None:
        """Start the process and let it read what belongs to a book that was opened, before anybody presses a button.

        Args:
            path: The file of the book; empty for one never saved.
        """
        if not self.busy:
            self.start()
            self._send({"ready": path})

    def run(self, server: Server, command_id: str, book_uid: str) -> int:
        """Press one button: the process works and asks, ``server`` answers, until it is done.

        Args:
            server: Answers what the command asks of the documents.
            command_id: Which button.
            book_uid: ``RuntimeUID`` of the document it was pressed in.

        Returns:
            The command's exit code; the user has seen its result or its error already.

        Raises:
            OfficeError: A command is running already, or the process has died; the next click starts another.
        """
        if self.busy:
            raise OfficeError("hosts.busy")
        self.busy = True
        try:
            self.start()
            server.begin()
            self._send({"command": command_id, "book": book_uid})
            while True:
                message = self._receive()
                if "done" in message:
                    return int(message["done"])
                self._send(server.answer(message))
        finally:
            self.busy = False
            server.app.settle()

    def _send(self, message: dict[str, Any]) -> None:
        try:
            self.process.stdin.write(to_line(message))
            self.process.stdin.flush()
        except OSError as error:
            raise self._died() from error

    def _receive(self) -> dict[str, Any]:
        line = self.process.stdout.readline()
        if not line:
            raise self._died()
        try:
            return from_line(line)
        except ValueError as error:
            self.stop()
            raise self._died() from error

    def _died(self) -> OfficeError:
        self.stop()
        return OfficeError("hosts.worker_died", log=self.log_path)

    def stop(self, seconds: float = 5.0) -> None:
        """End the process: it is asked by closing its input, and killed if it does not listen."""
        process, self.process = self.process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            process.stdin.close()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
