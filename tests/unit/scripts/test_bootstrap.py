"""The part of the set-up that runs before anything is installed."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from scripts import bootstrap

ROOT = Path(__file__).parents[3]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;]+)( ; .+)?$")


def pins(lock: str) -> list[str]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("lock", sorted(bootstrap.LOCKS.values()))
def test_a_lock_holds_pinned_names_only_no_place_to_fetch_from(lock):
    assert [line for line in pins(lock) if not PIN.match(line)] == []


def test_the_development_lock_holds_the_very_versions_of_the_runtime_lock():
    assert set(pins("requirements.lock")) <= set(pins("requirements-dev.lock"))


def test_every_dependency_of_the_project_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for wanted, lock in (
        (project["dependencies"] + extras["install"], "requirements.lock"),
        (extras["dev"], "requirements-dev.lock"),
    ):
        names = {re.split(r"[>=<]", line)[0].lower() for line in wanted}
        assert names <= {line.split("==")[0] for line in pins(lock)}


@pytest.mark.parametrize("script", ["bootstrap.py", "demo.py", "install.py", "own_python.py", "test.py"])
def test_an_old_python_can_at_least_read_the_script(script):
    source = (ROOT / "scripts" / script).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 8))


def test_an_old_python_says_in_two_languages_what_is_needed(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit) as ended:
        bootstrap.suitable_python()
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert "Нужен Python 3.11 или новее, а запущен Python 3.8." in said
    assert "Python 3.11 or newer is needed; this is Python 3.8." in said


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the newer Python")
def test_an_old_python_hands_over_to_a_newer_one_on_the_path(monkeypatch, tmp_path):
    newer = tmp_path / "python3.12"
    newer.write_text("#!/bin/sh\nexit 0\n")
    newer.chmod(0o755)
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.suitable_python() == ["python3.12"]


def test_the_stamp_follows_the_lock_and_the_place(monkeypatch, tmp_path):
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        (tmp_path / name).write_text("a==1\n", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    first = bootstrap.fingerprint("runtime")
    assert bootstrap.fingerprint("runtime") == first
    assert bootstrap.fingerprint("dev") != first
    (tmp_path / "requirements.lock").write_text("a==2\n", encoding="utf-8")
    assert bootstrap.fingerprint("runtime") != first


def test_where_no_way_to_an_environment_is_left_the_package_to_install_is_named(monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "works", lambda python: False)
    for way in ("_by_venv", "_by_virtualenv", "_by_outer_pip", "_by_debian_package"):
        monkeypatch.setattr(bootstrap, way, lambda base: False)
    monkeypatch.setattr(bootstrap, "debian_package", lambda base: "python3.11-venv")
    with pytest.raises(SystemExit) as ended:
        bootstrap.make_venv(["python3"])
    assert ended.value.code == 2
    assert "sudo apt install python3.11-venv" in capsys.readouterr().err


def test_nothing_of_the_callers_python_leaks_into_the_environment(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    plain = bootstrap.plain_environment()
    assert not {"PYTHONPATH", "PIP_USER"} & set(plain)
    assert plain["PYTHONUTF8"] == "1"


def test_the_script_of_ci_is_the_readmes_test_command():
    commands = [
        line
        for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "set ", "cd "))
    ]
    assert commands == ["exec python3 scripts/test.py"]
    assert "python3 scripts/test.py" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_test_py_lists_its_options_without_installing_anything():
    command = [sys.executable, str(ROOT / "scripts" / "test.py"), "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert "--unit" in shown
    assert "--fast" in shown
