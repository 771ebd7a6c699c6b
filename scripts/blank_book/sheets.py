"""The sheets of the blank workbook, each from its schema: headings, explanations, examples, drop-downs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from blank_book import looks
from blank_book.choices import FIRST_ROW, LAST_ROW, OFFERED, Choice
from blank_book.examples import Cell

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from metodist.programme.columns import Column, SheetSchema

#: Rows that are drawn as cells to fill in; more can be entered below them.
_DRAWN = 30
_LONGEST_LIST = 240
"""Excel takes 255 characters of words in a validation."""
#: Columns of numbers and codes: text cells, or «1.1» becomes a date.
_TEXTS = ("№", "Код", "Цели", "Мониторинги", "Номер", "Прежний код", "Чего касается")
_DATES = ("Дата", "Выполнено")
#: Sheets that change every year, and those that only carry notes.
_YEARLY = ("Паспорт", "Организации", "Люди", "Сведения района", "Подтверждения")
_NOTES = ("Замечания к источнику",)


def write_sheet(book: Workbook, schema: SheetSchema, rows: Sequence[Mapping[str, Cell]]) -> None:
    """Write one sheet with its example rows."""
    sheet = book.create_sheet(schema.name)
    _head(sheet, schema)
    for number, row in enumerate(rows, FIRST_ROW):
        _example(sheet, schema, number, row)
    first = FIRST_ROW + len(rows)
    _to_fill(sheet, schema, first, first + _DRAWN)
    _validate(sheet, schema)
    _finish(sheet, schema)


def write_passport(
    book: Workbook, schema: SheetSchema, main: Sequence[Mapping[str, Cell]], rows: Sequence[Mapping[str, Cell]]
) -> None:
    """Write «Паспорт»: its main rows wait for their values, examples of other sections follow."""
    sheet = book.create_sheet(schema.name)
    _head(sheet, schema)
    last = FIRST_ROW + len(main) - 1
    _to_fill(sheet, schema, FIRST_ROW, last)
    for number, row in enumerate(main, FIRST_ROW):
        for column, heading in enumerate(_headings(schema), 1):
            cell: Any = sheet.cell(number, column)
            cell.value = row.get(heading, (None, ""))[0]
            if heading != "Значение":
                looks.filled(cell, looks.PAPER)
        _fit(sheet, schema, number)
        _validate_main(sheet, number, str(row["Название"][0]))
    for number, row in enumerate(rows, last + 1):
        _example(sheet, schema, number, row)
    first = last + 1 + len(rows)
    _to_fill(sheet, schema, first, first + _DRAWN)
    _validate(sheet, schema)
    _finish(sheet, schema)


def long_words(schemas: Sequence[SheetSchema]) -> tuple[Choice, ...]:
    """Columns whose words do not fit into a validation: their lists stand on «Выбор»."""
    columns = [(schema.name, column) for schema in schemas for column in schema.columns if _is_long(column)]
    return tuple(Choice(_name_of(sheet, column), first=column.words) for sheet, column in columns)


def _is_long(column: Column) -> bool:
    return len(",".join(column.words)) > _LONGEST_LIST or any("," in word for word in column.words)


def _name_of(sheet: str, column: Column) -> str:
    return f"Слова_{sheet}_{column.heading}".replace(" ", "_")


def _headings(schema: SheetSchema) -> list[str]:
    return [column.heading for column in schema.columns]


def _head(sheet: Worksheet, schema: SheetSchema) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.hyperlink import Hyperlink

    from metodist.programme.schema import DASHBOARD

    sheet["A1"], sheet["A1"].font = schema.name, looks.font(size=14, bold=True, color=looks.INK)
    sheet["A2"], sheet["A2"].font = schema.purpose, looks.font(color="FF404040")
    back = sheet.cell(1, min(4, len(schema.columns)), f"← {DASHBOARD}")
    back.font = looks.font(color="FF1F4E9E", underline="single")
    back.hyperlink = Hyperlink(ref=back.coordinate, location=f"'{DASHBOARD}'!A1")
    for number, column in enumerate(schema.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(schema.name, column)
        looks.heading(sheet.cell(3, number), column.heading)
        cell = sheet.cell(4, number, _explanation(schema.name, column))
        cell.font = looks.font(size=10, color=looks.NOTE)
        looks.filled(cell, looks.PAPER)
        looks.bordered(cell)
        looks.aligned(cell)
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 30, 20
    sheet.row_dimensions[3].height = 34
    texts = [(_width(schema.name, each), _explanation(schema.name, each)) for each in schema.columns]
    sheet.row_dimensions[4].height = max(looks.row_height({width: text}, 10) for width, text in texts)


def _width(sheet: str, column: Column) -> float:
    return looks.width_of(column.heading, _explanation(sheet, column))


def _explanation(sheet: str, column: Column) -> str:
    chosen = column.words or (sheet, column.heading) in OFFERED
    return f"{'* ' if column.required else ''}{'▾ ' if chosen else ''}{column.explanation}"


def _example(sheet: Worksheet, schema: SheetSchema, number: int, row: Mapping[str, Cell]) -> None:
    """An example row: grey and slanted, its first cell says that it is one."""
    from metodist.programme.unread import EXAMPLE_MARK

    for column, heading in enumerate(_headings(schema), 1):
        value, form = row.get(heading, ("", ""))
        cell: Any = sheet.cell(number, column)
        cell.value = f"{EXAMPLE_MARK} {value}" if column == 1 else value if value != "" else None
        cell.font = looks.font(italic=True, color=looks.NOTE)
        looks.filled(cell, looks.PAPER)
        looks.bordered(cell)
        looks.aligned(cell)
        cell.number_format = form or _form(heading)
    _fit(sheet, schema, number)


def _fit(sheet: Worksheet, schema: SheetSchema, number: int) -> None:
    texts = [
        (_width(schema.name, column), str(sheet.cell(number, place).value or ""))
        for place, column in enumerate(schema.columns, 1)
    ]
    sheet.row_dimensions[number].height = max(looks.row_height({width: text}) for width, text in texts)


def _to_fill(sheet: Worksheet, schema: SheetSchema, first: int, last: int) -> None:
    for number in range(first, last + 1):
        for column, heading in enumerate(_headings(schema), 1):
            cell = sheet.cell(number, column)
            cell.font = looks.font()
            looks.filled(cell, looks.INPUT)
            looks.bordered(cell)
            looks.aligned(cell)
            cell.number_format = _form(heading)


def _form(heading: str) -> str:
    return "@" if heading in _TEXTS else "dd.mm.yyyy" if heading in _DATES else "General"


def _validate(sheet: Worksheet, schema: SheetSchema) -> None:
    """Drop-downs: words of the schema are demanded, what is entered elsewhere is only offered."""
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(schema.columns, 1):
        area = f"{get_column_letter(number)}{FIRST_ROW}:{get_column_letter(number)}{LAST_ROW}"
        if column.words:
            words = f"={_name_of(schema.name, column)}" if _is_long(column) else f'"{",".join(column.words)}"'
            _offer(sheet, area, words, demanded=True)
        elif (schema.name, column.heading) in OFFERED:
            _offer(sheet, area, f"={OFFERED[schema.name, column.heading]}", demanded=False)


def _offer(sheet: Worksheet, area: str, source: str, *, demanded: bool) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=source.removeprefix("="), allow_blank=True, showErrorMessage=demanded)
    rule.errorTitle, rule.error = "Выберите из списка", "Нажмите стрелку у ячейки и выберите слово из списка."
    rule.add(area)
    sheet.add_data_validation(rule)


def _validate_main(sheet: Worksheet, number: int, name: str) -> None:
    """The value of a main row of «Паспорт»: words, dates and years have their own form."""
    from openpyxl.worksheet.datavalidation import DataValidation

    from metodist.programme.passport_rows import PASSPORT_ROWS
    from metodist.programme.sheets.passport import ACTS, PERIODS

    attribute = next(attribute for row, attribute, *_ in PASSPORT_ROWS if row == name)
    cell = sheet.cell(number, 3)
    words = {"act_kind": ACTS, "period_kind": PERIODS}.get(attribute)
    if words:
        _offer(sheet, cell.coordinate, f'"{",".join(words)}"', demanded=True)
    elif attribute.endswith("date") or attribute == "deadline":
        cell.number_format = "dd.mm.yyyy"
    elif attribute.endswith("year"):
        rule = DataValidation(type="whole", operator="between", formula1="2000", formula2="2100", allow_blank=True)
        rule.errorTitle, rule.error, rule.showErrorMessage = "Укажите год", "Нужен год от 2000 до 2100.", True
        rule.add(cell.coordinate)
        sheet.add_data_validation(rule)
    else:
        cell.number_format = "@"


def _finish(sheet: Worksheet, schema: SheetSchema) -> None:
    tab = looks.YELLOW if schema.name in _YEARLY else looks.GREY if schema.name in _NOTES else looks.BLUE
    looks.printed(sheet, "3:4", tab)
    sheet.freeze_panes = "C5" if len(schema.columns) > 2 else "B5"
    selection: Any = sheet.sheet_view.selection
    for each in selection:
        each.activeCell, each.sqref = "A5", "A5"
