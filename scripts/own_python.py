"""What the set-up has to know of Python's ways on Windows; must parse on Python 3.8."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: A Python from Microsoft Store, by its folder or by what an environment keeps of it.
_STORE = "\\windowsapps\\pythonsoftwarefoundation.python."


def is_store_python(place: str) -> bool:
    """Whether that is, or tells of, the folder of a Python from Microsoft Store.

    Windows keeps what such a Python writes below ``AppData`` apart from all other programs, so Excel and LibreOffice
    would never see what is installed for them (docs.python.org/3/using/windows.html, «Known issues»).
    """
    return _STORE in place.lower().replace("/", "\\")


def is_to_be_replaced(environment: Path, own: str) -> bool:
    """Whether an environment was made by Microsoft Store's Python although a plain one is here now.

    Args:
        environment: Its folder.
        own: The folder of the Python that asks, ``sys.base_prefix``.
    """
    kept = environment / "pyvenv.cfg"
    made = kept.is_file() and is_store_python(kept.read_text(encoding="utf-8", errors="replace"))
    return made and not is_store_python(own)


def point_at(sources: Path, environment: Path) -> None:
    """Let an environment find the package's sources by a path of plain letters.

    The build backend writes the whole path in UTF-8, and Python before 3.13 reads it in the system's code page: below
    a user's folder with Russian letters the environment's Python would not find the package or not even start
    (github.com/python/cpython/issues/77102). Such a line may be relative to the folder that it stands in.

    Args:
        sources: The folder that holds the package.
        environment: The environment, on the same drive.
    """
    for folder in (environment / "Lib" / "site-packages", *environment.glob("lib/python*/site-packages")):
        for file in folder.glob("*metodist*.pth"):
            file.write_text(os.path.relpath(str(sources), str(folder)) + "\n", encoding="ascii")
