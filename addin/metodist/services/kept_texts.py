"""How documents read when they were made: kept as text in the archive, one file a command."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metodist.services.transaction import Transaction
from metodist.services.working_folder import ARCHIVE

if TYPE_CHECKING:
    from metodist.documents.stamp import Stamp
    from metodist.documents.twin import Line

KEPT_TEXTS = f"{ARCHIVE}/Тексты документов"


def keep_texts(folder: Path, change: Transaction, made: str, written: Iterable[tuple[Stamp, Path]]) -> None:
    """Stage the texts of freshly written documents.

    Args:
        folder: The working folder.
        change: The command's transaction.
        made: When they were made, as their stamps say.
        written: Stamp and file of each.
    """
    texts = {_key(stamp): [[line.text, line.paragraphs] for line in _lines(path)] for stamp, path in written}
    if texts:
        texts = _read(folder, made) | texts  # another command of the very same moment
        content = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        change.stage(_name(made)).write_bytes(gzip.compress(content, 6, mtime=0))


def kept_lines(folder: Path, stamp: Stamp) -> tuple[Line, ...] | None:
    """How the document of a stamp read when it was made; ``None`` where nobody knows any more."""
    from metodist.documents.twin import Line

    lines = _read(folder, stamp.made).get(_key(stamp))
    return tuple(Line(text, tuple(paragraphs)) for text, paragraphs in lines) if lines else None


def _read(folder: Path, made: str) -> dict[str, Any]:
    """The texts of one command; nothing where they are gone or damaged."""
    try:
        return dict(json.loads(gzip.decompress((folder / _name(made)).read_bytes())))
    except (OSError, EOFError, ValueError, TypeError):
        return {}


def _lines(path: Path) -> tuple[Line, ...]:
    from metodist.documents.twin import lines_in

    with zipfile.ZipFile(path) as package:
        return lines_in(package)


def _name(made: str) -> str:
    return f"{KEPT_TEXTS}/{made.replace(':', '-')}.json.gz"


def _key(stamp: Stamp) -> str:
    return f"{stamp.kind}/{stamp.subject}"
