"""Every check of the project, from nothing: ``python3 scripts/test.py [--unit | --fast] [-- options of pytest]``.

Prepares ``.venv``, installs LibreOffice where that needs no question (Debian, root), then runs style, types, layers,
the unit tests, all other tests, and the check of every Office file that the project ships or makes.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import bootstrap

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = bootstrap.ROOT
OFFICE_PACKAGES = (
    "libreoffice-calc",
    "libreoffice-writer",
    "fonts-crosextra-carlito",
    "fonts-liberation",
    "poppler-utils",
    # its Python, which runs the extension, and a screen on which buttons are really clicked
    "python3-uno",
    "xvfb",
    "openbox",
    "xdotool",
    # reads the page that a package has for the municipality's site
    "chromium",
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SCREEN_PROGRAMS = ("Xvfb", "openbox", "xdotool")
OFFICE_PROGRAMS = ("soffice", "libreoffice")
OFFICE_FOLDERS = ("/Applications/LibreOffice.app/Contents/MacOS", r"C:\Program Files\LibreOffice\program")
CHECKER = ROOT.parent / "shared" / "ooxml" / "check_ooxml.py"
_COUNTS = re.compile(r"(\d+) (passed|failed|error|skipped|xfailed|xpassed|deselected|warning)s?\b")


@dataclass
class Step:
    """One finished step: its title, whether it passed, seconds, why it was left out (empty: it ran)."""

    title: str
    passed: bool
    seconds: float = 0.0
    left_out: str = ""


def main() -> int:
    """Run everything that was asked for; the last line is the tests' own summary."""
    options = _options()
    python = bootstrap.ensure("dev", options)
    counts: dict[str, int] = {}
    steps = list(_style(python)) if not options.unit else []
    office = "" if options.unit or options.fast else _office_missing()
    if office:
        steps.append(Step("LibreOffice", passed=os.environ.get("CI") != "true", left_out=office))
    steps.append(_pytest(python, "тесты модулей", ["tests/unit", *options.passed_on], counts))
    if not options.unit:
        chosen = ["-m", "not office and not browser"] if options.fast else []
        steps.append(_pytest(python, "остальные тесты", ["--ignore=tests/unit", *chosen, *options.passed_on], counts))
    if not (options.unit or options.fast):
        steps.append(_office_files(python))
    return _report(steps, counts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Запускает все проверки проекта.")
    parser.add_argument("--unit", action="store_true", help="только тесты модулей (меньше минуты)")
    parser.add_argument("--fast", action="store_true", help="без LibreOffice и без проверки файлов Office")
    parser.add_argument("passed_on", nargs="*", metavar="-- …", help="параметры pytest")
    bootstrap.add_options(parser)
    return parser.parse_args()


def _style(python: Path) -> Sequence[Step]:
    module = [str(python), "-m"]
    layers = str(python.with_name("lint-imports" + python.suffix))
    return [
        _run("ruff check", [*module, "ruff", "check", "."]),
        _run("ruff format", [*module, "ruff", "format", "--check", "."]),
        _run("mypy", [*module, "mypy"]),
        _run("слои (import-linter)", [layers]),
    ]


def _run(title: str, command: Sequence[str]) -> Step:
    """Run a quiet step: what it printed is shown only where it failed."""
    begun = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=bootstrap.plain_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    seconds = time.monotonic() - begun
    bootstrap.say(f"{'ok  ' if done.returncode == 0 else 'НЕТ '} {title}, {seconds:.1f} с")
    if done.returncode != 0:
        print(done.stdout, flush=True)
    return Step(title, done.returncode == 0, seconds)


def _office_missing() -> str:
    """Make LibreOffice available where possible; else why its tests are left out."""
    if _has_office() and _has_screen() and _has_browser():
        return ""
    bootstrap.apt_install(OFFICE_PACKAGES)
    if _has_office():
        # without a screen or a browser the tests that need one say themselves what is missing
        return ""
    return (
        "LibreOffice не установлен, его тесты пропущены. "
        f"Debian, Ubuntu: sudo apt install {' '.join(OFFICE_PACKAGES)}; иначе — с сайта LibreOffice."
    )


def _has_screen() -> bool:
    """Whether buttons can be clicked: programs of Linux, and the Python that LibreOffice runs extensions in."""
    loader = Path("/usr/lib/libreoffice/program/pythonloader.py")
    return all(shutil.which(name) for name in SCREEN_PROGRAMS) and (loader.is_file() or not shutil.which("apt-get"))


def _has_browser() -> bool:
    return any(shutil.which(name) for name in BROWSERS)


def _has_office() -> bool:
    on_path = any(shutil.which(name) for name in OFFICE_PROGRAMS)
    return on_path or any(shutil.which("soffice", path=folder) for folder in OFFICE_FOLDERS)


def _pytest(python: Path, title: str, arguments: Sequence[str], counts: dict[str, int]) -> Step:
    """Run pytest on two processes, show its output as it comes, add its numbers to ``counts``."""
    bootstrap.say(f"{title}…")
    begun = time.monotonic()
    command = [str(python), "-m", "pytest", "-n", "2", "--dist", "loadfile", "-rs", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    last = ""
    with subprocess.Popen(command, cwd=ROOT, env=bootstrap.plain_environment(), **pipes) as process:  # type: ignore[call-overload]
        for line in process.stdout:
            text = line.decode("utf-8", errors="replace").rstrip()
            print(text, flush=True)
            last = text or last
    for number, word in _COUNTS.findall(last):
        counts[word] = counts.get(word, 0) + int(number)
    seconds = time.monotonic() - begun
    # 5: nothing was collected, as with a selection after «--» that lies wholly in the other group.
    passed = process.returncode == 0 or (process.returncode == 5 and bool(arguments[1:]))
    return Step(title, passed, seconds)


def _office_files(python: Path) -> Step:
    """Let the format checker read every Office file of the repository and of a fresh demo."""
    title = "файлы Office"
    if not CHECKER.is_file():
        return Step(title, passed=True, left_out="нет проверки ../shared/ooxml/check_ooxml.py")
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo"
        made = _run("demo", [str(bootstrap.command(python)), "demo", str(demo)])
        if not made.passed:
            return Step(title, passed=False, seconds=made.seconds)
        shipped = [path for place in ("workbooks", "docx_templates") for path in _office_paths(ROOT / place)]
        step = _run(title, [str(python), str(CHECKER), *shipped, *_office_paths(demo)])
    return Step(title, step.passed, made.seconds + step.seconds)


def _office_paths(folder: Path) -> Sequence[str]:
    """Office files under ``folder`` that we wrote: what schools sent is theirs, broken on purpose in part."""
    files = (path for path in folder.rglob("*") if path.suffix in {".xlsx", ".docx"})
    foreign = {"Входящие", "Архив"}
    return sorted(str(path) for path in files if not foreign & set(path.relative_to(folder).parts))


def _report(steps: Sequence[Step], counts: dict[str, int]) -> int:
    failed = [step.title for step in steps if not step.passed]
    for step in steps:
        if step.left_out:
            bootstrap.say(f"Пропущено: {step.title} — {step.left_out}")
    times = ", ".join(f"{step.title} {step.seconds:.0f} с" for step in steps if step.seconds)
    bootstrap.say(f"Время: {times}")
    sys.stderr.flush()
    print("Все проверки пройдены." if not failed else f"НЕ ПРОЙДЕНО: {', '.join(failed)}.", flush=True)
    numbers = ", ".join(f"{number} {word}" for word, number in counts.items()) or "no tests ran"
    print(f"{numbers} in {sum(step.seconds for step in steps):.2f}s", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
