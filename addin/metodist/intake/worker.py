"""The process that reads returned files: one request after another, until the other side closes the pipe.

Started by :mod:`metodist.intake.child` only. Whatever a file does to it, the files before and after are safe.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from pathlib import Path
from typing import IO

from metodist.intake.package import read_book
from metodist.intake.refusals import Refusal
from metodist.intake.wire import pack_book, receive, send

#: Address space in bytes.
MEMORY = 1024**3


def limit_memory() -> None:
    """Bind this process to :data:`MEMORY`, where the system can (not on Windows)."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(path: Path) -> tuple[object, ...]:
    """Read one file: ``("book", …)`` or ``("refused", code, values)``."""
    try:
        return ("book", pack_book(read_book(path)))
    except Refusal as refusal:
        return ("refused", refusal.reason.value, refusal.values)


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests (paths as text) until there are no more.

    A file is tens of thousands of small objects that all live until it is sent: garbage is looked for between files.
    """
    gc.disable()
    gc.freeze()
    while True:
        try:
            path = Path(receive(requests))
        except EOFError:
            return
        send(answers, answer(path))
        gc.collect()


def main() -> None:
    """Serve over stdin and stdout; nothing else may write to stdout."""
    limit_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
