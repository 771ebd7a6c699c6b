"""A desk for tests: a throw-away user with LibreOffice, our extension in it, and a screen where one is wanted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from installing.libreoffice import office_environment
from live_office import need_office_python
from office import need_office

_HERE = Path(__file__).parent
OXT = _HERE.parents[1] / "addin" / "libreoffice" / "metodist.oxt"
SCREEN_PROGRAMS = ("Xvfb", "openbox", "xdotool")
#: The program starts without its tour, its tip of the day and its question about the registry.
_QUIET = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="WhatsNew" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
</oor:items>
"""


def need_screen() -> None:
    missing = [name for name in SCREEN_PROGRAMS if shutil.which(name) is None]
    if missing:
        message = f"no {', '.join(missing)} for a screen"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)


def worker_command(module: str, *arguments: str) -> list[str]:
    """A worker of this test run's Python: ``module.main()``, or the product's own for ``metodist.hosts.worker``."""
    paths = [str(_HERE.parents[1] / "addin"), str(_HERE)]
    code = f"import sys; sys.path[:0] = {paths!r}; import {module} as worker; worker.main()"
    return [sys.executable, "-c", code, *arguments]


class Desk:
    """One user's office; ``ask`` calls a function of ``desk_driver``.

    Args:
        folder: Of the user; everything happens inside it.
        worker: What the installer would have written as the command of the warm process.
        screen: Whether there is a screen with a window manager; else the office is headless.
    """

    def __init__(self, folder: Path, worker: Sequence[str], *, screen: bool) -> None:
        self.folder = folder
        self._processes: list[subprocess.Popen[Any]] = []
        self.environment = {**office_environment(), "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / ".config")}
        self.environment |= {"XDG_STATE_HOME": str(folder / "state"), "XDG_CACHE_HOME": str(folder / "cache")}
        self.environment.pop("DISPLAY", None)
        self.settings = folder / ".config" / "metodist"
        self.settings.mkdir(parents=True)
        (self.settings / "host.json").write_text(json.dumps({"command": list(worker)}), encoding="utf-8")
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_QUIET, encoding="utf-8")
        # toolbars read the registry when the office starts: installed headless first, as the installer does
        self._start(headless=True)
        self.identifier = self.ask("install", str(OXT))
        if screen:
            self._end_office()
            self._open_screen()
            self._start(headless=False)

    def _run(self, *command: str, **pipes: Any) -> subprocess.Popen[Any]:
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        started = subprocess.Popen(command, env=self.environment, start_new_session=True, **{**quiet, **pipes})
        self._processes.append(started)
        return started

    def _open_screen(self) -> None:
        read, write = os.pipe()
        # the server chooses a free number itself and tells it
        self._run(
            "Xvfb", "-displayfd", str(write), "-screen", "0", "1366x800x24", "-nolisten", "tcp", pass_fds=(write,)
        )
        os.close(write)
        with os.fdopen(read) as told:
            self.environment["DISPLAY"] = f":{told.readline().strip()}"
        self.environment["SAL_USE_VCLPLUGIN"] = "gen"
        self._run("openbox")

    def _start(self, *, headless: bool) -> None:
        pipe = f"metodist-desk-{uuid.uuid4().hex}"
        profile = (self.folder / "profile").resolve().as_uri()
        options = ["--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;"]
        shown = ["--headless"] if headless else []
        self.office = self._run(need_office(), f"-env:UserInstallation={profile}", *shown, *options)
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        errors = (self.folder / "driver.log").open("ab")
        self.driver = self._run(need_office_python(), str(_HERE / "desk_driver.py"), pipe, **pipes, stderr=errors)

    def ask(self, name: str, *arguments: Any) -> Any:
        """The result of a function of ``desk_driver``."""
        self.tell(name, *arguments)
        return self.hear()

    def tell(self, name: str, *arguments: Any) -> None:
        """Call a function without waiting; `hear` gives its result."""
        self.driver.stdin.write(json.dumps([name, *arguments]).encode() + b"\n")
        self.driver.stdin.flush()

    def hear(self) -> Any:
        line = self.driver.stdout.readline()
        if not line:
            raise RuntimeError(
                "the office is gone: " + (self.folder / "driver.log").read_text(encoding="utf-8")[-2000:]
            )
        answer = json.loads(line)
        if "x" in answer:
            raise RuntimeError(answer["x"])
        return answer["r"]

    def button(self, name: str) -> list[Any]:
        """Name, whether it can be pressed, and place of the toolbar's button that begins so; waits for the toolbar."""
        for _ in range(100):
            try:
                found = [button for button in self.ask("buttons") if button[0].startswith(name)]
            except RuntimeError:
                found = []
            if found:
                return found[0]
            time.sleep(0.2)
        raise AssertionError(f"no button «{name}»")

    def click(self, place: Sequence[Any]) -> None:
        """A click of the mouse in the middle of a button."""
        _, _, x, y = place
        subprocess.run(
            ["xdotool", "mousemove", str(x), str(y), "sleep", "0.2", "click", "1"],
            env=self.environment,
            check=True,
            timeout=30,
        )

    def answer(self, button: str = "OK", seconds: float = 60) -> dict[str, Any]:
        """Wait for the window that tells or asks, press its button, and say what it said."""
        shown = self.ask("dialog", seconds)
        assert shown is not None, "no window came"
        pressed = next(place for place in shown["buttons"] if place[0] == button)
        self.click(pressed)
        for _ in range(50):
            if self.ask("dialog", 0.01) != shown:
                break
            time.sleep(0.1)
        return shown

    def log(self) -> str:
        """The worker's own log."""
        path = self.settings / "worker.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def picture(self, target: Path) -> None:
        """What is on the screen, for a person to look at."""
        subprocess.run(["import", "-window", "root", str(target)], env=self.environment, check=True, timeout=30)

    def _end_office(self) -> None:
        try:
            self.ask("end")
            self.office.wait(30)
        except (OSError, RuntimeError, subprocess.TimeoutExpired):
            pass

    def leave(self) -> None:
        """End what was started here, and nothing else."""
        self._end_office()
        for process in reversed(self._processes):
            if process.poll() is None:
                # each leads a session of its own: soffice is a script that waits for the program
                os.killpg(process.pid, 15)
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, 9)
