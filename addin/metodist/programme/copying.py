"""Copies a programme workbook for a new year without losing anything Excel has put in it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

from metodist.programme.passport_patch import with_year
from metodist.programme.workbook import guard


def copy_programme(source: Path, target: Path, year: int | None) -> None:
    """Copy a programme workbook; replaces ``target``.

    With a year, «Отчётный год» becomes that year and «Срок сдачи таблиц» moves by as many years. Only these
    cells of the file are touched: formats, drawings, names and everything unknown stay as they are.

    Args:
        source: A programme workbook.
        target: Its folder exists. Written under another name first and then renamed: there is never half a file.
        year: 2000…2100, or ``None`` to copy as it is.

    Raises:
        UserError: ``source`` is no workbook, or its passport has no reporting year to change.
        OSError: ``target`` cannot be written; nothing has changed then.
    """
    guard(source)
    temporary = target.with_name(f".{target.name}.{uuid4().hex[:8]}.tmp")
    try:
        if year is None:
            shutil.copyfile(source, temporary)
        else:
            _rewrite(source, temporary, with_year(source, year))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _rewrite(source: Path, target: Path, parts: Mapping[str, bytes]) -> None:
    """Copy a package part by part, some of them changed; order, names and times of the parts stay."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry, parts.get(entry.filename) or old.read(entry))
