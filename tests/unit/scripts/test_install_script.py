"""The installer as a user starts it, before there is an environment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import install

ROOT = Path(__file__).parents[3]


def run_install(monkeypatch, *options: str) -> list[list[str]]:
    """Run ``install.py`` where the environment is gone; what it started."""
    started: list[list[str]] = []

    def run(command, env, check):
        started.append([*command, env.get("PYTHONPATH", "")])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(sys, "argv", ["install.py", *options])
    monkeypatch.setattr(install.bootstrap, "works", lambda python: False)
    monkeypatch.setattr(install.subprocess, "run", run)
    assert install.main() == 0
    return started


def test_buttons_are_taken_away_without_the_environment_and_without_the_internet(monkeypatch):
    ((*command, path),) = run_install(monkeypatch, "--uninstall")

    assert command == [sys.executable, str(ROOT / "scripts" / "run_installer.py"), "uninstall"]
    assert path == str(ROOT / "addin")


def test_a_check_without_the_environment_says_what_to_run(monkeypatch, capsys):
    with pytest.raises(SystemExit) as ended:
        run_install(monkeypatch, "--check")

    assert ended.value.code == 2
    assert "Выполните установку" in capsys.readouterr().err


def test_taking_away_needs_nothing_but_python(tmp_path):
    """``run_installer.py`` with a bare Python of the standard library, as ``install.py --uninstall`` starts it."""
    home = {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "addin"), "PATH": ""}
    command = [sys.executable, "-S", str(ROOT / "scripts" / "run_installer.py"), "uninstall"]
    done = subprocess.run(command, env=home, capture_output=True, text=True, encoding="utf-8", check=False)

    assert "Traceback" not in done.stderr
    assert "Excel: на этом компьютере не найден" in done.stdout
