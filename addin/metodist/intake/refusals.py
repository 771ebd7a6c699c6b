"""Why a file is not taken in: one reason, one action, a stable code."""

from __future__ import annotations

from enum import StrEnum

from metodist.messages import say


class Reason(StrEnum):
    """Why a file is refused; the value is the stable code of the finding."""

    MISSING = "file.missing"
    FOLDER = "file.folder"
    NO_ACCESS = "file.no_access"
    HELD_OPEN = "file.held_open"
    OWNER_FILE = "file.owner_file"
    EMPTY = "file.empty"
    TOO_LARGE = "file.too_large"
    XLS = "file.xls"
    ENCRYPTED = "file.encrypted"
    ODS = "file.ods"
    XLSB = "file.xlsb"
    CSV = "file.csv"
    HTML = "file.html"
    XML_2003 = "file.xml_2003"
    PDF = "file.pdf"
    WORD = "file.word"
    ARCHIVE = "file.archive"
    FOREIGN = "file.foreign"
    TRUNCATED = "file.truncated"
    DAMAGED = "file.damaged"
    MACROS = "file.macros"
    STRICT = "file.strict"
    TOO_MANY_PARTS = "zip.too_many_parts"
    TOO_BIG_UNPACKED = "zip.too_big_unpacked"
    RATIO = "zip.ratio"
    DUPLICATE_PARTS = "zip.duplicate_parts"
    UNSAFE_PATH = "zip.unsafe_path"
    DOCTYPE = "xml.doctype"
    TOO_MANY_CELLS = "cells.too_many"
    TIMEOUT = "read.timeout"
    CRASH = "read.crash"
    NOT_OURS = "identity.none"
    CONTRADICTION = "identity.contradiction"
    OTHER_PROGRAMME = "identity.other_programme"
    OTHER_PERIOD = "identity.other_period"
    OTHER_SCHOOL = "identity.other_school"
    UNKNOWN = "identity.unknown"


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault of the program
    """The file is not taken in.

    Args:
        reason: The stable code; its Russian sentence is ``intake.<code>``.
        values: What the sentence names.
    """

    def __init__(self, reason: Reason, **values: str) -> None:
        """Keep the reason and what its sentence names."""
        super().__init__(reason.value)
        self.reason = reason
        self.values = values

    @property
    def message(self) -> str:
        """The whole Russian sentence: what is wrong with the file, and what to do."""
        return say(f"intake.{self.reason.value}", **self.values)
