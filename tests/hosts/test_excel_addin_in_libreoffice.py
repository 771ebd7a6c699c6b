"""LibreOffice opens Excel's add-in, sees its modules, and runs a macro of it."""

from __future__ import annotations

import zipfile

import pytest

import build_addin
from addin_build.ribbon import MODULE
from addin_build.vba import with_sources
from desk import Desk, worker_command

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = Desk(tmp_path_factory.mktemp("desk"), worker_command("panel_worker"), screen=False)
    yield made
    made.leave()


ANSWER = "\r\nPublic Function Answer(a As Long) As Long\r\n    Answer = a * 7\r\nEnd Function\r\n"


def test_the_addin_loads_and_a_macro_beside_ours_runs(tmp_path, desk):
    """Its macros call Excel and Python, so one that any program can run is put beside them, the way they were."""
    changed = tmp_path / "changed.xlam"
    with zipfile.ZipFile(build_addin.XLAM) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/vbaProject.bin":
                part = with_sources(part, {MODULE: lambda source: source + ANSWER})
            new.writestr(name, part)

    modules, result = desk.ask("run_macro", str(changed), MODULE, "Answer", 6)

    assert {MODULE, "xlwings", "ThisWorkbook"} <= set(modules)
    assert result == 42
