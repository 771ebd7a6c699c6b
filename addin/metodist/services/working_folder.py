"""The working folder of one municipality: its programme workbook and what the commands keep beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from metodist.domain.findings import Severity
from metodist.domain.programme import Organisation, Programme
from metodist.errors import UserError
from metodist.messages import say
from metodist.services.transaction import recover

PROGRAMME = "Программа.xlsx"
TABLES = "Таблицы"
INBOX = "Входящие"
FAULTY = "На доработку"
SUMMARY = "Свод.xlsx"
DOCUMENTS = "Документы"
ARCHIVE = "Архив"
ORIGINALS = f"{ARCHIVE}/Оригиналы"
INDEX = f"{ARCHIVE}/metodist.sqlite"
ADVICE_TABLE = f"{ARCHIVE}/рекомендации.json"
QUERIES = f"{ARCHIVE}/запросы.json"
#: What a new year's folder takes over from the archive, beside originals, index and programmes.
COMES_ALONG = (ADVICE_TABLE, QUERIES)
PROGRAMMES = f"{ARCHIVE}/Программы"
FOLDERS = (TABLES, INBOX, FAULTY, DOCUMENTS, ARCHIVE)

_LONGEST_TITLE = 60
"""Letters of a school's name in a file's name: disks allow 255 bytes, and Windows 260 letters of the whole path."""

_FORBIDDEN = dict.fromkeys(map(ord, '<>:"/\\|?*'), " ")


@dataclass(frozen=True, slots=True)
class WorkingFolder:
    """An opened working folder: its path and the programme that stands in it."""

    path: Path
    programme: Programme

    @property
    def inbox(self) -> Path:
        """Where returned tables are put by hand."""
        return self.path / INBOX

    @property
    def index(self) -> Path:
        """The archive's SQLite file."""
        return self.path / INDEX


def open_folder(path: Path) -> WorkingFolder:
    """Open a working folder.

    Raises:
        UserError: There is no such folder, no programme workbook in it, or the workbook has errors.
    """
    if path.is_file() and path.name == PROGRAMME:
        path = path.parent
    if path.is_file():
        raise UserError(say("services.file_for_folder", path=path), say("services.file_for_folder_action"))
    if not path.is_dir():
        raise UserError(say("services.no_folder", path=path), say("services.no_folder_action"))
    workbook = path / PROGRAMME
    if not workbook.is_file():
        raise UserError(
            say("services.no_programme", path=path, name=PROGRAMME),
            say("services.no_programme_action"),
        )
    recover(path)
    return WorkingFolder(path, load_programme(workbook))


def load_programme(workbook: Path) -> Programme:
    """Read a programme workbook that has to be right.

    Raises:
        UserError: It cannot be read or has errors; the first one is told, ``lint`` tells them all.
    """
    from metodist.programme.reader import read_programme

    reading = read_programme(workbook)
    if reading.programme is None:
        errors = [issue for issue in reading.issues if issue.severity is Severity.ERROR]
        first = errors[0]
        raise UserError(
            say("services.programme_has_errors", name=workbook.name, count=len(errors), first=first.message),
            say("services.programme_has_errors_action", path=workbook),
        )
    return reading.programme


def table_name(programme: Programme, school: Organisation) -> str:
    """The file name of a school's table: «ОО-01 Школа № 1 — 2026.xlsx»; a long name of the school is cut at a word."""
    return f"{school.code} {file_words(school.short_name)} — {programme.passport.period.code}.xlsx"


def file_words(text: str) -> str:
    """A name as a part of a file's name: without letters that disks forbid, cut at a word where it is too long."""
    return shorten(text.translate(_FORBIDDEN), _LONGEST_TITLE, placeholder="…")[:_LONGEST_TITLE]


def original_name(sha256: str) -> str:
    """Where the archive keeps an original, relative to the working folder."""
    return f"{ORIGINALS}/{sha256}.xlsx"
