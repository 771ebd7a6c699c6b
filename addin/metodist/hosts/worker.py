"""The warm process behind LibreOffice's buttons: ``python -m metodist.hosts.worker``.

It reads one JSON message a line from standard input and writes to standard output: the office sends ``{"command",
"book"}``, the process asks the office back and forth (``metodist.hosts.remote``) and ends with ``{"done": code}``.
``{"ready": path}`` tells that a book was opened; it is not answered.
It survives errors of commands and ends when its input closes, that is when the office has ended.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from metodist.errors import InternalError, UserError
from metodist.hosts.dialogs import HostDialogs, OfficeDialogs
from metodist.hosts.engine import book_over, register
from metodist.hosts.office.codec import from_line, to_line
from metodist.hosts.pressing import Run, find_run, press
from metodist.hosts.remote import RemoteApp

#: So many new objects before the first look for garbage: a press makes fewer.
_MANY_OBJECTS = 200_000


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


def serve(pipe: Pipe, find: Callable[[str], Run] = find_run, get_ready: Callable[[Path], None] | None = None) -> None:
    """Press buttons as they come, until the office ends.

    Args:
        pipe: The wire.
        find: Where commands come from; tests bring their own.
        get_ready: What is done after a press, when the office no longer waits, about the file of its book.
    """
    app = RemoteApp(pipe)
    engine = register(app)
    dialogs: HostDialogs = OfficeDialogs(app)
    while (message := pipe.receive()) is not None:
        if "ready" in message:
            started = time.perf_counter()
            _prepare(get_ready, str(message["ready"]))
            _note("ready", time.perf_counter() - started, 0)
            continue
        command_id, uid = str(message["command"]), str(message["book"])
        started = time.perf_counter()
        app.forget()
        code = press(command_id, lambda uid=uid: book_over(engine, app.book(uid)), dialogs, find)  # type: ignore[misc]
        path = _path(app, uid) if get_ready is not None else None
        pipe.send({"done": code})
        _note(command_id, time.perf_counter() - started, code)
        if path is not None:
            _prepare(get_ready, str(path))


def _prepare(get_ready: Callable[[Path], None] | None, path: str) -> None:
    """Get ready for the next press; it will tell what is wrong, if anything is."""
    if get_ready is not None and path:
        with contextlib.suppress(Exception):
            get_ready(Path(path))


def _path(app: RemoteApp, uid: str) -> Path | None:
    """The file of a book; ``None`` for one never saved or closed meanwhile."""
    try:
        path = Path(app.book(uid).fullname)
    except (UserError, InternalError):
        return None
    return path if path.is_absolute() and path.is_file() else None


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

    def get_ready(path: Path) -> None:
        from metodist.services.on_book.warming import get_ready as warm  # when nobody waits: the process is up sooner

        warm(path)
        # what is at hand now stays: a press looks for garbage among its own objects only, and more rarely
        gc.collect()
        gc.freeze()

    gc.set_threshold(_MANY_OBJECTS)
    serve(take_wire(), get_ready=get_ready)


if __name__ == "__main__":
    main()
