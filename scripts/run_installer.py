"""Installs, checks or takes away both add-ins; started by ``scripts/install.py`` inside the environment."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import own_python
from installing.excel import ExcelAddin, excel_addin
from installing.libreoffice import Extension, extension
from installing.places import places
from installing.registry import excel_is_there
from metodist.messages import say

ROOT = Path(__file__).resolve().parent.parent
XLAM = ROOT / "addin" / "excel" / "metodist.xlam"
OXT = ROOT / "addin" / "libreoffice" / "metodist.oxt"


def main() -> int:
    """Do what was asked for; 0: all is well, 1: something is wrong and was named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("action", choices=("install", "uninstall", "check"))
    action = parser.parse_args().action
    if action != "uninstall" and own_python.is_store_python(sys.base_prefix):
        print(say("install.store_python"))
        return 1
    known = places(sys.platform, os.environ)
    python = Path(sys.executable)
    hosts: list[tuple[str, ExcelAddin | Extension]] = []
    for name, host in (
        ("Excel", excel_addin(known, XLAM, python, os.environ)),
        ("LibreOffice", extension(known, OXT, python)),
    ):
        # what was put there once is taken away, whether or not its program still is there
        gone = isinstance(host, ExcelAddin) and action != "uninstall" and not excel_is_there()
        if host is None or gone:
            print(say("install.no_host", host=name))
        else:
            hosts.append((name, host))
    if not hosts:
        print(say("install.no_hosts"))
        return 1
    return max([_done(name, host, action) for name, host in hosts])


def _done(name: str, host: ExcelAddin | Extension, action: str) -> int:
    actions = {"install": host.install, "uninstall": host.uninstall, "check": host.problems}
    try:
        problems = actions[action]()
    except OSError as error:
        problems = [say("install.disk", path=error.filename or "", reason=error.strerror or error)]
    for problem in problems:
        print(f"{name}: {problem}")
    if not problems:
        print(f"{name}: {say(f'install.{action}_done')}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
