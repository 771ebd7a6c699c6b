"""Where the product's own workbooks and templates lie: in the checkout, or inside an installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def programmes_folder() -> Path:
    """The folder of the programme workbooks that the product brings."""
    return _data("workbooks") / "programmes"


def templates_folder() -> Path:
    """The folder of the Word templates that the product brings."""
    return _data("docx_templates")


def guides_folder() -> Path:
    """The folder of the Russian guides; may be missing."""
    return _data("docs")


def programme_file(code: str) -> Path | None:
    """The programme workbook of that code, or ``None``."""
    path = programmes_folder() / f"{code}.xlsx"
    return path if path.is_file() and path.parent == programmes_folder() else None


#: What the command line calls the empty programme workbook.
BLANK = "blank"


def blank_file() -> Path | None:
    """The empty programme workbook, or ``None`` where the product came without it."""
    path = _data("workbooks") / f"{BLANK}.xlsx"
    return path if path.is_file() else None


def programme_codes() -> tuple[str, ...]:
    """Codes of all programmes that the product brings, in alphabetical order."""
    files = programmes_folder().glob("*.xlsx")
    return tuple(sorted(path.stem for path in files if not path.name.startswith("~$")))


def _data(name: str) -> Path:
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent.parent / name
