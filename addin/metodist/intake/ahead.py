"""Read the next files while the present one is being checked: two processors share the work of a district."""

from __future__ import annotations

import gc
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import Queue
from types import TracebackType

from metodist.intake.child import read_apart
from metodist.intake.context import Read
from metodist.intake.package import RawBook

#: So many files are held ready at most.
AHEAD = 3
#: New objects between two looks for garbage: what is read of a file lives until it is checked, and looking through
#: it again and again costs a fifth of the time.
_SELDOM = 200_000


class ReadAhead:
    """Give it to ``check_file`` as ``read``; files must then be asked for in the order of ``paths``.

    Example:
        ``with ReadAhead(paths) as read: [check_file(path, find_table, read=read) for path in paths]``

    Args:
        paths: The files in the order in which they will be asked for.
        read: Reads one file; in the program's worker process if left out.
    """

    def __init__(self, paths: Sequence[Path], read: Read = read_apart) -> None:
        """Nothing is read before the first ``with``."""
        self._paths = tuple(paths)
        self._read = read
        self._asked = 0
        self._ready: Queue[RawBook | Exception] = Queue(AHEAD)
        self._stopped = threading.Event()
        self._collections = gc.get_threshold()
        self._thread = threading.Thread(target=self._work, name="read-ahead", daemon=True)

    def __enter__(self) -> ReadAhead:
        """Begin to read."""
        self._collections = gc.get_threshold()
        gc.set_threshold(_SELDOM, *self._collections[1:])
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop after the file that is being read; what was read and not asked for is dropped."""
        gc.set_threshold(*self._collections)
        self._stopped.set()
        while self._thread.is_alive():
            while not self._ready.empty():
                self._ready.get_nowait()
            self._thread.join(0.01)

    def __call__(self, path: Path) -> RawBook:
        """The workbook at ``path``; a path out of order is read at once.

        Raises:
            Refusal: As the reader it was given.
        """
        if self._asked >= len(self._paths) or path != self._paths[self._asked]:
            return self._read(path)
        self._asked += 1
        result = self._ready.get()
        if isinstance(result, Exception):
            raise result
        return result

    def _work(self) -> None:
        for path in self._paths:
            if self._stopped.is_set():
                return
            result: RawBook | Exception
            try:
                result = self._read(path)
            except Exception as error:  # noqa: BLE001 - handed over to the thread that asks for the file
                result = error
            self._ready.put(result)
