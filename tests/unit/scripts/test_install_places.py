"""Where the installer puts things on each system, and that the extension looks there."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import ModuleType

import pytest

from installing.places import places, with_variables

WINDOWS = {
    "USERPROFILE": r"C:\Users\Иванова",
    "APPDATA": r"C:\Users\Иванова\AppData\Roaming",
    "LOCALAPPDATA": r"C:\Users\Иванова\AppData\Local",
    "ProgramFiles": r"C:\Program Files",
}
ROOT = Path(__file__).parents[3]


def test_windows_keeps_everything_in_the_users_own_folders():
    known = places("win32", WINDOWS)

    assert known.excel_startup == PureWindowsPath(r"C:\Users\Иванова\AppData\Roaming\Microsoft\Excel\XLSTART")
    assert known.excel_settings == PureWindowsPath(r"C:\Users\Иванова\.metodist\metodist.conf")
    assert known.settings == PureWindowsPath(r"C:\Users\Иванова\AppData\Local\metodist")
    assert known.office_profile == PureWindowsPath(r"C:\Users\Иванова\AppData\Roaming\LibreOffice\4")
    assert known.office_programs == (PureWindowsPath(r"C:\Program Files\LibreOffice\program"),)


def test_a_mac_has_no_excel_folder_and_its_own_place_for_settings():
    known = places("darwin", {"HOME": "/Users/ivanova"})

    assert known.excel_startup is None
    assert known.settings == PurePosixPath("/Users/ivanova/Library/Application Support/metodist")
    assert known.office_profile == PurePosixPath("/Users/ivanova/Library/Application Support/LibreOffice/4")


@pytest.mark.parametrize(
    ("environment", "config"),
    [
        ({"HOME": "/ivanova"}, "/ivanova/.config"),
        ({"HOME": "/ivanova", "XDG_CONFIG_HOME": "/data/config"}, "/data/config"),
        ({"HOME": "/ivanova", "XDG_CONFIG_HOME": ""}, "/ivanova/.config"),
    ],
)
def test_linux_follows_the_users_folder_of_settings(environment, config):
    known = places("linux", environment)

    assert known.settings == PurePosixPath(config) / "metodist"
    assert known.office_profile == PurePosixPath(config) / "libreoffice/4"


@pytest.fixture
def stub_settings(monkeypatch):
    """The extension's own module, with what the office would bring beside it."""
    office = ModuleType("metodist_office")
    cells = ModuleType("metodist_office.cells")
    cells.OfficeError = type("OfficeError", (Exception,), {})  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "metodist_office", office)
    monkeypatch.setitem(sys.modules, "metodist_office.cells", cells)
    monkeypatch.syspath_prepend(str(ROOT / "addin" / "libreoffice"))
    from metodist_stub import settings

    yield settings
    for name in ("metodist_stub.settings", "metodist_stub"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize(
    ("platform", "environment"),
    [("win32", WINDOWS), ("darwin", {"HOME": "/Users/i"}), ("linux", {"HOME": "/home/i"})],
)
def test_the_extension_looks_where_the_installer_writes(stub_settings, platform, environment):
    looked = stub_settings.home(environment, platform).replace("/", "\\") if platform == "win32" else None
    written = str(places(platform, environment).settings)

    assert (looked or stub_settings.home(environment, platform)) == written


def test_a_large_log_is_begun_anew_and_one_that_cannot_be_moved_grows_on(stub_settings, tmp_path, monkeypatch):
    log = tmp_path / "worker.log"
    log.write_bytes(b"x" * 1_000_001)

    def refuse(source, target):
        raise PermissionError(13, "somebody reads it", source)

    with monkeypatch.context() as windows:
        windows.setattr(stub_settings.os, "replace", refuse)
        assert stub_settings.log_path(str(tmp_path)) == str(log)
    assert log.exists()

    assert stub_settings.log_path(str(tmp_path)) == str(log)
    assert not log.exists()
    assert (tmp_path / "worker.log.old").exists()


def test_a_path_inside_the_users_folder_is_written_without_the_users_name():
    python = r"C:\Users\Иванова\metodist\.venv\Scripts\python.exe"

    assert with_variables(python, WINDOWS) == r"%USERPROFILE%\metodist\.venv\Scripts\python.exe"
    assert with_variables(r"D:\metodist\python.exe", WINDOWS) == r"D:\metodist\python.exe"
    assert with_variables(r"C:\Users\Иванова2\python.exe", WINDOWS) == r"C:\Users\Иванова2\python.exe"
