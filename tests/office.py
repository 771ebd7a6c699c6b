"""LibreOffice for tests: recalculate a workbook, turn a file into PDF; skipped where it is not installed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from metodist.services.office_fill import office_program

_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def need_office() -> str:
    """LibreOffice's program; skips the test where it is missing, fails it under ``CI=true``."""
    program = office_program()
    if program:
        return program
    if os.environ.get("CI") == "true":
        pytest.fail("LibreOffice is not installed, and CI may not skip its tests")
    pytest.skip("LibreOffice is not installed")


def convert(source: Path, folder: Path, kind: str, profile: Path | None = None) -> Path:
    """Let LibreOffice load ``source``, recalculate every formula, and save it as ``kind`` into ``folder``."""
    return convert_all([source], folder, kind, profile)[0]


def convert_all(sources: Sequence[Path], folder: Path, kind: str, profile: Path | None = None) -> list[Path]:
    """:func:`convert` for many files in one start of LibreOffice; the files' names differ."""
    program = need_office()
    folder.mkdir(parents=True, exist_ok=True)
    profile = profile or folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
    command = [program, f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", kind, "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=180 + 60 * len(sources))
    return [folder / f"{source.stem}.{kind.split(':', maxsplit=1)[0]}" for source in sources]


def recalculated(source: Path, folder: Path) -> Path:
    """``source`` with every formula computed anew by LibreOffice, saved as .xlsx into ``folder``."""
    return convert(source, folder, "xlsx")
