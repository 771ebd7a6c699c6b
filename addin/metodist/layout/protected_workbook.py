"""XlsxWriter with the protection that Excel writes today: SHA-512 for sheets, a lock for the workbook's structure.

XlsxWriter knows only the 16-bit hash of Excel 97 and no lock of the structure; both elements are written here.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from metodist.layout.protection import SPIN_COUNT, PasswordHash, password_hash

#: What a protected sheet still allows; in ``sheetProtection`` 0 allows. Cells take other looks, so that the buttons can
#: mark faulty ones in Excel; a locked cell stays locked.
_ALLOWED = ("formatCells", "formatColumns", "formatRows", "autoFilter")


def _hash_attributes(prefix: str, hashed: PasswordHash) -> list[tuple[str, str]]:
    def named(name: str) -> str:
        return f"{prefix}{name[0].upper()}{name[1:]}" if prefix else name

    return [
        (named("algorithmName"), "SHA-512"),
        (named("hashValue"), hashed.hash_value),
        (named("saltValue"), hashed.salt_value),
        (named("spinCount"), str(SPIN_COUNT)),
    ]


class Shared(str):
    """A formula that a column of cells shares: written out in the first, named by its number in the others."""

    __slots__ = ("area", "number")

    area: str
    number: int

    @classmethod
    def first(cls, formula: str, area: str, number: int) -> Shared:
        """The formula of the first cell, and the area (``AK7:AK156``) of all that share it."""
        made = cls(formula)
        made.area, made.number = area, number
        return made

    @classmethod
    def next(cls, number: int) -> Shared:
        """The formula of every other cell."""
        return cls.first("=", "", number)


class ProtectedSheet(Worksheet):  # type: ignore[misc]
    """A sheet of which only the input cells are open."""

    password = ""

    def _prepare_formula(self, formula: str, *_: Any, **__: Any) -> str:
        """XlsxWriter looks for the functions of newer Excels by forty patterns a formula; we write none of them."""
        if isinstance(formula, Shared):
            return formula
        inner = formula[1:-1] if formula.startswith("{") else formula
        return inner.removeprefix("=")

    def _xml_formula_element(self, formula: str, result: Any, attributes: Any = ()) -> None:
        if not isinstance(formula, Shared):
            super()._xml_formula_element(formula, result, attributes)
            return
        cell = "".join(f' {name}="{value}"' for name, value in attributes)
        text = self._escape_data(formula.removeprefix("="))
        where = f' ref="{formula.area}"' if formula.area else ""
        end = f">{text}</f>" if text else "/>"
        self.fh.write(f'<c{cell}><f t="shared"{where} si="{formula.number}"{end}<v>{self._escape_data(result)}</v></c>')

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
