"""A headless LibreOffice for tests, and its side of the wire under a Python that knows ``uno``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import uuid
from functools import cache
from pathlib import Path

import pytest

import metodist.hosts.office
from metodist.hosts.worker import Pipe
from office import need_office

_HERE = Path(__file__).parent


@cache
def office_python() -> str | None:
    """A Python that can ``import uno``: the office's own, else the system's."""
    beside = Path(os.path.realpath(need_office())).parent
    candidates = [*(beside / name for name in ("python", "python.exe")), Path("/usr/bin/python3")]
    candidates.append(beside.parent / "Resources" / "python")
    for candidate in candidates:
        if (
            candidate.exists()
            and not subprocess.run([candidate, "-c", "import uno"], capture_output=True, check=False).returncode
        ):
            return str(candidate)
    return None


def need_office_python() -> str:
    program = office_python()
    if program is None:
        message = "no Python that knows uno"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    return program


class LiveOffice:
    """One office process with a profile of its own, listening on a pipe."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pipe = f"metodist-{uuid.uuid4().hex}"
        # as the extension carries it: under a name of its own, without the project around it
        package = folder / "python" / "metodist_office"
        shutil.copytree(
            Path(metodist.hosts.office.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__")
        )
        profile = (folder / "profile").resolve().as_uri()
        command = [need_office(), f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo"]
        self.process = subprocess.Popen([*command, f"--accept=pipe,name={self.pipe};urp;"], stderr=subprocess.DEVNULL)

    def side(self, *worker: str) -> subprocess.Popen[bytes]:
        """The office's side of the wire; with a worker's command it presses buttons."""
        command = [need_office_python(), str(_HERE / "office_side.py"), self.pipe, str(self.folder / "python")]
        command += [str(self.folder / "worker.log"), *worker]
        for _ in range(100):
            started = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            if started.stdout.readline():
                return started
            started.wait()
            time.sleep(0.3)
        raise RuntimeError("LibreOffice does not answer")

    def formulas(self, path: Path) -> list[list[str | None]]:
        """One formula of each form in a workbook: in Calc's grammar, read without the parser, read by the parser."""
        up = self.side()  # waits until the office answers
        up.stdin.close()
        up.wait(30)
        command = [need_office_python(), "-c", _FORMULAS, self.pipe, str(self.folder / "python"), str(path)]
        done = subprocess.run(command, capture_output=True, timeout=120, check=True)
        found: list[list[str | None]] = json.loads(done.stdout)
        return found

    def close(self) -> None:
        # soffice is a script that waits for the program it started: the program is asked to go
        subprocess.run(
            [need_office_python(), "-c", _TERMINATE, self.pipe, str(self.folder / "python")],
            capture_output=True,
            timeout=30,
            check=False,
        )
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()


_FORMULAS = """
import json, re, sys
sys.path.insert(0, sys.argv[2])
from metodist_office.uno_app import UnoApp, connect
from metodist_office.uno_formulas import plainly
book = UnoApp(connect(sys.argv[1])).open_book(sys.argv[3], True)
found = {}
for sheet in book.doc.Sheets:
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    rows = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow).getFormulaArray()
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            form = re.sub("[0-9]+", "0", text)
            if text.startswith("=") and form not in found:
                place = sheet.getCellByPosition(x, y).getCellAddress()
                found[form] = [text, plainly(text), book.to_excel(text, place)]
book.close()
print(json.dumps(list(found.values())))
"""

_TERMINATE = """
import sys
sys.path.insert(0, sys.argv[2])
from metodist_office.uno_app import UnoApp, connect
UnoApp(connect(sys.argv[1])).desktop.terminate()
"""


def wire(side: subprocess.Popen[bytes]) -> Pipe:
    """The project's end of the wire."""
    return Pipe(side.stdout, side.stdin)


def worker_command(module: str) -> list[str]:
    """A worker of the project's own Python with the paths of this test run."""
    extra = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    paths = [*extra, str(_HERE.parents[1] / "addin"), str(_HERE)]
    return [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}; import {module}; {module}.main()"]
