"""«Пульт» of the blank workbook: the chain, then the steps of making a programme, the sheets, the conditions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from blank_book import looks

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from metodist.programme.columns import SheetSchema

LEFT, RIGHT = 2, 6
_WIDTHS = {"A": 2.71, "B": 5.71, "C": 36.71, "D": 70.71, "E": 26.71, "F": 36.71}
_TEXT_WIDTH = 70.0
#: Step, what to do, the sheet it is done on (empty: a command), button, command.
STEPS: tuple[tuple[str, str, str, str], ...] = (
    ("Паспорт", "Впишите в жёлтые ячейки, кто проводит мониторинг, за какой период и до какого срока.", "Паспорт", ""),
    ("Цели", "Перенесите цели из документа, с его номерами.", "Цели", ""),
    ("Школы и люди", "Впишите школы района и тех, кто подписывает документы.", "Организации", ""),
    ("Списки", "Перечислите значения, которые школа будет выбирать: предметы, категории, уровни.", "Списки", ""),
    ("Поля", "Опишите, что заполняет школа: одна строка — одна графа таблицы.", "Поля", ""),
    ("Показатели", "Запишите каждый показатель строкой: кого считаем и среди кого.", "Показатели", ""),
    (
        "Мониторинги и дорожная карта",
        "Перенесите циклограмму и мероприятия; сроки — словами документа.",
        "Мониторинги",
        "",
    ),
    ("Рубрика", "Если баллы считают по оценочному листу, перенесите его; иначе оставьте лист пустым.", "Рубрика", ""),
    ("Проверка", "Исправьте ошибки: у каждой названы лист, строка, графа и что написать.", "", "Проверить программу"),
    ("Таблицы школ", "Создайте таблицы и откройте одну глазами школы.", "", "Создать таблицы"),
)


def write_dashboard(sheet: Worksheet, schemas: Sequence[SheetSchema]) -> None:
    """Write everything but the chain, for which the rows below the head are left."""
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    _head(sheet)
    row = _steps(sheet, 6)
    row = _sheets(sheet, row + 2, schemas)
    _conditions(sheet, row + 2)
    looks.printed(sheet, "", looks.INK)
    sheet.freeze_panes = "A5"
    for each in sheet.sheet_view.selection:
        each.activeCell, each.sqref = "B5", "B5"


def _head(sheet: Worksheet) -> None:
    name, year = (f'MATCH("{row}",Паспорт!$B$5:$B$200,0)' for row in ("Название программы", "Отчётный год"))
    title = f'IFERROR(INDEX(Паспорт!$C$5:$C$200,{name})&"","")'
    period = f'IFERROR(INDEX(Паспорт!$C$5:$C$200,{year})&"","")'
    sheet["B1"], sheet["B1"].font = "Пульт", looks.font(size=14, bold=True, color=looks.INK)
    sheet["B2"] = f'=IF({title}="","Новая программа",{title})&IF({period}="",""," — "&{period}&" год")'
    sheet["B2"].font = looks.font(bold=True)
    sheet["B3"] = (
        "Это пустая книга программы. Серые строки «Пример: …» показывают, как заполнять; программа их не читает. "
        "Чтобы пример стал настоящей строкой, сотрите слово «Пример:»."
    )
    sheet["B3"].font = looks.font(color="FF404040")
    for row, height in ((1, 30.0), (2, 20.25), (3, 20.25)):
        sheet.row_dimensions[row].height = height


def _titled(sheet: Worksheet, row: int, title: str, headings: Sequence[str]) -> int:
    """A title and a heading row; the first row below them."""
    sheet.cell(row, LEFT, title).font = looks.font(bold=True, color=looks.INK)
    sheet.row_dimensions[row].height = 24
    for column, text in enumerate(headings, LEFT):
        looks.heading(sheet.cell(row + 1, column), text)
    sheet.row_dimensions[row + 1].height = 22
    return row + 2


def _line(sheet: Worksheet, row: int, values: Sequence[Any], *, bold: int = LEFT + 1) -> None:
    for column, value in enumerate(values, LEFT):
        cell = sheet.cell(row, column, value)
        cell.font = looks.font(bold=column == bold)
        looks.bordered(cell)
        looks.aligned(cell, "center" if column == LEFT else "left", "center")
    sheet.row_dimensions[row].height = looks.row_height({_TEXT_WIDTH: str(values[2]), 36.0: str(values[1])})


def _linked(cell: Any, sheet: str, text: str) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink

    cell.value, cell.font = text, looks.font(color="FF1F4E9E", underline="single")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!A1")


def _steps(sheet: Worksheet, row: int) -> int:
    row = _titled(sheet, row, "Как составить программу: за час по шагам", ("№", "Шаг", "Что сделать", "Где", "Кнопка"))
    for number, (step, what, where, button) in enumerate(STEPS, 1):
        _line(sheet, row, (number, step, what, None, button or "—"))
        if where:
            _linked(sheet.cell(row, LEFT + 3), where, where)
        else:
            sheet.cell(row, LEFT + 3).value = "—"
        row += 1
    return row


def _sheets(sheet: Worksheet, row: int, schemas: Sequence[SheetSchema]) -> int:
    from metodist.programme.unread import EXAMPLE_MARK

    row = _titled(sheet, row, "Листы книги", ("№", "Лист", "Для чего", "Обязателен", "Записей, без примеров"))
    for number, schema in enumerate(schemas, 1):
        area = f"'{schema.name}'!$A$5:$A$1000"
        count = f'=COUNTA({area})-COUNTIF({area},"{EXAMPLE_MARK}*")'
        needed = "можно оставить пустым" if schema.optional else "да"
        _line(sheet, row, (number, None, schema.purpose, needed, count))
        _linked(sheet.cell(row, LEFT + 1), schema.name, schema.name)
        row += 1
    return row


def _conditions(sheet: Worksheet, row: int) -> int:
    from metodist.messages import say
    from metodist.programme.reference import EXAMPLES

    row = _titled(sheet, row, "Как записать условие", ("№", "Запись", "Что означает"))
    for number, (condition, meaning) in enumerate(EXAMPLES, 1):
        _line(sheet, row, (number, condition, say(f"reference.{meaning}")))
        row += 1
    return row
