"""LibreOffice on every system: the extension, and the file that tells it where the project's Python is."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import uuid
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from installing.registry import office_folder
from metodist.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from installing.places import Places

IDENTIFIER = "ru.metodist.addin"
_OVER_UNO = Path(__file__).resolve().parent.parent / "office_extension.py"
_PATIENCE = 180
#: Where LibreOffice unpacks extensions inside its profile, and its list of them with the folder of each.
_UNPACKED = "user/uno_packages/cache"
_LISTED = re.compile(re.escape(IDENTIFIER.encode()) + rb"\W+(\w+\.tmp)")
_TOLD_BY = ("description.xml", "Addons.xcu", "pythonpath/metodist_stub/buttons.json")


class Runner(Protocol):
    """Runs a program; tests bring their own."""

    def __call__(self, command: Sequence[str]) -> tuple[int, str]:
        """Exit code and what the program said."""
        ...


def run(command: Sequence[str]) -> tuple[int, str]:
    """Run a program to its end."""
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            env=office_environment(),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return 1, str(error)
    return done.returncode, (done.stdout + done.stderr).strip()


def office_environment() -> dict[str, str]:
    """This process's environment without what leads LibreOffice's own Python astray.

    Its Python looks for its library beside the first ``python3`` on the search path: beside one of another build,
    LibreOffice 7.4 ends the installation of an extension with «std::bad_alloc».
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    if os.name == "posix":
        kept["PATH"] = os.pathsep.join(("/usr/bin", "/bin", kept.get("PATH", "")))
    return kept


@dataclass(frozen=True, slots=True)
class Extension:
    """The extension of one user.

    Args:
        source: The built ``metodist.oxt``.
        host: Our settings file.
        profile: LibreOffice's own folder.
        program: LibreOffice's ``soffice``.
        command: How the warm process is started.
        run: Runs a program.
        is_root: Whether the user is root, for whom ``unopkg`` refuses to work.
    """

    source: Path
    host: Path
    profile: Path
    program: Path
    command: tuple[str, ...]
    run: Runner
    is_root: bool

    def install(self) -> list[str]:
        """Write the settings and add the extension.

        Returns:
            Sentences about what hinders; empty where all went well.
        """
        self.host.parent.mkdir(parents=True, exist_ok=True)
        self.host.write_text(self._settings(), encoding="utf-8")
        if self.is_root:
            code, said = self._over_uno("add", str(self.source))
        else:
            unopkg = ["add", "--force", "--suppress-license", str(self.source)]
            code, said = self.run([str(self._beside("unopkg")), *unopkg])
        return [] if code == 0 else [say("install.office_refused", reason=said[-500:] or code)]

    def uninstall(self) -> list[str]:
        """Take the extension and the settings away; an extension that is not there is no error."""
        for name in ("host.json", "worker.log", "worker.log.old"):
            self.host.with_name(name).unlink(missing_ok=True)
        if self.installed() is None:
            return []
        if self.is_root:
            code, said = self._over_uno("remove", IDENTIFIER)
        else:
            code, said = self.run([str(self._beside("unopkg")), "remove", IDENTIFIER])
        return [] if code == 0 else [say("install.office_refused", reason=said[-500:] or code)]

    def installed(self) -> Path | None:
        """The unpacked extension inside the profile; what is left of one that was taken away does not count."""
        cache = self.profile / _UNPACKED
        index = cache / "uno_packages.pmap"
        listed = _LISTED.search(index.read_bytes()) if index.is_file() else None
        return cache / "uno_packages" / f"{listed[1].decode()}_" / "metodist.oxt" if listed else None

    def problems(self) -> list[str]:
        """What is wrong with the installed extension, in Russian."""
        unpacked = self.installed()
        if unpacked is None:
            return [say("install.office_missing")]
        found = [] if self._is_fresh(unpacked) else [say("install.office_stale")]
        if not self.host.is_file():
            found.append(say("install.office_settings_missing", path=self.host))
        elif self.host.read_text(encoding="utf-8") != self._settings():
            found.append(say("install.office_settings_other", path=self.host))
        return found

    def _settings(self) -> str:
        return json.dumps({"command": list(self.command)}, ensure_ascii=False, indent=1) + "\n"

    def _is_fresh(self, unpacked: Path) -> bool:
        with zipfile.ZipFile(self.source) as ours:
            return all(
                (unpacked / name).is_file() and (unpacked / name).read_bytes() == ours.read(name) for name in _TOLD_BY
            )

    def _beside(self, name: str) -> Path:
        """A program that lies beside the real ``soffice``; on the search path there may be a link to it."""
        folder = self.program.resolve().parent
        found = (folder / (name + ending) for ending in ("", ".com", ".exe", ".bin"))
        return next((path for path in found if path.is_file()), folder / name)

    def _over_uno(self, action: str, subject: str) -> tuple[int, str]:
        """Do through a headless office what ``unopkg`` does not do for root."""
        python = self._uno_python()
        if python is None:
            return 1, say("install.no_uno")
        pipe = f"metodist-install-{uuid.uuid4().hex}"
        options = ["--headless", "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;"]
        command = [str(self.program), *options]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=office_environment()) as office:
            answer = self.run([str(python), str(_OVER_UNO), pipe, action, subject])
            try:
                office.wait(30)
            except subprocess.TimeoutExpired:
                office.kill()
        return answer

    def _uno_python(self) -> Path | None:
        """A Python that has ``uno``: the office's own or the system's."""
        folder = self.program.resolve().parent
        candidates = [folder / "python", folder / "python.exe", folder.parent / "Resources" / "python"]
        candidates += [Path(found) for found in [shutil.which("python3", path="/usr/bin")] if found]
        there = (path for path in candidates if path.is_file())
        return next((path for path in there if self.run([str(path), "-c", "import uno"])[0] == 0), None)


def find_office(places: Places, registered: str | None = None) -> Path | None:
    """LibreOffice's program, or ``None`` where it is not installed.

    Args:
        places: Of the user.
        registered: The folder that the system itself names.
    """
    folders = [*([registered] if registered else []), *(str(folder) for folder in places.office_programs)]
    paths = (shutil.which("soffice", path=path) for path in (None, *folders))
    return next((Path(path) for path in paths if path), None)


def extension(places: Places, source: Path, python: Path) -> Extension | None:
    """The user's extension; ``None`` without LibreOffice."""
    program = find_office(places, office_folder())
    if program is None:
        return None
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    # -P: no module is taken from the folder the office happens to stand in
    command = (str(python), "-P", "-X", "utf8", "-m", "metodist.hosts.worker")
    return Extension(source, places.host, Path(places.office_profile), program, command, run, is_root)
