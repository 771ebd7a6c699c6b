"""Builds both add-ins from the one list of buttons: ``python scripts/build_addin.py [--check]``.

Writes ``addin/excel/metodist.xlam``, what is inside it as readable text, and ``addin/libreoffice/metodist.oxt``. The
same sources give the same bytes; ``--check`` writes nothing and names what is stale.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from addin_build.oxt import build_oxt
from addin_build.ribbon import MODULE, ribbon_xml, vba_source
from addin_build.xlam import build_xlam
from metodist.commands import BUTTONS

ROOT = Path(__file__).resolve().parent.parent
XLAM = ROOT / "addin" / "excel" / "metodist.xlam"
OXT = ROOT / "addin" / "libreoffice" / "metodist.oxt"


def built() -> dict[Path, bytes]:
    """Every file this script makes, with its content."""
    return {
        XLAM.with_name(f"{MODULE}.bas"): vba_source(BUTTONS).replace("\r\n", "\n").encode("ascii"),
        XLAM.with_name("customUI14.xml"): ribbon_xml(BUTTONS).encode("utf-8"),
        XLAM: build_xlam(BUTTONS),
        OXT: build_oxt(BUTTONS),
    }


def stale() -> list[Path]:
    """Files that are not what the sources give."""
    return [path for path, content in built().items() if not path.is_file() or _read(path) != content]


def _read(path: Path) -> bytes:
    content = path.read_bytes()
    # a checkout on Windows may have its own line ends in texts
    return content.replace(b"\r\n", b"\n") if path.suffix in {".bas", ".xml"} else content


def main() -> int:
    """Build, or check."""
    parser = argparse.ArgumentParser(description="Собирает надстройки для Excel и LibreOffice.")
    parser.add_argument("--check", action="store_true", help="только проверить, свежи ли собранные файлы")
    if parser.parse_args().check:
        old = stale()
        for path in old:
            print(f"Устарел: {path.relative_to(ROOT)}. Выполните: python scripts/build_addin.py")
        return 1 if old else 0
    for path, content in built().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{path.relative_to(ROOT)}: {len(content)} байт")
    return 0


if __name__ == "__main__":
    sys.exit(main())
