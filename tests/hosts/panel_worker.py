"""A worker in whose place the product's own would be: every button writes who it is, one of them takes its time.

Call: ``panel_worker.main()`` with a folder in ``sys.argv[1]``: a command leaves its process's number there, and takes
its time while the folder holds a file «slow».
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from metodist.domain.results import CommandResult, Dialogs
from metodist.hosts.worker import serve, take_wire

FOLDER = Path(sys.argv[1])


def find(command_id: str) -> Callable[[Any, Dialogs], CommandResult]:
    def run(book: Any, dialogs: Dialogs) -> CommandResult:
        book.sheets[0]["A1"].value = command_id
        (FOLDER / "process").write_text(str(os.getpid()), encoding="utf-8")
        if (FOLDER / "slow").exists():
            (FOLDER / "at work").touch()
            time.sleep(60)
        return CommandResult(f"Кнопка {command_id} сработала.")

    return run


def main() -> None:
    serve(take_wire(), find)
