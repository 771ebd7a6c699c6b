"""The engine with the oldest xlwings that pyproject.toml allows: asked for by CI and ``METODIST_OLDEST_XLWINGS=1``.

It installs that one package into a throw-away folder, so it needs a package index.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ENGINE_TESTS = ("engine_on_every_host", "engine_sheets_on_every_host", "blocks_round_trip", "warm_worker")
ROOT = Path(__file__).parents[2]


def oldest() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (version,) = (
        found[1] for text in project["dependencies"] if (found := re.fullmatch(r"xlwings>=([\d.]+)(,<[\d.]+)?", text))
    )
    return version


@pytest.mark.timeout(900)
@pytest.mark.skipif(
    not os.environ.get("METODIST_OLDEST_XLWINGS") and os.environ.get("CI") != "true",
    reason="asked for by METODIST_OLDEST_XLWINGS=1 or CI=true; needs a package index",
)
def test_every_host_works_with_the_oldest_xlwings(tmp_path):
    folder = tmp_path / "oldest"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder)]
    subprocess.run([*install, f"xlwings=={oldest()}"], check=True)
    environment = {name: value for name, value in os.environ.items() if name != "METODIST_OLDEST_XLWINGS"}
    environment |= {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    found = subprocess.run(
        [sys.executable, "-c", "import xlwings; print(xlwings.__version__)"],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert found.stdout.strip() == oldest()

    tests = ["tests/unit/hosts", *(f"tests/hosts/test_{name}.py" for name in ENGINE_TESTS)]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *tests],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout[-5000:]
