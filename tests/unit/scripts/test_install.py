"""Installing the buttons: Excel's files, LibreOffice's programs; a real office elsewhere."""

from __future__ import annotations

import json
import sys
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

import run_installer
from installing.excel import STARTS, ExcelAddin, is_blocked
from installing.libreoffice import IDENTIFIER, Extension, find_office
from installing.places import places
from installing.registry import excel_is_there, office_folder, registered


@dataclass
class FakeRunner:
    """Keeps commands instead of running them."""

    answer: tuple[int, str] = (0, "")
    commands: list[list[str]] = field(default_factory=list)

    def __call__(self, command):
        self.commands.append(list(command))
        return self.answer


@pytest.fixture
def addin(tmp_path) -> ExcelAddin:
    return excel(tmp_path)


def excel(folder: Path, python: str = "/opt/metodist/python", encoding: str = "cp1251") -> ExcelAddin:
    source = folder / "metodist.xlam"
    source.write_bytes(b"addin")
    user = folder / "Иванова"
    startup, settings = user / "XLSTART", user / ".metodist" / "metodist.conf"
    return ExcelAddin(source, startup, settings, Path(python), {}, encoding, FakeRunner())


def test_excel_gets_the_addin_and_where_python_is(addin):
    assert addin.install() == []
    assert addin.target.read_bytes() == b"addin"
    assert addin.settings.read_bytes() == b'"INTERPRETER_WIN","/opt/metodist/python"\r\n'
    assert addin.problems() == []


def test_a_file_from_the_internet_is_unblocked(addin):
    addin.install()
    mark = Path(f"{addin.target}:Zone.Identifier")
    mark.write_text("[ZoneTransfer]\nZoneId=3\n")
    assert is_blocked(addin.target)
    assert ["из интернета" in problem for problem in addin.problems()] == [True]

    addin.install()

    assert not is_blocked(addin.target)


def test_what_is_wrong_in_excel_is_named(addin):
    assert ["Надстройки нет" in problem for problem in addin.problems()] == [True]
    addin.install()
    addin.source.write_bytes(b"newer addin")
    addin.settings.write_text('"INTERPRETER_WIN","C:\\other\\python.exe"\r\n')
    stale, other = addin.problems()
    assert "от другой версии" in stale
    assert "другой Python" in other
    addin.settings.unlink()
    assert "Нет файла настроек" in addin.problems()[1]


def test_letters_that_the_old_code_page_lacks_are_refused_before_anything_is_written(tmp_path):
    addin = excel(tmp_path, python="/opt/學校/python")

    (problem,) = addin.install()

    assert "Перенесите «Методист»" in problem
    assert not addin.target.exists()


def test_a_users_name_that_the_code_page_lacks_is_told_before_anything_is_written(tmp_path):
    """An English Windows with a Russian user: VBA sees «C:\\Users\\???????»."""
    addin = excel(tmp_path, encoding="cp1252")

    (problem,) = addin.install()

    assert "не поддерживающих Юникод" in problem
    assert not addin.startup.exists()


def test_python_is_started_as_a_press_starts_it_and_what_it_says_is_passed_on(addin):
    addin.run.answer = (1, "Traceback\nKeyError: 'excel'\n")

    (problem,) = addin.install()

    assert addin.target.is_file()
    assert "KeyError: 'excel'" in problem
    assert addin.problems() == [problem]
    assert addin.run.commands[0][:5] == [str(addin.python), "-P", "-X", "utf8", "-c"]


def test_what_is_tried_out_is_what_vba_starts():
    """The import that the ribbon's own line begins with."""
    from addin_build.ribbon import vba_source
    from metodist.commands import BUTTONS

    imported = STARTS.partition(";")[0]
    assert f'RunPython "{imported}; pressed(' in vba_source(BUTTONS)


def test_excel_is_left_as_it_was(addin):
    addin.install()

    assert addin.uninstall() == []
    assert addin.uninstall() == []
    assert not addin.target.exists()
    assert not addin.settings.parent.exists()


def test_an_addin_in_use_asks_to_close_excel(addin, monkeypatch):
    def busy(self: Path, content: bytes) -> int:
        raise PermissionError(13, "in use", str(self))

    monkeypatch.setattr(Path, "write_bytes", busy)

    (problem,) = addin.install()

    assert "Закройте Excel" in problem


@pytest.fixture
def runner() -> FakeRunner:
    return FakeRunner()


@pytest.fixture
def extension(tmp_path, runner) -> Extension:
    program = tmp_path / "program" / "soffice"
    program.parent.mkdir()
    for name in ("soffice", "unopkg"):
        (program.parent / name).touch()
    source = tmp_path / "metodist.oxt"
    with zipfile.ZipFile(source, "w") as package:
        for name in ("description.xml", "Addons.xcu", "pythonpath/metodist_stub/buttons.json"):
            package.writestr(name, f"content of {name}")
    host = tmp_path / "settings" / "host.json"
    command = ("/opt/metodist/python", "-m", "metodist.hosts.worker")
    return Extension(source, host, tmp_path / "profile", program, command, runner, is_root=False)


def unpack(extension: Extension) -> Path:
    """Leave what LibreOffice leaves when it has taken the extension."""
    cache = extension.profile / "user" / "uno_packages" / "cache"
    target = cache / "uno_packages" / "lu1.tmp_" / "metodist.oxt"
    with zipfile.ZipFile(extension.source) as package:
        package.extractall(target)
    (cache / "uno_packages.pmap").write_bytes(b"Pmp1\0" + IDENTIFIER.encode() + b"\0\nlu1.tmp\nmetodist.oxt\n")
    return target


def test_libreoffice_gets_the_extension_and_where_python_is(extension, runner):
    assert extension.install() == []

    unopkg = str(extension.program.parent / "unopkg")
    assert runner.commands == [[unopkg, "add", "--force", "--suppress-license", str(extension.source)]]
    assert json.loads(extension.host.read_text(encoding="utf-8")) == {"command": list(extension.command)}


def test_a_refusal_of_libreoffice_is_told_with_its_own_words(extension, runner):
    runner.answer = (1, "ERROR: another instance is running")

    (problem,) = extension.install()

    assert "Закройте все его окна" in problem
    assert "another instance is running" in problem


def test_what_is_wrong_in_libreoffice_is_named(extension):
    assert ["Расширения нет" in problem for problem in extension.problems()] == [True]
    extension.install()
    target = unpack(extension)
    assert extension.problems() == []
    (target / "Addons.xcu").write_text("older")
    extension.host.write_text("{}")
    stale, other = extension.problems()
    assert "от другой версии" in stale
    assert "другой Python" in other


def test_libreoffice_is_left_as_it_was(extension, runner):
    extension.install()
    unpack(extension)
    runner.commands.clear()

    assert extension.uninstall() == []

    assert runner.commands == [[str(extension.program.parent / "unopkg"), "remove", IDENTIFIER]]
    assert not extension.host.exists()


def test_taking_away_what_is_not_there_asks_nobody(extension, runner):
    assert extension.uninstall() == []
    assert runner.commands == []


def test_libreoffice_is_found_in_any_folder_that_windows_names(tmp_path):
    """On this system a program of that name stands for it."""
    folder = tmp_path / "Диск" / "LibreOffice" / "program"
    folder.mkdir(parents=True)
    (folder / "soffice").write_text("#!/bin/sh\n")
    (folder / "soffice").chmod(0o755)
    known = {r"HKLM\SOFTWARE\LibreOffice\UNO\InstallPath": str(folder)}
    nowhere = replace(places("linux", {"HOME": str(tmp_path)}), office_programs=())

    assert office_folder(known.get) == str(folder)
    found = find_office(nowhere, office_folder(known.get))
    assert found is not None
    assert found.name == "soffice"


@pytest.mark.parametrize(
    ("known", "there"),
    [
        ({r"HKCR\Excel.Application\CLSID": "{00024500-0000-0000-C000-000000000046}"}, True),
        ({r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe": "C:\\EXCEL.EXE"}, True),
        ({r"HKLM\SOFTWARE\LibreOffice\UNO\InstallPath": "C:\\LibreOffice\\program"}, False),
    ],
)
def test_excel_is_there_where_windows_knows_it(known, there):
    assert excel_is_there(known.get) is there


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a registry")
def test_other_systems_have_no_registry():
    assert registered(r"HKCR\Excel.Application\CLSID") is None


@pytest.fixture
def run_with(monkeypatch, addin):
    """Run the installer for Excel alone; its exit code."""

    def run(action: str, *, excel: bool = True, base: str = "C:\\Python312") -> int:
        monkeypatch.setattr(sys, "argv", ["run_installer.py", action])
        monkeypatch.setattr(sys, "base_prefix", base)
        monkeypatch.setattr(run_installer, "excel_addin", lambda *places: addin)
        monkeypatch.setattr(run_installer, "extension", lambda *places: None)
        monkeypatch.setattr(run_installer, "excel_is_there", lambda: excel)
        return run_installer.main()

    return run


def test_without_excel_nothing_is_put_there_and_that_is_said(run_with, addin, capsys):
    assert run_with("install", excel=False) == 1

    assert "Excel: на этом компьютере не найден" in capsys.readouterr().out
    assert not addin.target.exists()


def test_what_excel_left_behind_is_taken_away_without_excel(run_with, addin):
    addin.install()

    assert run_with("uninstall", excel=False) == 0
    assert not addin.target.exists()


def test_a_python_from_microsoft_store_is_refused_before_anything_is_written(run_with, addin, capsys):
    store = "C:\\Program Files\\WindowsApps\\PythonSoftwareFoundation.Python.3.12_3.12.2800.0_x64__qbz5n2kfra8p0"

    assert run_with("install", base=store) == 1

    assert "python.org" in capsys.readouterr().out
    assert not addin.startup.exists()
    assert run_with("uninstall", base=store) == 0


def test_a_full_disk_is_a_sentence_and_not_a_traceback(run_with, monkeypatch, capsys):
    def full(self: Path, content: bytes) -> int:
        raise OSError(28, "Недостаточно места на диске", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)

    assert run_with("install") == 1
    assert "Недостаточно места на диске" in capsys.readouterr().out
