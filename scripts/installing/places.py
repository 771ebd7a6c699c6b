"""Where things lie for one user on each system; nothing here touches a disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Places:
    """Folders and files of the user.

    Args:
        settings: Our own settings; LibreOffice's extension looks there too (``metodist_stub.settings.home``).
        excel_startup: Excel opens what lies there by itself and trusts it; ``None`` where our add-in does not work.
        excel_settings: The file that the add-in's VBA reads; ``None`` likewise.
        office_profile: LibreOffice's own folder.
        office_programs: Folders where ``soffice`` may be when it is not on the search path.
    """

    settings: PurePath
    excel_startup: PurePath | None
    excel_settings: PurePath | None
    office_profile: PurePath
    office_programs: tuple[PurePath, ...]

    @property
    def host(self) -> Path:
        """How the extension starts the project's Python."""
        return Path(self.settings) / "host.json"


def places(platform: str, environment: Mapping[str, str]) -> Places:
    """The places of the user whose environment this is.

    Args:
        platform: As ``sys.platform`` has it.
        environment: Variables of a process of that user.

    Raises:
        KeyError: The environment does not say who the user is.
    """
    if platform == "win32":
        return _windows(environment)
    home = PurePosixPath(environment["HOME"])
    if platform == "darwin":
        support = home / "Library" / "Application Support"
        program = PurePosixPath("/Applications/LibreOffice.app/Contents/MacOS")
        return Places(support / "metodist", None, None, support / "LibreOffice" / "4", (program,))
    config = PurePosixPath(environment.get("XDG_CONFIG_HOME") or home / ".config")
    programs = (PurePosixPath("/usr/lib/libreoffice/program"), PurePosixPath("/opt/libreoffice/program"))
    return Places(config / "metodist", None, None, config / "libreoffice" / "4", programs)


def _windows(environment: Mapping[str, str]) -> Places:
    user = PureWindowsPath(environment["USERPROFILE"])
    roaming = PureWindowsPath(environment.get("APPDATA") or user / "AppData" / "Roaming")
    local = PureWindowsPath(environment.get("LOCALAPPDATA") or user / "AppData" / "Local")
    kinds = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
    roots = dict.fromkeys(environment[kind] for kind in kinds if environment.get(kind))
    return Places(
        settings=local / "metodist",
        excel_startup=roaming / "Microsoft" / "Excel" / "XLSTART",
        excel_settings=user / ".metodist" / "metodist.conf",
        office_profile=roaming / "LibreOffice" / "4",
        office_programs=tuple(PureWindowsPath(root) / "LibreOffice" / "program" for root in roots),
    )


def with_variables(path: str, environment: Mapping[str, str]) -> str:
    r"""A Windows path with its beginning as a variable: ``%USERPROFILE%\x``.

    VBA reads its settings in the old code page of the system, which may not know the letters of the user's name.
    """
    for name in ("LOCALAPPDATA", "APPDATA", "USERPROFILE"):
        beginning = environment.get(name, "")
        if beginning and path.lower().startswith(beginning.lower() + "\\"):
            return f"%{name}%{path[len(beginning) :]}"
    return path
