"""How the blank workbook looks: roles of cells, widths, printing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

INK, INPUT, PAPER, LINE, NOTE = "FF1F3864", "FFFFF8DC", "FFF2F2F2", "FFBFBFBF", "FF595959"
YELLOW, BLUE, GREY = "FFFFD966", "FF8EA9DB", "FFA6A6A6"
#: Characters, by heading; other columns are as wide as their heading and explanation need.
WIDTHS: Mapping[str, float] = {
    "№": 14,
    "Код": 14,
    "Раздел": 30,
    "Название": 34,
    "Значение": 46,
    "Пояснение": 50,
    "Цель": 44,
    "Содержание": 38,
    "Обоснование": 38,
    "Реалистичность": 38,
    "Поле": 32,
    "Список": 24,
    "Проверка": 38,
    "Обязательно, если": 28,
    "Формула": 28,
    "Сообщение": 38,
    "Подсказка": 38,
    "Показатель": 50,
    "Числитель": 46,
    "Знаменатель": 40,
    "Столбец": 28,
    "Разрез": 24,
    "Направление": 34,
    "Пункт источника": 24,
    "Примечание": 34,
    "Мониторинг": 42,
    "Срок": 24,
    "Показатели": 30,
    "Использование результатов": 40,
    "Блок": 26,
    "Позиция": 36,
    "Параметр": 34,
    "Признак": 26,
    "Чем подтверждается": 30,
    "Как получить балл": 36,
    "Мероприятие": 44,
    "Ответственный": 30,
    "Ожидаемый результат": 36,
    "Подтверждение": 30,
    "Полное название": 48,
    "Краткое название": 22,
    "Электронная почта": 28,
    "Фамилия и инициалы": 24,
    "Должность": 40,
    "Сведение": 34,
    "Документ": 26,
    "Место": 26,
    "Что написано": 44,
    "В чём противоречие": 40,
    "Как учтено": 44,
    "Настройка": 28,
    "SHA-256": 24,
    "Роль": 24,
    "Группа": 26,
    "Где считать": 20,
    "Условие": 26,
    "Слово или выражение": 36,
    "Кого, чего": 28,
    "Кому, чему": 28,
    "Кого, что": 28,
    "Кем, чем": 28,
    "Рекомендация": 50,
    "Адресат": 22,
    "Материал": 36,
    "Форма отчёта": 36,
    "Реестр": 20,
}
_LEAST_WIDTH, _MOST_WIDTH, _MOST_LINES = 14.0, 44.0, 4


def width_of(heading: str, explanation: str) -> float:
    """The column's width in characters: its explanation takes few lines."""
    from metodist.layout.fitting import line_count

    width = WIDTHS.get(heading, max(_LEAST_WIDTH, len(heading) + 4.0))
    while width < _MOST_WIDTH and line_count(explanation, width - 1, 10) > _MOST_LINES:
        width += 2
    return width


def font(**more: Any) -> Any:
    """Calibri 11, and what is said otherwise."""
    from openpyxl.styles import Font

    return Font(**{"name": "Calibri", "size": 11, **more})


def filled(cell: Any, colour: str) -> None:
    """Fill a cell."""
    from openpyxl.styles import PatternFill

    cell.fill = PatternFill("solid", fgColor=colour)


def bordered(cell: Any, colour: str = LINE) -> None:
    """A thin border all round."""
    from openpyxl.styles import Border, Side

    side = Side("thin", color=colour)
    cell.border = Border(side, side, side, side)


def aligned(cell: Any, horizontal: str = "left", vertical: str = "top", *, wrap: bool = True) -> None:
    """Text within a cell; what stands left is moved in a little."""
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(horizontal, vertical, wrap_text=wrap, indent=1 if horizontal == "left" and wrap else 0)


def heading(cell: Any, text: str) -> None:
    """A heading: white on deep blue."""
    cell.value, cell.font = text, font(bold=True, color="FFFFFFFF")
    filled(cell, INK)
    bordered(cell, "FFFFFFFF")
    aligned(cell, "center", "center")


def row_height(texts: Mapping[float, str], size: float = 11, least: float = 18.0) -> float:
    """The height in points of a row whose texts stand in columns of these widths."""
    from metodist.layout.fitting import fitted_height

    return max(least, *(fitted_height(text, width - 1, size) for width, text in texts.items()))


def printed(sheet: Any, rows: str, tab: str) -> None:
    """A4 across, as wide as the page, headings repeated, a footer."""
    sheet.sheet_properties.tabColor = tab
    sheet.sheet_view.zoomScale = 100
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if rows:
        sheet.print_title_rows = rows
    sheet.oddFooter.left.text, sheet.oddFooter.center.text = "&A", "Лист &P из &N"
