"""What Windows' registry tells of the programs of this machine; elsewhere it tells nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable

#: The value of a key such as ``HKLM\SOFTWARE\…`` itself; ``None`` where there is no such key.
Registry = Callable[[str], "str | None"]

_EXCEL = (
    r"HKCR\Excel.Application\CLSID",
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe",
    r"HKCU\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe",
)
_OFFICE = (r"HKLM\SOFTWARE\LibreOffice\UNO\InstallPath", r"HKCU\SOFTWARE\LibreOffice\UNO\InstallPath")


def registered(place: str) -> str | None:
    """Look into the registry of this machine, whatever Windows' and the programs' own numbers of bits."""
    if sys.platform != "win32":
        return None
    import winreg

    roots = {
        "HKCR": winreg.HKEY_CLASSES_ROOT,
        "HKLM": winreg.HKEY_LOCAL_MACHINE,
        "HKCU": winreg.HKEY_CURRENT_USER,
    }
    root, _, key = place.partition("\\")
    for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
        try:
            with winreg.OpenKey(roots[root], key, 0, winreg.KEY_READ | view) as opened:
                return str(winreg.QueryValueEx(opened, "")[0])
        except OSError:
            continue
    return None


def excel_is_there(registry: Registry = registered) -> bool:
    """Whether Excel is installed."""
    return any(registry(place) is not None for place in _EXCEL)


def office_folder(registry: Registry = registered) -> str | None:
    """The folder of LibreOffice's programs, wherever it was installed."""
    return next((folder for place in _OFFICE if (folder := registry(place))), None)
