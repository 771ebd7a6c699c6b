"""Pictures of the buttons in LibreOffice: the extension is installed for a user of its own and really clicked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageGrab

from picture_office import screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
_DRIVER = ROOT / "tests" / "hosts" / "desk_driver.py"
#: A Python that has ``uno``; the pictures are made on Debian.
_UNO_PYTHON = "/usr/bin/python3"
_SIZE = (1200, 760)
_SETTINGS = (
    ("/org.openoffice.Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("/org.openoffice.Setup/Product", "ooSetupLastVersion", "99.9"),
    ("/org.openoffice.Office.Linguistic/General", "UILocale", "ru"),
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "ru-RU"),
)


class Desktop:
    """A user with our extension, and one workbook open in a window."""

    def __init__(self, environment: dict[str, str], driver: subprocess.Popen[bytes]) -> None:
        """``driver`` is a running ``desk_driver``."""
        self._environment = environment
        self._driver = driver

    def ask(self, name: str, *arguments: Any) -> Any:
        """The result of a function of ``desk_driver``; ``None`` where it failed."""
        assert self._driver.stdin is not None  # noqa: S101 - both are pipes
        assert self._driver.stdout is not None  # noqa: S101
        self._driver.stdin.write(json.dumps([name, *arguments]).encode() + b"\n")
        self._driver.stdin.flush()
        return json.loads(self._driver.stdout.readline()).get("r")

    def place(self, label: str) -> tuple[int, int]:
        """The middle of a button on the screen, once the toolbar is there."""
        for _ in range(100):
            for name, _, x, y in self.ask("buttons") or ():
                if name.startswith(label):
                    return x, y
            time.sleep(0.3)
        raise TimeoutError(label)

    def point(self, place: Sequence[int], *, click: bool = False) -> None:
        """Move the mouse, and press its button."""
        command = ["xdotool", "mousemove", str(place[0]), str(place[1])]
        command += ["sleep", "0.3", "click", "1"] if click else []
        subprocess.run(command, env=self._environment, check=True, timeout=30)

    def seen(self) -> Image.Image:
        """The screen once it has come to rest."""
        time.sleep(2)
        return ImageGrab.grab(xdisplay=self._environment["DISPLAY"])


@contextmanager
def desktop(workbook: Path, folder: Path) -> Iterator[Desktop]:
    """Install the extension for a new user, open ``workbook``, end all of it afterwards."""
    user = folder / "user"
    shutil.rmtree(user, ignore_errors=True)
    environment = {**os.environ, "HOME": str(user), "XDG_CONFIG_HOME": str(user / ".config")}
    profile = user / ".config" / "libreoffice" / "4" / "user"
    profile.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    space = 'xmlns:oor="http://openoffice.org/2001/registry"'
    (profile / "registrymodifications.xcu").write_text(f"<oor:items {space}>{items}</oor:items>", encoding="utf-8")
    installer = [sys.executable, str(ROOT / "scripts" / "run_installer.py"), "install"]
    subprocess.run(installer, env=environment, check=True, stdout=subprocess.DEVNULL, timeout=180)
    with screen(*_SIZE) as display, _driven({**environment, "DISPLAY": display}) as opened:
        opened.ask("open", str(workbook))
        yield opened
        opened.ask("end")


@contextmanager
def _driven(environment: dict[str, str]) -> Iterator[Desktop]:
    pipe = f"metodist-picture-{uuid.uuid4().hex}"
    options = ["--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;"]
    environment["SAL_USE_VCLPLUGIN"] = "gen"
    pipes: dict[str, Any] = {"env": environment, "stderr": subprocess.DEVNULL, "start_new_session": True}
    started: list[subprocess.Popen[bytes]] = [
        subprocess.Popen(["openbox"], **pipes),
        subprocess.Popen(["soffice", *options], **pipes),
        subprocess.Popen([_UNO_PYTHON, str(_DRIVER), pipe], stdin=subprocess.PIPE, stdout=subprocess.PIPE, **pipes),
    ]
    try:
        yield Desktop(environment, started[-1])
    finally:
        for process in started:
            if process.poll() is None:
                os.killpg(process.pid, 15)
            process.wait()


def checked(workbook: Path, folder: Path, target: Path) -> None:
    """A school table whose «Проверить таблицу» was clicked: the toolbar, the list of findings, the window."""
    with desktop(_own_copy(workbook, folder), folder) as opened:
        opened.point(opened.place("Проверить таблицу"), click=True)
        shown = opened.ask("dialog", 120)
        _keep(opened.seen(), target)
        if shown:
            opened.point(shown["buttons"][0][2:], click=True)


def menu(workbook: Path, folder: Path, target: Path) -> None:
    """The open menu «Методист» above a workbook."""
    with desktop(_own_copy(workbook, folder), folder) as opened:
        opened.place("Пульт")
        opened.point(opened.ask("menu_place"), click=True)
        opened.point((_SIZE[0] - 20, _SIZE[1] - 20))
        _keep(opened.seen(), target)
        opened.point(opened.ask("menu_place"), click=True)


def _own_copy(workbook: Path, folder: Path) -> Path:
    """A copy inside the working folder of the demo, under the same name."""
    copy = folder / "demo" / "Входящие" / "Открыто" / workbook.name
    copy.parent.mkdir(exist_ok=True)
    shutil.copy(workbook, copy)
    return copy


def _keep(image: Image.Image, target: Path) -> None:
    """Save with few colours, chosen so that the small signs on the icons keep theirs."""
    image.convert("RGB").quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(target, optimize=True)
