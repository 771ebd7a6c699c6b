"""LibreOffice as another program of the schools: where it is installed, it loads and saves filled tables anew."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS",
    r"C:\Program Files\LibreOffice\program",
    r"C:\Program Files (x86)\LibreOffice\program",
)
_SECONDS = 120


@cache
def office_program() -> str | None:
    """The path of LibreOffice's program, or ``None`` where it is not installed."""
    on_path = (shutil.which(name) for name in _NAMES)
    beside = (shutil.which("soffice", path=place) for place in _PLACES)
    return next((program for program in (*on_path, *beside) if program), None)


def resave(tables: Sequence[Path]) -> tuple[Path, ...]:
    """Let LibreOffice load and save tables in place, all in one start.

    Args:
        tables: .xlsx files of different names.

    Returns:
        Those that LibreOffice saved; the others, all of them where it is missing or fails, stand as they were.
    """
    program = office_program()
    if program is None or not tables:
        return ()
    with tempfile.TemporaryDirectory() as scratch:
        saved = Path(scratch) / "saved"
        _convert(program, tables, saved, Path(scratch) / "profile")
        done = tuple(table for table in tables if (saved / table.name).is_file())
        for table in done:
            beside = table.with_name(f"{table.name}.tmp")
            shutil.copyfile(saved / table.name, beside)
            beside.replace(table)
    return done


def _convert(program: str, tables: Sequence[Path], saved: Path, profile: Path) -> None:
    """Run LibreOffice with a profile of its own, so that one the user has open is not disturbed."""
    command = [program, f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "xlsx", "--outdir", str(saved), *map(str, tables)]
    quiet = subprocess.DEVNULL
    try:
        subprocess.run(command, stdout=quiet, stderr=quiet, stdin=quiet, timeout=_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return
