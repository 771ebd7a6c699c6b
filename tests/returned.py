"""A tiny school table for tests of intake: its specification, and the file that comes back, written from text.

Cells are typed as in Excel: ``12`` is a number, ``'12`` a text, ``01.09.1980`` a date, ``=1+1`` a formula,
``ИСТИНА`` a boolean, an empty place an empty cell.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName

from metodist.domain.conditions import Comparison, Literal, Operator, OtherField
from metodist.domain.fields import FACTS, STAFF, Computed, Field, FieldType, Formula, Register
from metodist.domain.findings import Finding, Severity
from metodist.domain.indicators import IndicatorKind
from metodist.domain.outcomes import Outcome
from metodist.domain.periods import Period
from metodist.domain.programme import Organisation, Passport, Programme
from metodist.domain.returns import Identity, Return, SchoolData
from metodist.domain.tables import (
    Area,
    Cell,
    FactCell,
    FactPart,
    OutcomeCell,
    OutcomePart,
    RegisterArea,
    Role,
    Sheet,
    TableSpec,
    Validation,
)
from metodist.intake.check import TableContext, check_file
from metodist.intake.context import Score
from metodist.intake.package import read_book

NOW = datetime(2026, 10, 1, 12, 0)
CONTESTS = "Конкурсы"
HEADING_ROW, FIRST_ROW, CAPACITY = 3, 4, 10

_STAFF_FIELDS = (
    Field(STAFF, "ФИО", FieldType.PERSON, personal=True),
    Field(STAFF, "Дата рождения", FieldType.DATE, minimum=date(1930, 1, 1), maximum=date(2010, 12, 31), personal=True),
    Field(STAFF, "Возраст", FieldType.COMPUTED, computed=Computed(Formula.AGE, "Дата рождения")),
    Field(STAFF, "Стаж", FieldType.INTEGER, minimum=0, maximum=60, required=True),
    Field(
        STAFF,
        "Стаж педагогический",
        FieldType.NUMBER,
        check=Comparison("Стаж педагогический", Operator.LESS_EQUAL, (OtherField("Стаж"),)),
        message="Педагогический стаж не больше общего.",
    ),
    Field(STAFF, "Предмет", FieldType.CHOICE, list_name="Предметы"),
    Field(STAFF, "Диагностика", FieldType.YES_NO),
    Field(
        STAFF,
        "Ссылка",
        FieldType.LINK,
        required_if=Comparison("Диагностика", Operator.EQUAL, (Literal("да"),)),
        message="Укажите, где опубликован результат.",
    ),
    Field(STAFF, "Примечание", FieldType.TEXT),
)
_CONTEST_FIELDS = (
    Field(CONTESTS, "Конкурс", FieldType.TEXT),
    Field(CONTESTS, "Педагог", FieldType.PERSON_REF),
)
FACT_FIELDS = (
    Field(FACTS, "Педагогов по штату", FieldType.INTEGER, required=True, minimum=0, maximum=500),
    Field(FACTS, "Положение о наставничестве", FieldType.PRESENCE),
)
PASSPORT = Passport(code="primer", title="Пример", municipality="Примерный район", period=Period(2026))
SCHOOL = Organisation("ОО-01", "Школа № 1", "Школа № 1")
PROGRAMME = Programme(
    passport=PASSPORT,
    goals=(),
    registers=(Register(STAFF, _STAFF_FIELDS), Register(CONTESTS, _CONTEST_FIELDS)),
    facts=FACT_FIELDS,
    lists={"Предметы": ("математика", "физика", "русский язык")},
    scales={},
    indicators=(),
    monitorings=(),
    rubric=(),
    roadmap=(),
    organisations=(SCHOOL, Organisation("ОО-02", "Школа № 2", "Школа № 2")),
    people=(),
    notes=(),
    version="v1",
)
IDENTITY = Identity("primer", "2026", "ОО-01", "v1")
FACT_ROWS = {"Педагогов по штату": 3, "Положение о наставничестве": 4}
_PARTS = {FactPart.VALUE: 3, FactPart.DOCUMENT: 4, FactPart.NUMBER: 5, FactPart.DATE: 6, FactPart.LINK: 7}


def _register_area(register: Register) -> RegisterArea:
    columns = {field.name: 2 + position for position, field in enumerate(register.fields)}
    return RegisterArea(register.name, register.name, FIRST_ROW, CAPACITY, HEADING_ROW, 1, columns)


def _register_sheet(register: Register) -> Sheet:
    cells = [Cell(1, 1, f"Лист «{register.name}»", Role.TITLE), Cell(2, 1, "Одна строка — одна запись", Role.LEAD)]
    cells.append(Cell(HEADING_ROW, 1, "№", Role.HEADING))
    for position, field in enumerate(register.fields):
        cells.append(Cell(HEADING_ROW, 2 + position, field.name, Role.HEADING))
    for number in range(CAPACITY):
        row = FIRST_ROW + number
        cells.append(Cell(row, 1, number + 1, Role.REFERENCE))
        for position, field in enumerate(register.fields):
            age = f'IF(C{row}="","",DATEDIF(C{row},DATE(2026,12,31),"Y"))'
            computed = field.type is FieldType.COMPUTED
            role = Role.COMPUTED if computed else Role.INPUT
            cells.append(Cell(row, 2 + position, None, role, formula=age if computed else ""))
    lists = Validation(
        Area(FIRST_ROW, 7, FIRST_ROW + CAPACITY - 1, 7), "list", source="Предметы_список", hint="Выберите"
    )
    stage = Validation(Area(FIRST_ROW, 5, FIRST_ROW + CAPACITY - 1, 5), "whole", minimum=0, maximum=60, message="0…60")
    return Sheet(register.name, tuple(cells), validations=(lists, stage) if register.name == STAFF else ())


def _fact_cells() -> tuple[FactCell, ...]:
    staff, statute = FACT_FIELDS
    parts = [FactCell(staff, FactPart.VALUE, FACTS, FACT_ROWS[staff.name], 3)]
    parts += [FactCell(statute, part, FACTS, FACT_ROWS[statute.name], column) for part, column in _PARTS.items()]
    return tuple(parts)


def _facts_sheet() -> Sheet:
    cells = [Cell(1, 1, "Лист «Сведения»", Role.TITLE)]
    for number, (name, row) in enumerate(FACT_ROWS.items(), 1):
        cells += [Cell(row, 1, number, Role.REFERENCE), Cell(row, 2, name, Role.LABEL)]
    cells += [Cell(fact.row, fact.column, None, Role.INPUT) for fact in _fact_cells()]
    return Sheet(FACTS, tuple(cells))


def _indicators_sheet() -> Sheet:
    share = Cell(3, 2, None, Role.COMPUTED, formula='IFERROR(COUNTIF(Кадры!H4:H13,"да")/COUNTA(Кадры!B4:B13),"")')
    return Sheet("Показатели", (Cell(1, 1, "Показатели", Role.TITLE), share))


SPEC = TableSpec(
    identity=IDENTITY,
    title="Таблица школы № 1",
    sheets=(
        *(_register_sheet(register) for register in PROGRAMME.registers),
        _facts_sheet(),
        _indicators_sheet(),
        Sheet("Служебный", (Cell(1, 1, IDENTITY.stamp),), state="veryHidden"),
    ),
    names={"metodist_id": "'Служебный'!$A$1"},
    registers=tuple(_register_area(register) for register in PROGRAMME.registers),
    facts=_fact_cells(),
    outcomes=(OutcomeCell("1.1", OutcomePart.VALUE, "", "Показатели", 3, 2),),
    identity_cell=("Служебный", 1, 1),
)
CONTEXT = TableContext(PROGRAMME, SPEC, SCHOOL)

GOOD_STAFF = """
Иванова А. А. | 01.05.1980 | | 20 | 15 | математика | да | example.org/1 | первая запись
Петров П. П.  | 02.06.1990 | | 10 | 10 | физика     | нет
"""
GOOD_FACTS = "2\nда | Положение | 12-р | 01.02.2026 | example.org/p"

Tamper = Callable[[Workbook], None]


def typed(text: str) -> Any:
    """A cell's value as Excel takes what is typed."""
    if text.startswith("'"):
        return text[1:]
    if re.fullmatch(r"-?\d+([.]\d+)?", text):
        return float(text) if "." in text else int(text)
    if re.fullmatch(r"\d\d\.\d\d\.\d{4}", text):
        day, month, year = map(int, text.split("."))
        return datetime(year, month, day)
    return {"": None, "ИСТИНА": True, "ЛОЖЬ": False}.get(text, text)


def table(
    staff: str = GOOD_STAFF, facts: str = GOOD_FACTS, contests: str = "", tamper: Tamper | None = None
) -> Workbook:
    """The tiny table, filled in by a school.

    Args:
        staff: Rows of «Кадры», cells parted by ``|``, the first one the name; an empty line is an empty row.
        facts: Rows of «Сведения», the first cell the value.
        contests: Rows of «Конкурсы».
        tamper: What else the school did to the workbook.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for issued in SPEC.sheets:
        sheet = book.create_sheet(issued.name)
        sheet.sheet_state = issued.state
        sheet.protection.sheet = True
        for cell in issued.cells:
            value = f"={cell.formula}" if cell.formula else cell.value
            sheet.cell(cell.row, cell.column, value).protection = _open_or_locked(cell)
    _fill(book[STAFF], staff, FIRST_ROW, 2)
    _fill(book[CONTESTS], contests, FIRST_ROW, 2)
    _fill(book[FACTS], facts, min(FACT_ROWS.values()), 3)
    _stamp(book)
    if tamper is not None:
        tamper(book)
    return book


def _open_or_locked(cell: Cell) -> Any:
    from openpyxl.styles import Protection

    return Protection(locked=cell.locked)


def _fill(sheet: Any, text: str, first_row: int, first_column: int) -> None:
    for row, line in enumerate(text.removeprefix("\n").split("\n"), first_row):
        for column, cell in enumerate(line.split("|"), first_column):
            value = typed(cell.strip(" \t"))
            if value is not None:
                sheet.cell(row, column).value = value


def _stamp(book: Workbook) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    book.custom_doc_props.append(StringProperty(name="metodist", value=IDENTITY.stamp))
    book.defined_names.add(DefinedName("metodist_id", attr_text="'Служебный'!$A$1"))
    book[STAFF].add_data_validation(DataValidation("list", formula1='"математика,физика,русский язык"', sqref="G4:G13"))


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, easy to ask."""

    returned: Return

    @property
    def codes(self) -> list[str]:
        """Codes of the findings in their order."""
        return [finding.code for finding in self.returned.findings]

    def of(self, code: str) -> list[Finding]:
        """Findings of one rule."""
        return [finding for finding in self.returned.findings if finding.code == code]

    def one(self, code: str) -> Finding:
        """The one finding of a rule."""
        (finding,) = self.of(code)
        return finding

    @property
    def messages(self) -> list[str]:
        """The sentences of errors."""
        return [finding.message for finding in self.returned.findings if finding.severity is Severity.ERROR]


def check_book(book: Workbook, folder: Path, score: Score | None = None) -> Checked:
    """Save a workbook and check it in this process."""
    path = folder / "таблица.xlsx"
    book.save(path)
    return check_path(path, score)


def check_path(path: Path, score: Score | None = None) -> Checked:
    """Check a file in this process against the tiny table."""
    return Checked(check_file(path, lambda _: CONTEXT, NOW, score, read_book))


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


def half_scored(programme: Programme, data: SchoolData) -> Mapping[str, Outcome]:
    """The reference arithmetic as a fake: one of two, whatever was filled in."""
    return {"1.1": Outcome("1.1", IndicatorKind.SHARE, 1, 2, 0.5)}
