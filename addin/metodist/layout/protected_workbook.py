"""XlsxWriter with the protection that Excel writes today: SHA-512 for sheets, a lock for the workbook's structure.

XlsxWriter knows only the 16-bit hash of Excel 97 and no lock of the structure; both elements are written here.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from metodist.layout.protection import SPIN_COUNT, PasswordHash, password_hash

#: What a protected sheet still allows; in ``sheetProtection`` 0 allows.
_ALLOWED = ("formatColumns", "formatRows", "autoFilter")


def _hash_attributes(prefix: str, hashed: PasswordHash) -> list[tuple[str, str]]:
    def named(name: str) -> str:
        return f"{prefix}{name[0].upper()}{name[1:]}" if prefix else name

    return [
        (named("algorithmName"), "SHA-512"),
        (named("hashValue"), hashed.hash_value),
        (named("saltValue"), hashed.salt_value),
        (named("spinCount"), str(SPIN_COUNT)),
    ]


class ProtectedSheet(Worksheet):  # type: ignore[misc]
    """A sheet of which only the input cells are open."""

    password = ""

    def _write_sheet_protection(self) -> None:
        attributes = _hash_attributes("", password_hash(self.password)) if self.password else []
        attributes += [("sheet", "1"), ("objects", "1"), ("scenarios", "1")]
        attributes += [(name, "0") for name in _ALLOWED]
        self._xml_empty_tag("sheetProtection", attributes)


class ProtectedWorkbook(Workbook):  # type: ignore[misc]
    """A workbook whose sheets cannot be added, moved or renamed."""

    password = ""

    def add_protected_sheet(self, name: str) -> Any:
        """A new sheet, protected with the workbook's password."""
        sheet = self.add_worksheet(name, ProtectedSheet)
        sheet.password = self.password
        return sheet

    def _write_workbook_pr(self) -> None:
        super()._write_workbook_pr()
        attributes = [("lockStructure", "1")]
        if self.password:
            attributes = _hash_attributes("workbook", password_hash(self.password)) + attributes
        self._xml_empty_tag("workbookProtection", attributes)
