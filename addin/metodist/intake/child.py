"""Reading in a process of its own: at most 20 s and 1 GB a file; a crash costs one file, never the run.

One worker lives as long as the program and is started anew after a crash, so a file costs no start of Python.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

from metodist.errors import InternalError
from metodist.intake.package import RawBook
from metodist.intake.refusals import Reason, Refusal
from metodist.intake.wire import receive, send, unpack_book

#: Seconds that one file may take.
SECONDS = 20.0

_COMMAND = (sys.executable, "-m", "metodist.intake.worker")


class Reader:
    """Reads files one after another in one worker process; safe to be called from several threads.

    Args:
        seconds: How long one file may take.
        command: How the worker is started.
    """

    def __init__(self, seconds: float = SECONDS, command: tuple[str, ...] = _COMMAND) -> None:
        """Start nothing yet: the first file starts the worker."""
        self._seconds = seconds
        self._command = command
        self._process: _Worker | None = None
        self._lock = threading.Lock()

    def read(self, path: Path) -> RawBook:
        """Read one workbook.

        Raises:
            Refusal: The file is not taken in, took too long, or brought the worker down.
        """
        with self._lock:
            kind, *rest = self._ask(path)
        if kind == "refused":
            code, values = rest
            raise Refusal(Reason(code), **values)
        return unpack_book(rest[0])

    def close(self) -> None:
        """End the worker."""
        process, self._process = self._process, None
        if process is not None:
            process.end()

    def _ask(self, path: Path) -> Any:
        process = self._running()
        late = threading.Event()
        timer = threading.Timer(self._seconds, _end_late, (process, late))
        timer.daemon = True
        timer.start()
        try:
            send(process.requests, os.fspath(path.absolute()))
            return receive(process.answers)
        except (EOFError, OSError) as error:
            self.close()
            raise Refusal(Reason.TIMEOUT if late.is_set() else Reason.CRASH) from error
        finally:
            timer.cancel()

    def _running(self) -> _Worker:
        if self._process is None or not self._process.alive:
            self.close()
            self._process = _Worker(self._command)
        return self._process


class _Worker:
    """One worker process and its two pipes."""

    def __init__(self, command: tuple[str, ...]) -> None:
        """Start it; it sees the same packages as this process, and opens no console window on Windows."""
        paths = os.pathsep.join(entry for entry in sys.path if entry)
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise InternalError("a worker without pipes")
        self.requests: IO[bytes] = self._process.stdin
        self.answers: IO[bytes] = self._process.stdout

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        """Kill it and let go of its pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self.requests, self.answers):
            with contextlib.suppress(OSError):
                pipe.close()


def _end_late(process: _Worker, late: threading.Event) -> None:
    late.set()
    process.kill()


_READER = Reader()
atexit.register(_READER.close)


def read_apart(path: Path) -> RawBook:
    """Read one workbook in the program's one worker process.

    Raises:
        Refusal: As :meth:`Reader.read`.
    """
    return _READER.read(path)
