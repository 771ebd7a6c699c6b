"""Make ``.venv`` in this checkout and install the locked libraries and ``metodist`` itself into it.

Needs nothing but a Python; must parse on Python 3.8, so that an old one gets a sentence and not a traceback.
A second run takes a fraction of a second: a stamp inside ``.venv`` remembers what was installed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import own_python

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "metodist-stamp.txt"
LOG = VENV / "metodist-install.log"
LOCKS = {"runtime": "requirements.lock", "dev": "requirements-dev.lock"}
OLDEST = (3, 11)
_SUITABLE = f"import sys; sys.exit(sys.version_info < {OLDEST!r})"


def main() -> None:
    """Prepare the environment and say where it is."""
    parser = argparse.ArgumentParser(description="Готовит окружение .venv и команду metodist.")
    parser.add_argument("--dev", action="store_true", help="также всё нужное для разработки и тестов")
    add_options(parser)
    options = parser.parse_args()
    python = ensure("dev" if options.dev else "runtime", options)
    print(f"Готово: {command(python)}")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give ``parser`` the options of :func:`ensure`, for scripts that bootstrap first."""
    parser.add_argument("--offline", action="store_true", help="ничего не загружать из интернета")
    parser.add_argument("--wheels", metavar="ПАПКА", help="взять библиотеки из этой папки, без интернета")


def ensure(mode: str, options: argparse.Namespace) -> Path:
    """Make the environment ready, quickly where it already is.

    Args:
        mode: ``"runtime"`` or ``"dev"``; the latter holds everything of the former.
        options: As :func:`add_options` reads them.

    Returns:
        The environment's Python.

    Raises:
        SystemExit: With code 2, after saying what is missing and what to do.
    """
    speak_anything()
    base = suitable_python()
    wanted = fingerprint(mode)
    accepted = {wanted, fingerprint("dev")}
    stays = works(venv_python()) and not own_python.is_to_be_replaced(VENV, sys.base_prefix)
    if stays and STAMP.is_file() and STAMP.read_text(encoding="utf-8") in accepted:
        return venv_python()
    if STAMP.exists():
        STAMP.unlink()
    if not stays:
        say("Создаю окружение .venv…")
        shutil.rmtree(str(VENV), ignore_errors=True)
        make_venv(base)
    install(base, mode, options)
    find_this_checkout()
    STAMP.write_text(wanted, encoding="utf-8")
    return venv_python()


def venv_python() -> Path:
    """Where the environment's Python is, or will be."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def command(python: Path) -> Path:
    """The ``metodist`` command that lies beside the environment's Python."""
    return python.with_name("metodist" + python.suffix)


def fingerprint(mode: str) -> str:
    """What the environment must have been made from: the lock, the project's own table, this place and system."""
    digest = hashlib.sha256()
    for name in (LOCKS[mode], "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    digest.update("|".join((str(ROOT), platform.system(), platform.machine())).encode("utf-8"))
    return f"{mode} {digest.hexdigest()}"


def works(python: Path) -> bool:
    """Whether that Python starts and is new enough."""
    return python.exists() and _succeeds([str(python), "-c", _SUITABLE])


def suitable_python() -> list[str]:
    """The command of a Python that is new enough: this one, else another that is installed.

    Raises:
        SystemExit: There is none.
    """
    if sys.version_info >= OLDEST:
        return [sys.executable]
    versions = ("3.13", "3.12", "3.11")
    commands = [["python" + version] for version in versions]
    if os.name == "nt":
        commands = [["py", "-" + version] for version in versions]
    for command in commands:
        if shutil.which(command[0]) and _succeeds([*command, "-c", _SUITABLE]):
            return command
    needed, found = ("{}.{}".format(*version[:2]) for version in (OLDEST, sys.version_info))
    raise refusal(
        f"Нужен Python {needed} или новее, а запущен Python {found}.",
        "Установите новый Python и повторите команду.",
        f"Python {needed} or newer is needed; this is Python {found}.",
    )


def make_venv(base: Sequence[str]) -> None:
    """Create the environment with whatever this machine has for it.

    Raises:
        SystemExit: No way is left; the message names the package to install.
    """
    ways = (_by_venv, _by_virtualenv, _by_outer_pip, _by_debian_package)
    if any(way(base) and works(venv_python()) for way in ways):
        return
    if os.name == "nt":
        raise refusal(
            f"Не удалось создать окружение в папке {VENV}.",
            "Проверьте, что в эту папку можно записывать и что антивирус не мешает, или перенесите «Методист» в другую "
            "папку, например C:\\metodist, и повторите.",
            "The virtual environment could not be made; is the folder writable?",
        )
    package = debian_package(base) or "python3-venv"
    raise refusal(
        "Этот Python не умеет создавать окружение: не хватает модуля ensurepip.",
        f"Установите его и повторите команду:  sudo apt install {package}",
        f"This Python cannot make a virtual environment (ensurepip is missing): sudo apt install {package}",
    )


def _by_venv(base: Sequence[str]) -> bool:
    complete = _succeeds([*base, "-c", "import ensurepip; ensurepip.version()"])
    return complete and _succeeds([*base, "-m", "venv", str(VENV)])


def _by_virtualenv(base: Sequence[str]) -> bool:
    return _succeeds([*base, "-m", "virtualenv", "--quiet", str(VENV)])


def _by_outer_pip(base: Sequence[str]) -> bool:
    """An environment without pip of its own: the outer pip (22.3 or newer) installs into it."""
    if not _succeeds([*base, "-m", "pip", "--python", base[0], "--version"]):
        return False
    return _succeeds([*base, "-m", "venv", "--without-pip", str(VENV)])


def _by_debian_package(base: Sequence[str]) -> bool:
    package = debian_package(base)
    return bool(package) and apt_install([package]) and _by_venv(base)


def debian_package(base: Sequence[str]) -> str:
    """The Debian package that completes ``base``; empty where ``base`` is not Debian's own Python."""
    code = "import sys; print(sys.base_prefix, '%d.%d' % sys.version_info[:2])"
    answer = subprocess.run([*base, "-c", code], stdout=subprocess.PIPE, text=True, check=False)
    prefix, _, version = answer.stdout.strip().partition(" ")
    ours = prefix == "/usr" and shutil.which("apt-get")
    return f"python{version}-venv" if ours else ""


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages where that is possible without asking: as root, with ``apt-get``."""
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"Устанавливаю пакеты системы: {', '.join(packages)}…")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    _succeeds(["apt-get", "update"], environment)
    return _succeeds(["apt-get", "install", "-y", "--no-install-recommends", *packages], environment)


def install(base: Sequence[str], mode: str, options: argparse.Namespace) -> None:
    """Install the lock of ``mode``, then this checkout itself in editable form.

    Raises:
        SystemExit: pip failed; its whole output is in :data:`LOG`.
    """
    lock = ROOT / LOCKS[mode]
    source: list[str] = ["--no-index"] if options.offline or options.wheels else []
    if options.wheels:
        source += ["--find-links", str(Path(options.wheels).resolve())]
    total = sum(1 for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line)
    say(f"Устанавливаю библиотеки: {total}. Первый раз это занимает минуту-другую…")
    # Nothing is left to choose at the second step: the build backend stands in the lock.
    itself = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    pip = _pip(base)
    if _logged([*pip, *source, "-r", str(lock)], "w") and _logged([*pip, *source, *itself], "a"):
        return
    raise _failure(options)


def find_this_checkout() -> None:
    """Make sure that the environment finds this checkout, whatever letters its folder has.

    Raises:
        SystemExit: It does not.
    """
    own_python.point_at(ROOT / "addin", VENV)
    if not _succeeds([str(venv_python()), "-c", "import metodist"], plain_environment()):
        raise refusal(
            f"Окружение готово, но «Методист» в нём не запускается: {VENV}.",
            "Перенесите «Методист» в папку с коротким названием, например C:\\metodist, и повторите команду.",
            "The environment does not find this checkout; move it to a folder with a short name.",
        )


def _pip(base: Sequence[str]) -> list[str]:
    python = str(venv_python())
    own = _succeeds([python, "-m", "pip", "--version"])
    start = [python, "-m", "pip"] if own else [*base, "-m", "pip", "--python", python]
    return [*start, "install", "--disable-pip-version-check", "--no-input"]


def _failure(options: argparse.Namespace) -> SystemExit:
    tail = LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-12:]
    print("\n".join(tail), file=sys.stderr)
    if options.offline or options.wheels:
        return refusal(
            "Без интернета окружение собрать не удалось.",
            "На машине с интернетом выполните «python3 -m pip wheel -r requirements.lock -w wheels», "
            "перенесите папку сюда и повторите команду с «--wheels wheels».",
            "Offline installation failed.",
        )
    return refusal(
        f"Библиотеки установить не удалось; полный вывод — в {LOG.relative_to(ROOT)}.",
        "Проверьте соединение с интернетом и повторите команду. Без интернета поможет «--wheels ПАПКА».",
        "Installing the libraries failed; is there a network connection?",
    )


def _logged(command: Sequence[str], how: str) -> bool:
    with LOG.open(how, encoding="utf-8") as log:
        return (
            subprocess.run(
                command, stdout=log, stderr=subprocess.STDOUT, env=plain_environment(), check=False
            ).returncode
            == 0
        )


def plain_environment() -> dict[str, str]:
    """This process's environment without what would lead the environment's Python astray."""
    misleading = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_USER", "PIP_PREFIX")
    kept = {name: value for name, value in os.environ.items() if name not in misleading}
    return dict(kept, PYTHONUTF8="1")


def _succeeds(command: Sequence[str], environment: dict[str, str] | None = None) -> bool:
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(command, stdout=quiet, stderr=quiet, stdin=quiet, env=environment, check=False)
    except OSError:
        return False
    return done.returncode == 0


def say(sentence: str) -> None:
    """Tell what is going on, at once, apart from the output that other programs may read."""
    print(sentence, file=sys.stderr, flush=True)


def speak_anything() -> None:
    """Let a console of a narrow code page show what it can instead of failing on «»."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def refusal(reason: str, action: str, english: str) -> SystemExit:
    """Say what happened, what to do, and the same for who reads no Russian; raise the result to end with code 2."""
    for sentence in (reason, action, f"({english})"):
        say(sentence)
    return SystemExit(2)


if __name__ == "__main__":
    main()
