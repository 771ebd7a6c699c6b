"""Installs the buttons for this user, without administrator's rights: ``python3 scripts/install.py``.

Excel on Windows and LibreOffice on every system get what is found on this machine. ``--check`` says what is wrong and
changes nothing, ``--uninstall`` takes everything away but the environment ``.venv``.
"""

from __future__ import annotations

import argparse
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
    if options.check and not bootstrap.works(bootstrap.venv_python()):
        bootstrap.speak_anything()
        raise bootstrap.refusal(
            "Окружение .venv ещё не создано.",
            "Выполните установку: python3 scripts/install.py",
            "The environment .venv is missing; run scripts/install.py.",
        )
    python = bootstrap.venv_python() if options.check else bootstrap.ensure("runtime", options)
    action = "uninstall" if options.uninstall else "check" if options.check else "install"
    command = [str(python), str(bootstrap.ROOT / "scripts" / "run_installer.py"), action]
    return subprocess.run(command, env=bootstrap.plain_environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
