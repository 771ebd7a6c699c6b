"""One command at a time in a working folder; the lock goes with the process that held it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from metodist.errors import UserError
from metodist.messages import say

_LOCK = Path("Архив") / "metodist.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for the block.

    Raises:
        UserError: Another command works in it now.
    """
    path = folder / _LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _take(handle)
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise UserError(say("services.folder_busy"), say("services.folder_busy_action")) from error
