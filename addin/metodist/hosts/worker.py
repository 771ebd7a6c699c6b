"""The warm process behind LibreOffice's buttons: ``python -m metodist.hosts.worker``.

It reads one JSON message a line from standard input and writes to standard output: the office sends ``{"command",
"book"}``, the process asks the office back and forth (``metodist.hosts.remote``) and ends with ``{"done": code}``.
It survives errors of commands and ends when its input closes, that is when the office has ended.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any, BinaryIO

from metodist.hosts.dialogs import HostDialogs, OfficeDialogs
from metodist.hosts.engine import book_over, register
from metodist.hosts.office.codec import from_line, to_line
from metodist.hosts.pressing import Run, find_run, press
from metodist.hosts.remote import RemoteApp


class Pipe:
    """The wire to the office: two binary streams."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None:
        """``source`` brings messages, ``sink`` takes them."""
        self._source = source
        self._sink = sink

    def receive(self) -> dict[str, Any] | None:
        """The next message; ``None`` when the office has ended."""
        line = self._source.readline()
        return from_line(line) if line else None

    def send(self, message: dict[str, Any]) -> None:
        """Send one message."""
        self._sink.write(to_line(message))
        self._sink.flush()

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """The office's answer.

        Raises:
            SystemExit: The office has ended; there is nobody to work for.
        """
        self.send(request)
        answer = self.receive()
        if answer is None:
            raise SystemExit(0)
        return answer


def serve(pipe: Pipe, find: Callable[[str], Run] = find_run) -> None:
    """Press buttons as they come, until the office ends.

    Args:
        pipe: The wire.
        find: Where commands come from; tests bring their own.
    """
    app = RemoteApp(pipe)
    engine = register(app)
    dialogs: HostDialogs = OfficeDialogs(app)
    while (message := pipe.receive()) is not None:
        command_id, uid = str(message["command"]), str(message["book"])
        started = time.perf_counter()
        code = press(command_id, lambda uid=uid: book_over(engine, app.book(uid)), dialogs, find)  # type: ignore[misc]
        pipe.send({"done": code})
        _note(command_id, time.perf_counter() - started, code)


def _note(command_id: str, seconds: float, code: int) -> None:
    """One line of the log: which button, how long, how it ended; no names of files or people."""
    sys.stderr.write(f"{datetime.now():%Y-%m-%d %H:%M:%S} {command_id} {seconds:.2f} s, code {code}\n")
    sys.stderr.flush()


def take_wire() -> Pipe:
    """The standard streams for the wire alone: whatever prints, here or in a child process, goes to the log."""
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return Pipe(source, sink)


def main() -> None:
    """Serve the office that has started this process."""
    serve(take_wire())


if __name__ == "__main__":
    main()
