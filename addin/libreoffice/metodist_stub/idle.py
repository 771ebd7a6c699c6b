"""Work that is done piece by piece while the user's hands rest: between two pieces the office is the user's."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

import unohelper
from com.sun.star.awt import XCallback

#: Seconds: how long a piece may hold the office up, and how long the office has for itself afterwards.
_PIECE, _PAUSE = 0.04, 0.05


class Idle(unohelper.Base, XCallback):  # type: ignore[misc]
    """Works that wait for such time; one that fails is dropped: its book was closed, or a press will tell."""

    def __init__(self, context: Any, busy: Callable[[], bool]) -> None:
        """Nothing is to be done yet.

        Args:
            context: The UNO component context.
            busy: Whether a button is at work, which comes first.
        """
        self._caller = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)
        self._busy = busy
        self._works: deque[Iterator[None]] = deque()
        self._timer: threading.Timer | None = None

    def add(self, pieces: Iterator[None]) -> None:
        """Work for later.

        Args:
            pieces: Each `next` does one short piece.
        """
        self._works.append(pieces)
        if self._timer is None:
            self._later()

    def end(self) -> None:
        """Leave the rest undone."""
        self._works.clear()
        if self._timer is not None:
            self._timer.cancel()

    def _later(self) -> None:
        self._timer = threading.Timer(_PAUSE, self._call)
        self._timer.daemon = True
        self._timer.start()

    def _call(self) -> None:
        """Documents are touched in the office's own thread only."""
        with contextlib.suppress(Exception):  # the office ends
            self._caller.addCallback(self, None)

    def notify(self, data: Any) -> None:  # noqa: ARG002 - UNO's signature
        """The office's thread has time."""
        until = time.monotonic() + _PIECE
        while self._works and not self._busy() and time.monotonic() < until:
            try:
                next(self._works[0])
            except StopIteration:
                self._works.popleft()
            except Exception:  # noqa: BLE001 - UNO's errors have no common base
                self._works.popleft()
        self._timer = None
        if self._works:
            self._later()
