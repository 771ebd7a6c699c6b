"""Where the installer has told how the project's own Python is started."""

from __future__ import annotations

import contextlib
import json
import os
import sys

from metodist_office.cells import OfficeError

_LARGEST_LOG = 1_000_000


def home(environment: dict[str, str] | None = None, platform: str = sys.platform) -> str:
    """The folder that ``scripts/install.py`` writes into; the same rule stands there.

    Args:
        environment: Variables of the process; by default the real ones.
        platform: As ``sys.platform`` has it.
    """
    known = os.environ if environment is None else environment
    user = known.get("HOME") or known.get("USERPROFILE") or os.path.expanduser("~")  # noqa: PTH111 - Python 3.8
    if platform.startswith("win"):
        return os.path.join(known.get("LOCALAPPDATA") or os.path.join(user, "AppData", "Local"), "metodist")  # noqa: PTH118
    if platform == "darwin":
        return os.path.join(user, "Library", "Application Support", "metodist")  # noqa: PTH118
    return os.path.join(known.get("XDG_CONFIG_HOME") or os.path.join(user, ".config"), "metodist")  # noqa: PTH118


def command(folder: str) -> list[str]:
    """The program and arguments of the warm process.

    Raises:
        OfficeError: The installer has not been here, or its file is damaged.
    """
    path = os.path.join(folder, "host.json")  # noqa: PTH118 - Python 3.8
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - Python 3.8
            words = json.load(file)["command"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OfficeError("hosts.not_installed", path=path) from error
    if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
        raise OfficeError("hosts.not_installed", path=path)
    return words


def log_path(folder: str) -> str:
    """The file for complaints of the warm process; begun anew when it has grown large.

    Windows does not let a file be moved that somebody reads: then it grows on.
    """
    path = os.path.join(folder, "worker.log")  # noqa: PTH118 - Python 3.8
    if os.path.isfile(path) and os.path.getsize(path) > _LARGEST_LOG:  # noqa: PTH113, PTH202 - Python 3.8
        with contextlib.suppress(OSError):
            os.replace(path, path + ".old")  # noqa: PTH105 - Python 3.8
    return path
