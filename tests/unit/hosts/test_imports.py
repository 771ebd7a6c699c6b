"""What a click waits for: the modules that the worker imports before it can press a button."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import metodist.hosts.office
from metodist.hosts import lean_xlwings
from metodist.messages.hosts import TEXTS

ROOT = Path(__file__).parents[3]
OFFICE = Path(metodist.hosts.office.__file__).parent
#: Third-party packages that the worker may import before the first click.
LIST = {"xlwings", "xlwingslib", "platformdirs", "metodist"}


def modules_after(code: str) -> set[str]:
    """Names of the top-level modules that are loaded once the code has run in a fresh interpreter."""
    script = f"import sys; sys.path.insert(0, {str(ROOT / 'addin')!r}); {code}\nimport json\n"
    script += "print(json.dumps([n for n, m in sys.modules.items() if m is not None]))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in json.loads(result.stdout)}


def third_party(names: set[str]) -> set[str]:
    bare = modules_after("pass")
    return {name for name in names - bare if name not in sys.stdlib_module_names and not name.startswith("_")}


def test_the_worker_imports_the_list_and_nothing_else():
    assert third_party(modules_after("import metodist.hosts.worker")) <= LIST


def test_a_press_in_excel_imports_the_list_and_nothing_else():
    """The line that VBA starts Python with, up to the press itself."""
    code = "from metodist.hosts.excel import pressed; from metodist.hosts.lean_xlwings import load; load()"

    assert third_party(modules_after(code)) <= LIST


def test_what_was_hidden_can_be_imported_afterwards():
    code = "from metodist.hosts.lean_xlwings import load; load(); import xlwings.main; assert xlwings.main.pd is None; import pandas"

    assert "pandas" in modules_after(code)


def test_what_was_there_before_stays_visible():
    code = "import numpy; from metodist.hosts.lean_xlwings import load; xw = load(); assert xw.utils.np is numpy"

    assert "numpy" in modules_after(code)


def test_heavy_packages_are_hidden():
    assert {"pandas", "numpy", "matplotlib", "xlwings.pro"} <= set(lean_xlwings.HIDDEN)


def test_pro_is_never_used():
    for path in (ROOT / "addin").rglob("*.py"):
        imported = {
            name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            for name in (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [a.name for a in getattr(node, "names", [])]
            )
        }
        assert not any(name and name.startswith("xlwings.pro") for name in imported), path


@pytest.mark.parametrize("path", sorted(OFFICE.glob("*.py")), ids=lambda path: path.name)
def test_the_offices_side_runs_on_python_3_8_with_nothing_installed(path):
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))
    allowed = set(sys.stdlib_module_names) | {"uno", "unohelper", "com"}

    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert {name.name.partition(".")[0] for name in node.names} <= allowed
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            assert node.module.partition(".")[0] in allowed
        elif isinstance(node, ast.Attribute):
            assert node.attr not in {"removeprefix", "removesuffix"}, "Python 3.9"
        elif isinstance(node, ast.keyword):
            assert node.arg not in {"strict", "slots"}, "Python 3.10"


def test_every_error_of_the_office_has_its_sentences():
    codes = {
        node.args[0].value
        for path in OFFICE.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "OfficeError"
    }

    assert codes
    for code in codes:
        name = code.removeprefix("hosts.")
        assert TEXTS[name]
        assert TEXTS[f"{name}_action"]
