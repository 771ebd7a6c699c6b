"""Installs the buttons for this user, without administrator's rights: ``python3 scripts/install.py``.

Excel on Windows and LibreOffice on every system get what is found on this machine. ``--check`` says what is wrong and
changes nothing, ``--uninstall`` takes everything away but the environment ``.venv``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

import bootstrap


def main() -> int:
    """Prepare the environment, then do inside it what was asked for."""
    parser = argparse.ArgumentParser(description="Устанавливает кнопки «Методист» в Excel и LibreOffice.")
    parser.add_argument("--uninstall", action="store_true", help="удалить кнопки")
    parser.add_argument("--check", action="store_true", help="проверить установку, ничего не меняя")
    bootstrap.add_options(parser)
    options = parser.parse_args()
    python, environment = [str(bootstrap.venv_python())], bootstrap.plain_environment()
    if options.check or options.uninstall:
        if not bootstrap.works(bootstrap.venv_python()):
            python = _without_environment(options)
            environment["PYTHONPATH"] = str(bootstrap.ROOT / "addin")
    else:
        bootstrap.ensure("runtime", options)
    action = "uninstall" if options.uninstall else "check" if options.check else "install"
    command = [*python, str(bootstrap.ROOT / "scripts" / "run_installer.py"), action]
    return subprocess.run(command, env=environment, check=False).returncode


def _without_environment(options: argparse.Namespace) -> list[str]:
    """The Python that takes buttons away where the environment is gone; nothing has to be loaded for that.

    Raises:
        SystemExit: A check was asked for, or no Python is new enough.
    """
    bootstrap.speak_anything()
    if options.uninstall:
        return bootstrap.suitable_python()
    command = r"py scripts\install.py" if os.name == "nt" else "python3 scripts/install.py"
    raise bootstrap.refusal(
        "Окружение .venv ещё не создано или не работает.",
        f"Выполните установку: {command}",
        "The environment .venv is missing or broken; run scripts/install.py.",
    )


if __name__ == "__main__":
    sys.exit(main())
