"""Show the product at work: ``python3 scripts/demo.py [FOLDER] [options of metodist demo]``.

Prepares ``.venv`` on the first run; the district, its people and their answers are invented.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import bootstrap


def main() -> int:
    """Prepare the environment, run ``metodist demo`` and pass its exit code on."""
    parser = argparse.ArgumentParser(description="Показывает работу программы на выдуманном районе.")
    parser.add_argument("folder", nargs="?", default=str(bootstrap.ROOT / "demo"), help="где собрать пример (demo/)")
    bootstrap.add_options(parser)
    options, passed_on = parser.parse_known_args()
    python = bootstrap.ensure("runtime", options)
    command = [str(bootstrap.command(python)), "demo", str(Path(options.folder).resolve()), *passed_on]
    return subprocess.run(command, env=bootstrap.plain_environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
