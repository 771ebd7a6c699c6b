"""Measure how fast the product is against the way one would do it by hand: ``python3 scripts/bench.py [--quick]``.

Prepares ``.venv`` on the first run, then runs ``bench_run.py`` in it; the district is invented.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

import bootstrap


def main() -> int:
    """Prepare the environment, measure in it and pass the exit code on."""
    parser = argparse.ArgumentParser(description="Измеряет скорость программы рядом с обычным способом.")
    bootstrap.add_options(parser)
    options, passed_on = parser.parse_known_args()
    python = bootstrap.ensure("dev", options)
    command = [str(python), str(bootstrap.ROOT / "scripts" / "bench_run.py"), *passed_on]
    return subprocess.run(command, env=bootstrap.plain_environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
