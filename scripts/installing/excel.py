"""Excel on Windows: the add-in into the folder that Excel opens by itself, its settings into the user's file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from installing.places import with_variables
from metodist.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from installing.places import Places

#: What Windows appends to a file from the Internet; macros of such a file do not run.
WEB_MARK = ":Zone.Identifier"
NAME = "metodist.xlam"


@dataclass(frozen=True, slots=True)
class ExcelAddin:
    """The add-in of one user.

    Args:
        source: The built ``metodist.xlam``.
        startup: Excel's own start folder.
        settings: The file that VBA reads.
        python: Python of the project's environment.
        environment: Variables of the user.
        encoding: The old code page of the system, ``mbcs`` on Windows.
    """

    source: Path
    startup: Path
    settings: Path
    python: Path
    environment: Mapping[str, str]
    encoding: str

    @property
    def target(self) -> Path:
        """The installed add-in."""
        return self.startup / NAME

    def line(self) -> str:
        """The one line of settings, in the form that VBA's ``Input #`` reads."""
        return f'"INTERPRETER_WIN","{with_variables(str(self.python), self.environment)}"\r\n'

    def install(self) -> list[str]:
        """Copy and unblock the add-in, write its settings.

        Returns:
            Sentences about what hinders; empty where all went well.
        """
        try:
            settings = self.line().encode(self.encoding)
        except UnicodeEncodeError:
            return [say("install.path_letters", path=self.python)]
        try:
            self.startup.mkdir(parents=True, exist_ok=True)
            self.target.write_bytes(self.source.read_bytes())
            unblock(self.target)
            self.settings.parent.mkdir(parents=True, exist_ok=True)
            self.settings.write_bytes(settings)
        except PermissionError as error:
            return [say("install.excel_open", path=error.filename or self.target)]
        return []

    def uninstall(self) -> list[str]:
        """Take the add-in and its settings away."""
        try:
            self.target.unlink(missing_ok=True)
            self.settings.unlink(missing_ok=True)
        except PermissionError as error:
            return [say("install.excel_open", path=error.filename or self.target)]
        if self.settings.parent.is_dir() and not any(self.settings.parent.iterdir()):
            self.settings.parent.rmdir()
        return []

    def problems(self) -> list[str]:
        """What is wrong with the installed add-in, in Russian."""
        if not self.target.is_file():
            return [say("install.excel_missing", path=self.target)]
        found = []
        if self.target.read_bytes() != self.source.read_bytes():
            found.append(say("install.excel_stale", path=self.target))
        if is_blocked(self.target):
            found.append(say("install.excel_blocked", path=self.target))
        if not self.settings.is_file():
            found.append(say("install.excel_settings_missing", path=self.settings))
        elif self.settings.read_bytes() != self.line().encode(self.encoding, errors="replace"):
            found.append(say("install.excel_settings_other", path=self.settings))
        return found


def is_blocked(path: Path) -> bool:
    """Whether Windows keeps the file's macros from running."""
    return Path(str(path) + WEB_MARK).is_file()


def unblock(path: Path) -> None:
    """Take the mark of the Internet away."""
    Path(str(path) + WEB_MARK).unlink(missing_ok=True)


def excel_addin(places: Places, source: Path, python: Path, environment: Mapping[str, str]) -> ExcelAddin | None:
    """The user's add-in; ``None`` on systems where xlwings' add-ins do not work by themselves."""
    if places.excel_startup is None or places.excel_settings is None:
        return None
    startup, settings = Path(places.excel_startup), Path(places.excel_settings)
    return ExcelAddin(source, startup, settings, python, environment, "mbcs")
