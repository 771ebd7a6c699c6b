"""The hidden sheet «Выбор»: values of drop-downs, gathered by formulas from what the user has entered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook

#: Rows of a sheet that drop-downs look at.
FIRST_ROW, LAST_ROW = 5, 404


@dataclass(frozen=True, slots=True)
class Choice:
    """One list of values.

    Args:
        name: The defined name that validations refer to.
        sheet: Where the values are entered; empty for words that are always the same.
        column: The heading of the column.
        where: Only rows with this word under this heading: (heading, word).
        first: Words that stand before the gathered ones.
    """

    name: str
    sheet: str = ""
    column: str = ""
    where: tuple[str, str] | None = None
    first: tuple[str, ...] = ()


#: Lists that follow what is entered.
GATHERED: tuple[Choice, ...] = (
    Choice("Выбор_цели", "Цели", "№"),
    Choice("Выбор_мониторинги", "Мониторинги", "№"),
    Choice("Выбор_показатели", "Показатели", "Код"),
    Choice("Выбор_списки", "Списки", "Список"),
    Choice("Выбор_реестры", "Поля", "Реестр", first=("Кадры", "Сведения", "Муниципалитет")),
    Choice("Выбор_где", "Поля", "Реестр", first=("Школы", "Кадры", "Сведения", "Муниципалитет")),
    Choice("Выбор_поля", "Поля", "Поле"),
    Choice("Выбор_сведения", "Поля", "Поле", ("Реестр", "Муниципалитет")),
    Choice("Выбор_направления", "Паспорт", "Значение", ("Раздел", "Направления")),
    Choice("Выбор_блоки", "Рубрика", "Блок"),
    Choice("Выбор_позиции", "Рубрика", "Позиция"),
    Choice("Выбор_параметры", "Рубрика", "Параметр"),
)

#: Sheet and heading → the list that is offered there; where several values may stand, nothing is refused.
OFFERED: dict[tuple[str, str], str] = {
    ("Поля", "Реестр"): "Выбор_реестры",
    ("Поля", "Список"): "Выбор_списки",
    ("Показатели", "Где считать"): "Выбор_где",
    ("Показатели", "Столбец"): "Выбор_поля",
    ("Показатели", "Разрез"): "Выбор_поля",
    ("Показатели", "Шкала"): "Выбор_списки",
    ("Показатели", "Цели"): "Выбор_цели",
    ("Показатели", "Мониторинги"): "Выбор_мониторинги",
    ("Показатели", "Направление"): "Выбор_направления",
    ("Подтверждения", "Блок"): "Выбор_блоки",
    ("Подтверждения", "Позиция"): "Выбор_позиции",
    ("Подтверждения", "Параметр"): "Выбор_параметры",
    ("Дорожная карта", "Раздел"): "Выбор_направления",
    ("Дорожная карта", "Цели"): "Выбор_цели",
    ("Сведения района", "Сведение"): "Выбор_сведения",
    ("Правила рекомендаций", "Показатель"): "Выбор_показатели",
    ("Кластеры", "Чего касается"): "Выбор_показатели",
    ("Факторы", "Название"): "Выбор_показатели",
}


def write_choices(book: Workbook, fixed: tuple[Choice, ...]) -> None:
    """Write the sheet and the names.

    Args:
        book: The sheets that values come from are there already.
        fixed: Lists of words that are too long for a validation itself.
    """
    from metodist.programme.unread import CHOICES

    sheet = book.create_sheet(CHOICES)
    sheet.sheet_state = "hidden"
    sheet["A1"] = CHOICES
    sheet["A2"] = "Отсюда берутся значения выпадающих списков. Лист заполняется сам, менять его не нужно."
    for number, choice in enumerate((*GATHERED, *fixed)):
        _column(book, sheet, 2 * number + 1, choice)


def _column(book: Workbook, sheet: Any, column: int, choice: Choice) -> None:
    """Two columns: which row of the source counts as which value, and the values."""
    from openpyxl.utils import get_column_letter as letter
    from openpyxl.workbook.defined_name import DefinedName

    flag, value = letter(column), letter(column + 1)
    sheet.cell(4, column + 1, choice.name)
    before = len(choice.first)
    for row, word in enumerate(choice.first, FIRST_ROW):
        sheet.cell(row, column + 1, word)
    if not choice.sheet:
        area = f"'{sheet.title}'!${value}${FIRST_ROW}:${value}${FIRST_ROW + before - 1}"
        book.defined_names[choice.name] = DefinedName(choice.name, attr_text=area)
        return
    for row in range(FIRST_ROW, LAST_ROW + 1):
        sheet.cell(row, column, f"={_flag(book, choice, row, flag, value)}")
        if row >= FIRST_ROW + before:
            sheet.cell(row, column + 1, f"={_nth(book, choice, row, flag)}")
    flags = f"'{sheet.title}'!${flag}${FIRST_ROW}:${flag}${LAST_ROW}"
    values = f"'{sheet.title}'!${value}${FIRST_ROW}:${value}${LAST_ROW}"
    count = f"MAX(1,MAX({flags})+{before})" if before else f"MAX(1,MAX({flags}))"
    area = f"'{sheet.title}'!${value}${FIRST_ROW}:INDEX({values},{count})"
    book.defined_names[choice.name] = DefinedName(choice.name, attr_text=area)


def _source(book: Workbook, choice: Choice, heading: str) -> tuple[str, str]:
    """Sheet and column letter of a heading, as formulas write them."""
    from openpyxl.utils import get_column_letter

    from metodist.programme.schema import HEADING_ROW

    source = book[choice.sheet]
    column = next(cell.column for cell in source[HEADING_ROW] if cell.value == heading)
    return f"'{choice.sheet}'!", get_column_letter(column)


def _flag(book: Workbook, choice: Choice, row: int, flag: str, value: str) -> str:
    """Which value of the list the row gives: examples, blanks and repetitions give none."""
    from metodist.programme.unread import EXAMPLE_MARK

    sheet, column = _source(book, choice, choice.column)
    own, first = f"{sheet}{column}{row}", f"{sheet}$A{row}"
    above = (
        f'COUNTIFS({sheet}{column}${FIRST_ROW}:{column}{row},{own},{sheet}$A${FIRST_ROW}:$A{row},"<>{EXAMPLE_MARK}*")'
    )
    refused = [f'{own}=""', f'LEFT({first},{len(EXAMPLE_MARK)})="{EXAMPLE_MARK}"', f"IFERROR({above},1)>1"]
    if choice.first:
        words = f"${value}${FIRST_ROW}:${value}${FIRST_ROW + len(choice.first) - 1}"
        refused.append(f"COUNTIF({words},{own})>0")
    if choice.where is not None:
        heading, word = choice.where
        where_sheet, where = _source(book, choice, heading)
        refused.append(f'{where_sheet}{where}{row}<>"{word}"')
    return f'IF(OR({",".join(refused)}),"",COUNT({flag}${FIRST_ROW - 1}:{flag}{row - 1})+1)'


def _nth(book: Workbook, choice: Choice, row: int, flag: str) -> str:
    sheet, column = _source(book, choice, choice.column)
    number = row - FIRST_ROW + 1 - len(choice.first)
    found = f"MATCH({number},${flag}${FIRST_ROW}:${flag}${LAST_ROW},0)"
    return f'IFERROR(INDEX({sheet}${column}${FIRST_ROW}:${column}${LAST_ROW},{found})&"","")'
