"""Excel on Windows: the add-in into the folder that Excel opens by itself, its settings into the user's file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from installing.libreoffice import run
from installing.places import with_variables
from metodist.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from installing.libreoffice import Runner
    from installing.places import Places

#: What Windows appends to a file from the Internet; macros of such a file do not run.
WEB_MARK = ":Zone.Identifier"
NAME = "metodist.xlam"
#: What a press needs before it can say anything itself: our package, and xlwings with its way into Excel.
STARTS = (
    "from metodist.hosts.excel import pressed; from metodist.hosts.lean_xlwings import load; load().engines['excel']"
)


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
        run: Runs a program.
    """

    source: Path
    startup: Path
    settings: Path
    python: Path
    environment: Mapping[str, str]
    encoding: str
    run: Runner = run

    @property
    def target(self) -> Path:
        """The installed add-in."""
        return self.startup / NAME

    def line(self) -> str:
        """The one line of settings, in the form that VBA's ``Input #`` reads."""
        return f'"INTERPRETER_WIN","{with_variables(str(self.python), self.environment)}"\r\n'

    def install(self) -> list[str]:
        """Copy and unblock the add-in, write its settings, and see whether Python starts as a press starts it.

        Returns:
            Sentences about what hinders; empty where all went well.
        """
        unreadable = self._unreadable()
        if unreadable:
            return unreadable
        try:
            self.startup.mkdir(parents=True, exist_ok=True)
            self.target.write_bytes(self.source.read_bytes())
            unblock(self.target)
            self.settings.parent.mkdir(parents=True, exist_ok=True)
            self.settings.write_bytes(self.line().encode(self.encoding))
        except PermissionError as error:
            return [say("install.excel_open", path=error.filename or self.target)]
        return self._not_starting()

    def _unreadable(self) -> list[str]:
        """VBA knows the names of files and folders in the old code page only, also what stands behind a variable."""
        for path, sentence in ((self.settings, "install.user_letters"), (self.python, "install.path_letters")):
            try:
                str(path).encode(self.encoding)
            except UnicodeEncodeError:
                return [say(sentence, path=path)]
        return []

    def _not_starting(self) -> list[str]:
        code, said = self.run([str(self.python), "-P", "-X", "utf8", "-c", STARTS])
        last = said.strip().splitlines()[-1:] or [str(code)]
        return [] if code == 0 else [say("install.python_broken", reason=last[0])]

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
        return found + self._unreadable() + self._not_starting()


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
