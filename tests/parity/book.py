"""A workbook of random schools and formulas about them: written, recalculated by LibreOffice, read back."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from metodist.domain.fields import Register
from metodist.domain.returns import RegisterRow, SchoolData
from metodist.domain.tables import FactCell, FactPart, RegisterArea
from metodist.domain.values import Value
from metodist.layout.conditions import row_computed
from metodist.layout.indicator_formulas import CellFormula
from metodist.layout.ranges import Ranges
from office import recalculated
from parity.sample import FACT_FIELDS, REGISTERS, Filled, programme

FIRST_ROW = 4
CAPACITY = 24
FORMULAS = "Формулы"


class ParityBook:
    """Schools on sheets of their own; every formula gets a cell of one sheet and is read back by its number."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "parity.xlsx"
        self._book = xlsxwriter.Workbook(self._path, {"strings_to_formulas": False, "strings_to_numbers": False})
        self._day = self._book.add_format({"num_format": "dd.mm.yyyy"})
        self._formulas = self._book.add_worksheet(FORMULAS)
        self._count = 0
        self._schools = 0

    def add_school(self, school: Filled) -> Ranges:
        """Write what a school filled in and tell where it stands."""
        self._schools += 1
        areas = [self._register(register, school.registers[register.name]) for register in REGISTERS]
        facts = self._facts(school)
        ranges = Ranges.of(programme(), areas, facts)
        for register, area in zip(REGISTERS, areas, strict=True):
            self._computed(register, area, ranges)
        return ranges

    def _register(self, register: Register, rows: list[dict[str, Value]]) -> RegisterArea:
        # Columns stand in a shuffled order: nothing may depend on their neighbourhood.
        names = sorted(field.name for field in register.fields)
        columns = {name: place + 2 for place, name in enumerate(names)}
        sheet = self._book.add_worksheet(f"{register.name} {self._schools}")
        for number, row in enumerate(rows):
            for name, value in row.items():
                self._write(sheet, FIRST_ROW + number, columns[name], value)
        return RegisterArea(register.name, sheet.name, FIRST_ROW, CAPACITY, FIRST_ROW - 1, 1, columns)

    def _facts(self, school: Filled) -> list[FactCell]:
        sheet = self._book.add_worksheet(f"Сведения {self._schools}")
        for number, field in enumerate(FACT_FIELDS, 1):
            self._write(sheet, number, 3, school.facts[field.name])
        return [FactCell(fact, FactPart.VALUE, sheet.name, number, 3) for number, fact in enumerate(FACT_FIELDS, 1)]

    def _write(self, sheet: Any, row: int, column: int, value: Value) -> None:
        if isinstance(value, datetime):
            sheet.write_datetime(row - 1, column - 1, value, self._day)
        elif isinstance(value, date):
            sheet.write_datetime(row - 1, column - 1, datetime(value.year, value.month, value.day), self._day)
        elif isinstance(value, str) and value:
            sheet.write_string(row - 1, column - 1, value)
        elif value not in (None, ""):
            sheet.write_number(row - 1, column - 1, value)

    def _computed(self, register: Register, area: RegisterArea, ranges: Ranges) -> None:
        sheet = self._book.get_worksheet_by_name(area.sheet)
        for field in register.fields:
            if field.computed:
                for row in range(area.first_row, area.first_row + area.capacity):
                    formula = row_computed(field.computed, register.name, ranges, row)
                    sheet.write_formula(row - 1, area.columns[field.name] - 1, "=" + formula)

    def ask(self, formula: str | CellFormula) -> int:
        """Put a formula into the next cell of column B and give its number."""
        self._count += 1
        self.put(self._count, 2, formula)
        return self._count

    def put(self, row: int, column: int, formula: str | CellFormula) -> None:
        """Put a formula into a cell of the sheet of formulas, 1-based."""
        made = formula if isinstance(formula, CellFormula) else CellFormula(formula)
        self._count = max(self._count, row)
        if made.array:
            self._formulas.write_array_formula(row - 1, column - 1, row - 1, column - 1, f"{{={made.text}}}")
        else:
            self._formulas.write_formula(row - 1, column - 1, "=" + made.text)

    def label(self, row: int, column: int, text: str) -> None:
        """Put a text beside the formulas."""
        self._formulas.write_string(row - 1, column - 1, text)

    @property
    def next_row(self) -> int:
        """The first row without formulas."""
        return self._count + 1

    def recalculated(self) -> list[tuple[Any, ...]]:
        """The values of the sheet of formulas, by rows from 1 (index 0 is no row) and columns from 1."""
        self._book.close()
        result = openpyxl.load_workbook(recalculated(self._path, self._path.parent / "office"), data_only=True)
        rows = [(None, *row) for row in result[FORMULAS].iter_rows(values_only=True)]
        return [(), *rows]


def school_data(school: Filled) -> SchoolData:
    """What the intake reads from the sheets: dates without a time of the day."""
    registers = {
        name: tuple(RegisterRow(FIRST_ROW + number, _days(row)) for number, row in enumerate(rows))
        for name, rows in school.registers.items()
    }
    return SchoolData(registers, _days(school.facts))


def _days(row: dict[str, Value]) -> dict[str, Value]:
    return {name: value.date() if isinstance(value, datetime) else value for name, value in row.items()}
