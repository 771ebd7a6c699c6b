"""Opens a programme workbook as plain rows; refuses what is none, with one reason and one action."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from metodist.errors import UserError
from metodist.messages import say

if TYPE_CHECKING:
    from openpyxl import Workbook

#: One sheet's rows from row 1 on; cells as openpyxl gives them.
Rows = tuple[tuple[object, ...], ...]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The stream name of an encrypted package, as it stands in the directory of an OLE file.
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
#: Far above any programme: a programme of 600 rows is 100 KB and unpacks to 1 MB.
_GREATEST_FILE = 20 * 2**20
_GREATEST_UNPACKED = 200 * 2**20


def read_sheets(path: Path, passed_over: tuple[str, ...] = ()) -> Mapping[str, Rows]:
    """Read every sheet of a workbook, except those to pass over.

    Args:
        path: The workbook.
        passed_over: Sheets whose rows are not read (their names are still among the keys, without rows).

    Returns:
        Rows by sheet name, in the workbook's order. Formulas give their cached values.

    Raises:
        UserError: No such file, not readable, old format, encrypted, no workbook.
    """
    guard(path)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts of the file that are not read anyway
            return _rows(load_workbook(path, read_only=True, data_only=True), passed_over)
    except Exception as error:  # whatever a broken file does to openpyxl, it is no workbook
        raise _refusal("not_a_workbook", path) from error


def _rows(book: Workbook, passed_over: tuple[str, ...]) -> Mapping[str, Rows]:
    try:
        sheets: dict[str, Rows] = {}
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # other writers state them wrongly
            rows = () if sheet.title in passed_over else tuple(sheet.iter_rows(values_only=True))
            sheets[sheet.title.strip()] = rows
        return sheets
    finally:
        book.close()


def guard(path: Path) -> None:
    """Refuse a file that cannot be a workbook, before it is parsed.

    Raises:
        UserError: With the reason and what to do.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8)
        if head == _OLE:
            encrypted = size <= _GREATEST_FILE and _ENCRYPTED_STREAM in path.read_bytes()
            raise _refusal("encrypted" if encrypted else "old_format", path)
        if size > _GREATEST_FILE:
            raise _refusal("too_big", path)
        with zipfile.ZipFile(path) as package:
            if sum(entry.file_size for entry in package.infolist()) > _GREATEST_UNPACKED:
                raise _refusal("too_big", path)
            if "[Content_Types].xml" not in package.namelist():
                raise _refusal("not_a_workbook", path)
    except FileNotFoundError:
        raise _refusal("missing_file", path) from None
    except OSError as error:
        message = say("programme.unreadable", name=path.name, reason=error.strerror or str(error))
        raise UserError(message, say("programme.unreadable_fix")) from error
    except zipfile.BadZipFile as error:
        raise _refusal("not_a_workbook", path) from error


def _refusal(reason: str, path: Path) -> UserError:
    return UserError(say(f"programme.{reason}", name=path.name), say(f"programme.{reason}_fix"))
